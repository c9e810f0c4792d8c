import * as v from 'valibot'
import { action } from './action'
import { Part, ScreenedView } from './screening'
import * as s from './shapes'

const Phone = v.pipe(v.string(), v.trim(), v.regex(/^$|^\+?[\d][\d -]{5,19}$/, 'phone-wrong'))
const Name = v.pipe(s.written(), v.maxLength(40, 'name-long'))
/** The id of something that the district has set, and that is looked up. */
const settled = (wrong: string) => v.pipe(v.string(wrong), v.minLength(1, wrong), v.maxLength(40, wrong))

const filing = {
  key: s.Key,
  kind: s.Kind,
  category: settled('category-unknown'),
  text: v.pipe(s.written('text-short'), v.maxLength(s.MAX_TEXT, 'text-long')),
  place: v.object({
    address: v.exactOptional(v.pipe(s.written(), v.maxLength(200, 'place-long'))),
    point: v.exactOptional(s.Pinned),
  }),
  /** The code that was scanned. */
  spot: v.exactOptional(s.SpotId),
  /** Ids of what has been uploaded. */
  photos: s.PhotoIds,
  clips: v.optional(s.ClipIds, []),
  visibility: s.Visibility,
  name: v.exactOptional(Name),
  phone: v.exactOptional(Phone),
  consent: v.optional(v.boolean(), false),
  /** Answers to the category's questions. */
  details: v.optional(
    v.pipe(v.array(v.object({ question: settled('malformed'), option: settled('malformed') })), v.maxLength(10)),
    [],
  ),
  /** For somebody else. */
  behalf: v.exactOptional(
    v.object({
      relation: s.Relation,
      name: v.pipe(Name, v.minLength(1, 'behalf-name')),
      phone: v.exactOptional(Phone),
    }),
  ),
  /** About a unit, or somebody who works for one. */
  against: v.exactOptional(v.object({ unit: v.exactOptional(settled('unit-unknown')), name: v.exactOptional(Name) })),
}
/** Words may be missing where somebody speaks. */
const saysSomething = ({ text, clips }: { text: string; clips: string[] }) =>
  text.length >= s.MIN_TEXT || clips.length > 0

/** What a person files. */
export const Filing = v.pipe(
  v.object({
    ...filing,
    /** What was read before: a question about it, or a tip to an appeal. */
    about: v.exactOptional(s.About),
  }),
  v.forward(v.partialCheck([['text'], ['clips']], saysSomething, 'text-short'), ['text']),
)
/** What an official files for somebody at the window or on the phone, who is `name` and `phone`. */
export const TakenFiling = v.pipe(
  v.object({ ...filing, channel: s.Channel }),
  v.forward(v.partialCheck([['text'], ['clips']], saysSomething, 'text-short'), ['text']),
)

const photos = v.exactOptional(s.PhotoIds)
const clips = v.exactOptional(s.ClipIds)
const unit = settled('unit-unknown')
const reason = v.pipe(s.written('needs-reason'), v.minLength(1, 'needs-reason'), v.maxLength(500, 'text-long'))
const words = v.exactOptional(v.pipe(s.written(), v.maxLength(2000, 'text-long')))

/** What a person may do to a ticket. `lapse` and `hold` are missing: only the timer and WeChat's verdict do that. */
export const Command = v.variant('do', [
  v.object({ do: v.literal('reply'), text: s.Words, photos }),
  v.object({ do: v.literal('add'), text: words, photos, clips }),
  v.object({ do: v.literal('supply'), text: words, photos, clips }),
  v.object({ do: v.literal('dispatch'), unit, note: words }),
  v.object({ do: v.literal('take') }),
  v.object({ do: v.literal('object'), reason }),
  v.object({ do: v.literal('ask-back'), text: s.Words }),
  v.object({
    do: v.literal('extend'),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60, 'too-many-days')),
    reason,
  }),
  v.object({ do: v.literal('add-unit'), unit }),
  v.object({ do: v.literal('join-group'), group: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'no-such-group')) }),
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

export const FirstReplyView = v.object({
  dueAt: s.Due,
  repliedAt: v.exactOptional(s.Moment),
  /** Minutes of duty time it took. */
  minutes: v.exactOptional(v.number()),
  /** When the desk opens next; absent while it is open. */
  opensAt: v.exactOptional(s.Due),
  late: v.boolean(),
})
export const ResolveView = v.object({
  state: v.picklist(['runs', 'waits', 'stopped']),
  days: v.number(),
  promisedAt: s.Due,
  dueAt: s.Due,
  extendedDays: v.exactOptional(v.number()),
  /** Working days left, 0 on the last day, negative when late; absent beyond the calendar. */
  workdaysLeft: v.exactOptional(v.number()),
  late: v.boolean(),
})

/** One line of a ticket's history: a command, who gave it, and what they said. */
export const EntryView = v.object({
  id: v.string(),
  at: s.Moment,
  did: v.union([s.Command, v.picklist(['file', 'received'])]),
  by: v.object({
    role: v.picklist(['citizen', 'official', 'system']),
    name: v.exactOptional(v.string()),
    unit: v.exactOptional(s.Bilingual),
  }),
  text: v.exactOptional(v.string()),
  /** From official to official; never shown to the citizen. */
  note: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  result: v.exactOptional(s.Result),
  reopened: v.exactOptional(v.boolean()),
  unit: v.exactOptional(s.Bilingual),
  days: v.exactOptional(v.number()),
  stars: v.exactOptional(v.number()),
  photos: v.array(s.PhotoView),
  clips: v.exactOptional(v.array(s.ClipView)),
  /** Its words are kept from others, to whom they are absent. */
  screened: v.exactOptional(ScreenedView),
  /** What was held, released or withheld by this line, and what may be wrong with it. */
  about: v.exactOptional(v.picklist(['words', 'photo', 'clip'])),
  label: v.exactOptional(ScreenedView.entries.label),
  /** False: only officials see this line. */
  public: v.boolean(),
})
export type EntryView = v.InferOutput<typeof EntryView>

export const TicketView = v.object({
  no: v.string(),
  /** Private query code: for the asker only. */
  code: v.exactOptional(v.string()),
  sample: v.boolean(),
  kind: s.Kind,
  category: s.Category,
  text: v.string(),
  /** `map`: where maps of China draw the point (GCJ-02). */
  place: v.object({
    address: v.exactOptional(v.string()),
    point: v.exactOptional(s.Point),
    map: v.exactOptional(s.Point),
  }),
  photos: v.array(s.PhotoView),
  clips: v.exactOptional(v.array(s.ClipView)),
  details: v.exactOptional(v.array(v.object({ ask: s.Bilingual, said: s.Bilingual }))),
  spot: v.exactOptional(v.object({ id: v.string(), name: s.Bilingual })),
  /** For whom it was filed; to be seen by whoever sees who asked. */
  behalf: v.exactOptional(v.object({ relation: s.Relation, name: v.string(), phone: v.exactOptional(v.string()) })),
  /** Whom it is about; for the asker and the desk. */
  against: v.exactOptional(v.object({ unit: v.exactOptional(s.Unit), name: v.exactOptional(v.string()) })),
  taken: v.exactOptional(v.object({ by: v.string(), unit: s.Unit, channel: s.Channel })),
  followers: v.exactOptional(v.number()),
  /** The asker agrees that it may be published without private details. */
  consent: v.boolean(),
  asker: v.object({ visibility: s.Visibility, name: v.exactOptional(v.string()), phone: v.exactOptional(v.string()) }),
  status: s.Status,
  filedAt: s.Moment,
  about: v.exactOptional(v.object({ id: v.string(), title: s.Bilingual, tip: v.boolean() })),
  unit: s.Unit,
  coUnits: v.array(s.Unit),
  handler: v.exactOptional(v.string()),
  result: v.exactOptional(v.object({ kind: s.Result, reason: v.exactOptional(v.string()) })),
  /** Until when an answer may be disputed. */
  disputeUntil: v.exactOptional(s.Moment),
  outcome: v.exactOptional(s.Outcome),
  rating: v.exactOptional(v.object({ stars: v.number(), words: v.exactOptional(v.string()) })),
  firstReply: FirstReplyView,
  resolve: ResolveView,
  /** Something in it waits for the desk to look at it. */
  held: v.boolean(),
  history: v.array(EntryView),
  /** Templates of messages that the asker may be asked about now, in WeChat. */
  notices: v.array(v.string()),
  may: v.array(s.Command),
})
export type TicketView = v.InferOutput<typeof TicketView>

/** A ticket in a list. */
export const TicketLine = v.object({
  no: v.string(),
  sample: v.boolean(),
  category: s.Category,
  text: v.string(),
  thumb: v.exactOptional(v.string()),
  status: s.Status,
  filedAt: s.Moment,
  movedAt: s.Moment,
  unit: s.Unit,
  handler: v.exactOptional(v.string()),
  firstReply: FirstReplyView,
  resolve: ResolveView,
  /** Something in it waits for the desk to look at it. */
  held: v.boolean(),
  /** Its words are kept from others, to whom `text` is empty. */
  screened: v.exactOptional(ScreenedView.entries.state),
})
export type TicketLine = v.InferOutput<typeof TicketLine>
export const TicketPage = v.object({ items: v.array(TicketLine), next: v.exactOptional(v.string()) })

export const tickets = {
  'tickets.file': action(['citizen'], Filing, TicketView),
  'tickets.mine': action(['citizen'], v.object({ after: v.exactOptional(s.Cursor) }), TicketPage),
  'tickets.open': action(['citizen'], v.object({ no: s.TicketNo }), TicketView),
  'tickets.lookUp': action(
    ['anyone', 'citizen', 'official'],
    v.object({ no: s.TicketNo, code: v.pipe(v.string(), v.maxLength(20, 'lookup-failed')) }),
    TicketView,
  ),
  'tickets.act': action(
    ['citizen', 'official'],
    v.object({ no: s.TicketNo, key: s.Key, command: Command }),
    TicketView,
  ),
}
