/** What a person wants to be told, and when. */
import * as v from 'valibot'
import { NOTICES } from '@/core/notice'
import { action } from './action'
import * as s from './shapes'

export type { NoticeKind } from '@/core/notice'

const Clock = v.pipe(v.string('time-wrong'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-wrong'))
const wished = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30))

/** Topics are the district's channels, and its kinds of emergencies after `alert:`; towns its units that are towns. */
export const Wishes = v.object({
  topics: wished,
  towns: wished,
  /** Nothing but emergencies in these hours of Beijing, HH:MM to HH:MM; absent: at any time. */
  quiet: v.exactOptional(v.object({ from: Clock, to: Clock })),
})
export type Wishes = v.InferOutput<typeof Wishes>

/** How many messages WeChat may still send this person with one template, and what it tells of. */
export const Leave = v.object({ kinds: v.array(v.picklist(NOTICES)), left: v.number(), lasting: v.boolean() })

export const wishes = {
  'wishes.open': action(
    ['citizen'],
    v.object({}),
    v.object({
      wishes: Wishes,
      topics: v.array(v.object({ id: v.string(), name: s.Bilingual })),
      alerts: v.array(v.string()),
      towns: v.array(s.Unit),
      leave: v.array(Leave),
      /** Templates about which this person may be asked now, in WeChat. */
      notices: v.array(v.string()),
      hotline: v.string(),
    }),
  ),
  'wishes.set': action(['citizen'], v.object({ key: s.Key, wishes: Wishes }), v.object({})),
}
