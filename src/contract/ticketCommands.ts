/** What may be done to a ticket. */
import * as v from 'valibot'
import { MOST_CO_UNITS } from '@/core/kind'
import { action } from './action'
import { Part } from './screening'
import * as s from './shapes'
import { TicketView } from './tickets'

const photos = v.exactOptional(s.PhotoIds)
const clips = v.exactOptional(s.ClipIds)
const unit = s.settled('unit-unknown')
const reason = v.pipe(s.written('needs-reason'), v.minLength(1, 'needs-reason'), v.maxLength(500, 'text-long'))
const words = v.exactOptional(v.pipe(s.written(), v.maxLength(2000, 'text-long')))

const Day = v.pipe(v.string('day-wrong'), v.isoDate('day-wrong'))

/** What a person may do to a ticket. What is missing here only the timer, WeChat's verdict, or another command does. */
export const Command = v.variant('do', [
  v.object({ do: v.literal('reply'), text: s.Words, photos }),
  v.object({ do: v.literal('add'), text: words, photos, clips }),
  v.object({ do: v.literal('supply'), text: words, photos, clips }),
  v.object({
    do: v.literal('dispatch'),
    unit,
    coUnits: v.exactOptional(v.pipe(v.array(unit), v.maxLength(MOST_CO_UNITS, 'units-many'))),
    note: words,
  }),
  v.object({ do: v.literal('take') }),
  v.object({ do: v.literal('hand-over'), to: s.settled('person-missing'), note: words }),
  v.object({ do: v.literal('hand-back'), note: words }),
  v.object({ do: v.literal('object'), reason }),
  v.object({ do: v.literal('ask-back'), text: s.Words }),
  v.object({
    do: v.literal('extend'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60, 'too-many-days')),
    reason,
  }),
  v.object({ do: v.literal('delay'), until: Day, reason }),
  v.object({ do: v.literal('add-unit'), unit }),
  v.object({ do: v.literal('merge'), into: s.TicketNo, text: s.Words }),
  v.object({ do: v.literal('unmerge') }),
  v.object({ do: v.literal('split'), text: s.Text, category: s.settled('category-unknown') }),
  v.object({ do: v.literal('note'), text: s.Words, photos }),
  v.object({ do: v.literal('join-group'), group: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'no-such-group')) }),
  /** `text`: why, for its asker to read; needed where they had the answer to all already. */
  v.object({ do: v.literal('leave-group'), text: v.exactOptional(s.Words) }),
  v.object({ do: v.literal('answer'), text: s.Words, result: s.Result, reason: v.exactOptional(reason), photos }),
  v.object({ do: v.literal('confirm') }),
  v.object({ do: v.literal('dispute'), text: s.Words, photos }),
  v.object({ do: v.literal('review'), outcome: v.picklist(['reopen', 'uphold']), text: s.Words }),
  v.object({
    do: v.literal('rate'),
    stars: v.pipe(
      v.number('stars-wrong'),
      v.integer('stars-wrong'),
      v.minValue(1, 'stars-wrong'),
      v.maxValue(5, 'stars-wrong'),
    ),
    text: words,
  }),
  v.object({ do: v.literal('withdraw'), text: words }),
  v.object({ do: v.literal('release'), part: Part }),
  v.object({ do: v.literal('withhold'), part: Part, reason }),
])
export type Command = v.InferOutput<typeof Command>

export const ticketCommands = {
  'tickets.act': action(
    ['citizen', 'official'],
    v.object({ no: s.TicketNo, key: s.Key, command: Command }),
    TicketView,
  ),
}
