/** Places by their names: the district's own first, then a map service's, where there is a key for one. */
import type { PlaceLine } from '@/contract/filing'
import { toGcj02, toWgs84 } from '@/core/gcj02'
import { metresBetween } from '@/core/nearby'
import { placesIn } from '@/core/privacy'
import type { Point } from '@/core/ticket'
import type { Context } from './context'
import type { Handlers } from './handle'
import { limit } from './limit'
import type { FoundPlace } from './ports'
import { published } from './publishedLists'
import { noteTrouble } from './readings'

/** What fits on a phone without scrolling far. */
const MOST = 10
/** Metres from the middle of the district, beyond which a place of that name is another. */
const FARTHEST = 60_000

type Named = { name: string; address: string; point: Point; found: string }

export const places: Pick<Handlers, 'places.search'> = {
  async 'places.search'({ words }, ctx) {
    await limit('places.search', ctx.address, ctx)
    const own = (await ownPlaces(ctx)).filter(({ found }) => folded(found).includes(folded(words))).map(lineOf)
    const others = await fromService(words, ctx)
    const more = others.filter(({ name }) => !own.some((line) => line.name === name))
    const service = ctx.outside?.places?.from
    return { places: [...own, ...more].slice(0, MOST), from: service && more.length ? service : 'district' }
  },
}

const folded = (text: string): string => text.toLowerCase().replace(/\s/g, '')

/** From its configuration, and from what it has published about itself with a place on the map. */
async function ownPlaces({ district, lang, ...ctx }: Context): Promise<Named[]> {
  const configured = district.map.places.map(({ name, point }) => ({
    name: name[lang],
    address: '',
    point,
    found: `${name.zh} ${name.en}`,
  }))
  const pages = await published('page', { district, lang, ...ctx })
  const described = pages.flatMap(({ shown: { title, address, point } }) => {
    const where = address?.[lang] || address?.zh || ''
    if (!point) return []
    const found = `${title.zh} ${title.en} ${address?.zh ?? ''} ${address?.en ?? ''}`
    return [{ name: title[lang] || title.zh, address: where, point, found }]
  })
  return [...configured, ...described.filter(({ name }) => !configured.some((one) => one.name === name))]
}

const lineOf = ({ name, address, point }: Named): PlaceLine => ({ name, address, point, map: toGcj02(point) })

/** Nothing where there is no service, or it has a bad day: a person can always write the place. */
async function fromService(words: string, ctx: Context): Promise<PlaceLine[]> {
  const { outside, district } = ctx
  // A phone or identity number that somebody typed here is no place, and nobody else's business.
  if (!outside?.places || placesIn(words).length) return []
  const { centre, region } = district.map
  const answer = await outside.places.search(words, { ...region, point: toGcj02(centre) })
  if (!answer.ok) {
    noteTrouble('places', answer.trouble, ctx)
    return []
  }
  return answer.value.map(lineFrom).filter(({ point }) => metresBetween(point, centre) <= FARTHEST)
}

const lineFrom = ({ name, address, map }: FoundPlace): PlaceLine => ({ name, address, map, point: toWgs84(map) })
