/**
 * Clocks worked out anew, where the world has changed under them: the hours of the desk, or a calendar that reaches
 * further than it did. Given twice, it changes nothing the second time.
 */
import { BEYOND, type Due, NEVER, revealResolve } from './deadline'
import type { Setting } from './decide'
import { RESOLVE_CLOCK } from './lifecycle'
import { type FirstReplyClock, isSettled, startFirstReply } from './roster'
import type { Ticket } from './ticket'
import { setUrge } from './urge'

/** Null where nothing changes. */
export function recount(ticket: Ticket, at: Setting): Ticket | null {
  if (RESOLVE_CLOCK[ticket.status] === 'stopped') return null
  const counted = {
    ...ticket,
    firstReply: recountFirst(ticket, at),
    resolve: revealResolve(ticket.resolve, ticket.filedAt, at.calendar),
  }
  const next = setUrge(counted, ticket, 'recount', at)
  return saysTheSame(next, ticket) ? null : next
}

/** While nobody has replied. What is late stays late: nobody is let off by closing the desk afterwards. */
function recountFirst({ firstReply, filedAt }: Ticket, at: Setting): FirstReplyClock {
  const { first, ...clock } = firstReply
  if (isSettled(clock) || orNever(clock.dueAt) <= at.now) return firstReply
  const fresh = startFirstReply(filedAt, at.limits.firstReplyMinutes, at.duty, at.calendar)
  const promised = first ?? clock.dueAt
  return orNever(fresh.dueAt) > orNever(promised) ? { ...fresh, first: promised } : fresh
}

const orNever = (due: Due): string => (due === BEYOND ? NEVER : due)

const saysTheSame = (one: Ticket, other: Ticket): boolean => partOf(one) === partOf(other)
const partOf = ({ firstReply: f, resolve: r, urge: u }: Ticket): string =>
  JSON.stringify([
    ...[f.dueAt, f.alarmAt, f.first ?? '', f.repliedAt ?? ''],
    ...[r.promisedAt, r.dueAt, r.waited ?? 0, u?.at ?? '', u?.first ?? '', u?.level ?? '', u?.since ?? ''],
  ])
