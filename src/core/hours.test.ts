import { beijing, duty, year2026 } from '../../test/situations'
import { type Changed, withEdition, withoutEdition, withoutSpecial, withSpecial } from './hours'
import { type DutyHours, dutyDue, dutyMinutes, opensAt, type Span, spansOn } from './roster'

/** Monday afternoon, a quarter to three: the desk is open until half past five. */
const now = { now: beijing('Mon 2026-03-02 14:45'), calendar: year2026 }
const span = (text: string): Span => ({ from: text.slice(0, 5), to: text.slice(6) })
const spans = (...texts: string[]) => texts.map(span)
const text = (hours: DutyHours, day: string) => spansOn(day, hours, year2026).map(({ from, to }) => `${from}-${to}`)

function kept(changed: Changed): DutyHours {
  if (!changed.ok) throw new Error(changed.refusal)
  return changed.hours
}
const refusal = (changed: Changed) => (changed.ok ? null : changed.refusal)

const summer = { from: '2026-06-01', workday: spans('08:00-12:00', '14:30-18:00'), restday: [] }

describe('another week from a day on', () => {
  const hours = kept(withEdition(duty, summer, now))

  it.each([
    ['the day before keeps the old', '2026-05-29', ['08:30-12:00', '13:30-17:30']],
    ['a working day from then on has the new', '2026-06-01', ['08:00-12:00', '14:30-18:00']],
    ['and a day of rest is closed', '2026-06-06', []],
  ])('%s', (_, day, expected) => {
    expect(text(hours, day)).toEqual(expected)
  })

  it('counts minutes across the change by the hours of each day', () => {
    expect(dutyMinutes(beijing('Fri 2026-05-29 17:00'), beijing('Mon 2026-06-01 08:10'), hours, year2026)).toBe(
      30 + 240 + 10,
    )
  })

  it('replaces what was laid out for the same day, and is taken back before it begins', () => {
    const other = kept(withEdition(hours, { ...summer, workday: spans('09:00-12:00') }, now))
    expect(other.later).toHaveLength(1)
    expect(kept(withoutEdition(other, '2026-06-01', now)).later).toEqual([])
  })

  it.each<[string, Changed, string]>([
    ['from today on', withEdition(duty, { ...summer, from: '2026-03-02' }, now), 'hours-past'],
    ['from a day gone by', withEdition(duty, { ...summer, from: '2026-03-01' }, now), 'hours-past'],
    ['back to front', withEdition(duty, { ...summer, workday: spans('12:00-08:00') }, now), 'hours-wrong'],
    [
      'over one another',
      withEdition(duty, { ...summer, workday: spans('08:00-12:00', '11:00-13:00') }, now),
      'hours-wrong',
    ],
    ['of no length', withEdition(duty, { ...summer, restday: spans('08:00-08:00') }, now), 'hours-wrong'],
  ])('is refused %s', (_, changed, expected) => {
    expect(refusal(changed)).toBe(expected)
  })

  it('cannot be taken back once it holds', () => {
    expect(refusal(withoutEdition(hours, '2026-06-01', { ...now, now: beijing('Mon 2026-06-01 09:00') }))).toBe(
      'hours-past',
    )
  })
})

describe('a day unlike any week', () => {
  it.each<[name: string, day: string, set: Span[], becomes: string[]]>([
    ['a night in a typhoon', '2026-08-05', spans('08:30-12:00', '13:30-24:00'), ['08:30-12:00', '13:30-24:00']],
    ['a closed day', '2026-08-05', [], []],
    ['today closed from now on: what has passed stays', '2026-03-02', [], ['08:30-12:00', '13:30-14:45']],
    ['today open until late', '2026-03-02', spans('08:30-12:00', '13:30-22:00'), ['08:30-12:00', '13:30-22:00']],
    [
      'today a morning that was shorter cannot have been',
      '2026-03-02',
      spans('10:00-11:00', '13:30-17:30'),
      ['08:30-12:00', '13:30-17:30'],
    ],
    [
      'today an evening shift after a break',
      '2026-03-02',
      spans('18:00-20:00'),
      ['08:30-12:00', '13:30-14:45', '18:00-20:00'],
    ],
  ])('%s', (_, day, set, becomes) => {
    expect(text(kept(withSpecial(duty, day, set, now)), day)).toEqual(becomes)
  })

  it('is like its week again when it is taken back, except for what has passed', () => {
    const closed = kept(withSpecial(duty, '2026-03-02', [], now))
    const later = { ...now, now: beijing('Mon 2026-03-02 16:00') }
    expect(text(kept(withoutSpecial(closed, '2026-03-02', later)), '2026-03-02')).toEqual([
      '08:30-12:00',
      '13:30-14:45',
      '16:00-17:30',
    ])
    const ahead = kept(withSpecial(duty, '2026-08-05', [], now))
    expect(kept(withoutSpecial(ahead, '2026-08-05', now)).special).toEqual({})
  })

  it('is refused for a day gone by, or where a span is wrong', () => {
    expect(refusal(withSpecial(duty, '2026-03-01', [], now))).toBe('hours-past')
    expect(refusal(withoutSpecial(duty, '2026-03-01', now))).toBe('hours-past')
    expect(refusal(withSpecial(duty, '2026-08-05', spans('13:00-12:00'), now))).toBe('hours-wrong')
  })

  it('makes the first reply due later, or sooner, and opens the desk when it says', () => {
    const filed = beijing('Wed 2026-08-05 17:25')
    const night = kept(withSpecial(duty, '2026-08-05', spans('08:30-12:00', '13:30-24:00'), now))
    const closed = kept(withSpecial(duty, '2026-08-06', [], now))
    expect(dutyDue(filed, 10, duty, year2026)).toBe(beijing('Thu 2026-08-06 08:35'))
    expect(dutyDue(filed, 10, night, year2026)).toBe(beijing('Wed 2026-08-05 17:35'))
    expect(dutyDue(filed, 10, closed, year2026)).toBe(beijing('Fri 2026-08-07 08:35'))
    expect(opensAt(beijing('Wed 2026-08-05 18:00'), closed, year2026)).toBe(beijing('Fri 2026-08-07 08:30'))
  })

  it('forgets days of more than a year ago', () => {
    const old = { ...duty, special: { '2024-12-31': [], '2026-02-01': [] } }
    expect(Object.keys(kept(withSpecial(old, '2026-08-05', [], now)).special ?? {})).toEqual([
      '2026-02-01',
      '2026-08-05',
    ])
  })
})
