/** What is out and holds: by kind, from the heads of releases alone. */
import type { Content, ContentOf } from '@/contract/content'
import type { ReleaseStatus } from '@/core/release'
import type { Photo } from '@/core/ticket'
import type { Context } from './context'
import { type Addresses, type Doc, MAX_PAGE, type Query } from './ports'
import type { PhotoRecord } from './records'
import type { ReleaseRecord } from './releaseRecords'

type Kind = Content['kind']
/** A release with what lists show of it. */
export type Shown<K extends Kind = Kind> = ReleaseRecord & Doc & { shown: ContentOf<K> }

/** As many as a screen of everything may hold. */
const MOST = 200

/** Whether its time has not come to its end; the timer may not have been there yet. */
export const holds = (content: Content, { now }: Pick<Context, 'now'>): boolean =>
  !('expiresAt' in content && content.expiresAt && Date.parse(content.expiresAt) <= now.getTime())

const isShown =
  <K extends Kind>(kind: K) =>
  (record: ReleaseRecord & Doc): record is Shown<K> =>
    record.shown?.kind === kind && record.live !== undefined

/** One page of what is out of a kind, the newest first. What is over is left out, so that a page may be shorter. */
export async function publishedPage<K extends Kind>(
  kind: K,
  { facet, ...paging }: Pick<Query, 'limit' | 'after'> & { facet?: string | undefined },
  ctx: Context,
): Promise<{ items: Shown<K>[]; next?: string }> {
  const where = { kind, status: 'published', ...(facet && { facet }) }
  const query: Query = { where, by: 'publishedAt', dir: 'desc', ...paging }
  const { items, next } = await ctx.store.find<ReleaseRecord>('releases', query)
  const held = items.filter(isShown(kind)).filter(({ shown }) => holds(shown, ctx))
  return { items: held, ...(next && { next }) }
}

/** Everything that is out of a kind, the newest first. */
export async function published<K extends Kind>(kind: K, ctx: Context): Promise<Shown<K>[]> {
  const all: Shown<K>[] = []
  for (let after: string | undefined; all.length < MOST; ) {
    const page = await publishedPage(kind, { limit: MAX_PAGE, ...(after && { after }) }, ctx)
    all.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  return all.slice(0, MOST)
}

/** What was out of a kind and has ended since this moment, what ended last first. */
export async function endedSince<K extends Kind>(kind: K, since: Date, ctx: Context): Promise<Shown<K>[]> {
  // What was published long ago may have ended today. What moved before that cannot have ended since.
  const movedAt = { gte: since.toISOString() }
  const of = async (status: ReleaseStatus) => {
    const where = { kind, status, ...(status !== 'published' && { movedAt }) }
    const by = status === 'published' ? 'publishedAt' : 'movedAt'
    const query: Query = { where, by, dir: 'desc', limit: MAX_PAGE }
    return (await ctx.store.find<ReleaseRecord>('releases', query)).items.filter(isShown(kind))
  }
  const [expired, withdrawn, out] = await Promise.all([of('expired'), of('withdrawn'), of('published')])
  const over = out.filter(({ shown }) => !holds(shown, ctx))
  return [...expired, ...withdrawn, ...over]
    .filter((one) => endOf(one) >= movedAt.gte)
    .sort((a, b) => endOf(b).localeCompare(endOf(a)))
}

/** By itself at its time, or when somebody ended it before that. */
const endOf = ({ shown, movedAt }: Shown): string =>
  [movedAt, ...('expiresAt' in shown && shown.expiresAt ? [shown.expiresAt] : [])].sort()[0] ?? movedAt

/** Sorts by the order of a list of names; what stands in none comes last. */
export const inOrderOf =
  <T>(order: readonly string[], of: (thing: T) => string) =>
  (a: T, b: T): number =>
    placeIn(order, of(a)) - placeIn(order, of(b))
const placeIn = (order: readonly string[], name: string) => {
  const place = order.indexOf(name)
  return place < 0 ? order.length : place
}

/** The photos behind these ids, by id. Each screen asks once, however many lines it has. */
export async function photosOf(ids: string[], { store }: Context): Promise<Record<string, Photo>> {
  const wanted = [...new Set(ids)]
  const pages = Array.from({ length: Math.ceil(wanted.length / MAX_PAGE) }, (_, page) =>
    wanted.slice(page * MAX_PAGE, (page + 1) * MAX_PAGE),
  )
  const found = await Promise.all(
    pages.map((some) => store.find<PhotoRecord>('photos', { where: { id: { in: some } }, by: 'id', limit: MAX_PAGE })),
  )
  const photos = found.flatMap(({ items }) => items)
  return Object.fromEntries(photos.map(({ id, name, width, height }) => [id, { id, name, width, height }]))
}

/** The thumbnail's address of the first photo of each, by the id of that photo. */
export async function thumbsOf(contents: Content[], ctx: Context): Promise<Record<string, string>> {
  const photos = Object.values(await photosOf(contents.flatMap(firstPhoto), ctx))
  if (!photos.length) return {}
  const at: Addresses = await ctx.files.urls([...new Set(photos.map(({ name }) => name))], ctx.now)
  return Object.fromEntries(photos.flatMap(({ id, name }) => (at[name] ? [[id, at[name].thumb]] : [])))
}

export const firstPhoto = (content: Content): string[] => ('photos' in content ? content.photos.slice(0, 1) : [])
