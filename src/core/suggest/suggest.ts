/** Which categories a text is probably about, and which of its words say so. */
import { gramsOf, type Written } from './grams'
import { type Opened, RARITY } from './model'

/** `share`: of all that could be meant, 0 to 1. `why`: the words that spoke most for it. */
export type Suggestion = { category: string; share: number; why: string[] }

/** How much one more step of margin is worth. Measured, so that shares are about as often right as they say. */
const SHARPNESS = 5
const MOST_WHY = 3

/** Best first; empty where too little is known of these words to say anything. */
export function suggest({ model, index }: Opened, written: Written): Suggestion[] {
  const { categories, rarity, weights, bias, step } = model
  const found: { word: string; at: number; much: number }[] = []
  let square = 0
  for (const [word, times] of gramsOf(written)) {
    const at = index.get(word)
    if (at === undefined) continue
    const much = ((1 + Math.log(times)) * (rarity[at] ?? 0)) / RARITY
    found.push({ word, at, much })
    square += much * much
  }
  if (!found.length) return []
  const scale = step / Math.sqrt(square)
  const scores = categories.map((_, label) => {
    const of = weights[label] ?? []
    return found.reduce((sum, { at, much }) => sum + (of[at] ?? 0) * much * scale, bias[label] ?? 0)
  })
  const shares = sharesOf(scores)
  return categories
    .map((category, label) => ({ category, label, share: shares[label] ?? 0 }))
    .sort((one, other) => other.share - one.share || one.label - other.label)
    .map(({ category, label, share }) => ({ category, share, why: whyOf(found, weights[label] ?? []) }))
}

function sharesOf(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const parts = scores.map((score) => Math.exp((score - highest) * SHARPNESS))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / all)
}

/** The heaviest words; none that is part of another. */
function whyOf(found: readonly { word: string; at: number; much: number }[], weights: readonly number[]): string[] {
  const spoke = found
    .map(({ word, at, much }) => ({ word, weight: (weights[at] ?? 0) * much }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
  return spoke.slice(0, MOST_WHY).map(({ word }) => word)
}
