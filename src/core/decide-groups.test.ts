/** What becomes of a ticket among others who ask the same: by coming, by being told the one answer, by being taken out. */
import { at, beijing, COMMAND, moved, people, refusal, ticket, ticketIn } from '../../test/situations'
import { anonymised } from './anonymise'
import { nextDue } from './decide'
import { hears } from './group'
import { recount } from './recount'
import type { Status } from './status'
import type { Tell, Ticket } from './ticket'

const WHEN = at('Thu 2026-03-05 10:00')
const LI = { id: 'o_li', name: '李强' }
const told = (edition: number, changed: Partial<Tell> = {}): Tell => ({ ...COMMAND.tell, edition, ...changed })
const among = (status: Status, changed: Partial<Ticket> = {}) => ticketIn(status, { group: 'g1', ...changed })
/** Had the first edition the day before. */
const heard = { told: { edition: 1, at: beijing('Wed 2026-03-04 09:00') } }

describe('coming', () => {
  it('changes nothing but that it is among them', () => {
    const before = ticketIn('handling')
    expect(moved(people.handler, before, COMMAND['join-group'], WHEN)).toEqual({
      ...before,
      group: 'g1',
      movedAt: WHEN.now,
      urge: expect.anything(),
    })
  })
  it.each<[string, Partial<Ticket>]>([
    ['about somebody who works here', { against: { officials: ['o_sun'] } }],
    ['a report', { kind: 'report' }],
    ['a tip', { about: { id: 'r1', title: { zh: '协查', en: '' }, tip: true } }],
    ['held by content security', { screened: [{ part: { seq: 1 }, label: 'ads', state: 'held', at: WHEN.now }] }],
    ['in part withheld', { screened: [{ part: { seq: 1 }, label: 'ads', state: 'withheld', at: WHEN.now }] }],
  ])('is refused to what is %s', (_, changed) => {
    expect(refusal(people.dispatcher, ticket(changed), COMMAND['join-group'], WHEN)).toBe('not-together')
  })
  it('is open to what content security held and the desk released', () => {
    const released = ticket({ screened: [{ part: { seq: 1 }, label: 'ads', state: 'released', at: WHEN.now }] })
    expect(refusal(people.dispatcher, released, COMMAND['join-group'], WHEN)).toBeNull()
  })
  it('is refused to what is among others already', () => {
    expect(refusal(people.handler, among('handling'), COMMAND['join-group'], WHEN)).toBe('not-now')
  })
})

describe('being told', () => {
  it.each(['submitted', 'dispatched', 'handling', 'waiting'] as const)(
    '%s: it is answered, as by a person',
    (status) => {
      const after = moved(people.timer, among(status), told(1), WHEN)
      expect(after).toMatchObject({
        ...{ status: 'answered', unit: 'transport', handler: LI, handledBy: expect.arrayContaining(['o_li']) },
        ...{ result: { kind: 'done' }, told: { edition: 1, at: WHEN.now }, answeredAt: WHEN.now },
        firstReply: { repliedAt: WHEN.now },
        lapsesAt: beijing('Thu 2026-03-12 10:00'),
      })
      expect(after).not.toHaveProperty('askedFrom')
    },
  )
  it('keeps the reason of a result that has one', () => {
    const command = told(1, { result: 'impossible', reason: '管线老化' })
    expect(moved(people.timer, among('handling'), command, WHEN).result).toEqual({
      kind: 'impossible',
      reason: '管线老化',
    })
  })
  it('leaves whoever gave the answer out of those who review it', () => {
    const disputed = moved(people.driver, moved(people.timer, among('handling'), told(1), WHEN), COMMAND.dispute, WHEN)
    expect(refusal(people.handlerWhoReviews, disputed, COMMAND.review, WHEN)).toBe('not-yours')
    expect(refusal(people.reviewer, disputed, COMMAND.review, WHEN)).toBeNull()
  })
  it.each<[string, Tell, Ticket, string]>([
    ['twice', told(1), among('answered', heard), 'only-once'],
    ['an older edition after a newer', told(1), among('closed', { told: { edition: 2, at: WHEN.now } }), 'only-once'],
    ['what another group is told', told(1, { group: 'g2' }), among('handling'), 'not-now'],
  ])('is refused %s', (_, command, subject, why) => {
    expect(refusal(people.timer, subject, command, WHEN)).toBe(why)
  })
})

describe('a correction', () => {
  const corrected = told(2, { text: '改到十点', change: '时间' })
  it('to who has not spoken is a new answer with a new time to say so; in time it was with the first', () => {
    const before = among('answered', heard)
    expect(moved(people.timer, before, corrected, WHEN)).toMatchObject({
      ...{ status: 'answered', told: { edition: 2, at: WHEN.now }, answeredAt: before.answeredAt },
      lapsesAt: beijing('Thu 2026-03-12 10:00'),
    })
  })
  it.each(['disputed', 'closed'] as const)('to who has %s it is a line, and their state stays', (status) => {
    const before = among(status, heard)
    expect(moved(people.timer, before, corrected, WHEN)).toMatchObject({
      ...before,
      ...{ movedAt: WHEN.now, told: { edition: 2, at: WHEN.now } },
    })
  })
  it.each(['dispatched', 'handling', 'waiting'] as const)(
    'to whose case was opened again and is %s it is a line: somebody works on it',
    (status) => {
      const before = among(status, { ...heard, disputes: 1 })
      const after = moved(people.timer, before, corrected, WHEN)
      expect([after.status, after.told?.edition, after.lapsesAt]).toEqual([status, 2, before.lapsesAt])
    },
  )
})

describe('an answer that was there when it was asked', () => {
  const ready = moved(people.timer, ticket({ group: 'g1' }), told(1, { ready: true }), WHEN)
  it('is no first reply of a human, and none is waited for', () => {
    expect(ready.firstReply).toEqual({ ...ticket().firstReply, ready: WHEN.now })
  })
  it('is none later either, whoever writes then', () => {
    const asked = moved(people.dispatcher, ready, COMMAND.reply, WHEN)
    expect(asked.firstReply).toEqual(ready.firstReply)
  })
  it('lets the clock of the case alone ring once it is disputed', () => {
    const disputed = moved(people.driver, ready, COMMAND.dispute, WHEN)
    expect(nextDue(disputed)).toBe(disputed.resolve.dueAt)
  })
  it('is not moved by new hours of the desk', () => {
    expect(recount(ready, { ...WHEN, duty: { workday: [], restday: [] } })).toBeNull()
  })
  it('leaves a first reply that came before as it is', () => {
    const replied = moved(people.dispatcher, ticket({ group: 'g1' }), COMMAND.reply)
    expect(moved(people.timer, replied, told(1, { ready: true }), WHEN).firstReply).toEqual(replied.firstReply)
  })
})

describe('being taken out', () => {
  const answered = among('answered', heard)
  it('of the answer, it goes back to its unit with the time that was left, and hears no more', () => {
    const out = moved(people.dispatcher, answered, COMMAND['leave-group'], WHEN)
    expect(out).toMatchObject({ status: 'dispatched', unit: 'transport', dispatchedAt: WHEN.now })
    for (const gone of ['group', 'told', 'result', 'answeredAt', 'handler', 'lapsesAt'])
      expect(out).not.toHaveProperty(gone)
    expect(hears(out)).toBe(false)
  })
  it('goes back to the desk where the office gave the answer', () => {
    expect(moved(people.dispatcher, { ...answered, unit: 'office' }, COMMAND['leave-group'], WHEN).status).toBe(
      'submitted',
    )
  })
  it('of the answer needs a word to its asker; before it, none', () => {
    expect(refusal(people.dispatcher, answered, { do: 'leave-group' }, WHEN)).toBe('needs-words')
    expect(refusal(people.handler, among('handling'), { do: 'leave-group' }, WHEN)).toBeNull()
  })
  it('before the answer changes nothing else', () => {
    const before = ticketIn('handling')
    const out = moved(people.handler, among('handling'), { do: 'leave-group' }, WHEN)
    expect(out).toEqual({ ...before, movedAt: WHEN.now, urge: expect.anything() })
  })
})

describe('is among them no more, whoever', () => {
  it('is answered alone', () => {
    expect(moved(people.handler, among('handling', heard), COMMAND.answer, WHEN)).not.toHaveProperty('group')
  })
  it('is answered with another', () => {
    expect(moved(people.handler, among('handling'), COMMAND.merge, WHEN)).not.toHaveProperty('group')
  })
  it('has been made nobody’s', () => {
    expect(hears(anonymised(among('closed', heard)))).toBe(false)
  })
})

it('who is answered with another that is told the answer to all is among them from then on', () => {
  const share = { ...COMMAND.share, told: { group: 'g1', edition: 2 } }
  expect(moved(people.timer, ticketIn('merged'), share, WHEN)).toMatchObject({
    ...{ status: 'answered', group: 'g1', told: { edition: 2, at: WHEN.now } },
  })
})
