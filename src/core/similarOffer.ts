/** What is offered to somebody who is writing a filing: which tickets of others may be about the same thing. */
import { OPEN_STATUSES } from './lifecycle'
import { NEAR } from './nearby'
import type { Terms } from './similar'
import type { Ticket } from './ticket'

/** From here on two texts are about the same thing more often than not: see test/bench/nearby.ts. */
export const ALIKE = 0.16
/** So alike that it may be the same though nobody said where, or though it is elsewhere. */
const ALIKE_SOMEWHERE = 0.18
const ALIKE_ELSEWHERE = 0.3
/** Next door: the same kind of trouble here is offered whatever the words are. */
const NEXT_DOOR = 100
/** Fewer terms than these, of three characters or so, say nothing yet. */
const HARDLY_ANYTHING = 6

/** Somebody's ticket beside what is being written. `metres` where both have a place. */
export type Beside = { likeness: number; isSameCategory: boolean; isSameSpot: boolean; metres?: number }

/** How well it fits, to put the best first; 0: not at all. `written`: what has been written so far. */
export function fitOf(written: Terms, beside: Beside): number {
  if (beside.likeness < leastLikeness(written, beside)) return 0
  const { likeness, isSameCategory, isSameSpot, metres } = beside
  const near = metres === undefined ? 0 : Math.max(0, 1 - metres / NEAR)
  return 0.01 + likeness + near / 2 + (isSameCategory ? 0.3 : 0) + (isSameSpot ? 1 : 0)
}

/** The further away, the more alike the words must be. */
function leastLikeness(written: Terms, { isSameCategory, isSameSpot, metres }: Beside): number {
  if (isSameSpot) return isSameCategory ? 0 : ALIKE
  const isNear = metres !== undefined && metres <= NEAR
  if (!isSameCategory) return isNear ? ALIKE : Number.POSITIVE_INFINITY
  if (metres === undefined) return ALIKE_SOMEWHERE
  if (!isNear) return ALIKE_ELSEWHERE
  return metres <= NEXT_DOOR || written.size < HARDLY_ANYTHING ? 0 : ALIKE / 4
}

/** What concerns its asker and the desk alone: misconduct, somebody who works here, a tip. */
export const isBetweenTwo = ({ kind, against, about }: Ticket): boolean =>
  kind === 'report' || against !== undefined || about?.tip === true

/** Whether others may be told of a ticket, even in the little that they are told; not while anything of it is kept back. */
export const isForOthers = (ticket: Ticket): boolean =>
  OPEN_STATUSES.includes(ticket.status) &&
  !isBetweenTwo(ticket) &&
  (ticket.screened ?? []).every(({ state }) => state === 'released')
