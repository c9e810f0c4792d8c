import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'
import { OfficialView } from './signIn'
import { TakenFiling } from './ticketFiling'
import { TicketPage } from './ticketLines'
import { TicketView } from './tickets'

/**
 * open: what is to be done, by the clock that runs out next. review: answers that were disputed. held: what content
 * security holds, the longest waiting first. done: the newest ended ones.
 */
export const QUEUES = ['open', 'review', 'held', 'done'] as const

export const desk = {
  'desk.queue': action(
    ['official'],
    v.object({ queue: v.picklist(QUEUES), after: v.exactOptional(s.Cursor) }),
    v.object({
      ...TicketPage.entries,
      me: OfficialView,
      /** Releases that went out unsigned and still are although their time is over; absent where there are none. */
      overdue: v.exactOptional(v.number()),
      /** How many there are in each queue this official may see. */
      counts: v.object({
        open: v.number(),
        review: v.exactOptional(v.number()),
        /** Absent where there are none. */
        held: v.exactOptional(v.number()),
      }),
    }),
  ),
  /** A ticket with what is needed to work on it. */
  'desk.open': action(
    ['official'],
    v.object({ no: s.TicketNo }),
    v.object({ ticket: TicketView, units: v.array(s.Unit) }),
  ),
  /**
   * Files for somebody at the window or on the phone. `code` goes onto the slip that they are given: with it and the number
   * they follow their ticket without an account. Sent again with the same key, the same ticket and code come back.
   */
  'desk.file': action(['official'], TakenFiling, v.object({ ticket: TicketView, code: v.string() })),
}
