import type { Input, Output } from '@/contract'
import { hasDuty, type Official } from '@/core/actor'
import { isKeptAway } from '@/core/concern'
import { maySee, type Ticket } from '@/core/ticket'
import type { Context } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { type Doc, MAX_PAGE, type Query, type Where } from './ports'
import { overdueReleases } from './publishing'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { takeFiling } from './takeFiling'
import { load, unitsConcerned, view } from './tickets'
import { officialView, ticketLines, unitOf } from './views'

/** What fits into 20 KB on the mini program, with long texts and photos. */
const PAGE = 15
type Queue = Input<'desk.queue'>['queue']

export const desk: Pick<Handlers, 'desk.queue' | 'desk.open' | 'desk.file'> = {
  async 'desk.queue'({ queue, after }, ctx) {
    const me = officialOf(ctx)
    const query = queryOf(queue, me, ctx)
    const [page, counts, overdue] = await Promise.all([
      pageOf({ ...query, ...(after && { after }) }, me, ctx),
      countsOf(me, ctx),
      overdueReleases(ctx),
    ])
    return {
      items: await ticketLines(page.items, ctx),
      ...(page.next && { next: page.next }),
      me: officialView(me, ctx),
      ...(overdue && { overdue }),
      counts,
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

  async 'desk.open'({ no }, ctx) {
    const ticket = ticketOf(await load(no, ctx))
    const shown = await view(ticket, ctx)
    const chooses = shown.may.includes('dispatch') || shown.may.includes('add-unit')
    const closed = chooses ? [ticket.unit, ...ticket.coUnits, ...(await unitsConcerned(ticket.against, ctx))] : []
    const units = chooses ? ctx.district.units.filter(({ id }) => !closed.includes(id)) : []
    return { ticket: shown, units: units.map(({ id }) => unitOf(id, ctx.district)) }
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

/** How many each queue holds. What this official must not know of is not counted either. */
async function countsOf(me: Official, ctx: Context): Promise<Output<'desk.queue'>['counts']> {
  const where = (queue: Queue) => queryOf(queue, me, ctx).where
  const [open, review, held, unseen] = await Promise.all([
    ctx.store.count('tickets', where('open')),
    hasDuty(me, 'review') ? ctx.store.count('tickets', where('review')) : undefined,
    hasDuty(me, 'dispatch') ? ctx.store.count('tickets', where('held')) : 0,
    unseenBy(me, ctx),
  ])
  const scope = where('open').unit
  const less = (counts: (record: TicketRecord) => boolean) => unseen.filter(counts).length
  const seenHeld = held - less(({ heldSince }) => heldSince !== undefined)
  return {
    open: open - less((record) => record.open && (scope === undefined || record.unit === scope)),
    ...(review !== undefined && { review: review - less(({ status }) => status === 'disputed') }),
    ...(seenHeld > 0 && { held: seenHeld }),
  }
}

/** What is about this official, among the newest open ones that are about officials at all: there are few. */
async function unseenBy(me: Official, { store }: Context): Promise<TicketRecord[]> {
  const query: Query = { where: { named: true, open: true }, by: 'movedAt', dir: 'desc', limit: MAX_PAGE }
  const { items } = await store.find<TicketRecord>('tickets', query)
  return items.filter(({ against }) => isKeptAway(me, against))
}

/** A dispatcher sees the whole district and what is held in it; others what lies with their own unit; reviewers every dispute; an author nothing. */
function queryOf(queue: Queue, me: Official, { now }: Context): Omit<Query, 'limit'> & { where: Where } {
  if (!(['answer', 'dispatch', 'review'] as const).some((duty) => hasDuty(me, duty))) return refuse('not-allowed')
  const scope: Where = hasDuty(me, 'dispatch') ? {} : { unit: me.unit }
  switch (queue) {
    case 'open':
      return { where: { open: true, ...scope }, by: 'nextDue', dir: 'asc' }
    case 'done':
      return { where: { open: false, ...scope }, by: 'movedAt', dir: 'desc' }
    case 'review':
      if (!hasDuty(me, 'review')) return refuse('not-allowed')
      return { where: { status: 'disputed' }, by: 'movedAt', dir: 'asc' }
    case 'held':
      if (!hasDuty(me, 'dispatch')) return refuse('not-allowed')
      return { where: { heldSince: { lte: now.toISOString() } }, by: 'heldSince', dir: 'asc' }
  }
}

const officialOf = ({ caller }: Context): Official => (caller.role === 'official' ? caller : refuse('not-allowed'))
