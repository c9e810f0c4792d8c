/** Asking: a number, a keyword or a question, and what is known of it. The same reply in the app, the chat and the account. */
import * as v from 'valibot'
import { action } from './action'
import { everyone } from './everyone'
import { Entry, IssueLine } from './lines'
import { Block } from './reading'
import * as s from './shapes'

export const MAX_QUESTION = 500

/** What a line of a reply opens: something published, a popular issue, a category page, a telephone, or what is said next. */
export const Opens = v.variant('is', [
  v.object({ is: v.literal('release'), id: v.string() }),
  v.object({ is: v.literal('issue'), id: v.string() }),
  v.object({
    is: v.literal('page'),
    page: v.picklist([
      'news',
      'weather',
      'traffic',
      'hotlines',
      'issues',
      'about',
      'services',
      'report',
      'tickets',
      'search',
      'alerts',
    ]),
  }),
  v.object({ is: v.literal('phone'), number: v.string() }),
  /** As if the person had typed this: a number of the menu, one of the nearest questions. */
  v.object({ is: v.literal('say'), words: v.string() }),
])
export type Opens = v.InferOutput<typeof Opens>

/** One thing a reply offers, by its number where people may type it. */
export const ReplyLine = v.object({
  number: v.exactOptional(v.string()),
  title: s.Bilingual,
  text: v.exactOptional(s.Bilingual),
  sample: v.exactOptional(v.literal(true)),
  opens: v.exactOptional(Opens),
})
export type ReplyLine = v.InferOutput<typeof ReplyLine>

export const REPLIES = ['menu', 'list', 'answer', 'nearest', 'nothing', 'person', 'danger'] as const

/** Where the words of a reply are from. */
export const SOURCES = [
  'faq',
  'issue',
  'hotline',
  'page',
  'article',
  'service',
  'road',
  'alert',
  'appeal',
  'reading',
] as const

/**
 * What the assistant says. Nothing in it is made up: `said` is a sentence of the program's own or the words of what `from`
 * names. `nearest`: no good match, the three nearest and a person. `nothing`: not even that. `person`: somebody at the desk
 * answers; `opensAt` while it is closed. `danger`: 110, 119, 120 come first.
 */
export const AskReply = v.object({
  is: v.picklist(REPLIES),
  /** Plain words: a list is lines with dots, a link its words and its address. What any door can write. */
  said: s.Bilingual,
  /** The same with its headings, lists and links, where it has any: for a door that can draw them. */
  blocks: v.exactOptional(v.object({ zh: v.array(Block), en: v.array(Block) })),
  lines: v.array(ReplyLine),
  /** Whose words these are, and when somebody last checked them. What it opens: `id` of a release, an issue. */
  from: v.exactOptional(
    v.object({
      id: v.string(),
      kind: v.picklist(SOURCES),
      title: s.Bilingual,
      sample: v.boolean(),
      unit: v.exactOptional(s.Unit),
      /** Second and later ones are corrections. */
      edition: v.exactOptional(v.number()),
      /** When this edition went out; of a reading, when it was read. */
      publishedAt: v.exactOptional(s.Moment),
      /** The day on which somebody checked it, and the day by which they look again. */
      checkedAt: v.exactOptional(v.string()),
      reviewBy: v.exactOptional(v.string()),
      url: v.exactOptional(v.string()),
    }),
  ),
  /** A person answers within so many minutes of the desk's hours; `opensAt` while it is closed. */
  person: v.exactOptional(v.object({ minutes: v.number(), opensAt: v.exactOptional(s.Due) })),
})
export type AskReply = v.InferOutput<typeof AskReply>

const Question = v.pipe(
  s.written('words-missing'),
  v.minLength(1, 'words-missing'),
  v.maxLength(MAX_QUESTION, 'text-long'),
)

export const ask = {
  /** All that the page shows before anything is asked. */
  'ask.open': action(
    everyone,
    v.object({}),
    v.object({
      menu: v.array(Entry),
      /** What many ask now. */
      asked: v.array(IssueLine),
      firstReplyMinutes: v.number(),
      opensAt: v.exactOptional(s.Due),
      hotline: v.string(),
      /** They may go on in WeChat's chat: the same answers, and a person's reply comes there. */
      chat: v.boolean(),
    }),
  ),
  'ask.say': action(everyone, v.object({ words: Question }), AskReply),
  /** What was said did not help (`from.id` of the reply): counted for whoever owns it. Keeps no words. */
  'ask.unhelpful': action(
    everyone,
    v.object({ key: s.Key, id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'release-missing')) }),
    v.object({}),
  ),
}
