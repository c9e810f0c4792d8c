import {
  at,
  beijing,
  COMMAND,
  endOf,
  heldWords,
  limits,
  moved,
  people,
  refusal,
  ticket,
  ticketIn,
} from '../../test/situations'
import { BEYOND, NEVER } from './deadline'
import { file, nextDue } from './decide'
import { KINDS } from './kind'
import { STATUSES } from './status'
import type { Ticket } from './ticket'

const NOW = at('Tue 2026-03-03 10:00')
const LATER = at('Thu 2026-03-05 10:00')

describe('filing', () => {
  const { no, code, category, text, place, photos, asker, consent, lang } = ticket()
  const filed = (kind: Ticket['kind'], when = NOW) =>
    file({ no, code, kind, category, text, place, photos, asker, consent, lang }, when)

  it('lays the ticket at the district office, with both clocks running from now', () => {
    expect(filed('complaint')).toMatchObject({
      status: 'submitted',
      unit: 'office',
      filedAt: NOW.now,
      movedAt: NOW.now,
      firstReply: { dueAt: beijing('Tue 2026-03-03 10:10'), alarmAt: beijing('Tue 2026-03-03 10:08') },
      resolve: { days: 15, dueAt: endOf('Tue 2026-03-24'), promisedAt: endOf('Tue 2026-03-24') },
    })
  })

  it.each(KINDS)('gives a %s the days that the district set for it', (kind) => {
    expect(filed(kind).resolve.days).toBe(limits.resolveDays[kind])
  })

  it('shows a deadline beyond the calendar as such', () => {
    expect(filed('complaint', at('Mon 2026-12-21 10:00')).resolve).toEqual({
      days: 15,
      promisedAt: BEYOND,
      dueAt: BEYOND,
    })
  })
})

describe('the first-reply clock', () => {
  it.each([
    ['reply', 'dispatcher', ticketIn('submitted')],
    ['reply', 'colleague', ticketIn('handling')],
    ['ask-back', 'dispatcher', ticketIn('submitted')],
    ['ask-back', 'handler', ticketIn('handling')],
    ['answer', 'dispatcher', ticketIn('submitted')],
    ['answer', 'handler', ticketIn('handling')],
    ['review', 'reviewer', ticketIn('disputed')],
    ['delay', 'handler', ticketIn('handling')],
    ['merge', 'dispatcher', ticketIn('submitted')],
  ] as const)('is stopped by a human: %s of the %s', (command, who, subject) => {
    const { firstReply } = moved(people[who], subject, COMMAND[command])
    // Filed Mon 10:00: 120 and 240 minutes on Monday, 90 on Tuesday.
    expect(firstReply).toEqual({ ...subject.firstReply, repliedAt: NOW.now, minutes: 450 })
  })

  it.each([
    ['dispatch', 'dispatcher', ticketIn('submitted')],
    ['join-group', 'dispatcher', ticketIn('submitted')],
    ['add', 'driver', ticketIn('submitted')],
    ['withdraw', 'driver', ticketIn('submitted')],
    ['take', 'handler', ticketIn('dispatched')],
    ['object', 'handler', ticketIn('dispatched')],
    ['extend', 'handler', ticketIn('handling')],
    ['add-unit', 'handler', ticketIn('handling')],
    ['supply', 'driver', ticketIn('waiting')],
    ['note', 'dispatcher', ticketIn('submitted')],
    ['absorb', 'dispatcher', ticketIn('submitted')],
    ['split', 'dispatcher', ticketIn('submitted')],
    ['hand-over', 'handler', ticketIn('handling')],
    ['hand-back', 'handler', ticketIn('handling')],
    ['urge', 'timer', ticketIn('submitted')],
    ['foretell', 'timer', ticketIn('submitted')],
    ['confirm', 'driver', ticketIn('answered')],
    ['dispute', 'driver', ticketIn('answered')],
    ['rate', 'driver', ticketIn('closed')],
    ['hold', 'screener', ticketIn('submitted')],
    ['release', 'dispatcher', ticketIn('submitted', { screened: [heldWords] })],
    ['withhold', 'dispatcher', ticketIn('submitted', { screened: [heldWords] })],
  ] as const)('runs on after %s of the %s', (command, who, subject) => {
    expect(moved(people[who], subject, COMMAND[command]).firstReply).toEqual(subject.firstReply)
  })

  it('runs on when only time has passed', () => {
    const late = at('Wed 2026-03-18 10:00')
    expect(moved(people.timer, ticketIn('waiting'), { do: 'lapse' }, late).firstReply).toEqual(ticket().firstReply)
  })

  it('keeps the first reply when there is a second', () => {
    const once = moved(people.dispatcher, ticket(), COMMAND.reply)
    expect(moved(people.dispatcher, once, COMMAND.reply, LATER).firstReply).toEqual(once.firstReply)
  })
})

describe('the clock of the case', () => {
  it.each([
    ['hold', 'screener'],
    ['release', 'dispatcher'],
    ['withhold', 'dispatcher'],
  ] as const)('is not touched by %s', (command, who) => {
    for (const status of STATUSES) {
      const subject = ticketIn(status, { screened: [heldWords] })
      const { resolve, lapsesAt } = moved(people[who], subject, COMMAND[command])
      expect({ status, resolve, lapsesAt }).toEqual({ status, resolve: subject.resolve, lapsesAt: subject.lapsesAt })
    }
  })
})

describe('extending', () => {
  it('is too late once the time is over: a late ticket does not become punctual', () => {
    expect(refusal(people.handler, ticketIn('handling'), COMMAND.extend, at('Tue 2026-03-24 00:01'))).toBe('too-late')
    expect(refusal(people.handler, ticketIn('handling'), COMMAND.extend, at('Mon 2026-03-23 23:59'))).toBeNull()
  })

  it('adds the days once and keeps the promise', () => {
    const extended = moved(people.handler, ticketIn('handling'), COMMAND.extend)
    expect(extended.resolve).toEqual({
      days: 15,
      extendedDays: 5,
      promisedAt: endOf('Mon 2026-03-23'),
      dueAt: endOf('Mon 2026-03-30'),
    })
    expect(refusal(people.handler, extended, COMMAND.extend)).toBe('only-once')
  })

  it('is limited by the district', () => {
    expect(refusal(people.handler, ticketIn('handling'), { ...COMMAND.extend, days: 6 })).toBe('too-many-days')
  })
})

describe('the citizen’s turn', () => {
  it.each([
    ['answer', 'handler', 'handling'],
    ['ask-back', 'handler', 'handling'],
    ['ask-back', 'dispatcher', 'submitted'],
  ] as const)('lasts seven days of 24 hours from %s of the %s', (command, who, status) => {
    expect(moved(people[who], ticketIn(status), COMMAND[command]).lapsesAt).toBe(beijing('Tue 2026-03-10 10:00'))
  })

  it.each([
    ['dispute', 'answered'],
    ['confirm', 'answered'],
    ['supply', 'waiting'],
    ['withdraw', 'waiting'],
  ] as const)('is over with %s', (command, status) => {
    expect(moved(people.driver, ticketIn(status), COMMAND[command])).not.toHaveProperty('lapsesAt')
  })

  it.each(['answered', 'waiting'] as const)('is over when time has run out on a ticket that is %s', (status) => {
    expect(moved(people.timer, ticketIn(status), COMMAND.lapse, at('Wed 2026-03-18 10:00'))).not.toHaveProperty(
      'lapsesAt',
    )
  })

  it.each(['answered', 'waiting'] as const)('grows no longer by another message of the desk when %s', (status) => {
    const spoken = moved(people.dispatcher, ticketIn(status), COMMAND.reply, LATER)
    expect(spoken.lapsesAt).toBe(ticketIn(status).lapsesAt)
  })

  it('begins anew with a second answer', () => {
    const reopened = moved(people.reviewer, ticketIn('disputed'), COMMAND.review)
    expect(moved(people.handler, reopened, COMMAND.answer, LATER).lapsesAt).toBe(beijing('Thu 2026-03-12 10:00'))
  })
})

describe('which clock runs out next', () => {
  const replied = { ...ticket().firstReply, repliedAt: NOW.now, minutes: 1 }
  it.each([
    ['no human has spoken yet: the first reply', ticket(), beijing('Mon 2026-03-02 10:10')],
    ['a human has: the case', ticket({ firstReply: replied }), endOf('Mon 2026-03-23')],
    ['dispatched in silence: still the first reply', ticketIn('dispatched'), beijing('Mon 2026-03-02 10:10')],
    ['disputed: the case again', ticketIn('disputed', { firstReply: replied }), endOf('Mon 2026-03-23')],
    ['waiting for the citizen: none', ticketIn('waiting'), NEVER],
    ['answered: none', ticketIn('answered'), NEVER],
    ['closed: none', ticketIn('closed'), NEVER],
    ['withdrawn: none', ticketIn('withdrawn'), NEVER],
    [
      'beyond the calendar: nobody knows',
      ticket({ firstReply: replied, resolve: { days: 15, promisedAt: BEYOND, dueAt: BEYOND } }),
      NEVER,
    ],
    ['the first reply itself beyond it', ticket({ firstReply: { dueAt: BEYOND, alarmAt: BEYOND } }), NEVER],
  ])('%s', (_, subject, due) => {
    expect(nextDue(subject)).toBe(due)
  })

  it('puts the queue in the order an official would work through it', () => {
    const unread = ticket({ text: 'unread' })
    const dueSoon = ticketIn('handling', { text: 'due soon', firstReply: replied })
    const dueLater = ticketIn('handling', {
      text: 'due later',
      firstReply: replied,
      resolve: { ...dueSoon.resolve, dueAt: endOf('Mon 2026-03-30') },
    })
    const asked = ticketIn('waiting', { text: 'asked' })
    const queue = [asked, dueLater, unread, dueSoon].sort((a, b) => (nextDue(a) < nextDue(b) ? -1 : 1))
    expect(queue.map(({ text }) => text)).toEqual(['unread', 'due soon', 'due later', 'asked'])
  })
})
