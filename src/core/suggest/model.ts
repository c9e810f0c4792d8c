/**
 * What was learnt, as plain JSON that a store can keep: words with a weight for each category, and no text of anybody.
 * `words` stand in one string with blanks between them. `rarity` and `weights` are whole numbers in the order of the words,
 * hundredths of a rarity and steps of `step`; the weights of one category after another.
 */
export type Model = {
  categories: string[]
  /** From how many examples and hints. */
  examples: number
  hints: number
  words: string
  rarity: number[]
  step: number
  weights: number[][]
  bias: number[]
}

/** As it is used: made once from a model, for many suggestions. */
export type Opened = { model: Model; index: ReadonlyMap<string, number> }

export function opened(model: Model): Opened {
  const words = model.words ? model.words.split(' ') : []
  return { model, index: new Map(words.map((word, at) => [word, at])) }
}

/** Hundredths: exact enough for what nobody sees. */
export const RARITY = 100
