import { SLOTS, slotsOf, termsOf, type Wording, widened, wordsOf } from './similar'
import { groupsOf, type Member } from './similarGroups'
import { nearestAmong } from './similarNearest'
import { alikeness, type Likened, ranked, whyOf } from './similarPair'

const AT = '2026-03-02T02:00:00.000Z'
const likened = (text: string, changed: Partial<Likened> = {}): Likened => ({
  text,
  terms: termsOf(text),
  at: AT,
  ...changed,
})
const GATE = { lat: 39.27, lng: 118.45 }
const FAR = { lat: 39.37, lng: 118.45 }

describe('what a text is compared by', () => {
  it.each([
    ['a phone number', '路灯坏了，电话13912345678', '13912345678'],
    ['an identity number', '我的证件11010519491231002X', '11010519491231002x'],
    ['politeness', '尊敬的领导您好，路灯坏了', '领导'],
    ['little English words', 'The lamp is on the wall', 'the'],
  ])('%s is no term', (_, text, term) => expect(wordsOf(text)).not.toContain(term))

  it.each([
    ['a number with its letters', '架设110kV电线', '110kv'],
    ['an English word without its plural', 'Two lamps', 'lamp'],
    ['the address beside it', '灯坏了', '唐海'],
  ])('%s is one', (_, text, term) => expect(wordsOf(text, '唐海路')).toContain(term))

  it('says more at the beginning than later', () => {
    const terms = termsOf('路灯坏了。已经报修，垃圾也没人收')
    expect(terms.get('路灯')).toBeGreaterThan(terms.get('垃圾') ?? 0)
  })

  it('says less where everybody writes it', () => {
    const wording: Wording = { tickets: 1000, counts: new Map([['小区', 400]]) }
    const terms = termsOf('小区喷泉', wording)
    expect(terms.get('喷泉')).toBeGreaterThan(terms.get('小区') ?? 0)
  })
})

describe('the words a ticket is found by', () => {
  it('are the heaviest of each slot, and no single characters', () => {
    const slots = slotsOf(termsOf('垦丰大街的路灯不亮了，晚上很黑'), 1)
    expect(slots).toHaveLength(SLOTS)
    expect(slots.flat().every((term) => term.length > 1)).toBe(true)
  })
  it('are the same on every host', () =>
    expect(slotsOf(termsOf('路灯'), 1).findIndex(([term]) => term === '路灯')).toBe(11))
})

describe('two tickets', () => {
  const [one, same] = ['长丰路路灯不亮', '长丰路的路灯坏了，不亮']
  it.each<[string, Partial<Likened>, Partial<Likened>]>([
    ['far from each other', { point: GATE }, { point: FAR }],
    ['a year apart', { at: '2025-03-02T02:00:00.000Z' }, {}],
  ])('%s are less alike', (_, here, there) =>
    expect(alikeness(likened(one, here), likened(same, there))).toBeLessThan(alikeness(likened(one), likened(same))),
  )
  it('say why: what both say, how far apart and how many days', () => {
    const other = likened(same, { point: FAR, at: '2026-03-05T02:00:00.000Z' })
    expect(whyOf(likened(one, { point: GATE }), other)).toEqual({
      words: expect.arrayContaining(['长丰路']),
      metres: 11_119,
      days: 3,
    })
  })
  it('share nothing where nothing is said', () => expect(whyOf(likened(''), likened(same)).words).toEqual([]))
})

describe('the nearest', () => {
  const others = ['学校门口井盖丢了', '长丰路路灯坏了', '长丰路晚上没有路灯'].map((text) => ({
    of: text,
    likened: likened(text),
  }))
  it('come with the best first, and without what has nothing in common', () =>
    expect(ranked(likened('长丰路路灯不亮'), others, 10).map(({ of }) => of)).toEqual([
      '长丰路路灯坏了',
      '长丰路晚上没有路灯',
    ]))
  it('lend their words', () =>
    expect(widened(termsOf('停水'), [{ terms: termsOf('水管爆裂'), weight: 1 }]).get('爆裂')).toBeGreaterThan(0))
})

describe('the nearest of each among many', () => {
  const LEAST = 0.2
  const TEXTS = [
    '长丰路路灯不亮',
    '井盖丢了',
    '长丰路路灯坏了',
    '公交不停站',
    '长丰路晚上没有路灯',
    '学校门口井盖丢了',
    '',
  ]
  const all = TEXTS.map((text, n) => likened(text, n % 2 ? { point: GATE } : { point: FAR }))
  it.each(TEXTS.map((text, at) => [text || 'nothing', at] as const))(
    'of “%s” are those that comparing finds',
    (_, at) => {
      const one = all[at] ?? likened('')
      const compared = all
        .map((other, place) => ({ place, score: alikeness(one, other) }))
        .filter(({ place, score }) => place !== at && score >= LEAST)
        .sort((first, second) => second.score - first.score)
      expect(nearestAmong(all, 2, LEAST)[at]).toEqual(compared.slice(0, 2).map(({ place }) => place))
    },
  )
})

describe('groups', () => {
  const members = (...texts: string[]): Member[] =>
    texts.map((text, at) => ({
      id: String(at),
      likened: likened(text),
      nearest: texts.map((_, other) => String(other)),
    }))
  it('hold what is alike, and leave out who is alone', () =>
    expect(groupsOf(members('长丰路路灯不亮', '井盖丢了', '长丰路路灯坏了', '公交不停站'))).toEqual([['0', '2']]))
  it('are none where nobody was found for anybody', () =>
    expect(groupsOf(members('路灯不亮', '路灯不亮').map((member) => ({ ...member, nearest: [] })))).toEqual([]))
  it('are not joined by a chain of small steps', () =>
    expect(groupsOf(members('甲乙丙丁', '丙丁戊己', '戊己庚辛'), 0.3)[0]).toHaveLength(2))
})
