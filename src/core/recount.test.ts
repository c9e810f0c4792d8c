import { at, beijing, COMMAND, duty, endOf, moved, people, ticket, ticketIn, year2026 } from '../../test/situations'
import type { Calendar } from './deadline'
import { BEYOND } from './deadline'
import { file } from './decide'
import { recount } from './recount'
import type { DutyHours, Span } from './roster'
import type { Ticket } from './ticket'

const filed = (when: string, hours: DutyHours = duty): Ticket => file(ticket(), at(when, { duty: hours }))
const special = (day: string, ...spans: Span[]): DutyHours => ({ ...duty, special: { [day]: spans } })
const span = (from: string, to: string): Span => ({ from, to })

describe('the first reply after a change of the hours', () => {
  it.each<[name: string, filedAt: string, hours: DutyHours, now: string, due: string, first: string | undefined]>([
    [
      'closed in the middle of its ten minutes: the five that passed still count',
      'Mon 2026-03-02 14:40',
      special('2026-03-02', span('08:30', '12:00'), span('13:30', '14:45')),
      'Mon 2026-03-02 14:45',
      'Tue 2026-03-03 08:35',
      'Mon 2026-03-02 14:50',
    ],
    [
      'a night shift is put in: sooner than was promised, and nobody is told of a delay',
      'Mon 2026-03-02 20:00',
      special('2026-03-02', span('08:30', '12:00'), span('13:30', '17:30'), span('21:00', '24:00')),
      'Mon 2026-03-02 20:30',
      'Mon 2026-03-02 21:10',
      undefined,
    ],
    [
      'tomorrow is closed',
      'Mon 2026-03-02 20:00',
      special('2026-03-03'),
      'Mon 2026-03-02 20:30',
      'Wed 2026-03-04 08:40',
      'Tue 2026-03-03 08:40',
    ],
  ])('%s', (_, filedAt, hours, now, due, first) => {
    const next = recount(filed(filedAt), at(now, { duty: hours }))
    expect(next?.firstReply.dueAt).toBe(beijing(due))
    expect(next?.firstReply.first).toBe(first && beijing(first))
    expect(next?.urge?.at).toBe(next?.firstReply.alarmAt)
    expect(next && recount(next, at(now, { duty: hours }))).toBeNull()
  })

  it('goes back to the first promise when the change is taken back', () => {
    const closed = recount(filed('Mon 2026-03-02 20:00'), at('Mon 2026-03-02 20:30', { duty: special('2026-03-03') }))
    const back = closed && recount(closed, at('Mon 2026-03-02 20:40'))
    expect(back?.firstReply).toEqual(filed('Mon 2026-03-02 20:00').firstReply)
  })

  it('remembers the first of several promises', () => {
    const once = recount(filed('Mon 2026-03-02 20:00'), at('Mon 2026-03-02 20:30', { duty: special('2026-03-03') }))
    const hours = { ...duty, special: { '2026-03-03': [], '2026-03-04': [] } }
    const twice = once && recount(once, at('Mon 2026-03-02 20:40', { duty: hours }))
    expect(twice?.firstReply).toMatchObject({
      dueAt: beijing('Thu 2026-03-05 08:40'),
      first: beijing('Tue 2026-03-03 08:40'),
    })
  })

  it.each<[name: string, subject: Ticket, now: string]>([
    ['is late already: closing the desk lets nobody off', filed('Mon 2026-03-02 10:00'), 'Mon 2026-03-02 10:11'],
    [
      'has had its reply',
      moved(people.dispatcher, filed('Mon 2026-03-02 10:00'), COMMAND.reply, at('Mon 2026-03-02 10:05')),
      'Mon 2026-03-02 10:06',
    ],
    ['has ended', ticketIn('withdrawn'), 'Mon 2026-03-02 10:06'],
    ['is not touched by the change', filed('Mon 2026-03-02 10:00'), 'Mon 2026-03-02 10:06'],
  ])('leaves a ticket alone that %s', (_, subject, now) => {
    const hours = special('2026-03-04')
    expect(recount(subject, at(now, { duty: hours }))).toBeNull()
  })
})

describe('a time limit beyond the calendar', () => {
  const next: Calendar = { ...year2026, until: '2027-12-31' }
  const late = moved(people.dispatcher, filed('Mon 2026-12-28 10:00'), COMMAND.reply, at('Mon 2026-12-28 10:05'))

  it('has a day, and reminders, as soon as the calendar reaches that far', () => {
    expect(late.resolve.dueAt).toBe(BEYOND)
    expect(recount(late, at('Tue 2026-12-29 10:00'))).toBeNull()
    const known = recount(late, at('Tue 2026-12-29 10:00', { calendar: next }))
    expect(known?.resolve).toMatchObject({ dueAt: endOf('Mon 2027-01-18'), promisedAt: endOf('Mon 2027-01-18') })
    expect(known?.urge?.at).toBe(beijing('Mon 2027-01-11 08:30'))
  })

  it('counts on from its pause when it stands still just then', () => {
    const handled = moved(
      people.handler,
      {
        ...late,
        ...ticketIn('dispatched', { filedAt: late.filedAt, firstReply: late.firstReply, resolve: late.resolve }),
      },
      COMMAND.take,
      at('Mon 2026-12-28 11:00'),
    )
    const asked = moved(people.handler, handled, COMMAND['ask-back'], at('Mon 2026-12-28 12:00'))
    const known = recount(asked, at('Tue 2026-12-29 10:00', { calendar: next }))
    expect(known?.resolve).toMatchObject({ dueAt: endOf('Mon 2027-01-18'), pausedAt: beijing('Mon 2026-12-28 12:00') })
  })
})

describe('a ticket from before there were reminders', () => {
  it('gets its place on the ladder', () => {
    const { urge, ...old } = filed('Mon 2026-03-02 10:00')
    expect(urge).toBeDefined()
    expect(recount(old, at('Fri 2026-03-20 12:00'))?.urge).toMatchObject({
      first: -1,
      level: -1,
      at: beijing('Mon 2026-03-02 10:08'),
    })
  })
})
