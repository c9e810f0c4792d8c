/**
 * Fields of WeChat's message templates. A template's field is named by its type and a number (`thing2`); a value that
 * its type forbids makes WeChat refuse the whole message (47003). Limits: WeChat's 订阅消息参数值内容限制.
 */
import { dayOf, type Moment } from './deadline'

export const FIELD_TYPES = [
  'thing',
  'short_thing',
  'phrase',
  'character_string',
  'number',
  'letter',
  'symbol',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** `thing` of `thing2`; null for types whose values only the template itself knows (enum, const). */
export function typeOfField(name: string): FieldType | null {
  const [, type] = /^([a-z_]+)\d{1,3}$/.exec(name) ?? []
  return FIELD_TYPES.find((known) => known === type) ?? null
}

/**
 * The text as a value that WeChat takes in such a field, or null when none can be made of it. Times are given as
 * moments and become Beijing time. Words are cut to fit; a number that is cut is another number, and becomes null.
 */
export const fieldValue = (type: FieldType, text: string): string | null => VALUE[type](text) || null

const VALUE: Record<FieldType, (text: string) => string | null> = {
  thing: (text) => cut(oneLine(text), 20, '…'),
  // Nowhere written down; values of up to five characters are seen to pass.
  short_thing: (text) => cut(oneLine(text), 5, '…'),
  phrase: (text) => cut(only(text, /\p{Script=Han}/u), 5, ''),
  character_string: (text) => cut(only(text, /[!-~]/), 32, '...'),
  number: (text) => whole(without(text, /[\s,，]/g), /^\d+(\.\d+)?$/, 32),
  letter: (text) => cut(only(text, /[A-Za-z]/), 32, ''),
  symbol: (text) => cut(only(text, /[\p{P}\p{S}]/u), 5, ''),
  time: (text) => clockTime(text),
  date: (text) => (isMoment(text) ? chineseDay(dayOf(text)) : null),
  amount: (text) => whole(without(text, /[\s,，]/g), /^[¥￥$€£]?\d{1,7}(\.\d{1,2})?元?$/, 12),
  phone_number: (text) => whole(without(text, /\s/g), /^[+\d][\d()+-]*$/, 17),
  car_number: (text) => whole(without(text, /[\s·]/g), /^[\p{Script=Han}A-Z\d][A-Z\d]+[\p{Script=Han}A-Z\d]$/u, 8),
  // Ten characters once a Chinese one is among them, else twenty; digits are no part of a name.
  name: (text) => {
    const letters = oneLine(text.replace(/\d/g, ''))
    return cut(letters, /^[ -~]*$/.test(letters) ? 20 : 10, '')
  },
}

/** One line without control characters, halves of characters, or marks that turn the direction of writing. */
const oneLine = (text: string): string =>
  without(text.replace(/\s+/g, ' '), /[\p{Cc}\p{Surrogate}\p{Bidi_Control}]/gu).trim()

const without = (text: string, forbidden: RegExp): string => text.replace(forbidden, '')

const only = (text: string, allowed: RegExp): string =>
  [...text].filter((character) => allowed.test(character)).join('')

/**
 * At most so long, with `end` where something was left out. Nobody says whether WeChat counts an emoji once or twice:
 * counted twice it always fits, and it is never cut in two.
 */
function cut(text: string, most: number, end: string): string {
  if (text.length <= most) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length + end.length > most) break
    kept += character
  }
  return `${kept.trimEnd()}${end}`
}

const whole = (text: string, form: RegExp, most: number): string | null =>
  text.length <= most && form.test(text) ? text : null

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** 2026-11-21 as 2026年11月21日. */
function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026年11月21日 10:30 in Beijing, which has no summer time. */
function clockTime(text: Moment): string | null {
  if (!isMoment(text)) return null
  const minute = new Date(Date.parse(text) + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${chineseDay(dayOf(text))} ${minute}`
}
