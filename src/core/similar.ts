/**
 * How alike two complaints are in their words, and which of those that are there already may be about the same thing.
 * Without a model and without looking anything up: pairs of Chinese characters, whole words of other scripts, and little
 * weight for what everybody writes.
 */
import { OPEN_STATUSES } from './lifecycle'
import { NEAR } from './nearby'
import type { Ticket } from './ticket'

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
/** Single characters that only join others: a pair with one of them says little. */
const JOINING = /[的了在是和与及也都就还有我你他她它们这那不要很被把给到从向对请吗呢吧啊呀]/
const STOPS = new Set(
  `a an and are as at be been but by can could do does for from had has have hello help here how i in is it its me my no
  not of on or our out please since so some sorry thank thanks that the their them there they this to up us very was we
  were what when where which who why will with would you your`.split(/\s+/),
)

const HAN = /\p{Script=Han}/u
const RUNS = /\p{Script=Han}+|[\p{L}\p{M}]+|\p{N}+/gu
/** What it is about comes first; further on, all complaints tell of the same troubles. Measured in test/bench/nearby.ts. */
const READ = 150

/** What a text is compared by, each with its weight. Worked out once for a text that is compared with many. */
export type Terms = ReadonlyMap<string, number>

export function termsOf(text: string): Terms {
  const plain = text.slice(0, READ).normalize('NFKC').toLowerCase().replace(PHRASE, ' ')
  const terms = new Map<string, number>()
  for (const [run] of plain.matchAll(RUNS)) {
    for (const term of HAN.test(run) ? pairsOf(run) : [run.replace(/(\w{3})s$/, '$1')]) {
      const weight = weightOf(term)
      if (weight) terms.set(term, weight)
    }
  }
  return terms
}

/** A character that stands alone is a term too. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`)
}

function weightOf(term: string): number {
  if (!HAN.test(term)) return STOPS.has(term) ? 0 : 1
  const joining = Array.from(term).filter((character) => JOINING.test(character)).length
  if (joining === Array.from(term).length) return 0
  return joining ? 0.3 : 1
}

/** From 0, nothing in common, to 1, the same. A short text that is wholly in a long one is alike, though not as much. */
export function likeness(one: Terms, other: Terms): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const [term, weight] of few) if (many.has(term)) shared += weight
  return shared ? shared / Math.sqrt(sumOf(few) * sumOf(many)) : 0
}

const sumOf = (terms: Terms): number => {
  let sum = 0
  for (const weight of terms.values()) sum += weight
  return sum
}

/** From here on two texts are about the same thing more often than not: see test/bench/nearby.ts. */
export const ALIKE = 0.12
/** So alike that it may be the same though nobody said where, or though it is elsewhere. */
const ALIKE_SOMEWHERE = 0.15
const ALIKE_ELSEWHERE = 0.3
/** Next door: the same kind of trouble here is offered whatever the words are. */
const NEXT_DOOR = 100
/** Fewer words than these say nothing yet. */
const HARDLY_ANYTHING = 3

/** Somebody's ticket beside what is being written. `metres` where both have a place. */
export type Beside = { likeness: number; isSameCategory: boolean; isSameSpot: boolean; metres?: number }

/** How well it fits, to put the best first; 0: not at all. `written`: what has been written so far. */
export function fitOf(written: Terms, beside: Beside): number {
  if (beside.likeness < leastLikeness(written, beside)) return 0
  const { likeness, isSameCategory, isSameSpot, metres } = beside
  const near = metres === undefined ? 0 : Math.max(0, 1 - metres / NEAR)
  return 0.01 + likeness + near / 2 + (isSameCategory ? 0.3 : 0) + (isSameSpot ? 1 : 0)
}

/** The further away, the more alike the words must be. */
function leastLikeness(written: Terms, { isSameCategory, isSameSpot, metres }: Beside): number {
  if (isSameSpot) return isSameCategory ? 0 : ALIKE
  const isNear = metres !== undefined && metres <= NEAR
  if (!isSameCategory) return isNear ? ALIKE : Number.POSITIVE_INFINITY
  if (metres === undefined) return ALIKE_SOMEWHERE
  if (!isNear) return ALIKE_ELSEWHERE
  return metres <= NEXT_DOOR || written.size < HARDLY_ANYTHING ? 0 : ALIKE / 4
}

/** What concerns its asker and the desk alone: misconduct, somebody who works here, a tip. */
export const isBetweenTwo = ({ kind, against, about }: Ticket): boolean =>
  kind === 'report' || against !== undefined || about?.tip === true

/** Whether others may be told of a ticket, even in the little that they are told; not while anything of it is kept back. */
export const isForOthers = (ticket: Ticket): boolean =>
  OPEN_STATUSES.includes(ticket.status) &&
  !isBetweenTwo(ticket) &&
  (ticket.screened ?? []).every(({ state }) => state === 'released')
