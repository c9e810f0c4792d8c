import { at, COMMAND, heldWords, people, ticket, ticketIn } from '../../test/situations'
import { decide, type Setting } from './decide'
import { LIFECYCLE, OPEN_STATUSES, PARTS, type Step, stepOf } from './lifecycle'
import { COMMANDS, type CommandName, STATUSES, type Status } from './status'
import { may, type Ticket } from './ticket'

const stepsFrom = (status: Status): [string, Step][] => Object.entries(LIFECYCLE[status])
const allSteps = STATUSES.flatMap((from) => stepsFrom(from).map(([command, step]) => ({ from, command, step })))

describe('the life of a ticket', () => {
  const reached = new Set<Status>(['submitted'])
  for (const status of reached) {
    for (const [, { to }] of stepsFrom(status)) for (const next of to) reached.add(next)
  }

  it.each(STATUSES)('can come to %s', (status) => {
    expect(reached).toContain(status)
  })

  it.each(STATUSES.filter((status) => status !== 'closed' && status !== 'withdrawn'))(
    'has a way out of %s',
    (status) => {
      const leaving = stepsFrom(status).filter(([, { to }]) => to.some((next) => next !== status))
      expect(leaving.map(([command]) => command)).not.toEqual([])
    },
  )

  it.each(['closed', 'withdrawn'] as const)('ends with %s', (status) => {
    expect(stepsFrom(status).filter(([, { to }]) => to.some((next) => next !== status))).toEqual([])
  })

  it.each(COMMANDS)('knows when to %s', (command) => {
    expect(allSteps.filter((step) => step.command === command)).not.toEqual([])
  })

  it.each(PARTS)('has something to do for the %s', (part) => {
    expect(allSteps.filter(({ step }) => step.who.includes(part))).not.toEqual([])
  })

  it('is open until it is closed or withdrawn', () => {
    expect(OPEN_STATUSES).toEqual(['submitted', 'dispatched', 'handling', 'waiting', 'answered', 'disputed'])
  })

  it.each(OPEN_STATUSES)('waits for somebody in %s: never only for the citizen, who may stay silent', (status) => {
    const onward = stepsFrom(status).filter(([, { to }]) => to.some((next) => next !== status))
    expect(onward.flatMap(([, { who }]) => who).filter((part) => part !== 'asker')).not.toEqual([])
  })

  it.each(allSteps.filter(({ step }) => step.speaks))(
    '$command from $from stops the first-reply clock: an official writes to the citizen',
    ({ step }) => {
      expect(step.who).not.toContain('asker')
      expect(step.who).not.toContain('timer')
      expect(step.who).not.toContain('screener')
      expect(step.needs).toContain('words')
      expect(step.seenByCitizen).toBe(true)
    },
  )

  it('lets no official lapse a ticket: only time does', () => {
    expect(allSteps.filter(({ command }) => command === 'lapse').flatMap(({ step }) => step.who)).toEqual([
      'timer',
      'timer',
    ])
  })
})

/** Long before any time limit, and long after. Everything in `ticketIn` was dispatched or answered by Wed 2026-03-04 09:00. */
const SOON = at('Tue 2026-03-03 10:00')
const LATE = at('Wed 2026-03-18 10:00')
const helped = { coUnits: ['urban'] }

const askedByDesk = ticket({ status: 'waiting', askedFrom: 'submitted', lapsesAt: SOON.now })

type Row = {
  situation: string
  ticket: Ticket
  when: Setting
  may: Partial<Record<keyof typeof people, CommandName[]>>
}

/** Who may do what. Whoever is not named may do nothing. */
const ROWS: Row[] = [
  {
    situation: 'just filed',
    ticket: ticketIn('submitted', helped),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'dispatch', 'ask-back', 'join-group', 'answer'],
    },
  },
  {
    situation: 'dispatched yesterday',
    ticket: ticketIn('dispatched', helped),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply'],
      handler: ['reply', 'take', 'object'],
      colleague: ['reply', 'take', 'object'],
      handlerWhoReviews: ['reply', 'take', 'object'],
      helper: ['reply'],
    },
  },
  {
    situation: 'dispatched two weeks ago: too late to object',
    ticket: ticketIn('dispatched'),
    when: LATE,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply'],
      handler: ['reply', 'take'],
      colleague: ['reply', 'take'],
      handlerWhoReviews: ['reply', 'take'],
    },
  },
  {
    situation: 'back at the district office, which may not object',
    ticket: ticketIn('dispatched', { unit: 'office', objections: 3 }),
    when: SOON,
    may: { driver: ['add', 'withdraw'], dispatcher: ['reply'], officeClerk: ['reply', 'take'] },
  },
  {
    situation: 'being handled',
    ticket: ticketIn('handling', helped),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'add-unit'],
      handler: ['reply', 'ask-back', 'extend', 'add-unit', 'answer'],
      handlerWhoReviews: ['reply', 'ask-back', 'extend', 'add-unit', 'answer'],
      colleague: ['reply'],
      helper: ['reply'],
    },
  },
  {
    situation: 'extended once already',
    ticket: ticketIn('handling', { resolve: { ...ticketIn('handling').resolve, extendedDays: 5 } }),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'add-unit'],
      handler: ['reply', 'ask-back', 'add-unit', 'answer'],
      handlerWhoReviews: ['reply', 'ask-back', 'add-unit', 'answer'],
      colleague: ['reply'],
    },
  },
  {
    situation: 'waiting for the citizen',
    ticket: ticketIn('waiting', helped),
    when: SOON,
    may: {
      driver: ['supply', 'withdraw'],
      dispatcher: ['reply'],
      handler: ['reply'],
      handlerWhoReviews: ['reply'],
      colleague: ['reply'],
      helper: ['reply'],
    },
  },
  {
    situation: 'waiting for the citizen, whom the desk asked before it was dispatched',
    ticket: askedByDesk,
    when: SOON,
    may: { driver: ['supply', 'withdraw'], dispatcher: ['reply'], officeClerk: ['reply'] },
  },
  {
    situation: 'waiting for the citizen for two weeks',
    ticket: ticketIn('waiting'),
    when: LATE,
    may: {
      driver: ['supply', 'withdraw'],
      dispatcher: ['reply'],
      handler: ['reply'],
      handlerWhoReviews: ['reply'],
      colleague: ['reply'],
      timer: ['lapse'],
    },
  },
  {
    situation: 'answered yesterday',
    ticket: ticketIn('answered', helped),
    when: at('Thu 2026-03-05 10:00'),
    may: {
      driver: ['confirm', 'dispute'],
      dispatcher: ['reply'],
      handler: ['reply'],
      handlerWhoReviews: ['reply'],
      colleague: ['reply'],
      helper: ['reply'],
    },
  },
  {
    situation: 'answered two weeks ago: too late to dispute',
    ticket: ticketIn('answered'),
    when: LATE,
    may: {
      driver: ['confirm'],
      dispatcher: ['reply'],
      handler: ['reply'],
      handlerWhoReviews: ['reply'],
      colleague: ['reply'],
      timer: ['lapse'],
    },
  },
  {
    situation: 'disputed: reviewed by anybody but the one who handled it',
    ticket: ticketIn('disputed', helped),
    when: LATE,
    may: {
      driver: ['add'],
      dispatcher: ['reply'],
      handler: ['reply'],
      handlerWhoReviews: ['reply'],
      colleague: ['reply'],
      helper: ['reply'],
      reviewer: ['review'],
    },
  },
  { situation: 'closed', ticket: ticketIn('closed', helped), when: LATE, may: { driver: ['rate'] } },
  { situation: 'closed and rated', ticket: ticketIn('closed', { rating: { stars: 4 } }), when: LATE, may: {} },
  { situation: 'withdrawn', ticket: ticketIn('withdrawn', helped), when: LATE, may: {} },
]

/** In every state something may be held, and then the desk may look at it beside whatever else it may do. */
const HELD: Row[] = STATUSES.flatMap((status) => ROWS.filter(({ ticket }) => ticket.status === status).slice(0, 1)).map(
  (row) => ({
    ...row,
    situation: `${row.situation}; its words are held`,
    ticket: { ...row.ticket, screened: [heldWords] },
    may: { ...row.may, dispatcher: [...(row.may.dispatcher ?? []), 'release', 'withhold'] },
  }),
)

const names = Object.keys(people) as (keyof typeof people)[]
const everybody = [...ROWS, ...HELD].flatMap((row) =>
  names.map((name) => ({
    ...row,
    name,
    // WeChat's verdict may come at any time, and there is nothing else that WeChat may do.
    allowed: name === 'screener' ? (['hold'] as const) : (row.may[name] ?? []),
  })),
)

describe('who may do what', () => {
  it.each(everybody)('$situation: the $name may $allowed', ({ ticket, when, name, allowed }) => {
    expect(may(people[name], ticket, when)).toEqual(allowed)
  })

  it.each(everybody)('$situation: the $name is refused everything else', ({ ticket, when, name, allowed }) => {
    const done = COMMANDS.filter((command) => decide(people[name], ticket, COMMAND[command], when).ok)
    expect(done).toEqual(allowed)
  })

  it.each(everybody.filter(({ allowed }) => allowed.length))(
    '$situation: what the $name does leads where the table says',
    ({ ticket, when, name, allowed }) => {
      for (const command of allowed) {
        const decision = decide(people[name], ticket, COMMAND[command], when)
        expect(stepOf(ticket.status, command)?.to).toContain(decision.ok && decision.ticket.status)
      }
    },
  )

  it('covers every step of the table', () => {
    const used = everybody.flatMap(({ ticket, allowed }) => allowed.map((c) => `${ticket.status} ${c}`))
    expect([...new Set(used)].sort()).toEqual(allSteps.map(({ from, command }) => `${from} ${command}`).sort())
  })
})
