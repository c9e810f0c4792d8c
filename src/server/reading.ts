/** What everybody reads. Everything is asked of the heads of releases; a whole content only where one is opened. */

import { COLOURS, HOTLINE_GROUPS, SECTIONS, SITUATIONS } from '@/contract/kinds'
import type { AlertLine, Entry } from '@/contract/lines'
import type { RoadLine } from '@/contract/reading'
import { DAY } from '@/core/deadline'
import { blocksOf } from '@/core/prose'
import { type Context, idOfCaller } from './context'
import { askable } from './grants'
import type { GroupEditionRecord, GroupRecord } from './groupRecords'
import type { Handlers } from './handle'
import { isFollowedBy } from './issueFollows'
import { limit } from './limit'
import { alertLine, hotlineLine, issueLine, lineOf, newsLine, pageLine, roadLine, serviceLine } from './lines'
import { MAX_PAGE } from './ports'
import { endedSince, inOrderOf, published, publishedPage, type Shown, thumbsOf } from './publishedLists'
import { isReadWhole, readingView } from './readingViews'
import { refuse } from './refuse'
import { type ContentRecord, contentId, type EditionRecord, type ReleaseRecord } from './releaseRecords'
import { findWords } from './search'
import { unitOf } from './views'

type Topic =
  | 'news.list'
  | 'release.read'
  | 'hotlines.open'
  | 'services.open'
  | 'about.open'
  | 'issues.list'
  | 'issues.open'
  | 'alerts.open'
  | 'alerts.now'
  | 'search.find'

/** What fits into 20 KB on the mini program. */
const PAGE = 15
/** How long alerts that ended are still listed, and how many. */
const PAST_DAYS = 30
const MOST_PAST = 20
/** Road events are told this long before they begin. */
const AHEAD = DAY

export const reading: Pick<Handlers, Topic> = {
  async 'news.list'({ channel, after }, ctx) {
    const { channels } = ctx.district
    const [page, appeals] = await Promise.all([
      newsPage({ facet: channel, limit: PAGE, ...(after && { after }) }, ctx),
      // They stand above the first page only.
      after ? [] : published('appeal', ctx),
    ])
    return { ...page, channels, appeals: appeals.map(lineOf) }
  },

  'release.read': async ({ id }, ctx) => read(id, ctx),

  async 'hotlines.open'(_, ctx) {
    const lines = (await published('hotline', ctx)).map(hotlineLine)
    // Short numbers first: 110 before 12345 before one with an area code.
    const byNumber = lines.sort((a, b) => a.number.length - b.number.length || a.number.localeCompare(b.number))
    return { items: byNumber.sort(inOrderOf(HOTLINE_GROUPS, ({ group }) => group)) }
  },

  async 'services.open'(_, ctx) {
    const lines = (await published('service', ctx)).map(serviceLine)
    return { items: lines.sort(inOrderOf(SITUATIONS, ({ situation }) => situation)) }
  },

  async 'about.open'(_, ctx) {
    const pages = await published('page', ctx)
    const thumbs = await thumbsOf(
      pages.map(({ shown }) => shown),
      ctx,
    )
    const lines = pages.map((page) => pageLine(page, thumbs))
    return { items: lines.sort(inOrderOf(SECTIONS, ({ section }) => section)), district: { name: ctx.district.name } }
  },

  'issues.list': async ({ after }, ctx) => hottestIssues({ limit: PAGE, ...(after && { after }) }, ctx),

  async 'issues.open'({ id }, ctx) {
    const group = await ctx.store.get<GroupRecord>('groups', id)
    // What is not public is as missing as what is not there.
    if (!group?.public) return refuse('release-missing')
    const { question, answer } = group
    const [editions, followed, notices] = await Promise.all([
      ctx.store.find<GroupEditionRecord>('groupEditions', {
        where: { group: id },
        by: 'edition',
        dir: 'desc',
        limit: MAX_PAGE,
      }),
      ctx.caller.role === 'citizen' && isFollowedBy(idOfCaller(ctx), id, ctx),
      askable(ctx, ['issue']),
    ])
    return {
      ...issueLine(group),
      question,
      editions: editions.items.map(({ edition, at, unit, change }) => ({
        ...{ edition, at, unit: unitOf(unit, ctx.district) },
        ...(change && { change }),
      })),
      ...{ followed, notices },
      ...(answer && {
        answer: {
          blocks: { zh: blocksOf(answer.text.zh), en: blocksOf(answer.text.en) },
          edition: answer.edition,
          at: answer.at,
          unit: unitOf(answer.unit, ctx.district),
        },
      }),
    }
  },

  async 'alerts.open'(_, ctx) {
    const since = new Date(ctx.now.getTime() - PAST_DAYS * DAY)
    const [now, ended] = await Promise.all([alertsNow(ctx), endedSince('alert', since, ctx)])
    const past = ended.slice(0, MOST_PAST)
    return { now, past: past.map((release) => ({ ...alertLine(release), ...endingOf(release) })) }
  },

  'alerts.now': async (_, ctx) => ({ now: await alertsNow(ctx) }),

  async 'search.find'({ words }, ctx) {
    await limit('search.find', ctx.address, ctx)
    return findWords(words, ctx)
  },
}

const endingOf = ({ ending }: Shown) => (ending ? { ending } : {})

async function read(id: string, ctx: Context) {
  const found = await ctx.store.get<ReleaseRecord>('releases', id)
  const isOut = found?.live !== undefined && found.status !== 'draft' && found.status !== 'stale'
  if (!found?.live || !isOut || !found.shown || !isReadWhole(found.shown)) return refuse('release-missing')
  const [whole, editions] = await Promise.all([
    ctx.store.get<ContentRecord>('contents', contentId(id, found.live.revision)),
    ctx.store.find<EditionRecord>('editions', { where: { release: id }, by: 'edition', dir: 'desc', limit: MAX_PAGE }),
  ])
  const content = whole?.content
  return content && isReadWhole(content) ? readingView(found, content, editions.items, ctx) : refuse('release-missing')
}

/** A page of news, the newest first. */
export async function newsPage(paging: Parameters<typeof publishedPage>[1], ctx: Context) {
  const { items, next } = await publishedPage('article', paging, ctx)
  const thumbs = await thumbsOf(
    items.map(({ shown }) => shown),
    ctx,
  )
  return { items: items.map((article) => newsLine(article, thumbs)), ...(next && { next }) }
}

/** A page of popular issues, the hottest first. */
export async function hottestIssues(paging: { limit: number; after?: string }, { store }: Context) {
  const { items, next } = await store.find<GroupRecord>('groups', {
    where: { public: true },
    by: 'heat',
    dir: 'desc',
    ...paging,
  })
  return { items: items.map(issueLine), ...(next && { next }) }
}

/** Emergency notices that hold, the worst first, and of the same colour the newest. */
export async function alertsNow(ctx: Context): Promise<AlertLine[]> {
  const alerts = (await published('alert', ctx)).map(alertLine)
  return alerts.sort((a, b) => COLOURS.indexOf(b.colour) - COLOURS.indexOf(a.colour))
}

/** Road events that hold or soon will, closures first, and then the ones that began last. */
export async function roadLines(ctx: Context): Promise<RoadLine[]> {
  const soon = ctx.now.getTime() + AHEAD
  const roads = (await published('road', ctx)).filter(({ shown }) => Date.parse(shown.onset) <= soon)
  return roads
    .map((road) => roadLine(road, ctx))
    .sort((a, b) => Date.parse(b.onset) - Date.parse(a.onset))
    .sort((a, b) => Number(b.event === 'closure') - Number(a.event === 'closure'))
}

/** The number menu: as the desk published it last, else as the district sets it. 1 to 9, and then 0. */
export async function currentMenu(ctx: Context): Promise<Entry[]> {
  const [menu] = (await publishedPage('menu', { limit: 1 }, ctx)).items
  const entries = menu?.shown.entries ?? ctx.district.menu
  const keyOf = ({ number }: Entry) => number || 10
  return [...entries].sort((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)) || keyOf(a) - keyOf(b))
}
