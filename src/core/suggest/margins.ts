/**
 * A linear support vector machine (squared hinge loss), one for each category against all others, found by dual coordinate
 * descent (Hsieh et al., 2008). Deterministic: the order in which examples are looked at comes from a seed.
 */

/** A text as numbers: which features it has, and how much of each. */
export type Vector = { at: Int32Array; much: Float64Array }
/** `weight`: how much an example counts beside the others. */
export type Sample = { vector: Vector; label: number; weight: number }
/** Of each label: a weight for each feature, and what is added. */
export type Margins = { weights: Float64Array[]; bias: number[] }

/** How dearly an error is paid for. Between 0.3 and 1 it makes no difference: decision 029. */
const COST = 0.5
const ROUNDS = 40
/** When no example moves further than this, it is found. */
const STILL = 0.02

/** Labels are 0 to `labels`-1, features 0 to `features`-1. Rare labels count as much as frequent ones. */
export function marginsOf(samples: readonly Sample[], labels: number, features: number, seed: number): Margins {
  const squares = samples.map(({ vector }) => vector.much.reduce((sum, much) => sum + much * much, 1))
  const totals = new Array<number>(labels).fill(0)
  for (const { label, weight } of samples) totals[label] = (totals[label] ?? 0) + weight
  const present = totals.filter((total) => total > 0).length
  const all = totals.reduce((sum, total) => sum + total, 0)
  const margins: Margins = { weights: [], bias: [] }
  for (let label = 0; label < labels; label++) {
    const boost = totals[label] ? all / (present * (totals[label] ?? 1)) : 1
    const found = against(samples, squares, label, boost, features, seed + label)
    margins.weights.push(found.weights)
    margins.bias.push(found.bias)
  }
  return margins
}

/** One label against all others; `boost`: how much more its own examples count. */
function against(
  samples: readonly Sample[],
  squares: readonly number[],
  label: number,
  boost: number,
  features: number,
  seed: number,
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(features)
  let bias = 0
  const alphas = new Float64Array(samples.length)
  const order = Int32Array.from(samples.keys())
  const chance = chanceFrom(seed)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance)
    let furthest = 0
    for (const index of order) {
      const sample = samples[index]
      if (!sample || sample.weight <= 0) continue
      const { vector, weight } = sample
      const side = sample.label === label ? 1 : -1
      const slack = 1 / (2 * COST * weight * (side > 0 ? boost : 1))
      const alpha = alphas[index] ?? 0
      const slope = side * (dot(weights, vector) + bias) - 1 + alpha * slack
      if (alpha === 0 && slope >= 0) continue
      const next = Math.max(alpha - slope / ((squares[index] ?? 1) + slack), 0)
      const step = (next - alpha) * side
      alphas[index] = next
      furthest = Math.max(furthest, Math.abs(slope))
      for (let k = 0; k < vector.at.length; k++) {
        const feature = vector.at[k] ?? 0
        weights[feature] = (weights[feature] ?? 0) + step * (vector.much[k] ?? 0)
      }
      bias += step
    }
    if (furthest < STILL) break
  }
  return { weights, bias }
}

function dot(weights: Float64Array, { at, much }: Vector): number {
  let sum = 0
  for (let k = 0; k < at.length; k++) sum += (weights[at[k] ?? 0] ?? 0) * (much[k] ?? 0)
  return sum
}

function shuffle(order: Int32Array, chance: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
}

/** Numbers from 0 to before 1, the same for the same seed (xorshift). */
export function chanceFrom(seed: number): () => number {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}
