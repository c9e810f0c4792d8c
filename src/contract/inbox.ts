/** What a person was told, kept here whether or not WeChat sent it. What they want to be told is in wishes.ts. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

export const LETTERS = ['ticket', 'issue', 'news', 'alert'] as const
/** A sentence and where it leads; what was written is read there. */
export const LetterView = v.object({
  id: v.string(),
  kind: v.picklist(LETTERS),
  at: s.Moment,
  title: s.Bilingual,
  text: s.Bilingual,
  /** The ticket's number, the or the release's id. */
  about: v.string(),
  unseen: v.boolean(),
})
export type LetterView = v.InferOutput<typeof LetterView>

export const inbox = {
  'inbox.open': action(
    ['citizen'],
    v.object({ after: v.exactOptional(s.Cursor) }),
    v.object({ items: v.array(LetterView), unseen: v.number(), next: v.exactOptional(s.Cursor) }),
  ),
  /** One of them has been seen, or everything up to this moment. */
  'inbox.seen': action(
    ['citizen'],
    v.union([v.object({ id: v.pipe(v.string(), v.maxLength(64)) }), v.object({ upTo: s.Moment })]),
    v.object({}),
  ),
}
