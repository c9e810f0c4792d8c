/**
 * Search with minisearch. Chinese has no spaces: each run of Han characters is cut into pairs (医疗, 疗保, 保险), of which a
 * word has all and a text few by chance. Its last character stands alone too, so that every single one can be found as the
 * beginning of something.
 */
import MiniSearch, { type Query } from 'minisearch'
import type { Findable, Search } from '@/server/ports'

/** A thousand long articles take seconds: after so many of them everybody else has a turn. */
const SLICE = 10
const everyoneElse = () => new Promise((resolve) => setImmediate(resolve))

/** A hit in the title counts as much as so many in the text. */
const TITLE = 4
const RUN = /\p{Script=Han}+|[^\p{Script=Han}]+/gu
const HAN = /^\p{Script=Han}/u
/** What people put around the thing they look for; it says nothing about what it is. */
const ASKING =
  /请问|怎么办理|怎么办|怎么样|怎么|怎样|如何|哪里|哪儿|在哪|什么时候|什么|多少|为什么|可以|能不能|是不是|有没有|我想|我要|吗|呢|呀/gu

export function openSearch(synonyms: string[][]): Search {
  const groups = synonyms.map((group) => group.map(spaced).filter((word) => word !== ''))
  const index = new MiniSearch<Findable>({
    fields: ['title', 'words'],
    tokenize: tokensOf,
    processTerm: keyOf,
  })
  const held = new Map<string, Findable>()
  let holds: string | undefined

  return {
    stamp: () => holds,

    async fill(stamp, documents) {
      holds = undefined
      const there = new Set(documents.map(({ id }) => id))
      for (const id of [...held.keys()].filter((known) => !there.has(known))) {
        index.discard(id)
        held.delete(id)
      }
      let put = 0
      for (const document of documents) {
        const before = held.get(document.id)
        if (before && before.title === document.title && before.words === document.words) continue
        if (++put % SLICE === 0) await everyoneElse()
        if (before) index.replace(document)
        else index.add(document)
        held.set(document.id, document)
      }
      holds = stamp
    },

    find(words, most) {
      const concepts = conceptsOf(words, groups)
      if (!concepts.length) return { loose: false, ids: [] }
      const found = (combineWith: 'AND' | 'OR') => {
        const queries = concepts.map((concept) => queryOf(concept, combineWith))
        const hits = index.search({ combineWith, queries }, SEARCH)
        return hits.slice(0, most).map(({ id }) => String(id))
      }
      const strict = found('AND')
      return strict.length ? { loose: false, ids: strict } : { loose: true, ids: found('OR') }
    },
  }
}

/** Terms are given as they are. A single character, and a word that is typed half, is the beginning of others. */
const SEARCH = {
  tokenize: (term: string) => [term],
  boost: { title: TITLE },
  prefix: (key: string) => !key.startsWith(SIGN) || key.length === SIGN.length + DIGITS,
}

/**
 * A term as the index keeps it. Its tree looks through the branches of a node one by one: with thousands of Chinese
 * characters as branches a thousand long articles took three times as long as with the digits of their numbers.
 */
function keyOf(term: string): string {
  if (!HAN.test(term)) return term
  return SIGN + Array.from(term, (character) => numberOf(character).padStart(DIGITS, '0')).join('')
}
const SIGN = '#'
const DIGITS = 5
const numberOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)

/** Full-width letters and digits as narrow ones, capitals as small ones. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** Letters and digits that stand together. */
const stretchesOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
const spaced = (text: string): string => stretchesOf(text).join(' ')
const runsOf = (stretch: string): string[] => stretch.match(RUN) ?? []

/** What a text is indexed under. */
const tokensOf = (text: string): string[] => stretchesOf(text).flatMap(runsOf).flatMap(termsOfText)

const termsOfText = (run: string): string[] => {
  if (!HAN.test(run)) return [run]
  const characters = Array.from(run)
  return [...pairsOf(characters), ...characters.slice(-1)]
}

/** What a word is looked for by: all of its pairs, or the one character that it has. */
const termsOfWord = (word: string): string[] =>
  stretchesOf(word)
    .flatMap(runsOf)
    .flatMap((run) => (!HAN.test(run) || Array.from(run).length < 2 ? [run] : pairsOf(Array.from(run))))

const pairsOf = (characters: string[]): string[] =>
  characters.slice(1).map((character, before) => `${characters[before]}${character}`)

/** Words of which any counts: a word, with everything that means the same. */
type Concept = string[]

function conceptsOf(words: string, groups: string[][]): Concept[] {
  const asked = spaced(words)
  const telling = asked.replace(ASKING, ' ')
  return wordsOf(telling.trim() === '' ? asked : telling, groups)
}

/** Cut where a word stands that others mean the same as; the longest such word counts. */
function wordsOf(text: string, groups: string[][]): Concept[] {
  const known = groups
    .flat()
    .filter((word) => cut(text, word).length > 1)
    .sort((a, b) => b.length - a.length)[0]
  if (known === undefined)
    return stretchesOf(text)
      .flatMap(runsOf)
      .map((run) => [run])
  const same = [...new Set(groups.filter((group) => group.includes(known)).flat())]
  const [before = '', ...after] = cut(text, known)
  return [...wordsOf(before, groups), same, ...after.flatMap((rest) => wordsOf(rest, groups))]
}

/** Chinese words stand anywhere, others between spaces: `id` is no part of `video`. */
const cut = (text: string, word: string): string[] =>
  HAN.test(word) ? text.split(word) : ` ${text} `.split(` ${word} `)

const queryOf = (concept: Concept, combineWith: 'AND' | 'OR'): Query => ({
  combineWith: 'OR',
  queries: concept.map((word) => ({ combineWith, queries: termsOfWord(word) })),
})
