import { beijing } from '../../test/situations'
import type { Span } from './roster'
import { gapsIn, isOver, shiftsAt } from './shift'

const spans = (text: string): Span[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }))
const text = (found: Span[]) => found.map(({ from, to }) => `${from}-${to}`).join(' ')

describe('when nobody is at the desk', () => {
  it.each([
    ['nobody at all', '08:30-12:00 13:30-17:30', '', '08:30-12:00 13:30-17:30'],
    ['covered to the minute', '08:30-12:00 13:30-17:30', '08:30-12:00 13:30-17:30', ''],
    ['one shift over lunch', '08:30-12:00 13:30-17:30', '08:00-18:00', ''],
    ['only the morning', '08:30-12:00 13:30-17:30', '08:30-12:00', '13:30-17:30'],
    ['a hole in the middle', '08:30-12:00', '08:30-09:30 10:00-12:00', '09:30-10:00'],
    ['two that overlap', '08:30-12:00', '08:30-10:30 10:00-12:00', ''],
    ['one within another', '08:30-12:00', '08:30-12:00 09:00-10:00', ''],
    ['leaves early, comes late', '08:30-12:00', '09:00-11:00', '08:30-09:00 11:00-12:00'],
    ['in no order', '08:30-12:00', '10:00-12:00 08:30-10:00', ''],
    ['a shift while the desk is closed covers nothing', '08:30-12:00', '12:00-13:30', '08:30-12:00'],
    ['until midnight', '13:30-24:00', '13:30-22:00', '22:00-24:00'],
  ])('%s: open %s, shifts %s, gaps %s', (_, open, shifts, gaps) => {
    expect(text(gapsIn(spans(open), spans(shifts)))).toBe(gaps)
  })
})

const shift = (day: string, from: string, to: string, ...officials: string[]) => ({ day, from, to, officials })
const week = [
  shift('2026-03-02', '08:30', '12:00', 'wang'),
  shift('2026-03-02', '08:30', '17:30', 'zhao'),
  shift('2026-03-02', '13:30', '17:30', 'li'),
  shift('2026-03-03', '00:00', '08:30', 'sun'),
]
const who = (found: { officials: string[] }[]) => found.flatMap(({ officials }) => officials).join(' ')

describe('who is there', () => {
  it.each([
    ['before the first', 'Mon 2026-03-02 07:00', '', 'wang zhao'],
    ['in the morning', 'Mon 2026-03-02 09:00', 'wang zhao', 'li'],
    ['over lunch', 'Mon 2026-03-02 12:00', 'zhao', 'li'],
    ['in the evening', 'Mon 2026-03-02 20:00', '', 'sun'],
    ['after midnight', 'Tue 2026-03-03 00:00', 'sun', ''],
  ])('%s, %s: now %s, next %s', (_, when, now, next) => {
    const found = shiftsAt(week, beijing(when))
    expect([who(found.now), who(found.next)]).toEqual([now, next])
  })

  it('is over at its end and not before', () => {
    const [morning] = week
    if (!morning) throw new Error('no shift')
    expect(isOver(morning, beijing('Mon 2026-03-02 11:59'))).toBe(false)
    expect(isOver(morning, beijing('Mon 2026-03-02 12:00'))).toBe(true)
  })
})
