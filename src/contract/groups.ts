/** Many ask about the same thing: one answer, in each one's own talk. For officials; what everybody reads is in reading.ts. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

/** The first of them join at once, the others within the minutes after. */
export const MOST_JOINED_AT_ONCE = 200

/** Why two tickets were put together: the words they share that say most, how far apart, how many days. */
export const Why = v.object({
  words: v.array(v.string()),
  metres: v.exactOptional(v.number()),
  days: v.exactOptional(v.number()),
})
export type Why = v.InferOutput<typeof Why>

/** A ticket in a group, or one that may belong there. Of the asker nothing but what the official sees anyway. */
export const GroupTicket = v.object({
  no: v.string(),
  text: v.string(),
  status: s.Status,
  filedAt: s.Moment,
  category: s.Category,
  unit: s.Unit,
  why: v.exactOptional(Why),
  /** The edition that its asker was told last. */
  told: v.exactOptional(v.number()),
  sample: v.boolean(),
})
export type GroupTicket = v.InferOutput<typeof GroupTicket>

export const GroupLine = v.object({
  id: v.string(),
  title: s.Bilingual,
  unit: s.Unit,
  askers: v.number(),
  followers: v.number(),
  /** Those whom the newest edition has not reached yet; all of them while there is none. */
  waiting: v.number(),
  /** The one in force; 0: there is no answer yet. */
  edition: v.number(),
  public: v.boolean(),
  movedAt: s.Moment,
  sample: v.boolean(),
})
export type GroupLine = v.InferOutput<typeof GroupLine>

export const GroupEdition = v.object({
  edition: v.number(),
  at: s.Moment,
  by: v.string(),
  unit: s.Unit,
  text: s.Bilingual,
  result: s.Result,
  reason: v.exactOptional(s.Bilingual),
  /** What is new in it. */
  change: v.exactOptional(s.Bilingual),
})
export type GroupEdition = v.InferOutput<typeof GroupEdition>

export const GroupView = v.object({
  ...GroupLine.entries,
  question: s.Bilingual,
  editions: v.array(GroupEdition),
  /** Those that this official may see, the newest first. */
  members: v.array(GroupTicket),
  /** More members than fit. */
  next: v.exactOptional(s.Cursor),
  /** Tickets that may belong to it, the likeliest first. */
  near: v.array(GroupTicket),
  may: v.array(v.picklist(['change', 'join', 'leave', 'answer'])),
})
export type GroupView = v.InferOutput<typeof GroupView>

const title = s.pair(80, 160)
const long = s.pair(s.MAX_TEXT)
const GroupId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'no-such-group'))
const numbers = v.pipe(v.array(s.TicketNo), v.maxLength(MOST_JOINED_AT_ONCE, 'tickets-many'))
const one = v.object({ id: GroupId })
/** Whatever in it looks like a private detail has been looked at, and may be read by everybody. */
const checked = v.optional(v.boolean(), false)
/** `public`: everybody may read it under popular issues. */
const about = { title, question: long, public: v.boolean(), checked }
/** `edition`: the one that was in force when this was written; another means that somebody was faster. */
const answer = {
  id: GroupId,
  edition: v.pipe(v.number(), v.integer(), v.minValue(0)),
  text: long,
  result: s.Result,
  reason: v.exactOptional(long),
  /** What is new: needed from the second edition on. */
  change: v.exactOptional(long),
}

export const groups = {
  /** What moved last comes first. `waiting`: only those in which somebody has no answer yet. */
  'groups.list': action(
    ['official'],
    v.object({ waiting: v.optional(v.boolean(), false), after: v.exactOptional(s.Cursor) }),
    v.object({ items: v.array(GroupLine), next: v.exactOptional(s.Cursor) }),
  ),
  /** Open tickets that are alike and in no group yet, the largest heap first; each says why. */
  'groups.suggest': action(
    ['official'],
    v.object({}),
    v.object({ heaps: v.array(v.object({ id: v.string(), title: v.string(), tickets: v.array(GroupTicket) })) }),
  ),
  /** Of one ticket: others that are like it and in no group, and groups to which it may belong, each the likeliest first. */
  'groups.near': action(
    ['official'],
    v.object({ no: s.TicketNo }),
    v.object({ tickets: v.array(GroupTicket), groups: v.array(GroupLine) }),
  ),
  'groups.open': action(['official'], v.object({ ...one.entries, after: v.exactOptional(s.Cursor) }), GroupView),
  'groups.make': action(['official'], v.object({ key: s.Key, ...about, tickets: numbers }), GroupView),
  'groups.change': action(['official'], v.object({ key: s.Key, id: GroupId, ...about }), GroupView),
  'groups.join': action(['official'], v.object({ key: s.Key, id: GroupId, tickets: numbers }), GroupView),
  /** `text`: why, for its asker to read; needed where they had the answer already. */
  'groups.leave': action(
    ['official'],
    v.object({ key: s.Key, id: GroupId, no: s.TicketNo, text: v.exactOptional(s.Words) }),
    GroupView,
  ),
  /** How it will stand in the talk of the first members, and whose private details it would tell. Changes nothing. */
  'groups.preview': action(
    ['official'],
    v.object(answer),
    v.object({
      talks: v.array(
        v.object({
          no: v.string(),
          asked: v.string(),
          told: v.string(),
          reason: v.exactOptional(v.string()),
          change: v.exactOptional(v.string()),
        }),
      ),
      /** How many hear it. */
      reaches: v.number(),
      /** names-asker: it is refused. private: it is refused until somebody has `checked` it. */
      trouble: v.array(v.object({ no: v.exactOptional(v.string()), why: v.picklist(['names-asker', 'private']) })),
    }),
  ),
  'groups.answer': action(['official'], v.object({ key: s.Key, ...answer, checked }), GroupView),
}
