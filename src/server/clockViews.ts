/** The two clocks of a ticket as people see them, and when the desk opens. */
import type { TicketView } from '@/contract/tickets'
import { BEYOND, type Due, type Moment, type ResolveClock, workdaysBetween } from '@/core/deadline'
import { RESOLVE_CLOCK } from '@/core/lifecycle'
import { opensAt } from '@/core/roster'
import type { Ticket } from '@/core/ticket'
import { type Context, hoursOf } from './context'

export function firstReplyView(
  { firstReply, status }: Ticket,
  opens: Due | undefined,
  ctx: Context,
): TicketView['firstReply'] {
  const { repliedAt, minutes, dueAt, first, ready } = firstReply
  const now = ctx.now.toISOString()
  if (ready) return { dueAt, ready: true, late: false }
  if (repliedAt) return { dueAt, repliedAt, minutes: minutes ?? 0, late: dueAt !== BEYOND && repliedAt > dueAt }
  if (RESOLVE_CLOCK[status] === 'stopped') return { dueAt, late: false }
  const moved = first && { first }
  return { dueAt, ...moved, ...(opens && { opensAt: opens }), late: dueAt !== BEYOND && now > dueAt }
}

export function resolveView({ resolve, status }: Ticket, { now, calendar }: Context): TicketView['resolve'] {
  const { days, promisedAt, dueAt, extendedDays } = resolve
  const seenAt = resolve.stoppedAt ?? resolve.pausedAt ?? now.toISOString()
  const left = workdaysLeft(resolve, seenAt, calendar)
  return {
    state: RESOLVE_CLOCK[status],
    days,
    promisedAt,
    dueAt,
    ...(extendedDays && { extendedDays }),
    ...(left !== null && { workdaysLeft: left }),
    late: dueAt !== BEYOND && seenAt > dueAt,
  }
}

const workdaysLeft = ({ dueAt }: ResolveClock, at: Moment, calendar: Context['calendar']) =>
  dueAt === BEYOND ? null : workdaysBetween(at, dueAt, calendar)

/** When the desk opens next, or undefined while it is open. */
export const deskOpensAt = (ctx: Context) => opensAt(ctx.now.toISOString(), hoursOf(ctx), ctx.calendar) ?? undefined
