import { at, beijing, COMMAND, endOf, moved, people, photo, refusal, ticket, ticketIn } from '../../test/situations'
import { decide } from './decide'
import type { Command, Ticket } from './ticket'

const NOW = at('Tue 2026-03-03 10:00')
const LATER = at('Thu 2026-03-05 10:00')

describe('dispatching, taking and objecting', () => {
  it('lays the ticket with the unit', () => {
    expect(moved(people.dispatcher, ticket(), COMMAND.dispatch)).toMatchObject({
      status: 'dispatched',
      unit: 'transport',
      dispatchedAt: NOW.now,
    })
  })

  it('makes whoever takes it the handler', () => {
    expect(moved(people.colleague, ticketIn('dispatched'), { do: 'take' }).handler).toEqual({
      id: 'o_sun',
      name: '孙磊',
    })
  })

  it.each([
    ['first', 0, 'submitted'],
    ['second', 1, 'submitted'],
    ['third', 2, 'dispatched'],
  ])('brings the %s objection back to the district office', (_, objections, status) => {
    const back = moved(people.handler, ticketIn('dispatched', { objections }), COMMAND.object)
    expect(back).toMatchObject({ status, unit: 'office', objections: objections + 1 })
  })

  it('leaves it there after the third: the office may take it but not object', () => {
    const back = moved(people.handler, ticketIn('dispatched', { objections: 2 }), COMMAND.object)
    expect(refusal(people.officeClerk, back, COMMAND.object)).toBe('not-now')
    expect(moved(people.officeClerk, back, { do: 'take' }).status).toBe('handling')
  })

  it('gives a new time to object when it is dispatched again', () => {
    const again = moved(people.dispatcher, ticket(), COMMAND.dispatch, LATER)
    expect(refusal(people.handler, again, COMMAND.object, at('Fri 2026-03-06 10:00'))).toBeNull()
  })
})

describe('asking the citizen', () => {
  it.each([
    ['submitted', 'dispatcher'],
    ['handling', 'handler'],
  ] as const)('comes back to %s, where the question came from', (status, who) => {
    const waiting = moved(people[who], ticketIn(status), COMMAND['ask-back'])
    expect(waiting).toMatchObject({ status: 'waiting', askedFrom: status })
    const supplied = moved(people.driver, waiting, COMMAND.supply)
    expect(supplied.status).toBe(status)
    expect(supplied).not.toHaveProperty('askedFrom')
  })

  it('stops the resolve clock until the answer comes', () => {
    const waiting = moved(people.handler, ticketIn('handling'), COMMAND['ask-back'])
    expect(waiting.resolve.pausedAt).toBe(NOW.now)
    const supplied = moved(people.driver, waiting, COMMAND.supply, LATER)
    expect(supplied.resolve).toEqual({ ...ticket().resolve, dueAt: endOf('Wed 2026-03-25') })
  })

  it('closes the ticket unverified when the citizen stays silent', () => {
    const lapsed = moved(people.timer, ticketIn('waiting'), { do: 'lapse' }, at('Wed 2026-03-18 10:00'))
    expect(lapsed).toMatchObject({ status: 'closed', outcome: 'not-supplied', result: { kind: 'unverifiable' } })
    expect(lapsed.resolve.stoppedAt).toBe(beijing('Wed 2026-03-04 09:00'))
  })
})

describe('what a command must bring', () => {
  const bare = { do: 'answer', text: '已处理', result: 'done' } as const
  it.each([
    ['done needs a photo for a complaint', ticketIn('handling'), bare, 'needs-evidence'],
    ['an empty list of photos is no photo', ticketIn('handling'), { ...bare, photos: [] }, 'needs-evidence'],
    ['a call for help needs one too', ticketIn('handling', { kind: 'help' }), bare, 'needs-evidence'],
    ['and a report', ticketIn('handling', { kind: 'report' }), bare, 'needs-evidence'],
    ['with the photo it is enough', ticketIn('handling'), { ...bare, photos: [photo] }, null],
    ['a question is answered by words', ticketIn('handling', { kind: 'consult' }), bare, null],
    ['so is a suggestion', ticketIn('handling', { kind: 'suggestion' }), bare, null],
    ['and praise', ticketIn('handling', { kind: 'praise' }), bare, null],
    ['elsewhere needs no photo', ticketIn('handling'), { ...bare, result: 'elsewhere' }, null],
    ['duplicate needs no photo', ticketIn('handling'), { ...bare, result: 'duplicate' }, null],
    ['impossible needs a reason', ticketIn('handling'), { ...bare, result: 'impossible' }, 'needs-reason'],
    [
      'with a reason it is enough',
      ticketIn('handling'),
      { ...bare, result: 'impossible', reason: '城乡规划法第四十条' },
      null,
    ],
  ] satisfies [string, Ticket, Command, string | null][])('%s', (_, subject, command, expected) => {
    expect(refusal(people.handler, subject, command)).toBe(expected)
  })

  it.each([
    ['words alone', { do: 'add', text: '还在堵' }, null],
    ['a photo alone', { do: 'add', photos: [photo] }, null],
    ['neither', { do: 'add' }, 'needs-words'],
    ['empty words and no photos', { do: 'add', text: '', photos: [] }, 'needs-words'],
  ] satisfies [string, Command, string | null][])('adding: %s', (_, command, expected) => {
    expect(refusal(people.driver, ticketIn('handling'), command)).toBe(expected)
  })

  it('supplying nothing is no answer to a question', () => {
    expect(refusal(people.driver, ticketIn('waiting'), { do: 'supply' })).toBe('needs-words')
  })

  it.each([
    ['the lead unit', 'transport', 'same-unit'],
    ['a unit that helps already', 'urban', 'same-unit'],
    ['another one', 'ecology', null],
  ])('adding %s', (_, unit, expected) => {
    expect(refusal(people.handler, ticketIn('handling', { coUnits: ['urban'] }), { do: 'add-unit', unit })).toBe(
      expected,
    )
  })

  it('says first that a ticket is not yours, then what is missing', () => {
    expect(refusal(people.colleague, ticketIn('handling'), bare)).toBe('not-yours')
  })
})

describe('an answer and what the citizen makes of it', () => {
  it('waits for the citizen, with the clock stopped', () => {
    const answered = moved(people.handler, ticketIn('handling'), COMMAND.answer)
    expect(answered).toMatchObject({ status: 'answered', answeredAt: NOW.now, result: { kind: 'done' } })
    expect(answered.resolve.pausedAt).toBe(NOW.now)
  })

  it('keeps the reason with the result', () => {
    const command: Command = { do: 'answer', text: '不能办', result: 'impossible', reason: '没有法律依据' }
    expect(moved(people.handler, ticketIn('handling'), command).result).toEqual({
      kind: 'impossible',
      reason: '没有法律依据',
    })
  })

  it('makes the dispatcher who answers at once the handler', () => {
    expect(moved(people.dispatcher, ticket({ kind: 'consult' }), COMMAND.answer).handler).toEqual({
      id: 'o_wang',
      name: '王敏',
    })
  })

  it('is solved only when the citizen confirms, and counts as ready from the moment of the answer', () => {
    const closed = moved(people.driver, ticketIn('answered'), { do: 'confirm' }, LATER)
    expect(closed).toMatchObject({ status: 'closed', outcome: 'confirmed' })
    expect(closed.resolve.stoppedAt).toBe(beijing('Wed 2026-03-04 09:00'))
  })

  it('is closed without a verdict when the citizen says nothing for seven days', () => {
    const lapsed = moved(people.timer, ticketIn('answered'), { do: 'lapse' }, at('Wed 2026-03-11 09:01'))
    expect(lapsed).toMatchObject({ status: 'closed', outcome: 'no-answer', result: { kind: 'done' } })
  })

  it('gives the unit only the days that were left when the citizen disputes', () => {
    // Answered on Wednesday with 13 working days left, disputed on Thursday.
    const disputed = moved(people.driver, ticketIn('answered'), COMMAND.dispute, LATER)
    expect(disputed.status).toBe('disputed')
    expect(disputed.resolve).toEqual({ ...ticket().resolve, dueAt: endOf('Tue 2026-03-24') })
  })

  it.each([
    ['too-late', 'Wed 2026-03-11 09:01'],
    [null, 'Wed 2026-03-11 09:00'],
  ])('disputing is %s at %s, seven days after Wed 2026-03-04 09:00', (expected, when) => {
    expect(refusal(people.driver, ticketIn('answered'), COMMAND.dispute, at(when))).toBe(expected)
  })
})

describe('a review', () => {
  it('goes back to the handler when the citizen was right', () => {
    const reopened = moved(people.reviewer, ticketIn('disputed'), COMMAND.review)
    expect(reopened).toMatchObject({ status: 'handling', handler: { id: 'o_li' } })
    expect(reopened).not.toHaveProperty('outcome')
    expect(reopened).not.toHaveProperty('result')
  })

  it('closes the ticket when the answer stands, as of the moment of the answer', () => {
    const upheld = moved(people.reviewer, ticketIn('disputed'), { ...COMMAND.review, outcome: 'uphold' })
    expect(upheld).toMatchObject({ status: 'closed', outcome: 'upheld' })
    expect(upheld.resolve.stoppedAt).toBe(ticketIn('disputed').answeredAt)
  })

  it('is never done by the one who handled it', () => {
    expect(refusal(people.handlerWhoReviews, ticketIn('disputed'), COMMAND.review)).toBe('not-yours')
  })

  it('is not done by the dispatcher who answered it, even with the duty to review', () => {
    const both = { ...people.dispatcher, duties: ['dispatch' as const, 'review' as const] }
    const own = ticketIn('disputed', { handler: { id: both.id, name: both.name } })
    expect(refusal(both, own, COMMAND.review)).toBe('not-yours')
    expect(refusal(both, ticketIn('disputed'), COMMAND.review)).toBeNull()
  })
})

describe('the end', () => {
  it.each(['submitted', 'dispatched', 'handling', 'waiting'] as const)(
    'withdrawing when %s leaves no outcome',
    (status) => {
      const withdrawn = moved(people.driver, ticketIn(status), { do: 'withdraw' })
      expect(withdrawn.status).toBe('withdrawn')
      expect(withdrawn).not.toHaveProperty('outcome')
      expect(withdrawn.resolve).toHaveProperty('stoppedAt')
      expect(withdrawn.resolve).not.toHaveProperty('pausedAt')
    },
  )

  it('is rated once', () => {
    const rated = moved(people.driver, ticketIn('closed'), { do: 'rate', stars: 4, text: '谢谢' })
    expect(rated.rating).toEqual({ stars: 4, words: '谢谢' })
    expect(refusal(people.driver, rated, COMMAND.rate)).toBe('only-once')
  })

  it('is not later than it was when it is rated the day after', () => {
    expect(moved(people.driver, ticketIn('closed'), COMMAND.rate, LATER).resolve).toEqual(ticketIn('closed').resolve)
  })

  it('is rated without words too', () => {
    expect(moved(people.driver, ticketIn('closed'), { do: 'rate', stars: 4 }).rating).toEqual({ stars: 4 })
  })
})

describe('what stays as it is', () => {
  it.each(Object.values(COMMAND))('$do changes nothing of the ticket it was given', (command) => {
    for (const status of [
      'submitted',
      'dispatched',
      'handling',
      'waiting',
      'answered',
      'disputed',
      'closed',
    ] as const) {
      for (const who of Object.values(people)) {
        const given = ticketIn(status)
        decide(who, given, command, LATER)
        expect(given).toEqual(ticketIn(status))
      }
    }
  })

  it('marks when anything last happened', () => {
    expect(moved(people.dispatcher, ticket(), COMMAND.reply, LATER).movedAt).toBe(LATER.now)
  })

  it('adds units beside those that help already', () => {
    expect(moved(people.handler, ticketIn('handling', { coUnits: ['urban'] }), COMMAND['add-unit']).coUnits).toEqual([
      'urban',
      'ecology',
    ])
  })

  it('joins a group without moving', () => {
    expect(moved(people.dispatcher, ticket(), COMMAND['join-group'])).toMatchObject({
      status: 'submitted',
      group: 'g1',
    })
  })
})
