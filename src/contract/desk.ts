import * as v from 'valibot'
import { action } from './action'
import { PhraseView } from './phrases'
import { Suggested } from './routing'
import * as s from './shapes'
import { OfficialView } from './signIn'
import { TakenFiling } from './ticketFiling'
import { TicketPage } from './ticketLines'
import { TicketView } from './tickets'

/**
 * All but the last three by the clock that runs out next. open: everything this official has a part in by their duties;
 * of somebody who only reviews, what they do in the place of others. mine: what they have taken. unit: what lies with
 * their unit. unclaimed: nobody has taken it. objected: back at the desk, because a unit said that it is not theirs. today, late: what runs out today, and what has run out. helping: their unit helps another.
 * disputed: answers to be reviewed, the longest waiting first. held: what content security holds. done: the newest ended ones.
 */
export const QUEUES = [
  'open',
  'mine',
  'unit',
  'unclaimed',
  'objected',
  'today',
  'late',
  'helping',
  'disputed',
  'held',
  'done',
] as const
export const QueueName = v.picklist(QUEUES)
/** What a page of a queue or a ticket was when it was shown: another one means that it is another now. */
const Stamp = v.pipe(v.string(), v.maxLength(80))

export const desk = {
  'desk.queue': action(
    ['official'],
    v.object({ queue: QueueName, after: v.exactOptional(s.Cursor) }),
    v.object({
      ...TicketPage.entries,
      me: OfficialView,
      /** Releases that went out unsigned and still are although their time is over; absent where there are none. */
      overdue: v.exactOptional(v.number()),
      /** The queues this official has, in their order, with how many there are in each; of `done` nobody counts them. */
      queues: v.array(v.object({ name: QueueName, count: v.exactOptional(v.number()) })),
      /** The last day the calendar knows, where deadlines set today lie after it. */
      calendarEnds: v.exactOptional(v.string()),
      stamp: Stamp,
      /** As in `desk.changes`. */
      ringing: v.number(),
      unseen: v.number(),
    }),
  ),
  /**
   * Whether anything has changed since it was shown: asked every few seconds, counted by nobody as looking. `no`: the ticket
   * that is open, beside the queue or alone. A ticket without a stamp is not theirs to see any more. ringing: how many wait for their first reply and are about to be late. unseen: reminders.
   */
  'desk.changes': action(
    ['official'],
    v.object({
      queue: v.exactOptional(QueueName),
      after: v.exactOptional(s.Cursor),
      no: v.exactOptional(s.TicketNo),
    }),
    v.object({
      stamp: v.exactOptional(Stamp),
      ticket: v.exactOptional(Stamp),
      ringing: v.number(),
      unseen: v.number(),
    }),
  ),
  /** A ticket with what is needed to work on it. */
  'desk.open': action(
    ['official'],
    v.object({ no: s.TicketNo }),
    v.object({
      ticket: TicketView,
      stamp: Stamp,
      /** To which it may be passed. */
      units: v.array(s.Unit),
      /** Where the routing rules would send it, and by which rule. */
      suggested: v.exactOptional(Suggested),
      /** The category it is probably about, where that is another than it was filed under. */
      otherCategory: v.exactOptional(s.Category),
      /** To whom it may be handed over. */
      colleagues: v.array(v.object({ id: v.string(), name: v.string() })),
      /** What a part of it may be about, where it may be split. */
      categories: v.array(v.object({ id: v.string(), name: s.Bilingual })),
      /** What may be written, from which somebody chooses: with slots that are to be filled in. */
      phrases: v.array(PhraseView),
      /** Whole sentences that go with one tap, in the language of whoever asked. */
      quick: v.array(v.string()),
    }),
  ),
  /**
   * Files for somebody at the window or on the phone. `code` goes onto the slip that they are given: with it and the number
   * they follow their ticket without an account. Sent again with the same key, the same ticket and code come back.
   */
  'desk.file': action(['official'], TakenFiling, v.object({ ticket: TicketView, code: v.string() })),
}
