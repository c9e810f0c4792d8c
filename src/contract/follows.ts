/** Following somebody else's ticket instead of filing the same again. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

/**
 * What a follower sees: where it stands, and nothing that gives the asker away. `answer` is the unit's answer in words,
 * where the asker agreed to publication and no private detail was found in it.
 */
export const FollowView = v.object({
  no: v.string(),
  sample: v.boolean(),
  category: s.Category,
  status: s.Status,
  filedAt: s.Moment,
  movedAt: s.Moment,
  unit: s.Unit,
  spot: v.exactOptional(s.Bilingual),
  result: v.exactOptional(s.Result),
  outcome: v.exactOptional(s.Outcome),
  answer: v.exactOptional(v.string()),
  followers: v.number(),
  /** It is over; a follower may say that it is not solved for them, by filing their own. */
  over: v.boolean(),
})
export type FollowView = v.InferOutput<typeof FollowView>

const one = v.object({ no: s.TicketNo })
export const follows = {
  /** Following twice is following once. One's own ticket cannot be followed. */
  'follows.add': action(['citizen'], one, FollowView),
  'follows.remove': action(['citizen'], one, v.object({})),
  /** The newest first. */
  'follows.mine': action(['citizen'], v.object({}), v.object({ items: v.array(FollowView) })),
}
