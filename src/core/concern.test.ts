/** Whom a complaint means, told by examples: a written name, a unit, words; and who is left to work on it. */
import { at, COMMAND, people, ticket, ticketIn } from '../../test/situations'
import type { Official } from './actor'
import { againstOf, isKeptAway } from './concern'
import { decide } from './decide'
import { closedTo, may, maySee, maySeeAgainst, partsOf } from './ticket'

const { dispatcher, handler, colleague, helper, reviewer, stranger } = people
/** Two have the same name, in different bureaus; one has a Western one. */
const namesake: Official = { ...helper, id: 'o_zhao2', name: '李强' }
const smith: Official = { ...stranger, id: 'o_smith', name: 'Ann Lee' }
const second: Official = { ...dispatcher, id: 'o_second', name: '钱进' }
const ayi: Official = { ...stranger, id: 'o_ayi', name: '阿依古丽·买买提' }
const OFFICE = [dispatcher, second, handler, colleague, helper, reviewer, namesake, smith, ayi]

const complaint = { kind: 'complaint', text: '态度很差，推来推去' } as const

describe('who is meant by a complaint', () => {
  it.each<[string, Parameters<typeof againstOf>[0], string[] | undefined]>([
    ['nobody, where none is named', complaint, undefined],
    ['a name in the words of an ordinary complaint means nobody', { ...complaint, text: '王敏说会修' }, undefined],
    ['the whole name in its unit', { ...complaint, against: { unit: 'transport', name: '李强' } }, ['o_li']],
    ['both of one name, where no unit is chosen', { ...complaint, against: { name: '李强' } }, ['o_li', 'o_zhao2']],
    ['a name within a title', { ...complaint, against: { name: '运输局的孙磊科长' } }, ['o_sun']],
    ['a name written with spaces', { ...complaint, against: { name: '孙　磊' } }, ['o_sun']],
    [
      'a name with what nobody sees between its characters',
      { ...complaint, against: { name: '孙\u200b磊' } },
      ['o_sun'],
    ],
    [
      'a name of several parts, whichever dot is between them',
      { ...complaint, against: { name: '阿依古丽•买买提' } },
      ['o_ayi'],
    ],
    ['and without any', { ...complaint, against: { name: '阿依古丽买买提' } }, ['o_ayi']],
    ['two words beside a comma are no name', { ...complaint, against: { name: '姓孙，磊磊落落' } }, []],
    ['somebody of another unit than was chosen', { ...complaint, against: { unit: 'urban', name: '孙磊' } }, ['o_sun']],
    ['half a name means nobody', { ...complaint, against: { name: '李' } }, []],
    ['a Western name in other letters', { ...complaint, against: { name: 'ms. ANN  LEE' } }, ['o_smith']],
    ['but not inside of another', { ...complaint, against: { name: 'Joann Leeds' } }, []],
    ['a unit alone means none by name', { ...complaint, against: { unit: 'transport' } }, []],
    [
      'names in the words of what is against somebody',
      { kind: 'complaint', text: '孙磊也在场', against: { name: '李强' } },
      ['o_li', 'o_zhao2', 'o_sun'],
    ],
    ['names in the words of a report', { kind: 'report', text: '孙磊收红包' }, ['o_sun']],
    ['a report that names nobody', { kind: 'report', text: '有人收红包' }, undefined],
  ])('%s', (_, filing, meant) => {
    expect(againstOf(filing, OFFICE)?.officials).toEqual(meant)
  })

  it.each([
    ['the chosen unit, where none is named', { unit: 'transport' }, 'transport'],
    ['and where nobody there is known by that name', { unit: 'transport', name: '李科长' }, 'transport'],
    ['no unit, where somebody there is known', { unit: 'transport', name: '李强' }, undefined],
    ['none, where none was chosen', { name: '李科长' }, undefined],
  ])('barred is %s', (_, against, barred) => {
    expect(againstOf({ ...complaint, against }, OFFICE)?.barred).toBe(barred)
  })
})

describe('who is kept away', () => {
  const about = (against: { unit?: string; name?: string }) => againstOf({ ...complaint, against }, OFFICE)
  it.each([
    ['the one who is meant', handler, { name: '李强' }, true],
    ['whatever their duties', dispatcher, { name: '王敏' }, true],
    ['not their colleague', colleague, { unit: 'transport', name: '李强' }, false],
    ['all of a unit that is meant as a whole', colleague, { unit: 'transport' }, true],
    ['nobody of another', helper, { unit: 'transport' }, false],
    ['nor who dispatches there: every ticket comes in through them', dispatcher, { unit: 'office' }, false],
    ['but who reviews there', reviewer, { unit: 'office' }, true],
  ])('%s', (_, who, against, kept) => {
    expect(isKeptAway(who, about(against))).toBe(kept)
  })
})

describe('who stands in where nobody else is left', () => {
  it.each<[string, Official[], { unit?: string; name?: string }, string[] | undefined]>([
    ['nobody, while another dispatches', OFFICE, { name: '王敏' }, undefined],
    [
      'who reviews, where the only one who dispatches is meant',
      [dispatcher, handler, reviewer],
      { name: '王敏' },
      ['o_chen'],
    ],
    [
      'who dispatches, where the only one who reviews is meant',
      [dispatcher, handler, reviewer],
      { name: '陈华' },
      ['o_wang'],
    ],
    ['and where all who review belong to the unit', [dispatcher, handler, reviewer], { unit: 'office' }, ['o_wang']],
    ['nobody at all, where all are meant', [dispatcher], { name: '王敏' }, undefined],
  ])('%s', (_, officials, against, standIns) => {
    expect(againstOf({ ...complaint, against }, officials)?.standIns).toEqual(standIns)
  })
})

describe('a ticket about Li', () => {
  const against = { officials: ['o_li'], name: '李强' }

  it('knows nothing of him in any state, even one that he handles', () => {
    for (const status of ['submitted', 'dispatched', 'handling', 'disputed', 'closed'] as const) {
      const about = ticketIn(status, { against })
      expect(partsOf(people.handlerWhoReviews, about)).toEqual([])
      expect(maySee(people.handlerWhoReviews, about)).toBe(false)
      expect(may(people.handlerWhoReviews, about, at('Tue 2026-03-03 10:00'))).toEqual([])
    }
  })

  it('is told whom it is about only to the asker and the desk', () => {
    const told = Object.entries(people).filter(([, who]) => maySeeAgainst(who, ticketIn('dispatched', { against })))
    expect(told.map(([name]) => name)).toEqual(['driver', 'dispatcher'])
  })

  it('comes back to the desk after any number of objections: the office has not been counted', () => {
    const back = decide(
      people.helper,
      ticketIn('dispatched', { against, unit: 'urban', objections: 2 }),
      COMMAND.object,
      at('Tue 2026-03-03 10:00'),
    )
    expect(back).toMatchObject({ ok: true, ticket: { status: 'submitted', unit: 'office' } })
  })
})

describe('a ticket about a unit', () => {
  const about = (barred: string) => ({ unit: barred, barred, officials: [] })
  const NOW = at('Tue 2026-03-03 10:00')

  it.each([
    ['cannot be dispatched to it', dispatcher, ticket({ against: about('transport') }), COMMAND.dispatch],
    [
      'nor get it as a second unit',
      helper,
      ticketIn('handling', { unit: 'urban', handler: { id: 'o_zhao', name: '赵静' }, against: about('ecology') }),
      COMMAND['add-unit'],
    ],
  ])('%s', (_, who, subject, command) => {
    expect(decide(who, subject, command, NOW)).toEqual({ ok: false, refusal: 'unit-concerned' })
  })

  it('goes to any other', () => {
    const given = { do: 'dispatch', unit: 'urban' } as const
    expect(decide(dispatcher, ticket({ against: about('transport') }), given, NOW)).toMatchObject({ ok: true })
  })

  it('about the office is passed on by whoever dispatches there, and not answered', () => {
    const subject = ticket({ against: about('office') })
    expect(closedTo(dispatcher, subject, 'dispatch', NOW)).toBeNull()
    expect(closedTo(dispatcher, subject, 'answer', NOW)).toBe('not-yours')
  })

  it('lets a stand-in dispatch and review, as nobody else can', () => {
    const subject = { against: { ...about('office'), standIns: ['o_chen'], barred: 'urban' } }
    expect(closedTo(reviewer, ticket(subject), 'dispatch', NOW)).toBeNull()
    expect(partsOf(reviewer, ticketIn('disputed', subject))).toEqual(['desk', 'reviewer'])
  })
})
