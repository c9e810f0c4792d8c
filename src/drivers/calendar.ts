import { getDayDetail } from 'chinese-days'
import type { Calendar } from '@/server/ports'

/** Days that differ from the published holidays, and the last day somebody has checked them for. */
export type Overrides = { worked: string[]; free: string[]; until?: string }

/**
 * China's working days: weekends, holidays and make-up days as published by the State Council (chinese-days), then the
 * district's own overrides. It ends with the last published year: what comes after is not known, and not guessed.
 */
export function chinaCalendar(overrides: Overrides): Calendar {
  const known = new Map<string, boolean>()
  for (const day of overrides.free) known.set(day, false)
  for (const day of overrides.worked) known.set(day, true)
  return {
    // Each day is looked up once: a list of tickets asks for the same few weeks again and again.
    isWorkday(day) {
      const before = known.get(day)
      if (before !== undefined) return before
      const works = published(day) ?? isWeekday(day)
      known.set(day, works)
      return works
    },
    until: overrides.until ?? `${lastPublishedYear()}-12-31`,
  }
}

/** Whether a holiday or make-up day is worked; undefined for any other day. */
function published(day: string): boolean | undefined {
  const { name, work } = getDayDetail(day)
  return name.includes(',') ? work : undefined
}

/** Not asked of the package: its weekdays are those of the machine's own zone, a day early west of London. */
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const FIRST_YEAR = 2026

/** A year is published when its Labour Day is a named holiday; the package calls unpublished days plain week days. */
function lastPublishedYear(): number {
  let year = FIRST_YEAR
  while (published(`${year + 1}-05-01`) !== undefined) year++
  return year
}
