/**
 * What somebody typed, read against the number menu: a number in any of its forms, the name of an entry, a wish for a
 * person, or else a question. Pure: the menu is the one that is in force at this moment.
 */
import type { Bilingual, District, MenuEntry, MenuTarget } from './district'
import { childrenOf } from './menu'
import { readNumber } from './number'

/** In characters. One more is too long to be read as a question. */
export const LONGEST_ASKED = 500
/** What a tap on an entry of a menu outside the app sends: its id after this. */
export const MENU_CLICK = 'menu:'

export type Asked =
  /** `nth`: one line of what the entry lists: 1.2 where 1 holds no entries of its own. */
  | { is: 'entry'; entry: MenuEntry; path: string; nth?: number }
  /** A topic by one of its names that this menu has no entry for. */
  | { is: 'topic'; opens: Topic }
  /** A number that the menu does not have; empty for a tap on what is not there any more. */
  | { is: 'outside'; number: string }
  | { is: 'ticket'; no: string }
  | { is: 'menu' }
  | { is: 'thanks' }
  | { is: 'person' }
  | { is: 'nothing'; why: 'empty' | 'signs' | 'long' }
  | { is: 'question'; words: string }
export type Topic = Exclude<MenuTarget, 'group'>

/** Names of topics, whatever the entries of a district are called. */
const NAMES: Record<Topic, string> = {
  news: '新闻 消息 要闻 资讯 公告 通知 通知公告 news',
  weather: '天气 天气预报 气温 气象 weather forecast',
  traffic: '交通 路况 路况信息 交通路况 封路信息 traffic roads',
  hotlines: '电话 热线 热线电话 便民电话 常用电话 电话号码 电话簿 hotlines hotline numbers',
  issues: '热点 热点问题 常见问题 大家都在问 popularissues issues',
  about: '区情 概况 区情概况 简介 关于 about',
  report: '投诉 举报 建议 反映问题 提意见 随手拍 投诉建议 complain complaint report',
  tickets: '办件 我的办件 工单 我的工单 我的投诉 进度 办理进度 查进度 tickets mytickets status',
  services: '服务 便民服务 办事 办事指南 办事服务 services',
  person:
    '人工 转人工 人工服务 人工客服 客服 在线客服 找客服 真人 工作人员 找工作人员 找人 找个人 接线员 person human agent operator someone somebody staff',
}
const MENU = '菜单 目录 帮助 功能 你好 您好 在吗 在不在 嗨 哈喽 开始 hi hello hey help menu start'
const THANKS = '谢谢 谢谢您 谢谢你 多谢 感谢 非常感谢 好的 知道了 明白了 thanks thank thankyou ok okay'

/** Nobody names a topic with more letters; the time to look grows with them. */
const LONGEST_NAMES = 20
/** Said around the name of a topic without changing what is asked for. */
const AROUND =
  /请问|我想|我要|想要|想|看一看|看看|看一下|看|查一查|查一下|查询|查|了解|给我|帮我|转接|转|接|一下|今天|今日|明天|现在|最新|最近|本地|当地|怎么样|咋样|如何|有没有|有什么|有啥|有哪些|哪些|什么|的|吗|呢|啊|呀|吧|了|请/gu
const AROUND_ENGLISH =
  /\b(?:please|show|me|the|a|an|what|is|are|i|want|need|to|see|talk|speak|with|latest|today|real)\b/gu
/** In a longer sentence too. */
const WANTS_PERSON =
  /(?:转|找|要|接|叫|换)(?:个|到)?(?:人工|真人|客服)|人工客服|(?:talk|speak) to (?:a |some)(?:person|human|one|body)/u

const DIGITS = '零一二三四五六七八九'
const FORMAL: Record<string, string> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
}
const PART = '(?:\\d{1,2}|[零一二三四五六七八九十]{1,3})'
const BETWEEN = '[\\s.。、,，\\-‐‑–—_/:：>·]+'
const BEFORE =
  '(?:请|我|想|要|按|回复|回|选择|选|发送|发|输入|点击|点|看|数字|编号|序号|菜单|第|press|reply|option|number|type|send|choose|no|\\s|[.:：])*'
const AFTER = '(?:号|键|个|项|条|吧|please|谢谢|\\s|[.。、,，!！?？:：)）\\]】~])*'
const NUMBER = new RegExp(`^[\\s([（【]*${BEFORE}[\\s([（【"“]*(${PART}(?:${BETWEEN}${PART}){0,5})["”]?${AFTER}$`, 'u')
const NUMBER_AND_NAME = new RegExp(
  `^[\\s([（【]*(${PART}(?:${BETWEEN}${PART}){0,5})[)）\\]】]?(?:${BETWEEN})?(\\D.*)$`,
  'u',
)

/** The district's words that mean the same, and its own name, which people put around what they ask for. */
export type Spoken = Pick<District, 'synonyms' | 'name'>

export function readAsked(typed: string, entries: readonly MenuEntry[], spoken: Spoken): Asked {
  if (typed.length > LONGEST_ASKED) return { is: 'nothing', why: 'long' }
  if (typed.startsWith(MENU_CLICK)) return clickedEntry(typed.slice(MENU_CLICK.length), entries)
  const words = readable(typed)
  if (!/[\p{L}\p{N}]/u.test(words)) return { is: 'nothing', why: typed.trim() ? 'signs' : 'empty' }
  const no = readNumber(words)
  if (no) return { is: 'ticket', no }
  return byNumber(words, entries) ?? byName(words, entries, spoken) ?? { is: 'question', words }
}

/** Narrow letters, small, without pictures and without what cannot be seen. */
const readable = (typed: string): string =>
  typed
    .replace(/\p{Cf}|\uFE0F|\u20E3/gu, '')
    .normalize('NFKC')
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\[\p{Script=Han}{1,4}\]/gu,
      (found) => (/\d/.test(found) ? found : ' '),
    )
    .replace(/\p{Cc}|\s+/gu, ' ')
    .toLowerCase()
    .trim()

/** What was tapped may have left the menu since it was shown. */
function clickedEntry(tapped: string, entries: readonly MenuEntry[]): Asked {
  const entry = entries.find(({ id }) => id === tapped.trim())
  return entry ? { is: 'entry', entry, path: pathOf(entry, entries) } : { is: 'outside', number: '' }
}

function byNumber(words: string, entries: readonly MenuEntry[]): Asked | null {
  const plain = words.replace(/[〇两壹贰叁肆伍陆柒捌玖拾]/gu, (sign) => FORMAL[sign] ?? sign)
  const alone = NUMBER.exec(plain)?.[1]
  if (alone) return entryAt(numbersIn(alone), entries)
  const [, before = '', after = ''] = NUMBER_AND_NAME.exec(plain) ?? []
  const named = before ? entryAt(numbersIn(before), entries) : null
  return named?.is === 'entry' && !named.nth && namesOf(named.entry).includes(bare(after)) ? named : null
}

const numbersIn = (path: string): number[] => path.split(new RegExp(BETWEEN, 'u')).filter(Boolean).map(numeral)

/** 十二 is 12, and so is 一二. */
function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const digitOf = (sign: string) => DIGITS.indexOf(sign)
  const ten = text.indexOf('十')
  if (ten < 0) return Number(Array.from(text, digitOf).join(''))
  const [tens = '', ones = ''] = [text.slice(0, ten), text.slice(ten + 1)]
  return (tens ? digitOf(tens) : 1) * 10 + (ones ? Math.max(0, digitOf(ones)) : 0)
}

function entryAt(path: readonly number[], entries: readonly MenuEntry[]): Asked {
  const told = path.join('.')
  let entry: MenuEntry | undefined
  for (const [depth, number] of path.entries()) {
    if (entry && entry.opens !== 'group') {
      const isLast = depth === path.length - 1
      return isLast && number > 0 && number < 10
        ? { is: 'entry', entry, path: path.slice(0, -1).join('.'), nth: number }
        : { is: 'outside', number: told }
    }
    entry = childrenOf(entries, entry?.id).find((one) => one.number === number)
    if (!entry) return { is: 'outside', number: told }
  }
  return entry ? { is: 'entry', entry, path: told } : { is: 'outside', number: told }
}

/** The numbers by which one comes to an entry. */
export function pathOf(entry: MenuEntry, entries: readonly MenuEntry[]): string {
  const path = [entry.number]
  let above = entries.find(({ id }) => id === entry.parent)
  for (let left = entries.length; above && left > 0; left--) {
    path.unshift(above.number)
    const { parent } = above
    above = entries.find(({ id }) => id === parent)
  }
  return path.join('.')
}

function byName(words: string, entries: readonly MenuEntry[], { synonyms, name }: Spoken): Asked | null {
  const asked = bare(words)
  const named = entries.find((entry) => namesOf(entry).includes(asked))
  if (named) return { is: 'entry', entry: named, path: pathOf(named, entries) }
  if (listed(MENU).includes(asked)) return { is: 'menu' }
  if (listed(THANKS).includes(asked)) return { is: 'thanks' }
  if (WANTS_PERSON.test(words)) return { is: 'person' }
  const core = bare(without(words, name).replace(AROUND_ENGLISH, ' ').replace(AROUND, ' '))
  const opens =
    core && core.length <= LONGEST_NAMES ? TOPICS.find((topic) => isMadeOf(core, wordsFor(topic, synonyms))) : undefined
  if (!opens) return null
  if (opens === 'person') return { is: 'person' }
  const entry = entries.find((one) => one.opens === opens && !one.page)
  return entry ? { is: 'entry', entry, path: pathOf(entry, entries) } : { is: 'topic', opens }
}

const without = (words: string, { zh, en }: Bilingual): string =>
  [zh, zh.replace(/[区县市]$/, ''), en.toLowerCase()].reduce(
    (left, one) => (one ? left.replaceAll(one, ' ') : left),
    words,
  )

const listed = (words: string): string[] => words.split(' ')
/** Without anything between its letters. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const namesOf = ({ name }: MenuEntry): string[] =>
  [name.zh, name.en].map((one) => bare(one.normalize('NFKC'))).filter(Boolean)

const TOPICS = Object.keys(NAMES).filter((name): name is Topic => name in NAMES)

/** Its names, and what the district says in their place. */
function wordsFor(topic: Topic, synonyms: readonly string[][]): string[] {
  const own = listed(NAMES[topic])
  return [
    ...own,
    ...synonyms.filter((group) => group.some((word) => own.includes(word))).flatMap((group) => group.map(bare)),
  ]
}

/** 交通路况: names of one topic and nothing else. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  if (text === '') return true
  return words.some((word) => word !== '' && text.startsWith(word) && isMadeOf(text.slice(word.length), words))
}
