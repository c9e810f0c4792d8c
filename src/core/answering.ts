/**
 * Which of the things that are known answers a question. Each is known under several ways of asking for it; a question is
 * compared with every one of them, where words that few of the known things have count for more: how alike the two are, and
 * how much of the question is known there at all. Whether the best one is
 * good enough is a measured threshold: test/journeys/asking-questions.test.ts. What is not alike is not answered.
 */
import { type Terms, termsOf } from './similar'

/**
 * `ways`: a title, a question as people put it, a word it is looked for by. `body`: what else it says. `worth`: up to 1; who
 * says more about a thing answers where two fit.
 */
export type Known = { id: string; ways: readonly string[]; body: string; worth: number }
/** `score`: from 0 to 1. `way`: the way of asking it was most like. */
export type Near = { id: string; score: number; way: string }

/** One thing, read: the terms of each way of asking for it, those of all that it says, and its characters apart. */
export type Read = {
  id: string
  worth: number
  ways: readonly { text: string; terms: Terms }[]
  said: ReadonlySet<string>
  apart: ReadonlySet<string>
}
type Way = { of: Read; text: string; terms: Terms; length: number }
/** Worked out once, whenever something was published. */
export type Knowledge = {
  all: readonly Read[]
  /** The ways of asking in which a term stands. */
  byTerm: ReadonlyMap<string, readonly Way[]>
  rarity: (term: string) => number
}

/** From here on the answer is given; below it is only offered. */
export const GOOD = 0.36
/** Below this it has hardly anything to do with the question and is not even offered. */
const ODD = 0.12
/** As good as it gets by single characters: offered, and never an answer. */
const UNSURE = 0.9 * GOOD

/** What nobody has written about says less than what one has: people put much around what they mean. */
const UNKNOWN = 0.5

/** `plain`: from plainer, with the words of the district. */
export function readKnown({ id, ways, body, worth }: Known, plain: Plain): Read {
  const texts = [...new Set(ways)]
  const read = texts.map((text) => ({ text, terms: termsOf(plain(text)) }))
  const more = sentences(body).flatMap((text) => [...termsOf(plain(text)).keys()])
  const said = new Set([...read.flatMap(({ terms }) => [...terms.keys()]), ...more])
  return { id, worth, ways: read, said, apart: new Set(texts.flatMap((text) => apartIn(plain(text)))) }
}

export function knowledgeOf(all: readonly Read[]): Knowledge {
  const counts = new Map<string, number>()
  for (const { said } of all) for (const term of said) counts.set(term, (counts.get(term) ?? 0) + 1)
  const unknown = UNKNOWN * Math.log(1 + all.length)
  const rarity = (term: string) => {
    const count = counts.get(term)
    return count === undefined ? unknown : Math.log(1 + all.length / (count + 0.5))
  }
  const byTerm = new Map<string, Way[]>()
  for (const of of all) {
    for (const { text, terms } of of.ways) {
      const rare = rared(terms, rarity)
      const way = { of, text, terms: rare, length: lengthOf(rare) }
      for (const term of rare.keys()) pushTo(byTerm, term, way)
    }
  }
  return { all, byTerm, rarity }
}

/** The nearest things, each once, the best first. */
export function nearest(question: string, knowledge: Knowledge, plain: Plain, most: number): Near[] {
  const text = plain(question)
  const asked = rared(termsOf(text), knowledge.rarity)
  if (!asked.size) return []
  const [length, whole] = [lengthOf(asked), sumOf(asked.values())]
  const best = new Map<string, Near>()
  for (const [way, { product, sum }] of sharedBy(asked, knowledge)) {
    const { id, worth } = way.of
    const alike = product / (length * way.length)
    const known = (sum + toldOf(asked, way.of)) / 2 / whole
    const score = worth * Math.sqrt(alike * known)
    if (score >= ODD && score > (best.get(id)?.score ?? 0)) best.set(id, { id, score, way: way.text })
  }
  const near = best.size ? [...best.values()] : nearestApart(text, knowledge)
  return near.sort((one, other) => other.score - one.score).slice(0, most)
}

/** From here on one need not ask which of several was meant. */
const SURE = 0.6
const TIED = 0.95

/** Whether three fit as well as each other and none of them well: then nobody can tell which was meant. */
export function isTied([first, , third]: readonly Near[]): boolean {
  return first !== undefined && third !== undefined && first.score < SURE && third.score >= TIED * first.score
}

/** Of the terms that both have, what their weights give when multiplied, and those of the question together. */
type Shared = { product: number; sum: number }

/** What each way of asking shares with the question. */
function sharedBy(asked: Terms, { byTerm }: Knowledge): Map<Way, Shared> {
  const all = new Map<Way, Shared>()
  for (const [term, weight] of asked) {
    for (const way of byTerm.get(term) ?? []) {
      const shared = all.get(way) ?? { product: 0, sum: 0 }
      shared.product += weight * (way.terms.get(term) ?? 0)
      shared.sum += weight
      all.set(way, shared)
    }
  }
  return all
}

/** Of the question, what the thing says anywhere. */
const toldOf = (asked: Terms, { said }: Read): number =>
  sumOf([...asked].map(([term, weight]) => (said.has(term) ? weight : 0)))

/** Terms weighed by how few of the things have them. */
const rared = (terms: Terms, rarity: (term: string) => number): Terms =>
  new Map([...terms].map(([term, weight]) => [term, weight * rarity(term)]))

const lengthOf = (terms: Terms): number => Math.sqrt(sumOf([...terms.values()].map((weight) => weight ** 2)))

function sumOf(numbers: Iterable<number>): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}

function pushTo<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name)
  if (list) list.push(one)
  else lists.set(name, [one])
}

/** 公积金 with a wrong character in its middle has no pair of it, but the first and the last stand as far apart. */
function nearestApart(text: string, { all }: Knowledge): Near[] {
  const asked = apartIn(text)
  if (!asked.length) return []
  const scored = all.map(({ id, worth, apart }): Near => {
    const shared = asked.filter((pair) => apart.has(pair)).length
    return { id, score: (worth * UNSURE * shared) / asked.length, way: '' }
  })
  return scored.filter(({ score }) => score >= UNSURE / 2)
}

/** Each character with the one after the next. */
function apartIn(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}{3,}/gu)].flatMap(([run]) => {
    const characters = Array.from(run)
    return characters.slice(2).map((character, before) => `${characters[before]}·${character}`)
  })
}

/** Terms are read from the beginning of a text: a long one is read in pieces. */
const sentences = (text: string): string[] => text.split(/[。！？!?\n；;]/u).filter(Boolean)

/** What people put around what they ask; some of it is dialect. */
const AROUND =
  /怎么办理|怎么办|怎么样|怎么|怎样|咋整|咋办|咋弄|咋|啥时候|啥|如何|哪里|哪儿|哪个|在哪|什么时候|什么|多少钱|多少|几天|几点|几个|多久|为什么|为啥|可以|能不能|是不是|有没有|我想|我要|想问|问问|问一下|俺们|俺|咱们|咱|您|家里|我家|打哪个电话|打什么电话|找谁|该找|应该|需要|吗|呢|呀|呗|嘛|啦|哈/gu

export type Plain = (text: string) => string

/** Words that mean the same become one, and what says nothing is left out. */
export function plainer(synonyms: readonly (readonly string[])[], names: readonly string[]): Plain {
  const first = new Map(
    synonyms.flatMap(([one = '', ...rest]) => rest.map((word) => [word.toLowerCase(), one] as const)),
  )
  const words = [...first.keys()]
    .sort((one, other) => other.length - one.length)
    .map((word) => (/^\w/.test(word) ? `\\b${escaped(word)}\\b` : escaped(word)))
  const known = words.length ? new RegExp(words.join('|'), 'gu') : null
  return (text) => {
    const folded = names.reduce((left, name) => left.replaceAll(name, ' '), text.normalize('NFKC').toLowerCase())
    const same = known ? folded.replace(known, (word) => first.get(word) ?? word) : folded
    return same.replace(AROUND, ' ')
  }
}
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
