/** Which unit a ticket is suggested to. */
import * as v from 'valibot'
import { OFF_REASONS } from '@/core/offReasons'
import { action } from './action'
import * as s from './shapes'

const Off = v.object({ why: v.picklist(OFF_REASONS), on: v.string() })

/** `rule`: by its title. `off`: the rule that would have said so, had it not switched itself off. */
export const Suggested = v.object({
  unit: v.exactOptional(s.Unit),
  coUnits: v.exactOptional(v.array(s.Unit)),
  rule: v.exactOptional(v.string()),
  off: v.exactOptional(v.object({ ...Off.entries, rule: v.string(), unit: s.Unit })),
})
export type Suggested = v.InferOutput<typeof Suggested>

export const MOST_RULES = 500
export const MOST_RULE_WORDS = 10
/** Over how long it is counted whether suggestions were followed. */
export const COUNTED_WEEKS = 8

const word = v.pipe(s.written('content-missing'), v.minLength(1, 'content-missing'), v.maxLength(20, 'content-long'))
const metres = v.pipe(v.number(), v.integer(), v.minValue(50, 'circle-wrong'), v.maxValue(30_000, 'circle-wrong'))
const WordsPlace = v.object({
  in: v.literal('words'),
  words: v.pipe(v.array(word), v.minLength(1, 'content-missing'), v.maxLength(MOST_RULE_WORDS, 'content-long')),
})
const TownPlace = v.object({ in: v.literal('town'), town: word })
const unit = s.settled('unit-unknown')

export const Rule = v.object({
  title: v.pipe(s.written('content-missing'), v.minLength(1, 'content-missing'), v.maxLength(30, 'content-long')),
  categories: v.pipe(v.array(s.settled('category-unknown')), v.maxLength(40, 'category-unknown')),
  place: v.exactOptional(
    v.variant('in', [WordsPlace, TownPlace, v.object({ in: v.literal('circle'), point: s.Pinned, metres })]),
  ),
  unit,
  coUnits: v.pipe(v.array(unit), v.maxLength(5, 'units-many')),
})

export const RuleView = v.object({
  id: v.string(),
  title: v.string(),
  categories: v.array(v.object({ id: v.string(), name: s.Bilingual })),
  place: v.exactOptional(
    v.variant('in', [WordsPlace, TownPlace, v.object({ in: v.literal('circle'), point: s.Point, metres: v.number() })]),
  ),
  unit: s.Unit,
  coUnits: v.array(s.Unit),
  off: v.exactOptional(Off),
  /** In the last weeks, of those dispatched: how often its suggestion was followed, and how often it was not. */
  followed: v.number(),
  changed: v.number(),
})
export type RuleView = v.InferOutput<typeof RuleView>

const RuleId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'rule-missing'))

export const routing = {
  /** In their order. `version`: what a change is made to. */
  'routing.list': action(
    ['official'],
    v.object({ after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,4}$/))) }),
    v.object({
      items: v.array(RuleView),
      /** The place of the first of them. */
      first: v.number(),
      total: v.number(),
      next: v.exactOptional(v.string()),
      version: v.number(),
      /** Whether this official changes them. */
      edits: v.boolean(),
      units: v.array(s.Unit),
      categories: v.array(v.object({ id: v.string(), name: s.Bilingual })),
    }),
  ),
  /** One change to the rules as they were in that version. The same key sent again changes nothing. */
  'routing.change': action(
    ['official'],
    v.object({
      key: s.Key,
      version: v.pipe(v.number(), v.integer()),
      change: v.variant('do', [
        v.object({ do: v.literal('add'), rule: Rule }),
        v.object({ do: v.literal('set'), id: RuleId, rule: Rule }),
        v.object({ do: v.literal('move'), id: RuleId, by: v.picklist([1, -1]) }),
        v.object({ do: v.literal('turn'), id: RuleId, on: v.boolean() }),
        v.object({ do: v.literal('remove'), id: RuleId }),
      ]),
    }),
    v.object({ version: v.number() }),
  ),
  /** Where something of this category at this place would go. */
  'routing.try': action(
    ['official'],
    v.object({
      category: s.settled('category-unknown'),
      address: v.exactOptional(v.pipe(s.written(), v.maxLength(200, 'place-long'))),
      point: v.exactOptional(s.Pinned),
    }),
    Suggested,
  ),
}
