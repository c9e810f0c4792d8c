/** A reply as a text of WeChat: at most 2,048 bytes, links as WeChat writes them, numbers to type or to tap. */
import type { AskReply, Opens, ReplyLine } from '@/contract/ask'
import type { Door } from '@/core/chat'
import { dayOf } from '@/core/deadline'
import type { Context } from '../context'
import { doorWords } from './words'

/** What WeChat takes, in bytes of UTF-8. */
export const MOST_BYTES = 2048
/** Where a phone is led that cannot open the mini program, and nothing of ours is on the web. */
const NOWHERE = 'https://mp.weixin.qq.com'

/** How this person is written to. */
export type Form = { door: Door; lang: 'zh' | 'en'; appid: string | undefined; origin: string | undefined }

export const formOf = (
  chat: { door: Door; lang: 'zh' | 'en'; appid?: string },
  { appid, origin }: Pick<Context, 'appid' | 'origin'>,
): Form => ({ door: chat.door, lang: chat.lang, appid: appid ?? chat.appid, origin })

const bytesIn = (text: string): number => Buffer.byteLength(text)

/** What people or officials wrote may look like a link of WeChat's: it must not become one. */
export const plain = (text: string): string => text.replace(/[<>]/g, (bracket) => (bracket === '<' ? '＜' : '＞'))

/** A link to a page of the mini program, or of our own on the web; without either the words alone. */
export function linkTo(path: string, words: string, { appid, origin }: Form): string {
  const href = origin ? `${origin}/#/${path}` : NOWHERE
  if (appid)
    return `<a href="${href}" data-miniprogram-appid="${appid}" data-miniprogram-path="${path}">${plain(words)}</a>`
  return origin ? `<a href="${href}">${plain(words)}</a>` : plain(words)
}

const PAGES: Record<Extract<Opens, { is: 'page' }>['page'], string> = {
  news: 'pages/read/news/index',
  weather: 'pages/read/weather/index',
  traffic: 'pages/read/traffic/index',
  hotlines: 'pages/read/hotlines/index',
  issues: 'pages/read/issues/index',
  about: 'pages/read/about/index',
  services: 'pages/read/services/index',
  report: 'pages/report/index',
  tickets: 'pages/tickets/index',
  search: 'pages/read/search/index',
  alerts: 'pages/read/alerts/index',
}
export const TICKET = (no: string) => `pages/ticket/index?no=${encodeURIComponent(no)}`
export const LOOKUP = (no: string) => `pages/lookup/index?no=${encodeURIComponent(no)}`
export const REPORT = PAGES.report

/** What numbers mean that this reply gives to lines without one of their own. */
export type Offered = { number: string; words: string }[]

/** Questions that can only be said, and have no number in the menu, get one for this reply. */
export function offersOf({ lines }: AskReply): Offered {
  const said = lines.flatMap(({ number, opens }) => (opens?.is === 'say' && !number ? [opens.words] : []))
  return said.map((words, place) => ({ number: String(place + 1), words }))
}

export function rendered(reply: AskReply, form: Form): string {
  const { lang } = form
  const offers = offersOf(reply)
  const lines = reply.lines.map((line) => lineText(line, offers, form))
  const from = reply.from && sourceText(reply.from, form)
  const how = howOf(reply, offers, lang)
  const path = reply.from && sourcePath(reply.from)
  return fitted(
    [plain(reply.said[lang]), ...lines, ...(from ? [from] : []), ...(how ? [how] : [])],
    doorWords.more[lang],
    form,
    path,
  )
}

/** What may be typed next, where the numbers beside the lines do not say it. */
function howOf({ is }: AskReply, offers: Offered, lang: 'zh' | 'en'): string | undefined {
  if (offers.length) return doorWords.chooseNumber[lang](offers.length)
  return is === 'nearest' || is === 'nothing' ? doorWords.orPerson[lang] : undefined
}

function lineText({ number, title, text, sample, opens }: ReplyLine, offers: Offered, form: Form): string {
  const { lang } = form
  const mark = sample ? ` (${doorWords.sample[lang]})` : ''
  const tail = `${mark}${text?.[lang] ? ` ${plain(text[lang])}` : ''}`
  if (opens?.is === 'say')
    return sayText(number ?? numberOf(opens.words, offers), title[lang], opens.words, form) + tail
  const head = number ? `${number} ` : ''
  if (opens?.is === 'phone') return `${head}${plain(title[lang])} ${opens.number}${tail}`
  const path = opens && pathOf(opens)
  return `${head}${path ? linkTo(path, title[lang], form) : plain(title[lang])}${tail}`
}

const numberOf = (words: string, offers: Offered): string => offers.find((offer) => offer.words === words)?.number ?? ''

/** The account lets people tap what they would type; the chat does not. */
function sayText(number: string, title: string, words: string, { door }: Form): string {
  const shown = plain(number ? `${number} ${title}` : title)
  if (door === 'chat') return shown
  const content = encodeURIComponent(words)
  return `<a href="weixin://bizmsgmenu?msgmenucontent=${content}&msgmenuid=${encodeURIComponent(number || '0')}">${shown}</a>`
}

function pathOf(opens: Opens): string | undefined {
  if (opens.is === 'page') return PAGES[opens.page]
  if (opens.is === 'release') return `pages/read/reading/index?id=${encodeURIComponent(opens.id)}`
  return opens.is === 'issue' ? `pages/read/issue/index?id=${encodeURIComponent(opens.id)}` : undefined
}

type Source = NonNullable<AskReply['from']>

/** Whose words they are, and when somebody last checked them, or said them. */
function sourceText(source: Source, form: Form): string {
  const { lang } = form
  const { title, unit, sample } = source
  const by = [unit?.name[lang], whenOf(source, lang), sample && doorWords.sample[lang]]
  const told = by.filter(Boolean).join(doorWords.comma[lang])
  return `${doorWords.source[lang]}${linkTo(sourcePath(source), title[lang], form)}${told && ` (${plain(told)})`}`
}

function whenOf({ checkedAt, publishedAt }: Source, lang: Form['lang']): string | undefined {
  if (checkedAt) return doorWords.checked[lang](checkedAt)
  return publishedAt && doorWords.published[lang](dayOf(publishedAt))
}

function sourcePath({ id, kind }: Source): string {
  if (kind === 'reading') return PAGES.weather
  if (kind === 'hotline') return PAGES.hotlines
  if (kind === 'road') return PAGES.traffic
  return pathOf(kind === 'issue' ? { is: 'issue', id } : { is: 'release', id }) ?? PAGES.search
}

/**
 * As many whole lines as WeChat takes, and where some are missing a link to the rest. The first may be cut between two
 * characters: it has no links in it.
 */
export function fitted([first = '', ...rest]: string[], more: string, form: Form, path = PAGES.search): string {
  const whole = [first, ...rest].join('\n')
  if (bytesIn(whole) <= MOST_BYTES) return whole
  const end = linkTo(path, more, form)
  const room = MOST_BYTES - bytesIn(end) - 1
  const kept = [cut(first, room)]
  for (const line of rest) {
    if (bytesIn([...kept, line].join('\n')) > room) break
    kept.push(line)
  }
  return [...kept, end].join('\n')
}

const DOTS = '……'

/** Whole characters, as people see them. */
function cut(text: string, most: number): string {
  if (bytesIn(text) <= most) return text
  let kept = ''
  let bytes = bytesIn(DOTS)
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    bytes += bytesIn(segment)
    if (bytes > most) break
    kept += segment
  }
  return kept + DOTS
}
