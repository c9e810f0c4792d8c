import * as v from 'valibot'
import { action } from './action'
import { everyone } from './everyone'
import { AlertLine, Entry, IssueLine, NewsLine } from './lines'
import * as s from './shapes'
import { TicketLine } from './ticketLines'
import { WeatherStrip } from './weather'

export const home = {
  /** All that the first screen shows. */
  'home.open': action(
    everyone,
    v.object({}),
    v.object({
      district: v.object({ name: s.Bilingual, program: s.Bilingual, hotline: v.string(), sample: v.boolean() }),
      opensAt: v.exactOptional(s.Due),
      firstReplyMinutes: v.number(),
      latest: v.exactOptional(TicketLine),
      /** Messages that they have not looked at yet. */
      unseen: v.optional(v.number(), 0),
      alerts: v.array(AlertLine),
      /** Absent while there is no reading of the weather, or none that still means anything. */
      weather: v.exactOptional(WeatherStrip),
      menu: v.array(Entry),
      news: v.array(NewsLine),
      issues: v.array(IssueLine),
    }),
  ),
}
