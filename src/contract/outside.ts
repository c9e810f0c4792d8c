/** What comes from outside the district: weather, warnings, congestion. Read by the timer, kept, and shown with its age. */
import * as v from 'valibot'
import { action } from './action'
import { everyone } from './everyone'
import { RoadLine } from './reading'
import * as s from './shapes'
import { Forecast, kept } from './weather'

/** Why something outside could not be read. */
export const TROUBLES = ['unreachable', 'too-slow', 'status', 'too-large', 'not-understood', 'refused'] as const

export const JAMS = ['clear', 'slow', 'jammed', 'blocked', 'unknown'] as const
/** How a fixed route of the district runs now. Minutes and kilometres. */
export const RouteState = v.object({
  id: v.string(),
  name: s.Bilingual,
  state: v.picklist(JAMS),
  minutes: v.number(),
  kilometres: v.number(),
  /** The worst stretch, by the name of its road. */
  worst: v.exactOptional(v.string()),
})
export const Congestion = v.object({
  routes: v.array(RouteState),
  source: v.object({ name: v.string(), url: v.string() }),
})
export type Congestion = v.InferOutput<typeof Congestion>

export const outside = {
  'weather.open': action(
    everyone,
    v.object({}),
    v.object({
      place: s.Bilingual,
      /** Absent until it was read for the first time: then there is nothing to show, and nothing is made up. */
      reading: v.exactOptional(v.object({ ...kept, ...Forecast.entries })),
    }),
  ),
  'traffic.open': action(
    everyone,
    v.object({}),
    v.object({
      events: v.array(RoadLine),
      /** Absent where the district has no key for it. */
      congestion: v.exactOptional(v.object({ ...kept, ...Congestion.entries })),
    }),
  ),
}
