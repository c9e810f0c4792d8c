/** The queues of the desk: who has which, their pages, how many there are in each, and for how many it rings. */
import type { Output } from '@/contract'
import { QUEUES } from '@/contract/desk'
import { hasDuty, type Official } from '@/core/actor'
import { BEYOND, dayOf, momentOf } from '@/core/deadline'
import { dutyDue } from '@/core/roster'
import { maySee, partsOf, type Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { idOf } from './ids'
import { type Condition, type Doc, MAX_PAGE, type Query, type Where } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'

/** What fits into 20 KB on the mini program, with long texts and photos. */
const PAGE = 15
type Counted = Output<'desk.queue'>['queues']
export type QueueName = Counted[number]['name']
export type QueuePage = { items: Ticket[]; next?: string }

/**
 * The next tickets of a queue. What this official must not know of leaves no gap, and no page ends with it: where a page
 * ends stands in its cursor.
 */
export async function pageOf(
  queue: QueueName,
  after: string | undefined,
  me: Official,
  ctx: Context,
): Promise<QueuePage> {
  if (!has(queue, me)) return refuse('not-allowed')
  if (queue === 'open' && !hasScope(me)) return { items: await standingIn(me, ctx) }
  const isTheirs =
    queue === 'disputed' ? (ticket: Ticket) => mayReview(me, ticket) : (ticket: Ticket) => maySee(me, ticket)
  return filled(readerOf(queue, me, ctx), after, isTheirs)
}

/** Another one means that something in it has changed. */
export const stampOf = ({ items, next }: QueuePage): string =>
  idOf('stamp', ...items.map(({ no, entries }) => `${no}/${entries}`), next ? 'more' : 'all')

type Read = (limit: number, after?: string) => Promise<{ items: (Ticket | undefined)[]; next?: string }>

function readerOf(queue: QueueName, me: Official, ctx: Context): Read {
  if (queue === 'helping') return sharesOf(me, ctx)
  const query = queryOf(queue, me, ctx)
  return async (limit, after) => {
    const { items, next } = await ctx.store.find<TicketRecord>('tickets', { ...query, limit, ...(after && { after }) })
    return { items: items.map(ticketOf), ...(next && { next }) }
  }
}

async function filled(read: Read, after: string | undefined, mayHave: (ticket: Ticket) => boolean): Promise<QueuePage> {
  const isTheirs = (ticket: Ticket | undefined): ticket is Ticket => ticket !== undefined && mayHave(ticket)
  const page = await read(PAGE, after)
  if (page.items.every(isTheirs)) return { items: page.items.filter(isTheirs), ...(page.next && { next: page.next }) }
  const more = await read(MAX_PAGE, after)
  const theirs = more.items.filter(isTheirs).slice(0, PAGE)
  const last = theirs.at(-1)
  if (!last) return more.next ? filled(read, more.next, mayHave) : { items: [] }
  const ended = more.items.indexOf(last) + 1
  const goesOn = more.next !== undefined || more.items.slice(ended).some(isTheirs)
  const next = goesOn ? (await read(ended, after)).next : undefined
  return { items: theirs, ...(next && { next }) }
}

/** Which tickets another unit leads and this official's unit helps with: see shares.ts. */
const sharesOf =
  (me: Official, { store }: Context): Read =>
  async (limit, after) => {
    const query: Query = { where: helpedBy(me), by: 'nextDue', dir: 'asc', limit, ...(after && { after }) }
    const { items, next } = await store.find<{ no: string }>('shares', query)
    const records = await Promise.all(items.map(({ no }) => store.get<TicketRecord>('tickets', no)))
    return { items: records.map((record) => (record ? ticketOf(record) : undefined)), ...(next && { next }) }
  }
const helpedBy = ({ unit }: Official): Where => ({ unit, open: true })

/** The queues of this official with how many each holds. What they must not know of is not counted either. */
export async function queuesOf(me: Official, ctx: Context): Promise<Counted> {
  const mine = QUEUES.filter((queue) => has(queue, me))
  const unseen = await unseenBy(me, ctx)
  return Promise.all(
    mine.map(async (name) => {
      const count = await countOf(name, unseen, me, ctx)
      return { name, ...(count !== undefined && { count }) }
    }),
  )
}

async function countOf(
  queue: QueueName,
  unseen: TicketRecord[],
  me: Official,
  ctx: Context,
): Promise<number | undefined> {
  if (queue === 'done') return undefined
  if (queue === 'open' && !hasScope(me)) return (await standingIn(me, ctx)).length
  if (queue === 'disputed') return toReview(me, ctx)
  if (queue === 'helping') {
    const helped = await ctx.store.count('shares', helpedBy(me))
    return helped - unseen.filter(({ coUnits }) => coUnits.includes(me.unit)).length
  }
  return counted(queryOf(queue, me, ctx).where, unseen, ctx)
}

const counted = async (where: Where, unseen: TicketRecord[], { store }: Context): Promise<number> =>
  (await store.count('tickets', where)) - unseen.filter((record) => isWithin(record, where)).length

/**
 * For how many first replies the alarm has come, of those that are this official's to give. As many minutes of duty before
 * the end as lie between alarm and end: so the end alone, which is what the store knows them by, tells which.
 */
export async function ringingFor(me: Official, ctx: Context): Promise<number> {
  if (!hasScope(me)) return 0
  const { duty, calendar, limits, now } = settingOf(ctx)
  const { target, alarm } = limits.firstReplyMinutes
  const until = dutyDue(now, target - alarm, duty, calendar)
  const where = { awaits: true, ...scopeOf(me), nextDue: { lte: until === BEYOND ? now : until } }
  const all = await ctx.store.count('tickets', where)
  return all && all - (await unseenBy(me, ctx)).filter((record) => isWithin(record, where)).length
}

/** Whether a record is one of those that a condition asks for. */
const isWithin = (record: TicketRecord, where: Where): boolean =>
  Object.entries(where).every(([field, wanted]) => isSuch(Reflect.get(record, field), wanted))

function isSuch(found: unknown, wanted: Condition): boolean {
  if (typeof wanted !== 'object') return found === wanted
  if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean') return false
  if ('in' in wanted) return wanted.in.includes(found)
  const { gt, gte, lt, lte } = wanted
  return (
    (gt === undefined || found > gt) &&
    (gte === undefined || found >= gte) &&
    (lt === undefined || found < lt) &&
    (lte === undefined || found <= lte)
  )
}

/** What is about this official, or about their unit, among the open ones that are about officials at all: there are few. */
export const unseenBy = async (me: Official, ctx: Context): Promise<TicketRecord[]> =>
  (await named(ctx)).filter((record) => !maySee(me, ticketOf(record)))

/** What is about officials, and somebody who reviews does what nobody else is left for: what runs out next first. */
async function standingIn(me: Official, ctx: Context): Promise<Ticket[]> {
  const found = (await named(ctx)).filter((record) => partsOf(me, ticketOf(record)).includes('desk'))
  return found.sort((a, b) => (a.nextDue < b.nextDue ? -1 : 1)).map(ticketOf)
}

async function named({ store }: Context): Promise<(TicketRecord & Doc)[]> {
  const query: Query = { where: { named: true, open: true }, by: 'movedAt', dir: 'desc', limit: MAX_PAGE }
  const found: (TicketRecord & Doc)[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<TicketRecord>('tickets', { ...query, ...(after && { after }) })
    found.push(...page.items)
    if (!page.next) return found
    after = page.next
  }
}

/** How many pages of disputes are looked through for those that somebody may not review. */
const DISPUTES = 4

/** What this official may review: all disputes but those about what they once handled themselves. */
async function toReview(me: Official, { store }: Context): Promise<number> {
  const where = { status: 'disputed' }
  let own = 0
  let after: string | undefined
  for (let page = 0; page < DISPUTES; page++) {
    const found = await store.find<TicketRecord>('tickets', {
      ...{ where, by: 'movedAt', dir: 'asc', limit: MAX_PAGE },
      ...(after && { after }),
    })
    own += found.items.filter((record) => !mayReview(me, ticketOf(record))).length
    after = found.next
    // Mostly there is one page of them, and what was read is what there is.
    if (!after && page === 0) return found.items.length - own
    if (!after) break
  }
  return (await store.count('tickets', where)) - own
}
const mayReview = (me: Official, ticket: Ticket): boolean => partsOf(me, ticket).includes('reviewer')

/** Whether there are tickets that are this official's because of where they lie: the whole district's, or their unit's. */
const hasScope = (me: Official): boolean => (['dispatch', 'answer', 'sign'] as const).some((duty) => hasDuty(me, duty))

/** A dispatcher sees the whole district; others what lies with their own unit. */
const scopeOf = (me: Official): Where => (hasDuty(me, 'dispatch') ? {} : { unit: me.unit })

/** Whether this official has such a queue. An author has none. */
function has(queue: QueueName, me: Official): boolean {
  switch (queue) {
    case 'open':
      return hasScope(me) || hasDuty(me, 'review')
    case 'held':
    case 'objected':
      return hasDuty(me, 'dispatch')
    case 'disputed':
      return hasDuty(me, 'review')
    case 'mine':
    case 'helping':
      return hasDuty(me, 'answer')
    default:
      return hasScope(me)
  }
}

type Asked = Omit<Query, 'limit'> & { where: Where }

function queryOf(queue: Exclude<QueueName, 'helping'>, me: Official, ctx: Context): Asked {
  const { now: at, office } = settingOf(ctx)
  const scope = scopeOf(me)
  const next = { by: 'nextDue', dir: 'asc' } as const
  switch (queue) {
    case 'open':
      return { where: { open: true, ...scope }, ...next }
    case 'mine':
      return { where: { handlerId: me.id, open: true, unit: me.unit }, ...next }
    case 'unit':
      return { where: { open: true, unit: me.unit }, ...next }
    case 'unclaimed':
      return { where: { unclaimed: true, ...scope }, ...next }
    case 'objected':
      // Back at the desk: what was sent on since lies with somebody else.
      return { where: { objected: true, unit: office }, ...next }
    case 'today':
      return { where: { open: true, ...scope, nextDue: { gte: at, lt: momentOf(dayOf(at), '24:00') } }, ...next }
    case 'late':
      return { where: { open: true, ...scope, nextDue: { lt: at } }, ...next }
    case 'done':
      return { where: { open: false, ...scope }, by: 'movedAt', dir: 'desc' }
    case 'disputed':
      return { where: { status: 'disputed' }, by: 'movedAt', dir: 'asc' }
    case 'held':
      return { where: { heldSince: { lte: at } }, by: 'heldSince', dir: 'asc' }
  }
}
