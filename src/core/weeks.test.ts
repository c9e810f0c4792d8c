import { beijing, ticket } from '../../test/situations'
import { figuresOf } from './figures'
import type { Ticket } from './ticket'
import {
  type Cells,
  cellOf,
  endOf,
  namesIn,
  startOf,
  type Week,
  weekDue,
  weekOf,
  weeksUntil,
  withTicket,
} from './weeks'

describe('a week', () => {
  it.each([
    ['Mon 2026-03-02 00:00', '2026-03-02'],
    ['Sun 2026-03-08 23:59', '2026-03-02'],
    ['Mon 2026-03-09 00:00', '2026-03-09'],
    ['Thu 2026-01-01 09:00', '2025-12-29'],
  ])('%s in Beijing lies in that of %s', (when, week) => expect(weekOf(beijing(when))).toBe(week))

  it('begins and ends at midnight in Beijing', () => {
    expect([startOf('2026-03-02'), endOf('2026-03-02')]).toEqual([
      beijing('Mon 2026-03-02 00:00'),
      beijing('Mon 2026-03-09 00:00'),
    ])
  })

  it('has those before it, the newest first, over the turn of a year', () => {
    expect(weeksUntil('2026-01-05', 3)).toEqual(['2026-01-05', '2025-12-29', '2025-12-22'])
  })
})

const counted = (week: string, ...tickets: Partial<Ticket>[]): Week => ({
  week,
  asOf: endOf(week),
  cells: tickets.reduce<Cells>((cells, changed) => withTicket(cells, ticket(changed), endOf(week)), {}),
})
const roads = { unit: 'transport', category: 'traffic' }
const lamps = { unit: 'urban', category: 'light' }
const about = { against: { officials: ['o_li'], name: '李强' } }
const times = (count: number, one: Partial<Ticket>) => Array.from({ length: count }, () => one)
const filed = (weeks: Week[], filter = {}, now = 'Mon 2026-03-16 10:00') =>
  figuresOf(cellOf(weeks, filter, beijing(now))).filed

describe('what is asked for', () => {
  const weeks = [counted('2026-03-09', roads, lamps), counted('2026-03-02', roads, { ...roads, category: 'noise' })]
  it.each([
    ['everything', {}, 4],
    ['a unit', { unit: 'transport' }, 3],
    ['a category', { category: 'traffic' }, 2],
    ['both', { unit: 'transport', category: 'noise' }, 1],
    ['a unit without tickets', { unit: 'housing' }, 0],
  ])('%s', (_, filter, tickets) => expect(filed(weeks, filter)).toBe(tickets))

  it('knows which units and categories have something', () => {
    expect([namesIn(weeks, 'unit'), namesIn(weeks, 'category')]).toEqual([
      ['transport', 'urban'],
      ['traffic', 'light', 'noise'],
    ])
  })
})

describe('tickets about units and officials', () => {
  it.each<[string, Week[], object, string, number]>([
    [
      'four in a week are in no figure',
      [counted('2026-03-02', roads, ...times(4, about))],
      {},
      'Mon 2026-03-16 10:00',
      1,
    ],
    [
      'five are in the figures of everything',
      [counted('2026-03-02', roads, ...times(5, about))],
      {},
      'Mon 2026-03-16 10:00',
      6,
    ],
    [
      'four and one in two weeks are in those of both weeks',
      [counted('2026-03-09', about), counted('2026-03-02', roads, ...times(4, about))],
      {},
      'Mon 2026-03-16 10:00',
      6,
    ],
    [
      'never in those of a unit',
      [counted('2026-03-02', roads, ...times(9, { ...roads, ...about }))],
      { unit: 'transport' },
      'Mon 2026-03-16 10:00',
      1,
    ],
    [
      'nor of a category',
      [counted('2026-03-02', roads, ...times(9, { ...roads, ...about }))],
      { category: 'traffic' },
      'Mon 2026-03-16 10:00',
      1,
    ],
    [
      'nor of the week that goes on, in which one more would show today',
      [counted('2026-03-02', roads, ...times(9, about))],
      {},
      'Sun 2026-03-08 23:00',
      1,
    ],
  ])('%s', (_, weeks, filter, now, tickets) => expect(filed(weeks, filter, now)).toBe(tickets))

  it('name no unit and no category', () => {
    expect(namesIn([counted('2026-03-02', { ...roads, ...about })], 'unit')).toEqual([])
  })
})

describe('which week is counted next', () => {
  const now = 'Wed 2026-03-18 10:00'
  /** All of them at the same moment. */
  const all = (when: string) => Object.fromEntries(weeksUntil('2026-03-16', 53).map((week) => [week, beijing(when)]))
  it.each<[string, Record<string, string>, string | undefined]>([
    ['none was ever counted: the newest', {}, '2026-03-16'],
    ['all were counted just now', all(now), undefined],
    ['the current one an hour ago', { ...all(now), '2026-03-16': beijing('Wed 2026-03-18 09:00') }, '2026-03-16'],
    [
      'the current one less than an hour ago',
      { ...all(now), '2026-03-16': beijing('Wed 2026-03-18 09:01') },
      undefined,
    ],
    ['the last one a day ago', { ...all(now), '2026-03-09': beijing('Tue 2026-03-17 10:00') }, '2026-03-09'],
    ['the last one before it was over', { ...all(now), '2026-03-09': beijing('Sun 2026-03-15 23:30') }, '2026-03-09'],
    ['one of nine weeks ago, two days ago', { ...all(now), '2026-01-12': beijing('Mon 2026-03-16 10:00') }, undefined],
    [
      'one of nine weeks ago, seven days ago',
      { ...all(now), '2026-01-12': beijing('Wed 2026-03-11 10:00') },
      '2026-01-12',
    ],
    [
      'one of a year and more ago is left as it is',
      { ...all(now), '2025-03-03': beijing('Mon 2026-01-05 10:00') },
      undefined,
    ],
  ])('%s', (_, found, week) => expect(weekDue(found, beijing(now))).toBe(week))
})
