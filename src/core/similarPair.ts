/** How alike two tickets are in words, place and time, and why. */
import { DAY, type Moment } from './deadline'
import { metresBetween } from './nearby'
import { likeness, type Terms, widened } from './similar'
import type { Point } from './ticket'

/** A ticket, or what somebody is writing, as it is compared. */
export type Likened = { text: string; terms: Terms; at: Moment; point?: Point }
/** Why two were put together: what they share, longest first in weight; how far apart, where both have a place. */
export type Why = { words: string[]; metres?: number; days: number }
export type Alike<T> = { of: T; score: number; why: Why }

/** Far away it is another street lamp, though the words are the same. */
const ELSEWHERE = 0.7
const REACH_METRES = 1_500
/** Long ago it was perhaps another water cut. */
const LONG_AGO = 0.85
const REACH_DAYS = 120

/** From 0 to 1. Where one has no place, only words and time count. */
export const alikeness = (one: Likened, other: Likened): number =>
  likeness(one.terms, other.terms) * nearness(one, other)

function nearness(one: Likened, other: Likened): number {
  const metres = metresApart(one, other)
  const place = metres === undefined ? 1 : fading(metres / REACH_METRES, ELSEWHERE)
  return place * fading(daysApart(one, other) / REACH_DAYS, LONG_AGO)
}

/** From 1 at 0 down to `least`. */
const fading = (far: number, least: number): number => least + (1 - least) * Math.exp(-far)

const metresApart = (one: Likened, other: Likened): number | undefined =>
  one.point && other.point && metresBetween(one.point, other.point)
const daysApart = (one: Likened, other: Likened): number => Math.abs(Date.parse(one.at) - Date.parse(other.at)) / DAY

/** Of so many lends a ticket its words. */
const LENDING = 10

/** The best first. `others`: what was found for it by some of its words. */
export function ranked<T>(asked: Likened, others: { of: T; likened: Likened }[], most: number): Alike<T>[] {
  const near = others
    .map(({ of, likened }) => ({ of, likened, plain: alikeness(asked, likened) }))
    .filter(({ plain }) => plain > 0)
    .sort((one, other) => other.plain - one.plain)
  const lent = near.slice(0, LENDING).map(({ likened, plain }) => ({ terms: likened.terms, weight: plain }))
  const wide = { ...asked, terms: widened(asked.terms, lent) }
  return near
    .map(({ of, likened }) => ({ of, likened, score: alikeness(wide, likened) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ of, likened, score }) => ({ of, score, why: whyOf(asked, likened) }))
}

const MOST_WORDS = 5

export function whyOf(one: Likened, other: Likened): Why {
  const metres = metresApart(one, other)
  return {
    words: sharedWords(one, other).slice(0, MOST_WORDS),
    ...(metres !== undefined && { metres: Math.round(metres) }),
    days: Math.round(daysApart(one, other)),
  }
}

const HAN_RUN = /\p{Script=Han}+/gu

/** What both say, put together again from its terms, as it stands in both; what weighs most first. */
function sharedWords(one: Likened, other: Likened): string[] {
  const shared = new Map<string, number>()
  for (const [term, weight] of one.terms) {
    const weighs = weight * (other.terms.get(term) ?? 0)
    if (weighs > 0 && term.length > 1) shared.set(term, weighs)
  }
  const words = new Map<string, number>()
  for (const [term, weight] of shared) if (!/\p{Script=Han}/u.test(term)) words.set(term, weight)
  const theirs = plainOf(other.text)
  for (const [run] of plainOf(one.text).matchAll(HAN_RUN)) {
    for (const [word, weight] of joinedIn(run, shared, theirs)) words.set(word, Math.max(weight, words.get(word) ?? 0))
  }
  const heaviest = [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word)
  return heaviest.filter((word, index) => !heaviest.slice(0, index).some((before) => before.includes(word)))
}

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Pairs that follow one another and stand so in the other text too are one word. */
function joinedIn(run: string, shared: Map<string, number>, theirs: string): [string, number][] {
  const found: [string, number][] = []
  let word = ''
  let weight = 0
  const end = () => {
    if (word) found.push([word, weight])
    word = ''
    weight = 0
  }
  for (let at = 0; at + 1 < run.length; at++) {
    const pair = run.slice(at, at + 2)
    const its = shared.get(pair)
    if (its === undefined) {
      end()
      continue
    }
    if (word && !theirs.includes(word + pair.slice(1))) end()
    word = word ? word + pair.slice(1) : pair
    weight += its
  }
  end()
  return found
}
