/**
 * Items of the district's feeds become drafts of articles, each once. Nobody here wrote them: whoever submits one answers
 * for it, and somebody else signs.
 */
import * as v from 'valibot'
import type { Output } from '@/contract'
import { Content } from '@/contract/content'
import { WebAddress } from '@/contract/webAddress'
import { hasDuty } from '@/core/actor'
import type { District } from '@/core/district'
import type { Release } from '@/core/release'
import { type Context, idOfCaller } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { Conflict, type Doc, Duplicate, type FeedItem, type FeedSource, type Outside, type Trouble } from './ports'
import { saveRelease } from './publishing'
import { noteTrouble } from './readings'
import { refuse } from './refuse'
import type { Round } from './timer'

type Feed = District['feeds'][number]
type FeedLine = Output<'feeds.read'>['feeds'][number]
/** `at`: when it was last read well. `seen`: the names (nameOf) of the items of then that are drafts, or will never be. */
type FeedRecord = { at?: string; seen?: string[]; trouble?: Pick<Trouble, 'why'> & { at: string } }

/** Of one feed at once: each is a transaction, and a cloud function has seconds. The others come with the next reading. */
const MOST_NEW = 20
const LONGEST = { title: 80, text: 20_000, source: 80 }
/** Nobody of the desk. */
const FEED = 'feed'

export const feeds: Pick<Handlers, 'feeds.read'> = {
  async 'feeds.read'(_, ctx) {
    if (!hasDuty(ctx.caller, 'author')) return refuse('not-allowed')
    await limit('feeds.read', idOfCaller(ctx), ctx)
    return { feeds: await readAll(ctx) }
  },
}

export async function readFeeds(ctx: Context): Promise<Round> {
  const lines = await readAll(ctx)
  return { did: lines.reduce((sum, { added }) => sum + added, 0), more: false }
}

/** All are asked at once, so that slow ones are waited for together. */
async function readAll(ctx: Context): Promise<FeedLine[]> {
  const read = ctx.outside?.feeds
  if (!read) return []
  const answers = await Promise.all(ctx.district.feeds.map((feed) => asked(feed, read)))
  const lines: FeedLine[] = []
  for (const { feed, answer } of answers) lines.push(await taken(feed, answer, ctx))
  return lines
}

const asked = async (feed: Feed, read: FeedSource) => ({ feed, answer: await read(feed.url) })

async function taken(feed: Feed, answer: Outside<FeedItem[]>, ctx: Context): Promise<FeedLine> {
  const id = idOf('feed', feed.url)
  const last = await ctx.store.get<FeedRecord>('readings', id)
  const at = ctx.now.toISOString()
  if (!answer.ok) {
    const { why } = answer.trouble
    noteTrouble(`feed ${hostOf(feed.url)}`, answer.trouble, ctx)
    await remember(id, last, { trouble: { why, at } }, ctx)
    return { url: feed.url, read: 0, added: 0, trouble: why, ...(last?.at && { at: last.at }) }
  }
  const items = answer.value
  const unseen = items.filter((item) => !last?.seen?.includes(nameOf(item)))
  const turn = unseen.slice(0, MOST_NEW)
  let added = 0
  for (const item of turn) if (await draftOf(item, feed, ctx)) added++
  const later = new Set(unseen.slice(MOST_NEW))
  const seen = items.filter((item) => !later.has(item)).map(nameOf)
  await remember(id, last, { at, seen }, ctx)
  return { url: feed.url, read: items.length, added, at }
}

/** What it is known by: short, whatever the feed calls it. */
const nameOf = ({ id }: FeedItem): string => idOf(FEED, id)

async function remember(id: string, last: (FeedRecord & Doc) | null, set: FeedRecord, { store }: Context) {
  try {
    if (!last) await store.insert('readings', id, set)
    else await store.update('readings', id, last.version, { set, ...(!set.trouble && { unset: ['trouble'] }) })
  } catch (error) {
    // Somebody read it at the same moment, and has written the same.
    if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
  }
}

/** False when there is one already, whatever became of it, or when nothing can be made of the item. */
async function draftOf(item: FeedItem, { url, channel, unit }: Feed, ctx: Context): Promise<boolean> {
  const id = idOf(FEED, url, item.id)
  if (await ctx.store.get('releases', id)) return false
  const content = contentOf(item, url, channel)
  if (!content) return false
  const after: Release = {
    id,
    kind: 'article',
    unit,
    status: 'draft',
    draft: { revision: 1, author: { id: FEED, name: hostOf(url) }, wrote: [], stage: 'writing', signatures: [] },
    revisions: 1,
    entries: 0,
  }
  try {
    await saveRelease(
      {
        before: null,
        after,
        command: { do: 'write', revision: 0, validity: {} },
        stepId: idOf('step', id),
        written: content,
      },
      // Whoever presses the button has not written it.
      { ...ctx, caller: { role: 'timer' } },
    )
    return true
  } catch (error) {
    if (error instanceof Duplicate || error instanceof Conflict) return false
    throw error
  }
}

function contentOf({ title, text, url }: FeedItem, feed: string, channel: string): Content | undefined {
  const sourceUrl = v.safeParse(WebAddress, url)
  const parsed = v.safeParse(Content, {
    kind: 'article',
    channel,
    title: { zh: cut(title, LONGEST.title), en: '' },
    summary: { zh: '', en: '' },
    text: { zh: cut(text, LONGEST.text), en: '' },
    photos: [],
    attachments: [],
    source: hostOf(feed).slice(0, LONGEST.source),
    ...(sourceUrl.success && { sourceUrl: sourceUrl.output }),
  })
  return parsed.success ? parsed.output : undefined
}

/** What was cut says so. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** A name for people and for the log; an address may hold a key. */
const hostOf = (url: string): string => /^https?:\/\/([^/:?#]+)/.exec(url)?.[1] ?? 'feed'
