import { decide } from '@/core/decide'
import { type Context, settingOf } from './context'
import { idOf } from './ids'
import { save } from './keptTickets'
import { Conflict, Duplicate, MAX_PAGE } from './ports'
import { type TicketRecord, ticketOf } from './records'
import type { Round } from './timer'

/** Closes what the citizen has not spoken about in time. */
export async function lapse(ctx: Context): Promise<Round> {
  const where = { lapsesAt: { lt: ctx.now.toISOString() } }
  const due = await ctx.store.find<TicketRecord>('tickets', { where, by: 'lapsesAt', dir: 'asc', limit: MAX_PAGE })
  let closed = 0
  for (const record of due.items) {
    const ticket = ticketOf(record)
    const decision = decide(ctx.caller, ticket, { do: 'lapse' }, settingOf(ctx))
    if (!decision.ok) continue
    try {
      await save(record, decision.ticket, idOf('lapse', ticket.no, String(ticket.entries)), { do: 'lapse' }, ctx)
      closed++
    } catch (error) {
      // Somebody spoke at the last moment, or another timer was faster: it is no longer ours to close.
      if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
    }
  }
  return { did: closed, more: due.next !== undefined }
}
