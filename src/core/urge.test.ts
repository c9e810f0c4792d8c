import { at, beijing, COMMAND, duty, limits, moved, people, ticket, ticketIn, year2026 } from '../../test/situations'
import { BEYOND, type Moment, NEVER, startResolve } from './deadline'
import { decide, file, type Setting } from './decide'
import type { Kind } from './kind'
import { type DutyHours, startFirstReply } from './roster'
import type { Ticket } from './ticket'
import { knowsItIsLate, LADDER, rungsNow } from './urge'

const filed = (when: string, kind: Kind = 'complaint', changed: Partial<Setting> = {}): Ticket =>
  file({ ...ticket(), kind }, at(when, changed))

/** The names of the rungs, shorter than they stand in the ladder. */
const nameOf = (level: number): string => {
  const rung = LADDER[level]
  if (rung?.when === 'ahead') return `${rung.days} ahead`
  return rung?.when ?? 'nothing'
}

/** What a timer says that runs at each of the moments that the ticket itself names, and when. */
function said(start: Ticket, setting: Partial<Setting> = {}, until: Moment = NEVER): string[] {
  const lines: string[] = []
  let next = start
  for (let left = 20; next.urge && next.urge.at < until && left > 0; left--) {
    const now = next.urge.at
    const world = { ...at('Mon 2026-03-02 10:00', setting), now }
    lines.push(`${beijingText(now)} ${rungsNow(next, world).map(nameOf).join(' + ')}`)
    const decision = decide(people.timer, next, { do: 'urge' }, world)
    if (!decision.ok) throw new Error(decision.refusal)
    next = decision.ticket
  }
  return lines
}
const beijingText = (moment: Moment) =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')

const replied = (subject: Ticket, when: string): Ticket =>
  moved(people.dispatcher, subject, { do: 'reply', text: '收到' }, at(when))

/** In the morning 5, 3 and 2 working days ahead. */
const ahead = (five: string, three: string, two: string): string[] => [
  `${five} 08:30 5 ahead`,
  `${three} 08:30 3 ahead`,
  `${two} 08:30 2 ahead`,
]

describe('the ladder of reminders', () => {
  it.each<[name: string, ticket: Ticket, lines: string[]]>([
    [
      'a complaint that nobody touches: 15 working days from a Monday',
      filed('Mon 2026-03-02 10:00'),
      [
        '03-02 10:08 alarm',
        '03-02 10:10 due',
        ...ahead('03-16', '03-18', '03-19'),
        '03-20 08:30 foretell',
        '03-24 08:30 late',
      ],
    ],
    [
      'replied in time: only the time limit of the case is left',
      replied(filed('Mon 2026-03-02 10:00', 'help'), 'Mon 2026-03-02 10:05'),
      [...ahead('03-09', '03-11', '03-12'), '03-13 08:30 foretell', '03-17 08:30 late'],
    ],
    [
      'a two-day consult: its asker is not told of a delay on the very next morning, but on the last',
      filed('Mon 2026-03-02 10:00', 'consult'),
      ['03-02 10:08 alarm', '03-02 10:10 due', '03-03 08:30 1 ahead', '03-04 08:30 foretell', '03-05 08:30 late'],
    ],
    [
      'a two-day consult filed at night: the hours of the night are no working time',
      filed('Mon 2026-03-02 23:00', 'consult'),
      ['03-03 08:30 1 ahead', '03-03 08:38 alarm', '03-03 08:40 due', '03-04 08:30 foretell', '03-05 08:30 late'],
    ],
    [
      'filed on the eve of National Day: the days of the holiday are counted by neither clock, the make-up Saturday is',
      filed('Wed 2026-09-30 17:25', 'help'),
      [
        '10-01 09:03 alarm',
        '10-01 09:05 due',
        ...ahead('10-13', '10-15', '10-16'),
        '10-19 08:30 foretell',
        '10-21 08:30 late',
      ],
    ],
    [
      'due on the eve of National Day, with a make-up Sunday and the Mid-Autumn Festival on the way',
      replied(filed('Wed 2026-09-16 10:00', 'help'), 'Wed 2026-09-16 10:05'),
      [...ahead('09-22', '09-24', '09-28'), '09-29 08:30 foretell', '10-01 09:00 late'],
    ],
    [
      'due after National Day: the first rung lies before the holiday, one on the make-up Saturday',
      replied(filed('Tue 2026-09-22 10:00', 'help'), 'Tue 2026-09-22 10:05'),
      [...ahead('09-30', '10-09', '10-10'), '10-12 08:30 foretell', '10-14 08:30 late'],
    ],
  ])('%s', (_, subject, lines) => {
    expect(said(subject)).toEqual(lines)
  })

  it('tells who asked once, and the officials each on their rung', () => {
    const to = LADDER.map((rung, level) => `${nameOf(level)}: ${rung.to.join(' ')}`)
    expect(to).toEqual([
      'alarm: handler unit',
      'due: handler unit head office',
      '5 ahead: handler unit',
      '3 ahead: handler unit head',
      '2 ahead: handler unit head office',
      '1 ahead: handler unit head',
      'foretell: citizen handler unit head',
      'late: handler unit head office',
    ])
  })
})

describe('what moves the ladder', () => {
  it('is silent while the citizen is asked, and goes on with the days that are left', () => {
    const handled = moved(people.handler, ticketIn('dispatched'), COMMAND.take, at('Mon 2026-03-02 11:00'))
    const asked = moved(people.handler, handled, COMMAND['ask-back'], at('Mon 2026-03-16 10:00'))
    expect(asked.urge?.at).toBe(NEVER)
    const back = moved(people.driver, asked, COMMAND.supply, at('Wed 2026-03-18 10:00'))
    expect(said(back)).toEqual([
      '03-20 08:30 3 ahead',
      '03-23 08:30 2 ahead',
      '03-24 08:30 foretell',
      '03-26 08:30 late',
    ])
  })

  it('begins again with an extension, without the rungs that would lie behind', () => {
    const handled = moved(people.handler, ticketIn('dispatched'), COMMAND.take, at('Mon 2026-03-02 11:00'))
    const heard = moved(people.handler, handled, COMMAND.reply, at('Mon 2026-03-02 11:05'))
    const longer = moved(people.handler, heard, COMMAND.extend, at('Mon 2026-03-23 10:00'))
    expect(said(longer)).toEqual([
      '03-25 08:30 3 ahead',
      '03-26 08:30 2 ahead',
      '03-27 08:30 foretell',
      '03-31 08:30 late',
    ])
  })

  it('forgets nothing of the first reply when another time limit is set', () => {
    const alarmed = { ...filed('Mon 2026-03-02 10:00') }
    const once = moved(people.timer, alarmed, { do: 'urge' }, at('Mon 2026-03-02 10:08'))
    expect(once.urge).toMatchObject({ first: 0, level: -1, at: beijing('Mon 2026-03-02 10:10') })
  })

  it('says once, as its highest rung, what was missed while no timer ran', () => {
    const missed = filed('Mon 2026-03-02 10:00')
    const world = at('Fri 2026-03-20 12:00')
    expect(rungsNow(missed, world).map(nameOf)).toEqual(['due', 'foretell'])
    const after = moved(people.timer, missed, { do: 'foretell' }, world)
    expect(rungsNow(after, world)).toEqual([])
    expect(said(after)).toEqual(['03-24 08:30 late'])
  })

  it('says nothing before its time', () => {
    expect(rungsNow(filed('Mon 2026-03-02 10:00'), at('Mon 2026-03-02 10:07'))).toEqual([])
  })

  it('ends when the case does', () => {
    const closed = moved(people.driver, filed('Mon 2026-03-02 10:00'), COMMAND.withdraw, at('Mon 2026-03-02 10:05'))
    expect(closed.urge?.at).toBe(NEVER)
  })

  it('has no rung for an end that nobody knows', () => {
    const late = filed('Mon 2026-12-28 10:00', 'help')
    expect(late.resolve.dueAt).toBe(BEYOND)
    expect(said(late)).toEqual(['12-28 10:08 alarm', '12-28 10:10 due'])
  })

  it('waits for a desk that is closed that day, and wakes nobody at midnight', () => {
    const start = replied(filed('Mon 2026-03-02 10:00', 'help'), 'Mon 2026-03-02 10:05')
    const typhoon: DutyHours = {
      ...duty,
      special: { '2026-03-09': [], '2026-03-11': [{ from: '00:00', to: '24:00' }] },
    }
    const { urge: _, ...fresh } = start
    const world = { duty: typhoon }
    const again = moved(people.dispatcher, fresh, COMMAND.reply, at('Mon 2026-03-02 10:06', world))
    expect(said(again, world).slice(0, 2)).toEqual(['03-10 08:30 5 ahead', '03-11 09:00 3 ahead'])
  })
})

describe('a delay that was told', () => {
  it.each([
    ['until a later day', { on: '2026-04-01', saidAt: beijing('Mon 2026-03-16 10:00') }, true],
    [
      'until a day that an extension has since reached',
      { on: '2026-03-23', saidAt: beijing('Mon 2026-03-16 10:00') },
      false,
    ],
    ['never', undefined, false],
  ])('%s: %s', (_, expected, known) => {
    expect(knowsItIsLate(ticket(expected ? { expected } : {}))).toBe(known)
  })
})

describe('time limits of any length', () => {
  it.each([1, 2, 3, 5, 10, 15, 40])(
    '%i working days: each rung at most once, in order, none before it is filed',
    (days) => {
      const now = beijing('Fri 2026-03-06 19:00')
      const resolve = startResolve(now, days, year2026)
      const firstReply = startFirstReply(now, limits.firstReplyMinutes, duty, year2026)
      const subject = moved(people.dispatcher, ticket({ filedAt: now, firstReply, resolve }), COMMAND.note, {
        ...at('Mon 2026-03-02 10:00'),
        now,
      })
      const lines = said(subject)
      expect([...lines].sort()).toEqual(lines)
      expect(new Set(lines.map((line) => line.slice(12))).size).toBe(lines.length)
      expect(lines.at(-1)).toMatch(/late$/)
      expect(lines.filter((line) => line.endsWith('foretell'))).toHaveLength(1)
    },
  )
})
