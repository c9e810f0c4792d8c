import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

export const notices = {
  /** What the person said when WeChat asked them whether they want messages, by template. Web sessions are told nothing. */
  'notices.allow': action(
    ['citizen'],
    v.object({
      key: s.Key,
      answers: v.pipe(
        v.array(
          v.object({
            template: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
            said: v.picklist(['accept', 'reject', 'ban']),
          }),
        ),
        v.maxLength(5),
      ),
    }),
    v.object({}),
  ),
}
