/** Somebody who abuses the desk is kept from writing to people for a while. What everybody reads stays open to them. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

export const MOST_BLOCK_DAYS = 30
const MAX_REASON = 200
export const BlockLine = v.object({
  id: v.string(),
  /** The ticket for which it was done. */
  no: v.string(),
  reason: v.string(),
  by: v.string(),
  at: s.Moment,
  until: s.Moment,
})
export type BlockLine = v.InferOutput<typeof BlockLine>

/** The person reads it. */
const Reason = v.pipe(s.written('words-missing'), v.minLength(1, 'words-missing'), v.maxLength(MAX_REASON, 'text-long'))

export const blocks = {
  /** By the asker of a ticket, whom the official need not know. */
  'blocks.add': action(
    ['official'],
    v.object({
      key: s.Key,
      no: s.TicketNo,
      days: v.pipe(
        v.number('malformed'),
        v.integer('malformed'),
        v.minValue(1, 'malformed'),
        v.maxValue(MOST_BLOCK_DAYS, 'block-long'),
      ),
      reason: Reason,
    }),
    v.object({ until: s.Moment }),
  ),
  /** Those that hold now, the first to end first. */
  'blocks.list': action(
    ['official'],
    v.object({ after: v.exactOptional(s.Cursor) }),
    v.object({ items: v.array(BlockLine), next: v.exactOptional(s.Cursor) }),
  ),
  'blocks.lift': action(['official'], v.object({ key: s.Key, id: v.pipe(v.string(), v.maxLength(64)) }), v.object({})),
}
