import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { dayAfter } from '@/core/deadline'
import { FREE_2026, WORKED_2026, year2026 } from '../../test/situations'
import { chinaCalendar } from './calendar'

const plain = chinaCalendar({ worked: [], free: [] })
const days = Array.from({ length: 365 }, (_, n) => dayAfter('2026-01-01', n))

describe('the calendar of China', () => {
  it('agrees with the State Council’s notice on every day of 2026', () => {
    expect(days.filter((day) => plain.isWorkday(day) !== year2026.isWorkday(day))).toEqual([])
  })

  it.each(WORKED_2026)('%s, a Saturday or Sunday, is worked', (day) => {
    expect(plain.isWorkday(day)).toBe(true)
  })

  it.each(FREE_2026)('%s is free', (day) => {
    expect(plain.isWorkday(day)).toBe(false)
  })

  it.each([
    ['Mon 2026-03-02', true],
    ['Fri 2026-03-06', true],
    ['Sat 2026-03-07', false],
    ['Sun 2026-03-08', false],
  ])('%s, in an ordinary week, is worked: %s', (day, worked) => {
    expect(plain.isWorkday(day.slice(4))).toBe(worked)
  })

  it('ends with the last year whose holidays are published, and guesses nothing after it', () => {
    expect(plain.until).toBe('2026-12-31')
  })

  it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('is the same on a machine in %s', (zone) => {
    const script = `const { chinaCalendar } = require(${JSON.stringify(path.resolve('src/drivers/calendar.ts'))})
      const { isWorkday, until } = chinaCalendar({ worked: [], free: [] })
      console.log(JSON.stringify({ until, free: ${JSON.stringify(days)}.filter((day) => !isWorkday(day)) }))`
    const told = execFileSync('node_modules/.bin/tsx', ['-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    expect(JSON.parse(told)).toEqual({ until: '2026-12-31', free: days.filter((day) => !year2026.isWorkday(day)) })
  })
})

describe('a district’s own days', () => {
  const own = chinaCalendar({ worked: ['2026-03-07', '2026-02-17'], free: ['2026-03-09', '2026-02-28'] })

  it.each([
    ['an ordinary Saturday it works', '2026-03-07', true],
    ['a day of Spring Festival it works', '2026-02-17', true],
    ['a Monday it takes off', '2026-03-09', false],
    ['a make-up Saturday it takes off', '2026-02-28', false],
    ['every other day stays as published', '2026-02-18', false],
    ['every other day stays as published', '2026-02-14', true],
  ])('%s: %s', (_, day, worked) => {
    expect(own.isWorkday(day)).toBe(worked)
  })

  it('may reach further than the published year, once somebody has checked the days', () => {
    expect(chinaCalendar({ worked: [], free: [], until: '2027-02-28' }).until).toBe('2027-02-28')
  })
})
