/** Reply templates of the desk: words with slots that are filled in for each case. */
import * as v from 'valibot'
import * as s from './shapes'

export const PhraseView = v.object({
  id: v.string(),
  title: v.string(),
  /** Slots stand in 【】. */
  text: v.string(),
  /** For which categories and results it is meant; for all where absent. */
  categories: v.exactOptional(v.array(v.string())),
  results: v.exactOptional(v.array(s.Result)),
})
export type PhraseView = v.InferOutput<typeof PhraseView>

export const phrases = {}
