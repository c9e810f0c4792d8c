import type { Input, Output } from '@/contract'
import { QUEUES } from '@/contract/desk'
import { hasDuty, type Official } from '@/core/actor'
import { isKeptAway } from '@/core/concern'
import { dayOf, momentOf } from '@/core/deadline'
import { maySee, type Ticket } from '@/core/ticket'
import type { Context } from './context'
import { unseenReminders } from './duty'
import { colleaguesOf } from './handing'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { load } from './keptTickets'
import { phrasesFor } from './phrases'
import { type Doc, MAX_PAGE, type Query, type Where } from './ports'
import { overdueReleases } from './publishing'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { suggestionFor } from './routing'
import { takeFiling } from './takeFiling'
import { unitsConcerned, view } from './tickets'
import { officialView, ticketLines, unitOf } from './views'

/** What fits into 20 KB on the mini program, with long texts and photos. */
const PAGE = 15
type Queue = Input<'desk.queue'>['queue']

export const desk: Pick<Handlers, 'desk.queue' | 'desk.changes' | 'desk.open' | 'desk.file'> = {
  async 'desk.queue'({ queue, after }, ctx) {
    const me = officialOf(ctx)
    const query = queryOf(queue, me, ctx)
    const [page, queues, overdue] = await Promise.all([
      pageOf({ ...query, ...(after && { after }) }, me, ctx),
      queuesOf(me, ctx),
      overdueReleases(ctx),
    ])
    return {
      items: await ticketLines(page.items, ctx),
      ...(page.next && { next: page.next }),
      me: officialView(me, ctx),
      ...(overdue && { overdue }),
      queues,
      stamp: stampOf(page.items),
    }
  },

  /**
   * Whoever asks at the window or on the phone has no account: an id of their own, which no session has (those of people
   * hold no colon), and follows it with number and code. Both clocks run as for anybody: that somebody has spoken with
   * them is no answer to their matter yet, and a unit that hears of it by phone gets no more time than by any other way.
   */
  async 'desk.file'({ channel, ...filing }, ctx) {
    const me = officialOf(ctx)
    if (!hasDuty(me, 'answer') && !hasDuty(me, 'dispatch')) return refuse('not-allowed')
    const filingId = idOf('taken', me.id, filing.key)
    const taken = { by: { id: me.id, name: me.name }, unit: me.unit, channel }
    const no = await takeFiling(filing, { asker: `desk:${filingId}`, filingId, limited: 'desk.file', taken }, ctx)
    const ticket = await ctx.store.get<TicketRecord>('tickets', no)
    if (!ticket) throw new Error('a filing has no ticket')
    // For who may not work on it, as whoever holds the slip sees it.
    const caller = maySee(me, ticketOf(ticket)) ? me : ({ role: 'anyone' } as const)
    return { ticket: await view(ticketOf(ticket), { ...ctx, caller }), code: ticket.code }
  },

  async 'desk.changes'({ queue, after, no }, ctx) {
    const me = officialOf(ctx)
    const page = await pageOf({ ...queryOf(queue, me, ctx), ...(after && { after }) }, me, ctx)
    const ticket = no && ticketOf(await load(no, ctx))
    return {
      stamp: stampOf(page.items),
      ...(ticket && { ticket: stampOf([ticket]) }),
      ringing: 0,
      unseen: await unseenReminders(me, ctx),
    }
  },

  async 'desk.open'({ no }, ctx) {
    const ticket = ticketOf(await load(no, ctx))
    const shown = await view(ticket, ctx)
    const chooses = shown.may.includes('dispatch') || shown.may.includes('add-unit')
    const closed = chooses ? [ticket.unit, ...ticket.coUnits, ...(await unitsConcerned(ticket.against, ctx))] : []
    const units = chooses ? ctx.district.units.filter(({ id }) => !closed.includes(id)) : []
    const suggested = chooses ? await suggestionFor(ticket, closed, ctx) : undefined
    return {
      ticket: shown,
      stamp: stampOf([ticket]),
      units: units.map(({ id }) => unitOf(id, ctx.district)),
      ...(suggested && { suggested }),
      colleagues: shown.may.includes('hand-over') ? await colleaguesOf(ticket, ctx) : [],
      categories: shown.may.includes('split') ? ctx.district.categories.map(({ id, name }) => ({ id, name })) : [],
      phrases: await phrasesFor(ticket, ctx),
    }
  },
}

/**
 * The next tickets that this official may see. What they must not know of leaves no gap, and no page ends with it: where
 * a page ends stands in its cursor.
 */
async function pageOf(
  query: Omit<Query, 'limit'>,
  me: Official,
  ctx: Context,
): Promise<{ items: Ticket[]; next?: string }> {
  const { store } = ctx
  const read = (limit: number) => store.find<TicketRecord>('tickets', { ...query, limit })
  const isSeen = (record: TicketRecord & Doc) => maySee(me, ticketOf(record))
  const page = await read(PAGE)
  if (page.items.every(isSeen)) return { items: page.items.map(ticketOf), ...(page.next && { next: page.next }) }
  const more = await read(MAX_PAGE)
  const seen = more.items.filter(isSeen).slice(0, PAGE)
  const last = seen.at(-1)
  if (!last) return more.next ? pageOf({ ...query, after: more.next }, me, ctx) : { items: [] }
  const ended = more.items.indexOf(last) + 1
  const goesOn = more.next !== undefined || more.items.slice(ended).some(isSeen)
  const next = goesOn ? (await read(ended)).next : undefined
  return { items: seen.map(ticketOf), ...(next && { next }) }
}

/** The queues of this official with how many each holds. What they must not know of is not counted either. */
async function queuesOf(me: Official, ctx: Context): Promise<Output<'desk.queue'>['queues']> {
  const mine = QUEUES.filter((queue) => has(queue, me))
  const unseen = await unseenBy(me, ctx)
  return Promise.all(
    mine.map(async (name) => {
      if (name === 'done' || name === 'helping') return { name }
      const { where } = queryOf(name, me, ctx)
      const count = await ctx.store.count('tickets', where)
      return { name, count: count - unseen.filter((record) => isWithin(record, where)).length }
    }),
  )
}

/** Whether a record is one of those that a condition asks for. */
const isWithin = (record: TicketRecord, where: Where): boolean =>
  Object.entries(where).every(([field, wanted]) => {
    const found = Reflect.get(record, field)
    if (typeof wanted !== 'object') return found === wanted
    if ('in' in wanted) return wanted.in.includes(found)
    const { lt = LAST, lte = LAST } = wanted
    return found !== undefined && found < lt && found <= lte
  })
const LAST = '\uffff'

/** What is about this official, among the newest open ones that are about officials at all: there are few. */
async function unseenBy(me: Official, { store }: Context): Promise<TicketRecord[]> {
  const query: Query = { where: { named: true, open: true }, by: 'movedAt', dir: 'desc', limit: MAX_PAGE }
  const { items } = await store.find<TicketRecord>('tickets', query)
  return items.filter(({ against }) => isKeptAway(me, against))
}

/** Whether this official has such a queue. */
function has(queue: Queue, me: Official): boolean {
  const [answers, dispatches] = [hasDuty(me, 'answer'), hasDuty(me, 'dispatch')]
  switch (queue) {
    case 'held':
    case 'objected':
      return dispatches
    case 'disputed':
      return hasDuty(me, 'review')
    case 'mine':
    case 'helping':
      return answers
    default:
      return answers || dispatches || hasDuty(me, 'review')
  }
}

/** A dispatcher sees the whole district and what is held in it; others what lies with their own unit; reviewers every dispute; an author nothing. */
function queryOf(queue: Queue, me: Official, { now }: Context): Omit<Query, 'limit'> & { where: Where } {
  if (!has(queue, me)) return refuse('not-allowed')
  const scope: Where = hasDuty(me, 'dispatch') ? {} : { unit: me.unit }
  const next = { by: 'nextDue', dir: 'asc' } as const
  const at = now.toISOString()
  switch (queue) {
    case 'open':
      return { where: { open: true, ...scope }, ...next }
    case 'mine':
      return { where: { handlerId: me.id, open: true }, ...next }
    case 'unit':
    case 'helping':
      return { where: { open: true, unit: me.unit }, ...next }
    case 'unclaimed':
      return { where: { unclaimed: true, ...scope }, ...next }
    case 'objected':
      return { where: { objected: true }, ...next }
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

/** Another one means that something has changed. */
const stampOf = (tickets: Ticket[]): string => idOf('stamp', ...tickets.map(({ no, entries }) => `${no}/${entries}`))

const officialOf = ({ caller }: Context): Official => (caller.role === 'official' ? caller : refuse('not-allowed'))
