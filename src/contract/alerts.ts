import * as v from 'valibot'
import { action } from './action'
import { everyone } from './everyone'
import { AlertLine } from './lines'

export const alerts = {
  /** Emergency notices that hold now, the worst first: for the banner of every screen. */
  'alerts.now': action(everyone, v.object({}), v.object({ now: v.array(AlertLine) })),
}
