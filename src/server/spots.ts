/** Things with a code on them: lamp posts, bus stops, windows. Kept under their codes in capitals. */
import type { SpotView } from '@/contract/spots'
import { hasDuty } from '@/core/actor'
import type { District } from '@/core/district'
import { onEarth, toGcj02 } from '@/core/gcj02'
import { type Context, idOfCaller } from './context'
import type { Handlers } from './handle'
import { limit } from './limit'
import type { Doc, Tx } from './ports'
import { refuse } from './refuse'

export type SpotRecord = Omit<SpotView, 'id' | 'sample'> & { at: string; sample?: true }

/** What fits on a screen of the desk, and into 20 KB on the mini program. */
const PAGE = 20
const REPORT = 'pages/report/index'

export const spots: Pick<Handlers, 'spots.list' | 'spots.save' | 'spots.retire' | 'spots.code'> = {
  async 'spots.list'({ after }, ctx) {
    const page = await ctx.store.find<SpotRecord>('spots', {
      by: 'at',
      dir: 'desc',
      limit: PAGE,
      ...(after && { after }),
    })
    return { items: page.items.map(spotView), ...(page.next && { next: page.next }), edits: mayEdit(ctx) }
  },

  async 'spots.save'({ spots: given }, ctx) {
    if (!mayEdit(ctx)) refuse('not-allowed')
    await limit('spots.save', idOfCaller(ctx), ctx)
    const wanted = given.map(({ id, ...spot }) => ({ id: id.toUpperCase(), record: recordOf(spot, ctx) }))
    for (const [place, { id, record }] of wanted.entries()) {
      if (wanted.findIndex((one) => one.id === id) < place) refuse('spot-twice', { id }, `spots.${place}.id`)
      if (record.category && !knows(ctx.district, record.category))
        refuse('category-unknown', {}, `spots.${place}.category`)
    }
    await ctx.store.tx(async (tx) => {
      for (const { id, record } of wanted) await put(id, record, tx)
    })
    return { items: wanted.map(({ id, record }) => spotView({ ...record, id })) }
  },

  async 'spots.retire'({ id }, ctx) {
    if (!mayEdit(ctx)) refuse('not-allowed')
    const spot = (await load(id, ctx)) ?? refuse('spot-missing', {}, 'id')
    if (!spot.retired) await ctx.store.update('spots', spot.id, spot.version, { set: { retired: true } })
    return spotView({ ...spot, retired: true })
  },

  async 'spots.code'({ id }, ctx) {
    await limit('spots.code', idOfCaller(ctx), ctx)
    const spot = await load(id, ctx)
    if (!spot || spot.retired) return refuse('spot-missing', {}, 'id')
    const picture = await weChatCode(spot.id, ctx)
    return { spot: spotView(spot), path: `/#/${REPORT}?spot=${spot.id}`, ...(picture && { picture }) }
  },
}

/**
 * What was scanned, or typed, as a code: by itself, or as the scene of WeChat's code (`s=ID`), also encoded as an
 * address. Null when it can be none.
 */
export function readSpot(scanned: string): string | null {
  const id = plain(scanned).normalize('NFKC').trim().replace(/^s=/, '').toUpperCase()
  return /^[A-Z0-9-]{2,20}$/.test(id) ? id : null
}

/** The thing with this code, while the code is valid. */
export async function findSpot(scanned: string, ctx: Pick<Context, 'store'>): Promise<(SpotRecord & Doc) | undefined> {
  const spot = await load(scanned, ctx)
  return spot && !spot.retired ? spot : undefined
}

/** What the form is filled in with. */
export async function spotOfForm(scanned: string, ctx: Context) {
  const spot = await findSpot(scanned, ctx)
  if (!spot) return undefined
  const { id, name, address, point, category } = spot
  return {
    ...{ id, name, address },
    ...(point && { point, map: toGcj02(point) }),
    ...(category && knows(ctx.district, category) && { category }),
  }
}

async function load(scanned: string, { store }: Pick<Context, 'store'>): Promise<(SpotRecord & Doc) | null> {
  const id = readSpot(scanned)
  return id ? store.get<SpotRecord>('spots', id) : null
}

function plain(scanned: string): string {
  try {
    return decodeURIComponent(scanned)
  } catch {
    return scanned
  }
}

const mayEdit = ({ caller }: Context): boolean => hasDuty(caller, 'dispatch') || hasDuty(caller, 'admin')
const knows = ({ categories }: District, category: string) => categories.some(({ id }) => id === category)

type Given = Parameters<Handlers['spots.save']>[0]['spots'][number]

function recordOf({ kind, name, nameEn, address, point, category }: Omit<Given, 'id'>, ctx: Context): SpotRecord {
  return {
    ...{ kind, address },
    name: { zh: name, en: nameEn ?? '' },
    ...(point && { point: onEarth(point) }),
    ...(category && { category }),
    retired: false,
    at: ctx.now.toISOString(),
    ...(ctx.sample && { sample: ctx.sample }),
  }
}

/** What it may lack, and must lose when it is saved without it. */
const OPTIONAL = ['point', 'category'] as const

async function put(id: string, record: SpotRecord, tx: Tx): Promise<void> {
  const known = await tx.get<SpotRecord>('spots', id)
  if (!known) return void (await tx.insert('spots', id, record))
  // It keeps its place in the list, and what was a sample stays one.
  const { at, sample, ...set } = record
  await tx.update('spots', id, known.version, { set, unset: OPTIONAL.filter((field) => record[field] === undefined) })
}

function spotView({
  id,
  kind,
  name,
  address,
  point,
  category,
  retired,
  sample,
}: SpotRecord & { id: string }): SpotView {
  return {
    ...{ id, kind, name, address, retired },
    ...(point && { point }),
    ...(category && { category }),
    sample: sample ?? false,
  }
}

/** WeChat's own code, as an address that a picture is shown from. WeChat refuses it while the page is not published (41030). */
async function weChatCode(id: string, { wechat, log }: Context): Promise<string | undefined> {
  if (!wechat) return undefined
  try {
    const reply = await wechat.unlimitedCode({ scene: `s=${id}`, page: REPORT })
    if (reply.ok) return `data:image/png;base64,${Buffer.from(reply.value).toString('base64')}`
    log.info('no mini program code', { errcode: reply.errcode })
  } catch (error) {
    log.error('no mini program code', error)
  }
  return undefined
}
