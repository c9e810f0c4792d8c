/** What a ticket counts as. Each row is a ticket whose story is told in the row's name; the counts were worked out by hand. */
import { beijing, ticket } from '../../test/situations'
import {
  type Cell,
  type Count,
  countsOf,
  figuresOf,
  reached,
  reopenedTimes,
  shareOf,
  stretchOf,
  wasPunctual,
} from './figures'
import type { Ticket } from './ticket'

/** The complaint was filed Mon 2026-03-02 10:00: first reply by 10:10, to be solved by the end of Mon 2026-03-23. */
const now = beijing('Wed 2026-03-04 12:00')
const later = beijing('Tue 2026-03-24 09:00')
const heard = { ...ticket().firstReply, repliedAt: beijing('Mon 2026-03-02 10:07'), minutes: 7 }
const due = ticket().resolve.dueAt
const clock = { days: 15, promisedAt: due, dueAt: due }
const answered = {
  firstReply: heard,
  status: 'answered',
  answeredAt: beijing('Wed 2026-03-04 09:00'),
  resolve: { ...clock, pausedAt: beijing('Wed 2026-03-04 09:00') },
} as const
const closed = {
  ...answered,
  status: 'closed',
  resolve: { ...clock, stoppedAt: beijing('Wed 2026-03-04 09:00') },
} as const

const counted = (changed: Partial<Ticket>, at = now): string => countsOf(ticket(changed), at).sort().join(' ')
const these = (...counts: Count[]): string => ['filed', ...counts].sort().join(' ')

describe('the first reply', () => {
  it.each<[string, Partial<Ticket>, string, Count[]]>([
    ['a ticket of five minutes', {}, 'Mon 2026-03-02 10:05', ['fresh']],
    ['at the very end of its ten minutes', {}, 'Mon 2026-03-02 10:10', ['fresh']],
    ['a second later', {}, 'Mon 2026-03-02 10:10:01', ['unheard']],
    ['a reply after seven minutes', { firstReply: heard }, 'Wed 2026-03-04 12:00', ['replied', 'prompt']],
    [
      'a reply in the very last moment',
      { firstReply: { ...heard, repliedAt: beijing('Mon 2026-03-02 10:10'), minutes: 10 } },
      'Wed 2026-03-04 12:00',
      ['replied', 'prompt'],
    ],
    [
      'a reply a second too late, which is still minute ten',
      { firstReply: { ...heard, repliedAt: beijing('Mon 2026-03-02 10:10:01'), minutes: 10 } },
      'Wed 2026-03-04 12:00',
      ['replied'],
    ],
    [
      'withdrawn after five minutes, before anybody spoke',
      { status: 'withdrawn', resolve: { ...clock, stoppedAt: beijing('Mon 2026-03-02 10:05') } },
      'Wed 2026-03-04 12:00',
      ['left'],
    ],
    [
      'withdrawn after half an hour in which nobody spoke',
      { status: 'withdrawn', resolve: { ...clock, stoppedAt: beijing('Mon 2026-03-02 10:30') } },
      'Wed 2026-03-04 12:00',
      ['unheard'],
    ],
    [
      'filed where the calendar ends before the ten minutes do',
      { firstReply: { dueAt: 'beyond', alarmAt: 'beyond' } },
      'Wed 2026-03-04 12:00',
      ['fresh'],
    ],
    [
      'told an answer that was there already: nobody replied, early or late',
      { firstReply: { ...ticket().firstReply, ready: ticket().filedAt } },
      'Wed 2026-03-04 12:00',
      ['ready'],
    ],
  ])('%s', (_, changed, when, counts) => {
    const found = countsOf(ticket(changed), beijing(when))
    expect(
      found.filter((one) => ['replied', 'prompt', 'unheard', 'fresh', 'left', 'ready'].includes(one)).sort(),
    ).toEqual(counts.sort())
  })
})

describe('the time limit', () => {
  const limits: Count[] = ['punctual', 'tardy', 'overdue', 'running', 'dropped']
  const late = beijing('Tue 2026-03-24 08:00')
  it.each<[string, Partial<Ticket>, string, Count]>([
    ['no answer on the last day', {}, 'Mon 2026-03-23 23:59', 'running'],
    ['no answer the day after', {}, 'Tue 2026-03-24 00:00', 'overdue'],
    ['answered on the third day', answered, later, 'punctual'],
    ['answered the day after the last', { ...answered, answeredAt: late }, later, 'tardy'],
    [
      'disputed: it was answered in time, until somebody finds otherwise',
      { ...answered, status: 'disputed' },
      later,
      'punctual',
    ],
    [
      'opened again: it has no answer any more',
      { firstReply: heard, status: 'handling', disputes: 1 },
      later,
      'overdue',
    ],
    [
      'asked back in time, and still waiting for its asker',
      { status: 'waiting', resolve: answered.resolve },
      later,
      'running',
    ],
    [
      'asked back when it was late already',
      { status: 'waiting', resolve: { ...clock, pausedAt: late } },
      later,
      'overdue',
    ],
    ['withdrawn in time', { status: 'withdrawn', resolve: closed.resolve }, later, 'dropped'],
    [
      'withdrawn when it was late already',
      { status: 'withdrawn', resolve: { ...clock, stoppedAt: late } },
      later,
      'overdue',
    ],
    [
      'closed because its asker did not reply',
      { status: 'closed', outcome: 'not-supplied', resolve: closed.resolve },
      later,
      'dropped',
    ],
    ['nobody knows when it is due', { resolve: { ...clock, dueAt: 'beyond' } }, later, 'running'],
    ['merged into another and not answered yet', { status: 'merged', mergedInto: 'x' }, later, 'overdue'],
  ])('%s', (_, changed, at, count) => {
    const moment = at.startsWith('2026') ? at : beijing(at)
    expect(countsOf(ticket(changed), moment).filter((one) => limits.includes(one))).toEqual([count])
  })

  it('says of each answer whether it was in time, and nothing where there is none', () => {
    expect([ticket(answered), ticket({ ...answered, answeredAt: late }), ticket()].map(wasPunctual)).toEqual([
      true,
      false,
      undefined,
    ])
  })
})

describe('the whole of a ticket', () => {
  it.each<[string, Partial<Ticket>, Count[]]>([
    ['new', {}, ['unheard', 'running', 'unanswered']],
    [
      'answered, and nobody has said yet whether that solves it: not solved',
      answered,
      ['replied', 'prompt', 'punctual', 'answered', 'awaiting'],
    ],
    [
      'confirmed by its asker, and rated with 4',
      { ...closed, outcome: 'confirmed', rating: { stars: 4 } },
      ['replied', 'prompt', 'punctual', 'answered', 'confirmed', 'rated', 'satisfied'],
    ],
    [
      'confirmed by its asker, and rated with 3',
      { ...closed, outcome: 'confirmed', rating: { stars: 3 } },
      ['replied', 'prompt', 'punctual', 'answered', 'confirmed', 'rated'],
    ],
    [
      'closed without a word: not solved',
      { ...closed, outcome: 'no-answer' },
      ['replied', 'prompt', 'punctual', 'answered', 'silent'],
    ],
    [
      'disputed, and the answer stood',
      { ...closed, outcome: 'upheld', disputes: 1 },
      ['replied', 'prompt', 'punctual', 'answered', 'contested', 'upheld'],
    ],
    [
      'disputed, and not looked at yet',
      { ...answered, status: 'disputed', disputes: 1 },
      ['replied', 'prompt', 'punctual', 'answered', 'contested', 'disputed'],
    ],
    [
      'opened again, and not answered again yet: it was answered once',
      { firstReply: heard, status: 'handling', disputes: 1 },
      ['replied', 'prompt', 'running', 'answered', 'contested', 'reopened', 'unanswered'],
    ],
    [
      'opened again, extended, and then confirmed',
      { ...closed, outcome: 'confirmed', disputes: 1, resolve: { ...closed.resolve, extendedDays: 5 } },
      ['replied', 'prompt', 'extended', 'punctual', 'answered', 'contested', 'reopened', 'confirmed'],
    ],
  ])('%s', (_, changed, counts) => expect(counted(changed)).toBe(these(...counts)))

  it.each([
    ['never disputed', {}, 0],
    ['disputed now', { status: 'disputed', disputes: 1 }, 0],
    ['disputed now for the second time', { status: 'disputed', disputes: 2 }, 1],
    ['upheld', { status: 'closed', outcome: 'upheld', disputes: 1 }, 0],
    ['opened again once, then upheld', { status: 'closed', outcome: 'upheld', disputes: 2 }, 1],
  ] as const)('opened again, %s: %#', (_, changed, times) => expect(reopenedTimes(ticket(changed))).toBe(times))
})

describe('a part of a hundred', () => {
  it.each([
    [4, 4, undefined],
    [4, 5, 80],
    [0, 5, 0],
    [5, 5, 100],
    [999, 1000, 99],
    [1, 1000, 1],
    [0, 0, undefined],
  ])('%d of %d is %s', (part, of, percent) => expect(shareOf(part, of).percent).toBe(percent))
})

describe('minutes to the first reply', () => {
  /** [3, 3, 7] are three replies; `unheard` wait past their time. */
  const cell = (minutes: number[], unheard = 0): Cell => ({
    counts: { replied: minutes.length, unheard },
    minutes: Object.fromEntries(
      minutes.map(stretchOf).map((stretch, _, all) => [stretch, all.filter((one) => one === stretch).length]),
    ),
  })
  it.each<[string, number[], number, unknown, unknown]>([
    ['four replies are too few', [1, 2, 3, 4], 0, undefined, undefined],
    ['five', [1, 2, 3, 4, 5], 0, { from: 3, to: 3 }, { from: 5, to: 5 }],
    [
      'ten, of which half had theirs within 5',
      [9, 1, 2, 3, 4, 5, 60, 7, 8, 6],
      0,
      { from: 5, to: 5 },
      { from: 9, to: 9 },
    ],
    [
      'an hour is told to the minute, more in stretches',
      [59, 60, 61, 120, 121],
      0,
      { from: 61, to: 120 },
      { from: 121, to: 240 },
    ],
    ['two working days and more', [1, 1, 1000, 2000, 5000], 0, { from: 961 }, { from: 961 }],
    [
      'two of six nobody has replied to: the slowest tenth is not known yet',
      [1, 2, 3, 4],
      2,
      { from: 3, to: 3 },
      'unheard',
    ],
    ['four of six: nor is the half', [1, 2], 4, 'unheard', 'unheard'],
  ])('%s', (_, minutes, unheard, half, most) => {
    expect([reached(0.5, cell(minutes, unheard)), reached(0.9, cell(minutes, unheard))]).toEqual([half, most])
  })
})

it('tells the five figures, with what each does not speak of', () => {
  const cell: Cell = {
    counts: {
      ...{ filed: 24, replied: 15, prompt: 12, unheard: 2, fresh: 2, left: 1, ready: 4 },
      ...{ punctual: 9, tardy: 2, overdue: 1, running: 6, dropped: 2, extended: 3 },
      ...{ confirmed: 4, upheld: 1, silent: 3, unsupplied: 1, withdrawn: 1, awaiting: 2, disputed: 1, unanswered: 7 },
      ...{ answered: 11, contested: 3, reopened: 1, rated: 4, satisfied: 3 },
    },
    minutes: { 2: 10, 9: 2, 30: 3 },
  }
  expect(figuresOf(cell)).toEqual({
    filed: 24,
    firstReply: {
      ...{ part: 12, of: 17, percent: 71, unheard: 2, fresh: 2, left: 1, ready: 4 },
      median: { from: 2, to: 2 },
      most: 'unheard',
    },
    onTime: { part: 9, of: 12, percent: 75, overdue: 1, running: 6, dropped: 2, extended: 3 },
    solved: {
      ...{ part: 4, of: 9, percent: 44, silent: 3, upheld: 1, unsupplied: 1 },
      ...{ awaiting: 2, disputed: 1, unanswered: 7, withdrawn: 1 },
    },
    satisfied: { part: 3, of: 4, unrated: 5 },
    reopened: { part: 1, of: 11, percent: 9, contested: 3 },
  })
})
