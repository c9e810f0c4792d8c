/** Days and hours of a forecast in Beijing, and what of it still lies ahead. */
import type { Forecast } from '@/contract/weather'
import { weatherWords } from '@/ui/skyWords'
import type { Say } from '@/ui/words'

type DayForecast = Forecast['days'][number]
type Hour = Forecast['hours'][number]

const HOUR = 3_600_000
const BEIJING = 8 * HOUR
const DAY = 24 * HOUR
const SHOWN = { hours: 24, days: 7 }

const inBeijing = (at: string | number) => new Date((typeof at === 'number' ? at : Date.parse(at)) + BEIJING)
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** The hours from the one that runs now; what is past is not shown as if it were to come. */
export const hoursAhead = (hours: Hour[], now: number): Hour[] =>
  hours.filter(({ at }) => Date.parse(at) > now - HOUR).slice(0, SHOWN.hours)

/** The days from today on. */
export const daysAhead = (days: DayForecast[], now: number): DayForecast[] =>
  days.filter(({ day }) => startOf(day) > now - DAY).slice(0, SHOWN.days)

export const dayAt = (at: string): string => inBeijing(at).toISOString().slice(0, 10)
export const clockHour = (at: string): number => inBeijing(at).getUTCHours()
export const dateOf = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** 今天, 明天, 周三. */
export function dayName(day: string, say: Say, now: number): string {
  const apart = Math.floor((startOf(day) + BEIJING) / DAY) - Math.floor((now + BEIJING) / DAY)
  const weekday = weatherWords.weekdays[inBeijing(startOf(day)).getUTCDay()]
  const week = weekday ? say(weekday) : day
  if (apart === 0) return say(weatherWords.today)
  return apart === 1 ? say(weatherWords.tomorrow, { week }) : week
}

/** Whether it is dark then: by that day's sun where it is known, else from six to six. */
export function isNight(at: string, days: DayForecast[]): boolean {
  const day = dayAt(at)
  const { sunrise, sunset } = days.find((forecast) => forecast.day === day) ?? {}
  if (sunrise && sunset) return Date.parse(at) < Date.parse(sunrise) || Date.parse(at) >= Date.parse(sunset)
  return clockHour(at) < 6 || clockHour(at) >= 18
}
