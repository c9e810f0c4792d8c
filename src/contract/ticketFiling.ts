/** What is filed: by a person, or by an official for somebody else. */
import * as v from 'valibot'
import * as s from './shapes'

const Phone = v.pipe(v.string(), v.trim(), v.regex(/^$|^\+?[\d][\d -]{5,19}$/, 'phone-wrong'))
const Name = v.pipe(s.written(), v.maxLength(40, 'name-long'))

const filing = {
  key: s.Key,
  kind: s.Kind,
  category: s.settled('category-unknown'),
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
    v.pipe(v.array(v.object({ question: s.settled('malformed'), option: s.settled('malformed') })), v.maxLength(10)),
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
  against: v.exactOptional(v.object({ unit: v.exactOptional(s.settled('unit-unknown')), name: v.exactOptional(Name) })),
}
/** Lines of a talk that go to a person with the question. */
export const MAX_TALK = 20
const TalkLine = v.object({
  by: v.picklist(['me', 'program']),
  text: v.pipe(s.written(), v.maxLength(1000, 'text-long')),
})
/** What was said before a person was asked: by whom, and in whose words. */
export const Talk = v.pipe(v.array(TalkLine), v.maxLength(MAX_TALK, 'text-long'))
export type Talk = v.InferOutput<typeof Talk>

/** Words may be missing where somebody speaks. */
const saysSomething = ({ text, clips }: { text: string; clips: string[] }) =>
  text.length >= s.MIN_TEXT || clips.length > 0

/** What a person files. */
export const Filing = v.pipe(
  v.object({
    ...filing,
    /** What was read before: a question about it, or a tip to an appeal. */
    about: v.exactOptional(s.About),
    /** The popular issue among whose askers they want to be. */
    group: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'no-such-group'))),
    /** What the program said before they asked for a person. */
    talk: v.exactOptional(Talk),
  }),
  v.forward(v.partialCheck([['text'], ['clips']], saysSomething, 'text-short'), ['text']),
)
/** What an official files for somebody at the window or on the phone, who is `name` and `phone`. */
export const TakenFiling = v.pipe(
  v.object({ ...filing, channel: s.Channel }),
  v.forward(v.partialCheck([['text'], ['clips']], saysSomething, 'text-short'), ['text']),
)
