/** What WeChat lets into the fields of a subscription template: the type is the field's name without its number. */

const DAY = /(\d{4})(?:年(\d{1,2})月(\d{1,2})日|[-/.](\d{1,2})[-/.](\d{1,2}))/
const CLOCK = /(\d{1,2}):(\d\d)/
const ONE_DAY = new RegExp(`^${DAY.source}$`)
const ONE_CLOCK = new RegExp(`^${CLOCK.source}$`)

/** Lengths count UTF-16 units: where WeChat should count more kindly, the model is the stricter of the two. */
const FITS: Record<string, (value: string) => boolean> = {
  thing: (value) => value.length <= 20,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => value.split('~').every((moment) => isClock(moment) || isMoment(moment)),
  date: (value) => value.split('~').every((moment) => isDay(moment) || isMoment(moment)),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/.test(value),
  phone_number: (value) => /^[\d+() -]{1,17}$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z\d]{1,8}$/u.test(value),
  name: (value) => !/\d/.test(value) && value.length <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
}

/** Whether `value` may stand in `field`, as in `thing2`. A field of a type that is not known here takes anything. */
export function fits(field: string, value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false
  const check = FITS[field.replace(/\d+$/, '')]
  return check ? check(value) : true
}

const isMoment = (text: string): boolean => {
  const [day = '', clock = '', ...more] = text.trim().split(' ')
  return more.length === 0 && isDay(day) && isClock(clock)
}

function isDay(text: string): boolean {
  const match = ONE_DAY.exec(text.trim())
  if (!match) return false
  const [, , month, day, otherMonth, otherDay] = match
  return between(month ?? otherMonth, 1, 12) && between(day ?? otherDay, 1, 31)
}

function isClock(text: string): boolean {
  const match = ONE_CLOCK.exec(text.trim())
  return match !== null && between(match[1], 0, 23) && between(match[2], 0, 59)
}

const between = (text: string | undefined, low: number, high: number) => Number(text) >= low && Number(text) <= high
