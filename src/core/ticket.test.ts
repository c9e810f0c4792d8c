import { at, beijing, people, ticketIn } from '../../test/situations'
import { closedTo, maySee, maySeeAsker, maySeeHeld, partsOf } from './ticket'

type Name = keyof typeof people
const complaint = ticketIn('handling', { coUnits: ['urban'] })

describe('what a person is to a complaint that Li of the transport bureau handles with the help of another unit', () => {
  it.each<[Name, string[]]>([
    ['nobody', []],
    ['driver', ['asker']],
    ['neighbour', []],
    ['dispatcher', ['desk']],
    ['officeClerk', []],
    ['handler', ['unit', 'crew', 'handler']],
    ['colleague', ['unit', 'crew']],
    ['helper', ['crew']],
    ['stranger', []],
    ['reviewer', []],
    ['handlerWhoReviews', ['unit', 'crew', 'handler']],
    ['head', ['head']],
    ['author', []],
    ['timer', ['timer']],
    ['screener', ['screener']],
  ])('%s: %j', (name, parts) => {
    expect(partsOf(people[name], complaint)).toEqual(parts)
  })

  it('is the asker only to the citizen with that id, not to an official with the same one', () => {
    expect(partsOf({ ...people.stranger, id: 'c_driver' }, complaint)).toEqual([])
  })

  it('is nothing to whoever had it and has moved to another unit', () => {
    expect(partsOf({ ...people.handlerWhoReviews, unit: 'housing' }, complaint)).toEqual([])
  })
})

describe('who reviews it', () => {
  const { reviewer, handlerWhoReviews } = people

  it('is asked only once it was disputed, and may look at it from then on', () => {
    expect(partsOf(reviewer, ticketIn('disputed'))).toEqual(['reviewer'])
    expect(partsOf(reviewer, ticketIn('handling', { disputes: 1 }))).toEqual(['reviewer'])
    expect(partsOf(reviewer, ticketIn('closed', { disputes: 1 }))).toEqual(['reviewer'])
    expect(partsOf(reviewer, ticketIn('closed'))).toEqual([])
  })

  it('is never somebody who had it, wherever they are now and whoever has it since', () => {
    const handedOn = ticketIn('disputed', { handler: { id: 'o_sun', name: '孙磊' }, handledBy: ['o_li', 'o_sun'] })
    expect(partsOf(handlerWhoReviews, handedOn)).not.toContain('reviewer')
    expect(partsOf({ ...handlerWhoReviews, unit: 'housing' }, handedOn)).toEqual([])
  })
})

describe('who may see the complaint', () => {
  it.each<[Name, boolean]>([
    ['nobody', false],
    ['driver', true],
    ['neighbour', false],
    ['dispatcher', true],
    ['officeClerk', false],
    ['handler', true],
    ['colleague', true],
    ['helper', true],
    ['stranger', false],
    ['reviewer', false],
    ['head', true],
    ['author', false],
  ])('%s: %s', (name, sees) => {
    expect(maySee(people[name], complaint)).toBe(sees)
  })
})

describe('who may see the name and phone of an asker', () => {
  it.each<[Name, Record<'shown' | 'hidden' | 'anonymous', boolean>]>([
    ['nobody', { shown: false, hidden: false, anonymous: false }],
    ['driver', { shown: true, hidden: true, anonymous: true }],
    ['neighbour', { shown: false, hidden: false, anonymous: false }],
    ['dispatcher', { shown: true, hidden: true, anonymous: true }],
    ['handler', { shown: true, hidden: false, anonymous: false }],
    ['colleague', { shown: true, hidden: false, anonymous: false }],
    ['helper', { shown: true, hidden: false, anonymous: false }],
    ['stranger', { shown: false, hidden: false, anonymous: false }],
    ['reviewer', { shown: false, hidden: false, anonymous: false }],
    ['head', { shown: false, hidden: false, anonymous: false }],
    ['author', { shown: false, hidden: false, anonymous: false }],
  ])('%s: %j', (name, sees) => {
    for (const visibility of ['shown', 'hidden', 'anonymous'] as const) {
      const asked = ticketIn('handling', { coUnits: ['urban'], asker: { id: 'c_driver', visibility } })
      expect({ visibility, sees: maySeeAsker(people[name], asked) }).toEqual({ visibility, sees: sees[visibility] })
    }
  })
})

describe('who may see what content security holds', () => {
  it.each<[Name, boolean]>([
    ['nobody', false],
    ['driver', true],
    ['neighbour', false],
    ['dispatcher', true],
    ['officeClerk', false],
    ['handler', false],
    ['colleague', false],
    ['helper', false],
    ['stranger', false],
    ['reviewer', false],
    ['author', false],
  ])('%s: %s', (name, sees) => {
    expect(maySeeHeld(people[name], complaint)).toBe(sees)
  })
})

describe('why a command is refused', () => {
  const now = at('Tue 2026-03-03 10:00')
  it.each([
    [
      'somebody else’s ticket: not yours, whatever its state',
      people.neighbour,
      ticketIn('closed'),
      'confirm',
      'not-yours',
    ],
    ['a state that does not know the command: not now', people.driver, ticketIn('handling'), 'confirm', 'not-now'],
    ['a command for another part: not yours', people.colleague, ticketIn('handling'), 'answer', 'not-yours'],
    ['the right part at the right time: nothing', people.handler, ticketIn('handling'), 'answer', null],
    ['the timer before its time: too early', people.timer, ticketIn('waiting'), 'lapse', 'too-early'],
    ['nothing is held: nothing to release', people.dispatcher, ticketIn('handling'), 'release', 'not-held'],
    ['a second rating: only once', people.driver, ticketIn('closed', { rating: { stars: 1 } }), 'rate', 'only-once'],
    [
      'the district office objects: not now',
      people.officeClerk,
      ticketIn('dispatched', { unit: 'office' }),
      'object',
      'not-now',
    ],
  ] as const)('%s', (_, who, subject, command, refusal) => {
    expect(closedTo(who, subject, command, now)).toBe(refusal)
  })
})

describe('time boxes, to the day or the minute', () => {
  it.each([
    // Dispatched Mon 2026-03-02; one working day to object.
    ['object', 'dispatched', 'the next working day', 'Tue 2026-03-03 23:59', null],
    ['object', 'dispatched', 'the one after', 'Wed 2026-03-04 00:00', 'too-late'],
    // Answered Wed 2026-03-04 09:00; seven days of 24 hours to dispute, then it lapses.
    ['dispute', 'answered', 'seven days later to the minute', 'Wed 2026-03-11 09:00', null],
    ['dispute', 'answered', 'a minute after', 'Wed 2026-03-11 09:01', 'too-late'],
    ['lapse', 'answered', 'seven days later to the minute', 'Wed 2026-03-11 09:00', 'too-early'],
    ['lapse', 'answered', 'a minute after', 'Wed 2026-03-11 09:01', null],
    // Asked back Wed 2026-03-04 09:00; seven days to supply, then it lapses.
    ['supply', 'waiting', 'long after', 'Wed 2026-03-18 09:00', null],
    ['lapse', 'waiting', 'seven days later to the minute', 'Wed 2026-03-11 09:00', 'too-early'],
    ['lapse', 'waiting', 'a minute after', 'Wed 2026-03-11 09:01', null],
  ] as const)('%s when %s, %s (%s)', (command, status, _, when, refusal) => {
    const who = { object: people.handler, dispute: people.driver, supply: people.driver, lapse: people.timer }[command]
    expect(closedTo(who, ticketIn(status), command, at(when))).toBe(refusal)
  })

  it('gives a unit until Monday to object when it was dispatched on a Friday', () => {
    const friday = ticketIn('dispatched', { dispatchedAt: beijing('Fri 2026-03-06 17:00') })
    expect(closedTo(people.handler, friday, 'object', at('Mon 2026-03-09 20:00'))).toBeNull()
    expect(closedTo(people.handler, friday, 'object', at('Tue 2026-03-10 08:00'))).toBe('too-late')
  })
})
