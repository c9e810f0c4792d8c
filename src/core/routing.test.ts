import { lacks, moved, type Routed, type Rule, routeOf, settled, type Where } from './routing'

const SCHOOL = { lat: 39.2719, lng: 118.4478 }
const rule = (id: string, changed: Partial<Rule> = {}): Rule => ({
  ...{ id, title: id, categories: [], unit: 'urban', coUnits: [] },
  ...changed,
})
const LIGHT: Where = { category: 'light', address: '新城大街小学门口', point: SCHOOL }
const north = (metres: number) => ({ lat: SCHOOL.lat + metres / 111_195, lng: SCHOOL.lng })

const won = ({ rule, off }: Routed) => [rule?.id, ...(off ? [`off ${off.id}`] : [])].filter(Boolean).join(', ')

describe('a rule holds', () => {
  it.each<[situation: string, changed: Partial<Rule>, where: Where, holds: boolean]>([
    ['for everything, where it says nothing', {}, LIGHT, true],
    ['for its category', { categories: ['noise', 'light'] }, LIGHT, true],
    ['not for another category', { categories: ['noise'] }, LIGHT, false],
    ['for a word in the address', { place: { in: 'words', words: ['垦丰大街', '新城大街'] } }, LIGHT, true],
    ['not without one of its words', { place: { in: 'words', words: ['垦丰大街'] } }, LIGHT, false],
    ['not where nobody said where', { place: { in: 'words', words: ['新城大街'] } }, { category: 'light' }, false],
    [
      'however the address is written',
      { place: { in: 'words', words: ['S262 线'] } },
      { category: 'traffic', address: 'ｓ２６２线 与新城大街口' },
      true,
    ],
    ['for both, category and place', { categories: ['light'], place: { in: 'words', words: ['新城'] } }, LIGHT, true],
    ['not for one of the two', { categories: ['noise'], place: { in: 'words', words: ['新城'] } }, LIGHT, false],
    ['within its circle', { place: { in: 'circle', point: north(299), metres: 300 } }, LIGHT, true],
    ['not outside it', { place: { in: 'circle', point: north(301), metres: 300 } }, LIGHT, false],
    [
      'in no circle without a point',
      { place: { in: 'circle', point: SCHOOL, metres: 300 } },
      { category: 'light' },
      false,
    ],
    [
      'for a town by its name',
      { place: { in: 'town', town: '唐海镇' } },
      { category: 'light', address: '唐海镇兴海路' },
      true,
    ],
    [
      'by its short name',
      { place: { in: 'town', town: '唐海镇' } },
      { category: 'light', address: '唐海八队村口' },
      true,
    ],
    [
      'not for a street of that name',
      { place: { in: 'town', town: '唐海镇' } },
      { category: 'light', address: '滨海镇唐海路 3 号' },
      false,
    ],
    [
      'for that street in that town',
      { place: { in: 'town', town: '唐海镇' } },
      { category: 'light', address: '唐海路，在唐海' },
      true,
    ],
    [
      'for a street office',
      { place: { in: 'town', town: '希望路街道' } },
      { category: 'light', address: '希望路街道 3 号' },
      true,
    ],
  ])('%s', (_, changed, where, holds) => {
    expect(won(routeOf([rule('a', changed)], where))).toBe(holds ? 'a' : '')
  })
})

describe('in their order', () => {
  const OFF = { why: 'unit-gone', on: '2026-03-01' } as const
  it.each<[situation: string, rules: Rule[], excluded: string[], winner: string]>([
    ['the first wins', [rule('a'), rule('b')], [], 'a'],
    ['the first that holds', [rule('a', { categories: ['noise'] }), rule('b')], [], 'b'],
    ['none', [rule('a', { categories: ['noise'] })], [], ''],
    ['one to whose unit it must not go is passed over', [rule('a'), rule('b', { unit: 'housing' })], ['urban'], 'b'],
    ['also where no other is left', [rule('a')], ['urban'], ''],
    [
      'one that somebody switched off is as good as gone',
      [rule('a', { off: { why: 'by-hand', on: '2026-03-01' } }), rule('b')],
      [],
      'b',
    ],
    [
      'one that switched itself off is told, and the next one wins',
      [rule('a', { off: OFF }), rule('b')],
      [],
      'b, off a',
    ],
    ['or nobody', [rule('a', { off: OFF })], [], 'off a'],
    ['only the first of those is told', [rule('a', { off: OFF }), rule('b', { off: OFF })], [], 'off a'],
    ['none that stands after the winner', [rule('a'), rule('b', { off: OFF })], [], 'a'],
    ['none that would not have held', [rule('a', { off: OFF, categories: ['noise'] }), rule('b')], [], 'b'],
  ])('%s', (_, rules, excluded, winner) => {
    expect(won(routeOf(rules, LIGHT, excluded))).toBe(winner)
  })
})

describe('a rule switches itself off', () => {
  const UNITS = ['office', 'urban', 'housing']
  it.each<[situation: string, before: Partial<Rule>, answering: string[], off: Rule['off']]>([
    ['never while somebody answers there', {}, ['urban'], undefined],
    ['when its unit is gone', { unit: 'parks' }, ['urban'], { why: 'unit-gone', on: '2026-03-02' }],
    ['when nobody there answers any more', {}, ['housing'], { why: 'nobody-answers', on: '2026-03-02' }],
    [
      'once: the day stays',
      { off: { why: 'nobody-answers', on: '2026-02-01' } },
      [],
      { why: 'nobody-answers', on: '2026-02-01' },
    ],
    [
      'and never on again by itself',
      { off: { why: 'nobody-answers', on: '2026-02-01' } },
      ['urban'],
      { why: 'nobody-answers', on: '2026-02-01' },
    ],
    [
      'nor where somebody switched it off',
      { off: { why: 'by-hand', on: '2026-02-01' }, unit: 'parks' },
      [],
      { why: 'by-hand', on: '2026-02-01' },
    ],
  ])('%s', (_, before, answering, off) => {
    expect(settled([rule('a', before)], UNITS, answering, '2026-03-02')[0]?.off).toEqual(off)
  })

  it('nothing else is told of a unit to which things can be sent', () => {
    expect(lacks('urban', UNITS, ['urban'])).toBeUndefined()
  })
})

describe('moving', () => {
  const RULES = [rule('a'), rule('b'), rule('c')]
  it.each<[id: string, by: 1 | -1, order: string]>([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ])('%s by %i: %s', (id, by, order) => {
    expect(
      moved(RULES, id, by)
        .map((one) => one.id)
        .join(''),
    ).toBe(order)
  })
})
