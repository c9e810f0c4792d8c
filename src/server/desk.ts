import type { Input } from '@/contract'
import { hasDuty, type Official } from '@/core/actor'
import type { Context } from './context'
import type { Handlers } from './handle'
import type { Query, Where } from './ports'
import { overdueReleases } from './publishing'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { load, view } from './tickets'
import { officialView, ticketLines, unitOf } from './views'

/** What fits into 20 KB on the mini program, with long texts and photos. */
const PAGE = 15
type Queue = Input<'desk.queue'>['queue']

export const desk: Pick<Handlers, 'desk.queue' | 'desk.open' | 'desk.file'> = {
  async 'desk.queue'({ queue, after }, ctx) {
    const me = officialOf(ctx)
    const query = queryOf(queue, me, ctx)
    const [page, open, review, held, overdue] = await Promise.all([
      ctx.store.find<TicketRecord>('tickets', { ...query, limit: PAGE, ...(after && { after }) }),
      ctx.store.count('tickets', queryOf('open', me, ctx).where),
      hasDuty(me, 'review') ? ctx.store.count('tickets', queryOf('review', me, ctx).where) : undefined,
      hasDuty(me, 'dispatch') ? ctx.store.count('tickets', queryOf('held', me, ctx).where) : 0,
      overdueReleases(ctx),
    ])
    return {
      items: await ticketLines(page.items.map(ticketOf), ctx),
      ...(page.next && { next: page.next }),
      me: officialView(me, ctx),
      ...(overdue && { overdue }),
      counts: { open, ...(review !== undefined && { review }), ...(held && { held }) },
    }
  },

  'desk.file': async () => refuse('unknown-action'),

  async 'desk.open'({ no }, ctx) {
    const ticket = ticketOf(await load(no, ctx))
    const shown = await view(ticket, ctx)
    const chooses = shown.may.includes('dispatch') || shown.may.includes('add-unit')
    const units = chooses
      ? ctx.district.units.filter(({ id }) => id !== ticket.unit && !ticket.coUnits.includes(id))
      : []
    return { ticket: shown, units: units.map(({ id }) => unitOf(id, ctx.district)) }
  },
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
