import { beijing, duty, year2026 } from '../../test/situations'
import { BEYOND } from './deadline'
import { type DutyHours, dutyDue, dutyMinutes, opensAt, startFirstReply, stopFirstReply } from './roster'

// On duty 08:30–12:00 and 13:30–17:30 on working days, 09:00–11:00 on rest days.

const due = (filed: string, minutes = 10, hours: DutyHours = duty) => dutyDue(beijing(filed), minutes, hours, year2026)

describe('ten minutes to the first reply, counted while the desk is open', () => {
  it.each([
    ['in the middle of the morning', 'Mon 2026-03-02 10:00', 'Mon 2026-03-02 10:10'],
    ['exactly at opening', 'Mon 2026-03-02 08:30', 'Mon 2026-03-02 08:40'],
    ['before opening', 'Mon 2026-03-02 06:00', 'Mon 2026-03-02 08:40'],
    ['ten minutes before lunch: just in time', 'Mon 2026-03-02 11:50', 'Mon 2026-03-02 12:00'],
    ['four minutes before lunch: six are left after it', 'Mon 2026-03-02 11:56', 'Mon 2026-03-02 13:36'],
    ['during lunch', 'Mon 2026-03-02 12:30', 'Mon 2026-03-02 13:40'],
    ['ten minutes before closing: just in time', 'Mon 2026-03-02 17:20', 'Mon 2026-03-02 17:30'],
    ['five minutes before closing: five are left tomorrow', 'Mon 2026-03-02 17:25', 'Tue 2026-03-03 08:35'],
    ['at the moment of closing', 'Mon 2026-03-02 17:30', 'Tue 2026-03-03 08:40'],
    ['at night', 'Mon 2026-03-02 23:00', 'Tue 2026-03-03 08:40'],
    ['half past midnight on a Friday, Thursday in UTC', 'Fri 2026-03-06 00:30', 'Fri 2026-03-06 08:40'],
    ['half past midnight on a Saturday: rest-day hours', 'Sat 2026-03-07 00:30', 'Sat 2026-03-07 09:10'],
    ['half past midnight on a Monday: working hours', 'Mon 2026-03-09 00:30', 'Mon 2026-03-09 08:40'],
    ['Friday evening: the weekend desk opens first', 'Fri 2026-03-06 19:00', 'Sat 2026-03-07 09:10'],
    ['Sunday after closing', 'Sun 2026-03-08 11:00', 'Mon 2026-03-09 08:40'],
    ['a make-up Saturday is a working day', 'Sat 2026-02-14 16:00', 'Sat 2026-02-14 16:10'],
    ['an ordinary Saturday is not', 'Sat 2026-03-07 16:00', 'Sun 2026-03-08 09:10'],
    ['a Tuesday in Spring Festival is a rest day', 'Tue 2026-02-17 16:00', 'Wed 2026-02-18 09:10'],
  ])('%s: filed %s, due %s', (_, filed, expected) => {
    expect(due(filed)).toBe(beijing(expected))
  })

  it('counts across several days when a day has few hours', () => {
    expect(due('Fri 2026-03-06 17:30', 241)).toBe(beijing('Mon 2026-03-09 08:31'))
  })

  it('has no due moment when the desk never opens before the calendar ends', () => {
    expect(due('Mon 2026-03-02 10:00', 10, { workday: [], restday: [] })).toBe(BEYOND)
    expect(due('Thu 2026-12-31 17:25')).toBe(BEYOND)
  })

  it('leaves out hours that end before they begin', () => {
    const slip: DutyHours = { workday: [{ from: '22:00', to: '06:00' }, ...duty.workday.slice(1)], restday: [] }
    expect(due('Mon 2026-03-02 10:00', 10, slip)).toBe(beijing('Mon 2026-03-02 13:40'))
  })

  it('counts through midnight where the desk never closes', () => {
    const always: DutyHours = { workday: [{ from: '00:00', to: '24:00' }], restday: [{ from: '00:00', to: '24:00' }] }
    expect(due('Mon 2026-03-02 23:55', 10, always)).toBe(beijing('Tue 2026-03-03 00:05'))
  })
})

describe('how many minutes of duty time a reply took', () => {
  it.each([
    ['four minutes', 'Mon 2026-03-02 10:00', 'Mon 2026-03-02 10:04', 4],
    ['not yet a whole minute', 'Mon 2026-03-02 10:00', 'Mon 2026-03-02 10:00:59', 0],
    ['lunch does not count', 'Mon 2026-03-02 11:58', 'Mon 2026-03-02 13:33', 5],
    ['nor does the night', 'Mon 2026-03-02 17:28', 'Tue 2026-03-03 08:33', 5],
    ['filed and answered at night', 'Mon 2026-03-02 22:00', 'Mon 2026-03-02 22:20', 0],
    ['a weekend counts with its own hours', 'Fri 2026-03-06 17:30', 'Mon 2026-03-09 08:31', 241],
  ])('%s: from %s to %s', (_, from, to, minutes) => {
    expect(dutyMinutes(beijing(from), beijing(to), duty, year2026)).toBe(minutes)
  })
})

describe('when the desk opens next', () => {
  it.each([
    ['it is open', 'Mon 2026-03-02 10:00', null],
    ['it opens this very moment', 'Mon 2026-03-02 08:30', null],
    ['it closes this very moment for lunch', 'Mon 2026-03-02 12:00', 'Mon 2026-03-02 13:30'],
    ['early in the morning', 'Mon 2026-03-02 06:00', 'Mon 2026-03-02 08:30'],
    ['at night', 'Mon 2026-03-02 20:00', 'Tue 2026-03-03 08:30'],
    ['Friday night', 'Fri 2026-03-06 20:00', 'Sat 2026-03-07 09:00'],
    ['the eve of a make-up Saturday', 'Fri 2026-02-13 20:00', 'Sat 2026-02-14 08:30'],
  ])('%s: %s', (_, now, opens) => {
    expect(opensAt(beijing(now), duty, year2026)).toBe(opens && beijing(opens))
  })

  it('is not at the hour of a span that ends before it begins', () => {
    const slip: DutyHours = { workday: [{ from: '22:00', to: '06:00' }], restday: duty.restday }
    expect(opensAt(beijing('Fri 2026-03-06 05:00'), slip, year2026)).toBe(beijing('Sat 2026-03-07 09:00'))
  })

  it('is beyond on the evening of the calendar’s last day', () => {
    expect(opensAt(beijing('Thu 2026-12-31 20:00'), duty, year2026)).toBe(BEYOND)
  })
})

describe('the first-reply clock', () => {
  const filed = beijing('Mon 2026-03-02 11:55')
  const started = startFirstReply(filed, { target: 10, alarm: 8 }, duty, year2026)

  it('knows its due moment and its alarm when the ticket is filed', () => {
    expect(started).toEqual({ dueAt: beijing('Mon 2026-03-02 13:35'), alarmAt: beijing('Mon 2026-03-02 13:33') })
  })

  it('stops at the first message of a human, with the minutes it took', () => {
    const stopped = stopFirstReply(started, filed, beijing('Mon 2026-03-02 13:31'), duty, year2026)
    expect(stopped).toEqual({ ...started, repliedAt: beijing('Mon 2026-03-02 13:31'), minutes: 6 })
  })

  it('stays as it was at the second message', () => {
    const stopped = stopFirstReply(started, filed, beijing('Mon 2026-03-02 13:31'), duty, year2026)
    expect(stopFirstReply(stopped, filed, beijing('Mon 2026-03-02 15:00'), duty, year2026)).toBe(stopped)
  })
})
