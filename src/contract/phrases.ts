/** Reply templates of the desk: words with slots in 【】 that are filled in for each case. */
import * as v from 'valibot'
import { PHRASE_USES } from '@/core/slots'
import { action } from './action'
import * as s from './shapes'

export { firstSlot, PHRASE_USES, type PhraseUse, slotsIn } from '@/core/slots'

const PhraseUse = v.picklist(PHRASE_USES)

export const PhraseView = v.object({
  id: v.string(),
  title: v.string(),
  /** In which box it is offered. */
  use: PhraseUse,
  /** Slots stand in 【】; of a ticket's, those are filled in that the system knows. */
  text: v.string(),
  /** For which categories and results it is meant; for all where absent. */
  categories: v.exactOptional(v.array(v.string())),
  results: v.exactOptional(v.array(s.Result)),
})
export type PhraseView = v.InferOutput<typeof PhraseView>

/** As it stands in the list of those who keep it. `version`: of the one that was read, so that nobody's change is lost. */
export const PhraseLine = v.object({ ...PhraseView.entries, version: v.number(), sample: v.boolean() })
export type PhraseLine = v.InferOutput<typeof PhraseLine>

export const MOST_PHRASE_WORDS = 400
export const MOST_PHRASES = 300
const title = v.pipe(s.written('content-missing'), v.minLength(1, 'content-missing'), v.maxLength(20, 'content-long'))
const text = v.pipe(
  s.written('content-missing'),
  v.minLength(1, 'content-missing'),
  v.maxLength(MOST_PHRASE_WORDS, 'content-long'),
)
const category = s.settled('category-unknown')

export const Phrase = v.object({
  title,
  use: PhraseUse,
  text,
  categories: v.exactOptional(v.pipe(v.array(category), v.maxLength(40, 'category-unknown'))),
  /** Of answers only. */
  results: v.exactOptional(v.array(s.Result)),
})

/** district: for everybody, kept by whoever dispatches or administers. unit: for one's own, kept by its head. */
const Scope = v.picklist(['district', 'unit'])
const PhraseId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'phrase-missing'))
const Version = v.pipe(v.number(), v.integer())

export const phrases = {
  'phrases.list': action(
    ['official'],
    v.object({ scope: Scope, after: v.exactOptional(s.Cursor) }),
    v.object({
      items: v.array(PhraseLine),
      next: v.exactOptional(v.string()),
      /** Whether this official adds, changes and removes them. */
      edits: v.boolean(),
      unit: s.Unit,
      categories: v.array(v.object({ id: v.string(), name: s.Bilingual })),
    }),
  ),
  /** Without `known` a new one. The same key sent again changes nothing. */
  'phrases.save': action(
    ['official'],
    v.object({
      key: s.Key,
      scope: Scope,
      known: v.exactOptional(v.object({ id: PhraseId, version: Version })),
      phrase: Phrase,
    }),
    PhraseLine,
  ),
  'phrases.remove': action(['official'], v.object({ id: PhraseId, version: Version }), v.object({})),
}
