import { at, beijing, COMMAND, heldWords, moved, people, refusal, ticketIn } from '../../test/situations'
import { heldSince, isHidden, isSamePart, type Screened } from './screening'

const words = { seq: 1 }
const picture = { photo: 'photo-000001' }
const heldPicture: Screened = { part: picture, label: 'porn', state: 'held', at: beijing('Mon 2026-03-02 10:20') }
const LATER = at('Thu 2026-03-05 10:00')

describe('whether a part is kept from others', () => {
  it.each<[string, Screened[] | undefined, boolean]>([
    ['nothing was ever wrong', undefined, false],
    ['it waits for a person', [heldWords], true],
    ['a person found it fine', [{ ...heldWords, state: 'released' }], false],
    ['a person found it wrong', [{ ...heldWords, state: 'withheld', reason: '含有广告' }], true],
    ['another line of the history waits', [{ ...heldWords, part: { seq: 2 } }], false],
    ['only the picture waits', [heldPicture], false],
  ])('%s', (_, screened, hidden) => {
    expect(isHidden(screened, words)).toBe(hidden)
  })
})

it.each([
  [words, { seq: 1 }, true],
  [words, { seq: 2 }, false],
  [picture, { photo: 'photo-000001' }, true],
  [picture, { photo: 'photo-000002' }, false],
  [words, picture, false],
  [picture, words, false],
])('%j and %j are the same part: %s', (one, other, same) => {
  expect(isSamePart(one, other)).toBe(same)
})

describe('since when something waits', () => {
  it.each<[string, Screened[] | undefined, string | undefined]>([
    ['nothing was held', undefined, undefined],
    ['two parts: since the first', [heldPicture, heldWords], heldWords.at],
    ['the first is judged: since the other', [{ ...heldWords, state: 'released' }, heldPicture], heldPicture.at],
    ['all are judged', [{ ...heldWords, state: 'withheld', reason: '广告' }], undefined],
  ])('%s', (_, screened, since) => {
    expect(heldSince(screened)).toBe(since)
  })
})

describe('a part', () => {
  it('is held beside what is held already', () => {
    const held = moved(people.screener, ticketIn('handling', { screened: [heldWords] }), COMMAND.hold, LATER)
    expect(held.screened).toEqual([heldWords, { part: picture, label: 'porn', state: 'held', at: LATER.now }])
  })

  it.each(['held', 'released', 'withheld'] as const)(
    'that is %s is not held again: the verdict came twice',
    (state) => {
      const subject = ticketIn('handling', { screened: [{ ...heldPicture, state }] })
      expect(refusal(people.screener, subject, COMMAND.hold)).toBe('only-once')
    },
  )

  it('is released, and the others stay as they are', () => {
    const subject = ticketIn('handling', { screened: [heldWords, heldPicture] })
    expect(moved(people.dispatcher, subject, COMMAND.release).screened).toEqual([
      { ...heldWords, state: 'released' },
      heldPicture,
    ])
  })

  it('is withheld for a reason', () => {
    const subject = ticketIn('closed', { screened: [heldPicture, heldWords] })
    expect(moved(people.dispatcher, subject, COMMAND.withhold).screened).toEqual([
      heldPicture,
      { ...heldWords, state: 'withheld', reason: '含有广告' },
    ])
  })

  it.each(['release', 'withhold'] as const)('that is not held cannot be judged: %s', (command) => {
    const other = ticketIn('handling', { screened: [heldPicture] })
    expect(refusal(people.dispatcher, other, COMMAND[command])).toBe('not-held')
    const judged = ticketIn('handling', { screened: [{ ...heldWords, state: 'released' }, heldPicture] })
    expect(refusal(people.dispatcher, judged, COMMAND[command])).toBe('not-held')
  })
})
