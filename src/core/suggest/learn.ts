/** Learns from what people ended with which words mean which category. Pure; what it gives is plain JSON. */
import { type Grams, gramsOf, type Written } from './grams'
import { marginsOf, type Sample, type Vector } from './margins'
import { type Model, RARITY } from './model'

/** A text with the category it ended with. `who`: whose it is; each is somebody else's where it is absent. */
export type Example = Written & { category: string; who?: string }
/** Words that mean a category: its name, the names of what is under it, what people search for it by. */
export type Hint = { category: string; words: string[] }
export type Lesson = {
  /** In their order; only these are learnt. */
  categories: string[]
  examples: readonly Example[]
  hints: readonly Hint[]
  /** Of any texts of the same place: from them it is known which words everybody uses. */
  others?: readonly Grams[]
  seed: number
}

/** What is read in fewer texts of different people than this may be somebody's name. */
const PEOPLE = 2
/** A hint counts as much as this many examples. */
const HINT = 2
/** About the numbers that a model holds, so that it is one document of a store: some 400 KB. The words that weigh most. */
const MOST_NUMBERS = 80_000
/** Weights are kept as whole numbers up to this. */
const STEPS = 999

export function learn({ categories, examples, hints, others = [], seed }: Lesson): Model {
  const label = new Map(categories.map((category, at) => [category, at]))
  const known = examples.filter(({ category }) => label.has(category))
  const read = known.map((example) => ({ grams: gramsOf(example), label: label.get(example.category) ?? 0, weight: 1 }))
  const hinted = hints.flatMap(({ category, words }) => {
    const at = label.get(category)
    if (at === undefined) return []
    return words
      .map((text) => ({ grams: gramsOf({ text }), label: at, weight: HINT }))
      .filter(({ grams }) => grams.size)
  })
  const words = wordsOf(known, read, hinted)
  const rarity = rarityOf(words, [...read, ...hinted].map(({ grams }) => grams).concat(others))
  const samples = [...read, ...hinted].map((one): Sample => ({ ...one, vector: vectorOf(one.grams, words, rarity) }))
  const { weights, bias } = marginsOf(samples, categories.length, words.size, seed)
  return packed(
    { categories, examples: known.length, hints: hinted.length, bias: bias.map((one) => Math.round(one * 1e4) / 1e4) },
    Array.from(words.keys()),
    rarity,
    weights,
  )
}

type Read = { grams: Grams; label: number; weight: number }

/** The words that are learnt: of hints all, of examples what different people wrote. */
function wordsOf(examples: readonly Example[], read: readonly Read[], hinted: readonly Read[]) {
  const words = new Map<string, number>()
  const note = (gram: string) => {
    if (!words.has(gram)) words.set(gram, words.size)
  }
  for (const { grams } of hinted) for (const gram of grams.keys()) note(gram)
  const writers = new Map<string, { last: string; people: number }>()
  examples.forEach(({ who }, at) => {
    const writer = who ?? `#${at}`
    for (const gram of read[at]?.grams.keys() ?? []) {
      const before = writers.get(gram)
      if (!before) writers.set(gram, { last: writer, people: 1 })
      else if (before.last !== writer) writers.set(gram, { last: writer, people: before.people + 1 })
    }
  })
  for (const [gram, { people }] of writers) if (people >= PEOPLE) note(gram)
  return words
}

/** What stands in few texts says more. */
function rarityOf(words: ReadonlyMap<string, number>, texts: readonly Grams[]): Float64Array {
  const within = new Float64Array(words.size)
  for (const grams of texts) {
    for (const gram of grams.keys()) {
      const at = words.get(gram)
      if (at !== undefined) within[at] = (within[at] ?? 0) + 1
    }
  }
  return within.map((count) => Math.round((Math.log((1 + texts.length) / (1 + count)) + 1) * RARITY) / RARITY)
}

/** Length one, so that long texts count no more than short ones. */
export function vectorOf(grams: Grams, words: ReadonlyMap<string, number>, rarity: ArrayLike<number>): Vector {
  const at: number[] = []
  const much: number[] = []
  let square = 0
  for (const [gram, times] of grams) {
    const index = words.get(gram)
    if (index === undefined) continue
    const one = (1 + Math.log(times)) * (rarity[index] ?? 0)
    at.push(index)
    much.push(one)
    square += one * one
  }
  const length = Math.sqrt(square) || 1
  return { at: Int32Array.from(at), much: Float64Array.from(much, (one) => one / length) }
}

/** The words that weigh most, with weights as whole numbers; in the order of the alphabet, so that no sentence is left in them. */
function packed(
  head: Pick<Model, 'categories' | 'examples' | 'hints' | 'bias'>,
  words: string[],
  rarity: Float64Array,
  weights: Float64Array[],
): Model {
  const heaviest = words.map((_, at) => Math.max(...weights.map((of) => Math.abs(of[at] ?? 0))))
  const kept = words
    .map((_, at) => at)
    .filter((at) => (heaviest[at] ?? 0) > 0)
    .sort((one, other) => (heaviest[other] ?? 0) - (heaviest[one] ?? 0) || one - other)
    .slice(0, Math.floor(MOST_NUMBERS / (weights.length + 3)))
  const step = Math.max(heaviest[kept[0] ?? 0] ?? 0, 1e-9) / STEPS
  kept.sort((one, other) => ((words[one] ?? '') < (words[other] ?? '') ? -1 : 1))
  return {
    ...head,
    words: kept.map((at) => words[at]).join(' '),
    rarity: kept.map((at) => Math.round((rarity[at] ?? 0) * RARITY)),
    step,
    weights: weights.map((of) => kept.map((at) => Math.round((of[at] ?? 0) / step))),
  }
}
