import { beijing, people, ticketIn } from '../../test/situations'
import { countedIn, hears, heatOf, inTheirs, mayLead } from './group'
import { STATUSES, type Status } from './status'

const among = (status: Status) => ticketIn(status, { group: 'g1' })

describe('one among others who ask the same', () => {
  it.each(STATUSES)('%s: is told the answer, unless it is withdrawn or answered with another', (status) => {
    expect(hears(among(status))).toBe(!['merged', 'withdrawn'].includes(status))
  })
  it.each(STATUSES)('%s: counts as an asker, unless it is withdrawn', (status) => {
    expect(countedIn(among(status))).toBe(status === 'withdrawn' ? undefined : 'g1')
  })
  it('neither hears nor counts where it is in no group', () => {
    expect([hears(ticketIn('handling')), countedIn(ticketIn('handling'))]).toEqual([false, undefined])
  })
})

describe('the answer to all is written by', () => {
  it.each<[keyof typeof people, boolean]>([
    ['dispatcher', true],
    ['handler', true],
    ['colleague', true],
    ['helper', false],
    ['stranger', false],
    ['head', false],
    ['reviewer', false],
    ['author', false],
    ['driver', false],
    ['timer', false],
    ['nobody', false],
  ])('%s: %s, of a group of the transport bureau', (who, may) => {
    expect(mayLead(people[who], { unit: 'transport' })).toBe(may)
  })
})

it.each([
  [{ zh: '八点来水', en: 'Water at 8' }, 'en', 'Water at 8'],
  [{ zh: '八点来水', en: '' }, 'en', '八点来水'],
  [{ zh: '八点来水', en: 'Water at 8' }, 'zh', '八点来水'],
] as const)('%j is told to somebody who asked in %s as %s', (text, lang, told) => {
  expect(inTheirs(text, lang)).toBe(told)
})

describe('the heat of a popular issue', () => {
  const now = beijing('Mon 2026-03-02 10:00')
  const weekAgo = beijing('Mon 2026-02-23 10:00')
  const heat = (askers: number, followers: number, at = now) => heatOf({ askers, followers }, at)
  it('rises with askers and, less, with followers', () => {
    expect(heat(2, 0)).toBeGreaterThan(heat(1, 0))
    expect(heat(0, 2)).toBeGreaterThan(heat(0, 1))
    expect(heat(1, 0)).toBeGreaterThan(heat(0, 1))
  })
  it('of one a week old is that of a new one half as heavy', () => {
    expect(heat(0, 31, weekAgo)).toBeCloseTo(heat(0, 15))
  })
  it('lets what is long past fall behind what a few ask today', () => {
    expect(heat(5, 0)).toBeGreaterThan(heat(500, 500, beijing('Thu 2026-01-01 10:00')))
  })
})
