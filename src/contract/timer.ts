import * as v from 'valibot'
import { action } from './action'

export const timer = {
  /** Closes what the citizen has not spoken about in time. Gives how many were closed, and whether more are due. */
  'timer.lapse': action(['timer'], v.object({}), v.object({ closed: v.number(), more: v.boolean() })),
}
