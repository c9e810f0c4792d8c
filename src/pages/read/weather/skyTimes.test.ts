import type { Say } from '@/ui/words'
import { dayName, daysAhead, hoursAhead, isNight } from './skyTimes'

const sayIn =
  (lang: 'zh' | 'en'): Say =>
  (pair, { week = '' } = {}) =>
    pair[lang].replace('{week}', String(week))
const beijing = (at: string) => Date.parse(`${at}:00+08:00`)
const hour = (at: string) => ({ at: new Date(beijing(at)).toISOString(), temperature: 1, sky: 'clear' as const })
const day = (name: string) => ({ day: name, high: 9, low: 1, sky: 'clear' as const })

test('of the hours those that are past are left out, and the running one stays', () => {
  const hours = ['2026-11-22T13:00', '2026-11-22T14:00', '2026-11-22T15:00'].map(hour)
  expect(hoursAhead(hours, beijing('2026-11-22T14:59'))).toEqual(hours.slice(1))
})

test('at most 24 hours are shown', () => {
  const hours = Array.from({ length: 48 }, () => hour('2026-11-23T00:00'))
  expect(hoursAhead(hours, beijing('2026-11-22T14:00'))).toHaveLength(24)
})

test('of the days yesterday is left out, and today stays until its last minute', () => {
  const days = ['2026-11-21', '2026-11-22', '2026-11-23'].map(day)
  expect(daysAhead(days, beijing('2026-11-22T23:59'))).toEqual(days.slice(1))
})

test.each([
  ['2026-11-22', 'zh', '今天'],
  ['2026-11-23', 'zh', '明天'],
  ['2026-11-24', 'zh', '周二'],
  ['2026-11-22', 'en', 'Today'],
  ['2026-11-23', 'en', 'Mon'],
] as const)('early on 22 November the day %s is in %s %s', (of, lang, name) =>
  expect(dayName(of, sayIn(lang), beijing('2026-11-22T00:05'))).toBe(name),
)

describe('night', () => {
  const sun = {
    ...day('2026-11-22'),
    sunrise: new Date(beijing('2026-11-22T06:58')).toISOString(),
    sunset: new Date(beijing('2026-11-22T16:50')).toISOString(),
  }
  test.each([
    ['2026-11-22T06:57', true],
    ['2026-11-22T06:58', false],
    ['2026-11-22T16:50', true],
    // Of the next day the sun is not known.
    ['2026-11-23T17:00', false],
    ['2026-11-23T18:00', true],
    ['2026-11-23T05:00', true],
  ])('at %s: %s', (at, night) => expect(isNight(hour(at).at, [sun])).toBe(night))
})
