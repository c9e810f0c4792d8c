/**
 * Whether an answer says anything about this very case, or only what a template says to everybody. It is compared with all
 * the templates there are, whether or not one was chosen to write it.
 */
import { fill, KNOWN_SLOTS, type Known } from './phrase'

/** What is said to everybody in every letter. */
const COURTESY = `
  感谢您对我们工作的 感谢您的 感谢您 感谢 谢谢您 谢谢 多谢 您好 你好 尊敬的 市民 群众 居民 用户 网友 先生 女士 朋友
  对我们工作的 理解 支持 配合 关心 关注 监督 信任 祝您 祝 生活愉快 身体健康 工作顺利 阖家幸福 万事如意 再见 不客气 特此回复
  特此答复 此复 敬请谅解 请您谅解 请谅解 谅解 给您带来不便 给您带来的不便 带来不便 深表歉意 表示歉意 非常抱歉 十分抱歉 抱歉 对不起
`
/** What may be put into anything without saying more. */
const HOLLOW = `
  我们 我局 我单位 我办 我镇 本单位 本局 工作人员 相关部门 有关部门 相关单位 有关单位 相关人员 高度重视 非常重视 十分重视 第一时间 及时
  尽快 尽早 立即 马上 迅速 认真 积极 全力 依法依规 依法 依规 按照规定 按规定 按照要求 按要求 按照程序 按程序 现已 已经 已 正在 进行 予以 给予
  妥善 处理完毕 处理完成 处理好 处理 办理完毕 办理完成 办理 解决 落实 核实 核查 了解 调查 处置 整改 完毕 完成 反映的 反映 问题 情况 诉求 事项
  来电 来信 来访 留言 收悉 收到 知悉 回复 答复 如下 现将 关于 有 如有 如果 疑问 欢迎 联系 请您 请 放心 好的 好 是的 可以 会 将 再次 继续
  您的 您 的 了 吧 呢 啊 哦 某某 某日 某时 某地 某处 某人 某 无 空 待定 另行通知 同上 略 不详
`
const COURTEOUS_ENGLISH =
  /\b(?:dear|hello|hi|sir|madam|thank you|thanks|sorry|please|kindly|best wishes|regards|sincerely|yours|for your|patience|understanding|support|apologi[sz]e)\b/g
const HOLLOW_ENGLISH =
  /\b(?:we|our|us|the|a|an|has|have|had|been|be|is|are|was|were|will|it|this|that|to|of|and|or|in|on|at|by|with|your|you|matter|issue|problem|case|handled|dealt|done|resolved|processed|noted|received|department|departments|relevant|staff|soon|promptly|already|n\/?a|tbd|none|xx+)\b/g

/** The longest first, so that no part of one is left behind. */
const anyOf = (list: string): RegExp =>
  new RegExp(
    list
      .trim()
      .split(/\s+/)
      .sort((a, b) => b.length - a.length)
      .join('|'),
    'g',
  )
const COURTEOUS_WORDS = anyOf(COURTESY)
const HOLLOW_WORDS = anyOf(HOLLOW)

/** How much of a template has to be there, or of a text be out of it, for one to be taken for the other. */
const THERE = 0.5
const OUT_OF_IT = 0.8
/** Characters of one's own, beside a template, that say something. */
const OWN = 4

/** False where nothing is left once the template, what the system filled in, and what is said to everybody are out. */
export function isSpecific(text: string, templates: readonly string[], known: Known): boolean {
  const knows = knownWords(known)
  const said = bare(text, knows)
  const tokens = tokensOf(said)
  if (!tokens.length) return false
  const covered = new Set<number>()
  let matched = false
  for (const template of templates) {
    const parts = template.split(/【[^【】]*】/).map((part) => bare(part, knows))
    const places = coveredBy(tokens, parts)
    if (!places) continue
    if (valuesIn(compact(said), parts.map(compact)).some(saysSomething)) return true
    matched = true
    for (const place of places) covered.add(place)
  }
  if (!matched) return true
  return weightOf(runsOf(tokens, covered)) >= OWN
}

/** As it is compared: without courtesies, and without what the system filled in. */
const bare = (text: string, knows: string[]): string => {
  let left = plain(text)
  for (const word of knows) left = left.replaceAll(word, ' ')
  return left.replace(COURTEOUS_WORDS, ' ').replace(COURTEOUS_ENGLISH, ' ')
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Everything that a slot may have been filled with, in either way that a day is written. */
function knownWords(known: Known): string[] {
  const slots = Object.keys(KNOWN_SLOTS)
  const filled = slots.flatMap((slot) => [fill(`【${slot}】`, known), fill(`a 【${slot}】`, known).slice(2)])
  const words = filled.filter((word) => !word.includes('【')).map(plain)
  return [...new Set(words)].sort((a, b) => b.length - a.length)
}

/** A Chinese character, a word of another script, a number. */
const tokensOf = (text: string): string[] =>
  text.match(/\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu) ?? []
const pairsOf = (tokens: string[]): string[] => tokens.slice(1).map((token, before) => `${tokens[before]} ${token}`)

/** Which tokens of a text come out of a template; undefined where the text has little to do with it. */
function coveredBy(tokens: string[], parts: string[]): number[] | undefined {
  const fixed = parts.flatMap((part) => pairsOf(tokensOf(part)))
  if (!fixed.length) return undefined
  const [those, mine] = [new Set(fixed), pairsOf(tokens)]
  const shared = new Set(mine.filter((pair) => those.has(pair)))
  if (!shared.size) return undefined
  const places = [...new Set(mine.flatMap((pair, place) => (shared.has(pair) ? [place, place + 1] : [])))]
  const there = fixed.filter((pair) => shared.has(pair)).length / fixed.length
  return there >= THERE || places.length / tokens.length >= OUT_OF_IT ? places : undefined
}

const compact = (text: string): string => tokensOf(text).join(' ')

/** What stands in the slots of a template, where its words are all there, in their order. */
function valuesIn(said: string, parts: string[]): string[] {
  const values: string[] = []
  let at = 0
  for (const [order, part] of parts.entries()) {
    const found = part ? said.indexOf(part, at) : at
    if (found < 0) return []
    if (order && part) values.push(said.slice(at, found))
    if (order && !part) values.push(order === parts.length - 1 ? said.slice(at) : '')
    at = found + part.length
  }
  return values
}

/** The words that are not covered, with a gap where something covered stood. */
const runsOf = (tokens: string[], covered: ReadonlySet<number>): string =>
  tokens.map((token, place) => (covered.has(place) ? '|' : token)).join(' ')

/** In a slot little is enough: a name, a number, a day. */
const saysSomething = (value: string): boolean =>
  weightOf(value) > 0 && (tokensOf(value).length > 1 || isWeighty(value.trim()))

/** How much is said: a character counts once, a number or another word twice, what is hollow not at all. */
function weightOf(words: string): number {
  const told = joined(words).replace(HOLLOW_WORDS, ' ').replace(HOLLOW_ENGLISH, ' ')
  return tokensOf(told).reduce((sum, token) => sum + (isWeighty(token) ? 2 : 1), 0)
}

const isWeighty = (token: string): boolean =>
  /^[两一二三四五六七八九十]$/u.test(token) || !/^\p{Script=Han}/u.test(token)

/** Chinese characters stand together again; other words stay apart. */
const joined = (words: string): string => words.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
