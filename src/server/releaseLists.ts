/** The lists of the publishing desk. */
import type { Input, Output } from '@/contract'
import type { ReleaseLine } from '@/contract/publishing'
import { hasDuty, type Official } from '@/core/actor'
import { dayAfter, dayOf } from '@/core/deadline'
import { districtOffice } from '@/core/district'
import { closedTo, mayWrite } from '@/core/publishing'
import { RELEASE_KINDS } from '@/core/release'
import type { Context } from './context'
import { MAX_PAGE, type Query, type Where } from './ports'
import { overdueReleases, publishingSetting, releaseOf, type StoredRelease } from './publishing'
import { refuse } from './refuse'
import type { ReleaseRecord } from './releaseRecords'
import { releaseLine } from './releaseViews'
import { unhelpfulCounts } from './unhelpful'
import { officialView } from './views'

const PAGE = 20
/** Days before its review date is past, in which a page is shown as one to look after. */
const SOON = 7

export async function releaseList(
  { list, kind, after }: Input<'releases.list'>,
  ctx: Context,
): Promise<Output<'releases.list'>> {
  const me = publisherOf(ctx)
  const office = districtOffice(ctx.district).id
  const where: Where = { ...(kind && { kind }), ...scopeOf(list, me, office) }
  const [page, waiting, stale, overdue] = await Promise.all([
    pageOf(list, where, after, ctx),
    waitingFor(ctx),
    ctx.store.count('releases', { ...staleBy(ctx), ...scopeOf('stale', me, office) }),
    overdueReleases(ctx),
  ])
  return {
    items: await withUnhelpful(page.items, ctx),
    ...(page.next && { next: page.next }),
    me: officialView(me, ctx),
    writes: RELEASE_KINDS.filter((each) => mayWrite(me, each, me.unit, office)),
    channels: ctx.district.channels,
    counts: { sign: waiting.length, stale, overdue },
  }
}

/** How many an answer did not help stands beside it. */
async function withUnhelpful(records: StoredRelease[], ctx: Context): Promise<ReleaseLine[]> {
  const editions = Object.fromEntries(records.map(({ id, live }) => [id, live?.edition ?? 0]))
  const counts = await unhelpfulCounts(editions, ctx)
  return records.map((record) => {
    const unhelpful = counts[record.id]
    return { ...releaseLine(record, ctx), ...(unhelpful && { unhelpful }) }
  })
}

type List = Input<'releases.list'>['list']
type Listed = { items: StoredRelease[]; next?: string }

async function pageOf(list: List, where: Where, after: string | undefined, ctx: Context): Promise<Listed> {
  const page = await ctx.store.find<ReleaseRecord>('releases', {
    ...queryOf(list, where, ctx),
    limit: list === 'sign' ? MAX_PAGE : PAGE,
    ...(after && { after }),
  })
  return list === 'sign' ? { ...page, items: page.items.filter((record) => maySign(record, ctx)) } : page
}

function queryOf(list: List, where: Where, ctx: Context): Omit<Query, 'limit'> {
  switch (list) {
    case 'mine':
      return { where: { preparing: true, ...where }, by: 'movedAt', dir: 'desc' }
    case 'sign':
      return { where: { waits: true, ...where }, by: 'movedAt', dir: 'asc' }
    case 'published':
      return { where: { status: 'published', ...where }, by: 'movedAt', dir: 'desc' }
    case 'stale':
      return { where: { ...staleBy(ctx), ...where }, by: 'reviewBy', dir: 'asc' }
    case 'ended':
      return { where: { status: { in: ['expired', 'withdrawn'] }, ...where }, by: 'movedAt', dir: 'desc' }
  }
}

/** Whose review date has passed, or will soon. */
const staleBy = ({ now }: Context): Where => ({
  status: { in: ['published', 'stale'] },
  reviewBy: { lte: dayAfter(dayOf(now.toISOString()), SOON) },
})

/** Authors see what is their unit's, those of the district office everything; whoever signs sees what the others made. */
function scopeOf(list: List, me: Official, office: string): Where {
  const signs = hasDuty(me, 'review') || hasDuty(me, 'sign')
  if (me.unit === office && (signs || hasDuty(me, 'author'))) return {}
  if (signs && list !== 'mine') return {}
  if (signs || hasDuty(me, 'author')) return { unit: me.unit }
  return { kind: 'menu' }
}

/** What waits for this very person: not what they wrote or have signed. */
async function waitingFor(ctx: Context): Promise<StoredRelease[]> {
  const { items } = await ctx.store.find<ReleaseRecord>('releases', {
    where: { waits: true },
    by: 'movedAt',
    limit: MAX_PAGE,
  })
  return items.filter((record) => maySign(record, ctx))
}

const maySign = (record: StoredRelease, ctx: Context): boolean =>
  closedTo(ctx.caller, releaseOf(record), 'sign', publishingSetting(ctx)) === null

/** Whoever has nothing to do with publishing has no business here. */
const publisherOf = ({ caller }: Context): Official =>
  caller.role === 'official' && (['author', 'review', 'sign', 'admin'] as const).some((duty) => hasDuty(caller, duty))
    ? caller
    : refuse('not-allowed')
