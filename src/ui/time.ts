/** Times as people say them, always Beijing time, whatever the phone's own zone. */
import type { Lang } from '@/contract/phoneRefusals'
import { sayIn, words } from './words'

const BEIJING = 8 * 3_600_000
const DAY = 24 * 3_600_000
const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const inBeijing = (at: string | number) => new Date((typeof at === 'number' ? at : Date.parse(at)) + BEIJING)
const dayNumber = (at: string | number) => Math.floor(inBeijing(at).getTime() / DAY)
/** How many midnights in Beijing lie between then and now. */
export const daysSince = (at: string, now: number = Date.now()): number => dayNumber(now) - dayNumber(at)
const two = (n: number) => String(n).padStart(2, '0')

/** 今天 / 昨天 / 11月26日 周四, and 26 Nov, Thu. With the year when it is not this one. */
export function dayText(at: string, lang: Lang, now: number = Date.now()): string {
  const say = sayIn(lang)
  const apart = dayNumber(at) - dayNumber(now)
  if (apart === 0) return say(words.time.today)
  if (apart === -1) return say(words.time.yesterday)
  if (apart === 1) return say(words.time.tomorrow)
  const date = inBeijing(at)
  const year = date.getUTCFullYear()
  const other = year !== inBeijing(now).getUTCFullYear()
  const [month, day, week] = [date.getUTCMonth(), date.getUTCDate(), WEEKDAYS[lang][date.getUTCDay()]]
  if (lang === 'en') return `${week} ${day} ${MONTHS[month]}${other ? ` ${year}` : ''}`
  return `${other ? `${year}年` : ''}${month + 1}月${day}日（周${week}）`
}

/** 09:05 */
export const clockText = (at: string): string =>
  `${two(inBeijing(at).getUTCHours())}:${two(inBeijing(at).getUTCMinutes())}`

/** 今天 09:05 */
export const momentText = (at: string, lang: Lang, now?: number): string => `${dayText(at, lang, now)} ${clockText(at)}`
