import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'
import { TicketLine } from './tickets'

const everyone = ['anyone', 'citizen', 'official', 'timer'] as const

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
    }),
  ),
  /** All that the filing form shows. */
  'filing.open': action(
    everyone,
    v.object({}),
    v.object({
      categories: v.array(s.Category),
      guide: v.array(s.Bilingual),
      hotline: v.string(),
      opensAt: v.exactOptional(s.Due),
      firstReplyMinutes: v.number(),
      /** Templates of messages that this person may be asked about now, in WeChat. */
      notices: v.array(v.string()),
    }),
  ),
}
