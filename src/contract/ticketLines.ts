/** Tickets in lists. Apart from tickets.ts because the first screens show them, and nobody should wait there for the rest. */
import * as v from 'valibot'
import { action } from './action'
import { ScreenedView } from './screening'
import * as s from './shapes'

export const FirstReplyView = v.object({
  dueAt: s.Due,
  repliedAt: v.exactOptional(s.Moment),
  /** Minutes of duty time it took. */
  minutes: v.exactOptional(v.number()),
  /** When the desk opens next; absent while it is open. */
  opensAt: v.exactOptional(s.Due),
  /** What was promised first, where a change of the hours of the desk has moved it later. */
  first: v.exactOptional(s.Due),
  /** The answer was there when it was asked: nobody has to say a first word. */
  ready: v.exactOptional(v.literal(true)),
  late: v.boolean(),
})
export const ResolveView = v.object({
  state: v.picklist(['runs', 'waits', 'stopped']),
  days: v.number(),
  promisedAt: s.Due,
  dueAt: s.Due,
  extendedDays: v.exactOptional(v.number()),
  /** Working days left, 0 on the last day, negative when late; absent beyond the calendar. */
  workdaysLeft: v.exactOptional(v.number()),
  late: v.boolean(),
})

/** A ticket in a list. */
export const TicketLine = v.object({
  no: v.string(),
  sample: v.boolean(),
  category: s.Category,
  text: v.string(),
  thumb: v.exactOptional(v.string()),
  status: s.Status,
  filedAt: s.Moment,
  movedAt: s.Moment,
  unit: s.Unit,
  handler: v.exactOptional(v.string()),
  firstReply: FirstReplyView,
  resolve: ResolveView,
  /** Something in it waits for the desk to look at it. */
  held: v.boolean(),
  /** Its words are kept from others, to whom `text` is empty. */
  screened: v.exactOptional(ScreenedView.entries.state),
})
export type TicketLine = v.InferOutput<typeof TicketLine>
export const TicketPage = v.object({ items: v.array(TicketLine), next: v.exactOptional(v.string()) })

export const ticketLines = {
  'tickets.mine': action(['citizen'], v.object({ after: v.exactOptional(s.Cursor) }), TicketPage),
}
