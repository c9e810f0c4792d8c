/** Who saw and did what. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

/** `who`: absent for the timer, and where an account was tried that nobody has. */
const AuditLineView = v.object({
  id: v.string(),
  at: s.Moment,
  who: v.exactOptional(v.object({ id: v.string(), name: v.string(), unit: s.Bilingual })),
  /** The name of an action of this contract, or `audit.seal`. */
  did: v.string(),
  /** The command's name, the queue's or the list's. */
  what: v.exactOptional(v.string()),
  /** A ticket's number, or the id of something else. */
  about: v.exactOptional(v.string()),
  /** It was refused. */
  refused: v.boolean(),
})
export type AuditLineView = v.InferOutput<typeof AuditLineView>

export const audit = {
  /** The newest first; of one official, or about one ticket. For administrators and reviewers; that they looked is written down. */
  'audit.list': action(
    ['official'],
    v.object({
      official: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'malformed'))),
      about: v.exactOptional(s.TicketNo),
      after: v.exactOptional(s.Cursor),
    }),
    v.object({
      items: v.array(AuditLineView),
      next: v.exactOptional(v.string()),
      /** Whose lines these are, where they were asked for. */
      of: v.exactOptional(v.string()),
    }),
  ),
}
