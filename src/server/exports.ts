/** What other programs read: the news as Atom, emergency notices as CAP 1.2. */
import { plain } from '@/core/prose'
import { type CapAlert, capAlert, type Message } from './cap'
import type { Context } from './context'
import { MAX_PAGE } from './ports'
import { published, publishedPage, type Shown } from './publishedLists'
import { contentOf, releaseOf, type StoredRelease } from './publishing'
import type { EditionRecord, ReleaseRecord } from './releaseRecords'
import { around, element, escaped, XML_HEAD } from './xml'

/** How many articles a reader of the feed finds in it. */
const NEWEST = 30

export async function newsFeed(ctx: Context): Promise<string> {
  const { items: found } = await publishedPage('article', { limit: NEWEST }, ctx)
  const entries = found.map((record) => articleEntry(record, ctx))
  return atom({ path: '/feed.xml', title: ctx.district.name.zh, entries, at: newest(found) }, ctx)
}

/** The emergency notices that hold now. */
export async function capFeed(ctx: Context): Promise<string> {
  const found = await published('alert', ctx)
  const entries = await Promise.all(found.map((record) => alertEntry(record, ctx)))
  return atom({ path: '/cap.xml', title: `${ctx.district.name.zh} CAP`, entries, at: newest(found) }, ctx)
}

/** Whether its time is not over yet; the timer may not have been there. */
const stillHolds = ({ live }: StoredRelease, { now }: Context): boolean =>
  live?.expiresAt === undefined || live.expiresAt > now.toISOString()

/**
 * The newest message of one notice that holds, or that it was taken back; null where there is none. One that ended says
 * so itself, and is nowhere any more.
 */
export async function capMessage(id: string, ctx: Context): Promise<string | null> {
  const record = await ctx.store.get<ReleaseRecord>('releases', id)
  if (record?.kind !== 'alert' || !record.live) return null
  const isOut = record.status === 'published' && stillHolds(record, ctx)
  if (!isOut && record.status !== 'withdrawn') return null
  const alert = await capOf(record, ctx)
  return alert && XML_HEAD + capAlert(alert)
}

type Feed = { path: string; title: string; entries: string[]; at: string | undefined }
function atom({ path, title, entries, at }: Feed, { district, origin, now }: Context): string {
  const self = origin ? [`<link rel="self" href="${escaped(origin + path)}"/>`] : []
  const inside = [
    element('id', `urn:minhu:${district.id}:${path.slice(1)}`),
    element('title', district.sample ? `${title}（示例）` : title),
    element('updated', at ?? now.toISOString()),
    around('author', [element('name', district.name.zh)]),
    ...self,
  ]
  return XML_HEAD + around('feed', [...inside, ...entries], ' xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"')
}

const updatedAt = ({ live, publishedAt = '' }: StoredRelease): string => live?.publishedAt ?? publishedAt
const newest = (found: StoredRelease[]): string | undefined => found.map(updatedAt).sort().pop()

function articleEntry(record: Shown<'article'>, ctx: Context): string {
  const { shown, publishedAt } = record
  return entry(record, [element('published', publishedAt), element('summary', plain(shown.summary.zh))], ctx)
}

async function alertEntry(record: Shown<'alert'>, ctx: Context): Promise<string> {
  const alert = await capOf(record, ctx)
  const inside = alert ? [around('content', [capAlert(alert)], ' type="application/cap+xml"')] : []
  return entry(record, inside, ctx)
}

function entry(record: Shown<'article' | 'alert'>, inside: string[], ctx: Context): string {
  const title = record.shown.title.zh
  const address = addressOf(record.id, ctx)
  return around('entry', [
    element('id', `urn:minhu:${ctx.district.id}:release:${record.id}`),
    element('title', record.sample ? `${title}（示例）` : title),
    element('updated', updatedAt(record)),
    ...(address ? [`<link rel="alternate" href="${escaped(address)}"/>`] : []),
    ...inside,
  ])
}

/** Where it is read in a browser: the web app keeps its pages behind the hash. */
const addressOf = (id: string, { origin }: Context): string | undefined =>
  origin && `${origin}/#/pages/read/reading/index?id=${encodeURIComponent(id)}`

async function capOf(record: StoredRelease, ctx: Context): Promise<CapAlert | null> {
  const { live, sample, status, ending } = releaseOf(record)
  if (!live) return null
  const [content, editions] = await Promise.all([contentOf(record.id, live.revision, ctx), editionsOf(record.id, ctx)])
  if (content.kind !== 'alert') return null
  const sent = editions.map((edition) => messageOf(record.id, edition, ctx))
  const withdrawn = status === 'withdrawn'
  const cancel = { identifier: `${nameOf(record.id, ctx)}-cancel-${live.edition}`, sentAt: record.movedAt }
  const message = withdrawn ? cancel : sent[sent.length - 1]
  if (!message) return null
  const note = withdrawn ? ending : live.change && [live.change.zh, live.change.en].filter(Boolean).join(' ')
  const web = addressOf(record.id, ctx)
  return {
    content,
    sender: senderOf(ctx),
    message,
    kind: withdrawn ? 'Cancel' : live.edition > 1 ? 'Update' : 'Alert',
    earlier: withdrawn ? sent : sent.slice(0, -1),
    sample: sample ?? false,
    ...(note && { note }),
    ...(web && { web }),
  }
}

/** Every edition, the oldest first. One that was corrected more often than a page holds refers to the last of them. */
async function editionsOf(release: string, { store }: Context): Promise<EditionRecord[]> {
  const query = { where: { release }, by: 'edition', dir: 'desc', limit: MAX_PAGE } as const
  return (await store.find<EditionRecord>('editions', query)).items.reverse()
}

const messageOf = (id: string, { edition, publishedAt }: EditionRecord, ctx: Context): Message => ({
  identifier: `${nameOf(id, ctx)}-${edition}`,
  sentAt: publishedAt,
})

/** Letters, digits, - and _ only: CAP allows neither spaces nor commas in what a message is called. */
const nameOf = (id: string, { district }: Context): string => `${district.prefix}-${id}`

const senderOf = ({ origin, district }: Context): string =>
  origin ? `${district.id}@${new URL(origin).hostname}` : `minhu.${district.id}`
