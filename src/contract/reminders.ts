/** What the clock reminds an official of. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

/** alarm: the first reply is nearly due. no-reply: it is overdue. ahead: so many working days are left. foretell: today or tomorrow. late. */
export const RUNGS = ['alarm', 'no-reply', 'ahead', 'foretell', 'late'] as const

export const ReminderView = v.object({
  no: v.string(),
  rung: v.picklist(RUNGS),
  /** Working days ahead. */
  days: v.exactOptional(v.number()),
  at: s.Moment,
  dueAt: s.Due,
  unseen: v.boolean(),
  category: s.Bilingual,
  text: v.string(),
  status: s.Status,
  unit: s.Bilingual,
  handler: v.exactOptional(v.string()),
})
export type ReminderView = v.InferOutput<typeof ReminderView>

export const reminders = {
  /** The newest first. What they may no longer see has gone from the list. */
  'reminders.list': action(
    ['official'],
    v.object({ after: v.exactOptional(s.Cursor) }),
    v.object({ items: v.array(ReminderView), next: v.exactOptional(v.string()), unseen: v.number() }),
  ),
  /** They have looked: at those of one ticket, or at all that there are. */
  'reminders.see': action(
    ['official'],
    v.object({ no: v.exactOptional(s.TicketNo) }),
    v.object({ unseen: v.number() }),
  ),
}
