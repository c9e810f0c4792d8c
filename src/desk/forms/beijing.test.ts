import { clockOf, dayOf, daysLater, hoursLater, minuteOf, momentAt } from './beijing'

test.each([
  ['2026-03-02', '10:00', '2026-03-02T02:00:00.000Z'],
  ['2026-03-02', '07:30', '2026-03-01T23:30:00.000Z'],
  ['2026-01-01', '00:00', '2025-12-31T16:00:00.000Z'],
  ['2028-02-29', '23:59', '2028-02-29T15:59:00.000Z'],
])('%s %s in Beijing is %s, and back', (day, clock, at) => {
  expect(momentAt(day, clock)).toBe(at)
  expect([dayOf(at), clockOf(at)]).toEqual([day, clock])
})

test.each([
  ['a day that is not there', '2026-02-30', '10:00'],
  ['an hour that is not there', '2026-03-02', '25:00'],
  ['no day yet', '', '10:00'],
  ['no clock time yet', '2026-03-02', ''],
])('%s is no moment', (_, day, clock) => {
  expect(momentAt(day, clock)).toBeUndefined()
})

const NOW = Date.parse('2026-03-02T15:59:42.123Z')
test('now is said to the minute', () => expect(minuteOf(NOW)).toBe('2026-03-02T15:59:00.000Z'))
test('two hours from a late evening lie in the next day', () => expect(dayOf(hoursLater(NOW, 2))).toBe('2026-03-03'))
test('ninety days later is a day in Beijing', () => expect(daysLater(NOW, 90)).toBe('2026-05-31'))
