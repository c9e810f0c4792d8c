/** What officials do with a ticket among themselves, and what two tickets about one thing have to do with each other. */
import { at, COMMAND, endOf, limits, moved, people, photo, refusal, ticket, ticketIn } from '../../test/situations'
import { areAlike } from './concern'
import { BEYOND, NEVER } from './deadline'
import { fileFrom, nextDue } from './decide'
import { MOST_CO_UNITS } from './kind'
import { MOST_MERGED, type Ticket } from './ticket'

const NOW = at('Tue 2026-03-03 10:00')
const SUN = { id: 'o_sun', name: '孙磊' }
const LEAD = 'CFD-20260302-0002-5'

describe('dispatching with units that help', () => {
  const dispatch = (coUnits: string[], unit = 'transport') => ({ do: 'dispatch', unit, coUnits }) as const

  it('names each unit once, and the one that leads not among them', () => {
    expect(moved(people.dispatcher, ticket(), dispatch(['urban', 'transport', 'urban']))).toMatchObject({
      unit: 'transport',
      coUnits: ['urban'],
    })
  })

  it('again, while nobody has taken it, begins with those named now', () => {
    const sent = ticketIn('dispatched', { coUnits: ['urban'] })
    expect(moved(people.dispatcher, sent, dispatch(['ecology'], 'housing'))).toMatchObject({
      status: 'dispatched',
      unit: 'housing',
      coUnits: ['ecology'],
      dispatchedAt: NOW.now,
    })
  })

  it.each([
    ['to the unit that has it already', ticketIn('dispatched'), dispatch([]), 'same-unit'],
    ['once somebody has taken it', ticketIn('handling'), dispatch([], 'housing'), 'not-now'],
    ['when it stays with the office', ticketIn('dispatched', { objections: 3 }), dispatch([], 'housing'), 'not-now'],
    [
      'with help of the unit it is about',
      ticket({ against: { officials: [], barred: 'urban' } }),
      dispatch(['urban']),
      'unit-concerned',
    ],
    ['with more units than can help', ticket(), dispatch(['a', 'b', 'c', 'd', 'e', 'f']), 'units-many'],
  ] as const)('is refused %s', (_, subject, command, expected) => {
    expect(refusal(people.dispatcher, subject as Ticket, command as never)).toBe(expected)
  })

  it('lets no more units be added than can help', () => {
    const full = ticketIn('handling', { coUnits: Array.from({ length: MOST_CO_UNITS }, (_, n) => `unit-${n}`) })
    expect(refusal(people.handler, full, COMMAND['add-unit'])).toBe('units-many')
  })
})

describe('handing over and back', () => {
  it('gives it to the colleague, and remembers everybody who had it', () => {
    const taken = moved(people.handler, ticketIn('dispatched'), { do: 'take' })
    const handed = moved(people.handler, taken, { do: 'hand-over', to: SUN })
    expect(handed).toMatchObject({ status: 'handling', handler: SUN, handledBy: ['o_li', 'o_sun'] })
  })

  it('is refused to whoever has it already', () => {
    expect(refusal(people.head, ticketIn('handling'), { do: 'hand-over', to: { id: 'o_li', name: '李强' } })).toBe(
      'same-person',
    )
  })

  it('lays it back with the unit, which has the time that was left', () => {
    const back = moved(people.handler, ticketIn('handling'), COMMAND['hand-back'])
    expect(back).toMatchObject({ status: 'dispatched', unit: 'transport', resolve: ticket().resolve })
    expect(back).not.toHaveProperty('handler')
  })

  it.each([
    ['waiting', people.driver, COMMAND.supply],
    ['disputed', people.reviewer, COMMAND.review],
  ] as const)('leaves nobody to come back to: what was %s goes to the unit', (status, who, command) => {
    const left = moved(people.timer, ticketIn(status), COMMAND['hand-back'])
    expect(left.status).toBe(status)
    expect(moved(who, left, command).status).toBe('dispatched')
  })
})

describe('saying that it will be late', () => {
  const until = (day: string) => ({ do: 'delay', until: day, reason: '等厂家发货' }) as const

  it('notes the day beside the promise, which stays', () => {
    const delayed = moved(people.handler, ticketIn('handling'), until('2026-03-27'))
    expect(delayed.expected).toEqual({ on: '2026-03-27', saidAt: NOW.now })
    expect(delayed.resolve).toEqual(ticketIn('handling').resolve)
  })

  it('may be said again with another day', () => {
    const once = moved(people.handler, ticketIn('handling'), until('2026-03-27'))
    expect(moved(people.head, once, until('2026-04-03')).expected?.on).toBe('2026-04-03')
  })

  it.each([
    ['a day before the promised one', '2026-03-20', 'not-later'],
    ['the promised day itself', '2026-03-23', 'not-later'],
    ['the day after', '2026-03-24', null],
    ['in more than a year', '2027-03-05', 'too-many-days'],
  ])('%s: %s', (_, day, expected) => {
    expect(refusal(people.handler, ticketIn('handling'), until(day))).toBe(expected)
  })

  it('names a day that is still to come when it is late already', () => {
    const late = at('Wed 2026-03-25 10:00')
    expect(refusal(people.handler, ticketIn('handling'), until('2026-03-25'), late)).toBe('not-later')
    expect(refusal(people.handler, ticketIn('handling'), until('2026-03-26'), late)).toBeNull()
  })

  it('has nothing to be later than when nobody knows the day', () => {
    const beyond = ticketIn('handling', { resolve: { days: 15, promisedAt: BEYOND, dueAt: BEYOND } })
    expect(refusal(people.handler, beyond, until('2026-03-27'))).toBe('not-later')
  })
})

describe('one that is merged', () => {
  const member = moved(people.dispatcher, ticket(), COMMAND.merge)
  const lead = ticketIn('handling', { no: LEAD })
  const dueAt = endOf('Wed 2026-03-11')

  it('is answered with the other, is nobody’s of its own, and its clock runs on', () => {
    const taken = moved(people.handler, ticketIn('handling'), COMMAND.merge)
    expect(taken).toMatchObject({ status: 'merged', mergedInto: LEAD, resolve: ticket().resolve })
    expect(taken).not.toHaveProperty('handler')
    expect(nextDue(taken)).toBe(NEVER)
  })

  it('makes the other as urgent as itself', () => {
    const replied = { ...lead, firstReply: { ...lead.firstReply, repliedAt: NOW.now, minutes: 1 } }
    expect(nextDue(replied)).toBe(endOf('Mon 2026-03-23'))
    const led = moved(people.handler, replied, { do: 'absorb', no: member.no, dueAt })
    expect(led).toMatchObject({ status: 'handling', merged: [{ no: member.no, dueAt }] })
    expect(nextDue(led)).toBe(dueAt)
    expect(nextDue(moved(people.timer, led, { do: 'let-go', no: member.no }))).toBe(endOf('Mon 2026-03-23'))
  })

  it.each([
    ['itself', ticket({ no: LEAD }), 'same-ticket'],
    ['another while others are merged with it', ticket({ merged: [{ no: 'x', dueAt }] }), 'same-ticket'],
  ])('is not merged into %s', (_, subject, expected) => {
    expect(refusal(people.dispatcher, subject, COMMAND.merge)).toBe(expected)
  })

  it.each([
    ['the same one twice', [{ no: COMMAND.absorb.no, dueAt }], 'same-ticket'],
    [
      'more than anybody can look through',
      Array.from({ length: MOST_MERGED }, (_, n) => ({ no: String(n), dueAt })),
      'merged-many',
    ],
  ])('does not take in %s', (_, merged, expected) => {
    expect(refusal(people.handler, { ...lead, merged }, COMMAND.absorb)).toBe(expected)
  })

  it('has the answer of the other, its unit and who gave it, and seven days to dispute it', () => {
    const answered = moved(people.timer, member, { ...COMMAND.share, unit: 'urban', photos: [photo] })
    expect(answered).toMatchObject({
      status: 'answered',
      result: { kind: 'done' },
      unit: 'urban',
      handler: { id: 'o_li' },
      handledBy: ['o_li'],
      lapsesAt: at('Tue 2026-03-10 10:00').now,
    })
    expect(answered).not.toHaveProperty('mergedInto')
    expect(answered.resolve.pausedAt).toBe(NOW.now)
  })

  it('comes back to whoever answered when it is disputed with right', () => {
    const answered = moved(people.timer, member, COMMAND.share)
    const disputed = moved(people.driver, answered, COMMAND.dispute)
    expect(moved(people.reviewer, disputed, COMMAND.review)).toMatchObject({ status: 'handling', unit: 'transport' })
  })

  it.each([
    ['the office, to the desk', ticket(), 'submitted'],
    ['a unit, to that unit', ticketIn('handling'), 'dispatched'],
  ] as const)('goes back, when it is on its own again at %s', (_, before, status) => {
    const merged = moved(people.dispatcher, before, COMMAND.merge)
    const alone = moved(people.dispatcher, merged, { do: 'unmerge' })
    expect(alone).toMatchObject({ status, unit: before.unit, dispatchedAt: NOW.now })
    expect(alone).not.toHaveProperty('mergedInto')
  })

  it.each([
    ['answered', people.handler, ticketIn('handling'), COMMAND.answer, NOW],
    ['withdrawn', people.driver, ticketIn('handling'), COMMAND.withdraw, NOW],
    ['closed for want of an answer', people.timer, ticketIn('waiting'), COMMAND.lapse, at('Wed 2026-03-18 10:00')],
  ] as const)('is no longer counted with the other once that is %s', (_, who, led, command, when) => {
    const merged = [{ no: member.no, dueAt }]
    expect(moved(who, { ...led, merged }, command, when)).not.toHaveProperty('merged')
  })

  it('is nobody’s member any more when its asker withdraws it', () => {
    expect(moved(people.driver, member, COMMAND.withdraw)).not.toHaveProperty('mergedInto')
  })
})

describe('who may be merged with whom', () => {
  it.each([
    ['two about nobody', undefined, undefined, true],
    ['one about an official, one about nobody', { officials: ['o_li'] }, undefined, false],
    ['both about the same two', { officials: ['o_li', 'o_sun'] }, { officials: ['o_sun', 'o_li'] }, true],
    ['about different ones', { officials: ['o_li'] }, { officials: ['o_sun'] }, false],
    ['one about a unit', { officials: [], barred: 'urban' }, { officials: [] }, false],
    ['a title that means nobody', { officials: [], name: '胡科长' }, undefined, true],
  ])('%s: %s', (_, one, other, alike) => {
    expect(areAlike(one, other)).toBe(alike)
    expect(areAlike(other, one)).toBe(alike)
  })
})

describe('one that is split', () => {
  it('remembers what was taken out of it, and goes on as it was', () => {
    const parted = moved(people.handler, ticketIn('handling'), COMMAND.split)
    expect(parted).toMatchObject({ status: 'handling', splitInto: [COMMAND.split.no], resolve: ticket().resolve })
  })

  it('makes one that is as old as itself and begins at the desk', () => {
    const parent = ticketIn('handling', { firstReply: { ...ticket().firstReply, repliedAt: NOW.now, minutes: 450 } })
    const { code, kind, text, place, photos, asker, consent, lang } = parent
    const filed = { no: COMMAND.split.no, code, kind, category: 'urban', text, place, photos, asker, consent, lang }
    const child = fileFrom({ ...filed, splitFrom: parent.no }, parent, at('Mon 2026-03-09 10:00'))
    expect(child).toMatchObject({
      status: 'submitted',
      unit: 'office',
      filedAt: parent.filedAt,
      firstReply: parent.firstReply,
      resolve: { days: limits.resolveDays.complaint, promisedAt: endOf('Mon 2026-03-23') },
    })
  })

  it('waits until what is held in it has been looked at', () => {
    const held = ticketIn('handling', {
      screened: [{ part: { photo: photo.id }, label: 'ads', state: 'withheld', at: NOW.now }],
    })
    expect(refusal(people.handler, held, COMMAND.split)).toBe('not-checked')
  })
})
