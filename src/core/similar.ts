/**
 * How alike two tickets are in their words. Without a model and without a dictionary: single characters and pairs of
 * Chinese, whole words of other scripts and numbers; little weight for what everybody writes, more for how a text begins.
 * What was tried, and what it gave, is in docs/decisions/028.
 */
import { placesIn } from './privacy'

/** What is said to anybody about anything. Longer ones first, so that no part of one is left behind. */
const PHRASES = `
  希望有关部门 请有关部门 有关部门 相关部门 尽快处理 尽快解决 及时处理 麻烦处理 能不能
  可不可以 是不是 有没有 怎么办 为什么 什么时候 谢谢 感谢 您好 你好 请问 麻烦 尊敬的 领导
  政府 部门 希望 请求 恳请 强烈 要求 投诉 举报 反映 咨询 建议 尽快 及时 处理 解决 严重
  影响 问题 情况 我们 你们 他们 我是 本人 居民 市民 业主 老百姓 百姓 没有 没人 不知道
  已经 一直 现在 今天 昨天 每天 因为 所以 但是 而且 如果 可以 这个 那个 这里 那里 什么
  怎么 时候 非常 很多 进行 关于 对于
`
const PHRASE = new RegExp(PHRASES.trim().split(/\s+/).join('|'), 'g')
/** Characters that only join others: what has one of them says little. */
const JOINING = new Set('的了在是和与及也都就还有我你他她它们这那不要很被把给到从向对请吗呢吧啊呀')
const JOINED = 0.3
const STOPS = new Set(
  `a an and are as at be been but by can could do does for from had has have hello help here how i in is it its me my no
  not of on or our out please since so some sorry thank thanks that the their them there they this to up us very was we
  were what when where which who why will with would you your`.split(/\s+/),
)

const HAN = /\p{Script=Han}/u
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu
/** What it is about comes first; further on, all complaints tell of the same troubles. */
const READ = 200
/** Said twice, it does not weigh twice. */
const REPEATED = 0.7
const DAMPED = Array.from({ length: 64 }, (_, times) => times ** REPEATED)
/** The beginning says where and what: it counts so many times. It ends with the sentence, or here. */
const HEAD = 4
const HEAD_MOST = 48
/** An address that was given beside the text, so many times. */
const PLACE = 2
const SENTENCE_END = /[。！？!?\n；;]|\.\s/

/** What a text is compared by, each with its weight; a vector of length 1, or empty. */
export type Terms = ReadonlyMap<string, number>

/** In how many of so many tickets common terms stand. What is not among them is rare. */
export type Wording = { tickets: number; counts: ReadonlyMap<string, number> }
/** Of a district that has hardly any tickets yet. */
export const NO_WORDING: Wording = { tickets: 0, counts: new Map() }

/** Worked out once for a text that is compared with many; `where`: the address beside it. Phone numbers and the like are no terms. */
export function termsOf(text: string, wording: Wording = NO_WORDING, where = ''): Terms {
  const terms = countsOf(text, where)
  const rarity = rarityIn(wording)
  for (const [term, times] of terms) {
    const damped = DAMPED[times] ?? times ** REPEATED
    terms.set(term, damped * rarity(term) * (isJoining(term) ? JOINED : 1))
  }
  return unit(terms)
}

/** The terms of a text, for counting how common each is. */
export const wordsOf = (text: string, where = ''): string[] => [...countsOf(text, where).keys()]

function countsOf(text: string, where: string): Map<string, number> {
  const counts = new Map<string, number>()
  const { head, rest } = partsOf(plain(text))
  const add = (part: string, times: number) => {
    for (const [run] of part.matchAll(RUNS)) {
      for (const term of termsIn(run)) counts.set(term, (counts.get(term) ?? 0) + times)
    }
  }
  add(head, HEAD)
  add(rest, 1)
  add(plain(where), PLACE)
  return counts
}

/** As far as it is read, in one way of writing, without what is private and what everybody says. */
function plain(text: string): string {
  const read = text.slice(0, READ)
  let open = ''
  let at = 0
  for (const { from, to } of placesIn(read)) {
    open += `${read.slice(at, from)} `
    at = to
  }
  return (open + read.slice(at)).normalize('NFKC').toLowerCase().replace(PHRASE, ' ')
}

function partsOf(text: string): { head: string; rest: string } {
  const end = text.trimStart().slice(0, HEAD_MOST).search(SENTENCE_END)
  const start = text.length - text.trimStart().length
  const to = start + (end > 0 ? end : HEAD_MOST)
  return { head: text.slice(0, to), rest: text.slice(to) }
}

function termsIn(run: string): string[] {
  if (!HAN.test(run)) return STOPS.has(run) ? [] : [run.replace(/(\w{3})s$/, '$1')]
  const characters = Array.from(run)
  return [...characters, ...characters.slice(1).map((character, before) => `${characters[before]}${character}`)]
}

/** Looked up, not matched: hundreds of terms are weighed for each of fifty tickets. */
const isJoining = (term: string): boolean =>
  term.length <= 2 && (JOINING.has(term.charAt(0)) || JOINING.has(term.charAt(1)))
/** A single Chinese character, of which there are few. */
const isSingle = (term: string): boolean => term.length === 1 && HAN.test(term)

/** What is missing in the counts is taken to stand in so many tickets. */
const SELDOM = 2
/** Before there is anything to count, a character says about as much less than a pair. */
const SINGLE = 0.3

function rarityIn({ tickets, counts }: Wording): (term: string) => number {
  if (!tickets) return (term) => (isSingle(term) ? SINGLE : 1)
  const seldom = Math.log((1 + tickets) / (1 + SELDOM))
  return (term) => {
    const count = counts.get(term)
    return count === undefined ? seldom : Math.log((1 + tickets) / (1 + count))
  }
}

function unit(terms: Map<string, number>): Map<string, number> {
  let squares = 0
  for (const weight of terms.values()) squares += weight ** 2
  const length = Math.sqrt(squares) || 1
  for (const [term, weight] of terms) terms.set(term, weight / length)
  return terms
}

/** From 0, nothing in common, to 1, the same: the cosine of the two. */
export function likeness(one: Terms, other: Terms): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let alike = 0
  for (const [term, weight] of few) alike += weight * (many.get(term) ?? 0)
  // A vector's length is 1 but for the last digits.
  return alike > 1 - 1e-9 ? 1 : alike
}

/**
 * The terms with those of what is nearest to them, each by its weight: what is about the same thing in other words is
 * found by the words that the nearest have in common.
 */
export function widened(terms: Terms, nearest: { terms: Terms; weight: number }[]): Terms {
  const together = new Map<string, number>()
  for (const { terms: theirs, weight } of nearest) {
    for (const [term, its] of theirs) together.set(term, (together.get(term) ?? 0) + weight * its)
  }
  const wider = unit(together)
  for (const [term, weight] of terms) wider.set(term, (wider.get(term) ?? 0) + weight)
  return unit(wider)
}

/** Into how many parts all terms fall: a ticket is found by the heaviest of each. See server/alike.ts. */
export const SLOTS = 12

/** For each slot, the `most` terms of it that weigh most. Single characters find too much. */
export function slotsOf(terms: Terms, most: number): string[][] {
  const slots: string[][] = Array.from({ length: SLOTS }, () => [])
  const heaviest = [...terms].filter(([term]) => !isSingle(term)).sort((one, other) => other[1] - one[1])
  for (const [term] of heaviest) {
    const slot = slots[slotOf(term)]
    if (slot && slot.length < most) slot.push(term)
  }
  return slots
}

/** FNV-1a: the same on every host, for ever, for it is in the store. */
function slotOf(term: string): number {
  let hash = 0x811c9dc5
  for (const character of term) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % SLOTS
}
