import { beijing, endOf, year2026 } from '../../test/situations'
import {
  BEYOND,
  type Calendar,
  dayAfter,
  dayOf,
  dueAt,
  extendResolve,
  momentOf,
  pauseResolve,
  type ResolveClock,
  resumeResolve,
  revealResolve,
  startResolve,
  stopResolve,
  workdaysBetween,
} from './deadline'

describe('the last day of a period of working days', () => {
  it.each([
    // An ordinary week: the day of filing does not count, the last day counts whole (Civil Code, articles 201 and 203).
    ['filed in the morning', 'Mon 2026-03-02 09:00', 2, 'Wed 2026-03-04'],
    ['filed in the last minute of the same day', 'Mon 2026-03-02 23:59', 2, 'Wed 2026-03-04'],
    ['filed in the first minute of the next', 'Tue 2026-03-03 00:00', 2, 'Thu 2026-03-05'],
    ['a weekend lies between', 'Fri 2026-03-06 10:00', 2, 'Tue 2026-03-10'],
    ['filed on a Saturday: counts from Monday', 'Sat 2026-03-07 10:00', 2, 'Tue 2026-03-10'],
    ['filed on a Sunday: counts from Monday', 'Sun 2026-03-08 23:30', 1, 'Mon 2026-03-09'],
    ['fifteen days: three weeks', 'Mon 2026-03-02 10:00', 15, 'Mon 2026-03-23'],
    // Half past midnight in Beijing is still the day before in UTC.
    ['half past midnight on a Friday', 'Fri 2026-03-06 00:30', 1, 'Mon 2026-03-09'],
    ['half past midnight on a Monday', 'Mon 2026-03-09 00:30', 1, 'Tue 2026-03-10'],
    ['just before eight in the morning, midnight in UTC', 'Fri 2026-03-06 07:59', 1, 'Mon 2026-03-09'],
    // Spring Festival 2026: 15 to 23 February free, the Saturdays 14 and 28 February worked.
    ['the make-up Saturday before the festival counts', 'Fri 2026-02-13 10:00', 1, 'Sat 2026-02-14'],
    ['the festival does not', 'Fri 2026-02-13 10:00', 2, 'Tue 2026-02-24'],
    ['filed on the make-up Saturday', 'Sat 2026-02-14 10:00', 1, 'Tue 2026-02-24'],
    ['filed on New Year’s Eve', 'Mon 2026-02-16 20:00', 2, 'Wed 2026-02-25'],
    ['the make-up Saturday after the festival counts', 'Tue 2026-02-24 10:00', 4, 'Sat 2026-02-28'],
    ['but the Sunday after it does not', 'Tue 2026-02-24 10:00', 5, 'Mon 2026-03-02'],
    ['half past midnight in the festival’s first night', 'Sun 2026-02-15 00:30', 1, 'Tue 2026-02-24'],
    // New Year, Labour Day and National Day with their make-up days.
    ['Sunday 4 January is worked', 'Wed 2025-12-31 10:00', 1, 'Sun 2026-01-04'],
    ['Saturday 9 May is worked', 'Thu 2026-04-30 10:00', 4, 'Sat 2026-05-09'],
    ['Sunday 20 September is worked', 'Fri 2026-09-18 10:00', 1, 'Sun 2026-09-20'],
    ['Mid-Autumn and National Day', 'Thu 2026-09-24 10:00', 4, 'Thu 2026-10-08'],
    ['Saturday 10 October is worked', 'Wed 2026-09-30 10:00', 3, 'Sat 2026-10-10'],
    // A period of no days ends with the day itself, or with the first working day when that is free (article 203).
    ['no days left on a working day', 'Fri 2026-03-06 10:00', 0, 'Fri 2026-03-06'],
    ['no days left on a rest day', 'Sat 2026-03-07 10:00', 0, 'Mon 2026-03-09'],
    // The last day that is known.
    ['the calendar’s last day', 'Wed 2026-12-30 10:00', 1, 'Thu 2026-12-31'],
  ])('%s: filed %s, %i days, due at the end of %s', (_, filed, days, due) => {
    expect(dueAt(beijing(filed), days, year2026)).toBe(endOf(due))
  })

  it.each([
    ['one day more than it knows', 'Thu 2026-12-31 10:00', 1],
    ['a long period that crosses its end', 'Mon 2026-12-21 10:00', 15],
    ['filed after its end', 'Fri 2027-01-01 10:00', 1],
  ])('is not guessed beyond the calendar: %s', (_, filed, days) => {
    expect(dueAt(beijing(filed), days, year2026)).toBe(BEYOND)
  })
})

describe('working days from one moment to another', () => {
  it.each([
    ['the same day', 'Mon 2026-03-02 09:00', 'Mon 2026-03-02 23:00', 0],
    ['one night', 'Mon 2026-03-02 23:59', 'Tue 2026-03-03 00:01', 1],
    ['a weekend', 'Fri 2026-03-06 10:00', 'Mon 2026-03-09 10:00', 1],
    ['into a weekend', 'Fri 2026-03-06 10:00', 'Sun 2026-03-08 10:00', 0],
    ['Spring Festival with both make-up Saturdays', 'Fri 2026-02-13 10:00', 'Sat 2026-02-28 10:00', 6],
    ['backwards', 'Mon 2026-03-09 10:00', 'Thu 2026-03-05 10:00', -2],
  ])('%s: %s to %s is %i', (_, from, to, days) => {
    expect(workdaysBetween(beijing(from), beijing(to), year2026)).toBe(days)
  })
})

/** Filed Mon 2026-03-02, ten working days: due Mon 2026-03-16. */
const clock = (changed: Partial<ResolveClock> = {}): ResolveClock => ({
  ...startResolve(beijing('Mon 2026-03-02 10:00'), 10, year2026),
  ...changed,
})
const pausedAt = (when: string) => pauseResolve(clock(), beijing(when))

describe('the resolve clock', () => {
  it('promises a day when the ticket is filed', () => {
    expect(clock()).toEqual({ days: 10, promisedAt: endOf('Mon 2026-03-16'), dueAt: endOf('Mon 2026-03-16') })
  })

  it.each([
    ['the same afternoon: nothing moves', 'Wed 2026-03-04 10:00', 'Wed 2026-03-04 16:00', 'Mon 2026-03-16'],
    ['two working days later: two days later', 'Wed 2026-03-04 10:00', 'Fri 2026-03-06 10:00', 'Wed 2026-03-18'],
    ['over a weekend: one working day later', 'Fri 2026-03-06 10:00', 'Mon 2026-03-09 10:00', 'Tue 2026-03-17'],
    [
      'paused on the last day: the whole day of return is left',
      'Mon 2026-03-16 17:00',
      'Thu 2026-03-19 09:00',
      'Thu 2026-03-19',
    ],
    [
      'the same, returning on a rest day: the next working day is left',
      'Mon 2026-03-16 17:00',
      'Sat 2026-03-21 09:00',
      'Mon 2026-03-23',
    ],
  ])('has as many days left after a pause as before: %s', (_, paused, resumed, due) => {
    const after = resumeResolve(pausedAt(paused), beijing(resumed), year2026)
    expect(after).toEqual(clock({ dueAt: endOf(due) }))
  })

  it('is late after a pause when it was late before', () => {
    const after = resumeResolve(pausedAt('Tue 2026-03-17 00:00'), beijing('Wed 2026-04-01 10:00'), year2026)
    expect(after).toEqual(clock())
  })

  it('keeps the first of two pauses', () => {
    expect(pauseResolve(pausedAt('Wed 2026-03-04 10:00'), beijing('Fri 2026-03-06 10:00'))).toEqual(
      pausedAt('Wed 2026-03-04 10:00'),
    )
  })

  it('does not pause once it has stopped', () => {
    const stopped = stopResolve(clock(), beijing('Wed 2026-03-04 10:00'))
    expect(pauseResolve(stopped, beijing('Fri 2026-03-06 10:00'))).toBe(stopped)
  })

  it('does not change when it is resumed without a pause', () => {
    expect(resumeResolve(clock(), beijing('Fri 2026-03-06 10:00'), year2026)).toEqual(clock())
  })

  it('keeps the first promise beside an extension', () => {
    const extended = extendResolve(clock(), 5, year2026)
    expect(extended).toEqual(clock({ extendedDays: 5, dueAt: endOf('Mon 2026-03-23') }))
    expect(extended.promisedAt).toBe(endOf('Mon 2026-03-16'))
  })

  it('keeps an extension through a pause', () => {
    const paused = pauseResolve(extendResolve(clock(), 5, year2026), beijing('Wed 2026-03-04 10:00'))
    const resumed = resumeResolve(paused, beijing('Thu 2026-03-05 10:00'), year2026)
    expect(resumed).toEqual(clock({ extendedDays: 5, dueAt: endOf('Tue 2026-03-24') }))
  })

  it('stops at the moment of the end, or of the pause that went before', () => {
    expect(stopResolve(clock(), beijing('Wed 2026-03-04 10:00')).stoppedAt).toBe(beijing('Wed 2026-03-04 10:00'))
    expect(stopResolve(pausedAt('Wed 2026-03-04 10:00'), beijing('Mon 2026-03-09 10:00'))).toEqual(
      clock({ stoppedAt: beijing('Wed 2026-03-04 10:00') }),
    )
  })

  it('stays beyond the calendar when it is paused, resumed or extended there', () => {
    const beyond = startResolve(beijing('Mon 2026-12-28 10:00'), 10, year2026)
    expect(beyond).toEqual({ days: 10, promisedAt: BEYOND, dueAt: BEYOND })
    const paused = pauseResolve(beyond, beijing('Tue 2026-12-29 10:00'))
    expect(resumeResolve(paused, beijing('Wed 2026-12-30 10:00'), year2026)).toEqual({ ...beyond, waited: 1 })
    expect(extendResolve(beyond, 5, year2026).dueAt).toBe(BEYOND)
  })

  it('goes beyond the calendar when an extension or a pause leads there', () => {
    const late = startResolve(beijing('Mon 2026-12-21 10:00'), 5, year2026)
    expect(late.dueAt).toBe(endOf('Mon 2026-12-28'))
    expect(extendResolve(late, 5, year2026)).toMatchObject({ promisedAt: endOf('Mon 2026-12-28'), dueAt: BEYOND })
    const paused = pauseResolve(late, beijing('Tue 2026-12-22 10:00'))
    expect(resumeResolve(paused, beijing('Wed 2026-12-30 10:00'), year2026).dueAt).toBe(BEYOND)
  })
})

/** The next year as it may be announced: New Year's Day is free, and Monday the 4th is worked again. */
const until2027: Calendar = {
  isWorkday: (day) =>
    day > year2026.until
      ? !['2027-01-01', '2027-01-02', '2027-01-03'].includes(day) &&
        ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
      : year2026.isWorkday(day),
  until: '2027-12-31',
}

describe('an end that nobody knew, once the next year is announced', () => {
  const filed = beijing('Mon 2026-12-21 10:00')
  const begun = (days: number) => startResolve(filed, days, year2026)
  const paused = (clock: ResolveClock, from: string, to: string) =>
    resumeResolve(pauseResolve(clock, beijing(from)), beijing(to), year2026)

  it.each<[name: string, clock: ResolveClock, due: string, promised: string]>([
    ['ten working days', begun(10), 'Tue 2027-01-05', 'Tue 2027-01-05'],
    ['extended while it was unknown', extendResolve(begun(10), 5, year2026), 'Tue 2027-01-12', 'Tue 2027-01-05'],
    ['extended into it', extendResolve(begun(5), 5, year2026), 'Tue 2027-01-05', 'Mon 2026-12-28'],
    [
      'stood still while it was unknown',
      paused(begun(10), 'Tue 2026-12-22 10:00', 'Thu 2026-12-24 10:00'),
      'Thu 2027-01-07',
      'Tue 2027-01-05',
    ],
    [
      'stood still twice',
      paused(
        paused(begun(10), 'Tue 2026-12-22 10:00', 'Thu 2026-12-24 10:00'),
        'Fri 2026-12-25 10:00',
        'Mon 2026-12-28 10:00',
      ),
      'Fri 2027-01-08',
      'Tue 2027-01-05',
    ],
    [
      'stood still until it led there',
      paused(begun(8), 'Tue 2026-12-22 10:00', 'Thu 2026-12-24 10:00'),
      'Tue 2027-01-05',
      'Thu 2026-12-31',
    ],
    [
      'stood still first, then extended into it',
      extendResolve(paused(begun(5), 'Tue 2026-12-22 10:00', 'Wed 2026-12-23 10:00'), 5, year2026),
      'Wed 2027-01-06',
      'Mon 2026-12-28',
    ],
  ])('%s', (_, clock, due, promised) => {
    expect(clock.dueAt).toBe(BEYOND)
    const found = revealResolve(clock, filed, until2027)
    expect(found).toMatchObject({ dueAt: endOf(due), promisedAt: endOf(promised) })
    expect(found.waited).toBeUndefined()
    expect(revealResolve(found, filed, until2027)).toBe(found)
  })

  it('is left alone while nobody knows it, and where it was known', () => {
    expect(revealResolve(begun(10), filed, year2026)).toEqual(begun(10))
    const known = begun(5)
    expect(revealResolve(known, filed, until2027)).toBe(known)
  })
})

describe('days and moments in Beijing', () => {
  it.each([
    ['2026-03-05T15:59:59.999Z', '2026-03-05'],
    ['2026-03-05T16:00:00.000Z', '2026-03-06'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('%s is on %s', (moment, day) => {
    expect(dayOf(moment)).toBe(day)
  })

  it.each([
    ['2026-03-06', '00:00', '2026-03-05T16:00:00.000Z'],
    ['2026-03-06', '08:30', '2026-03-06T00:30:00.000Z'],
    ['2026-03-06', '24:00', '2026-03-06T16:00:00.000Z'],
  ])('%s %s is %s', (day, clockTime, moment) => {
    expect(momentOf(day, clockTime)).toBe(moment)
  })

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (day, days, found) => {
    expect(dayAfter(day, days)).toBe(found)
  })
})
