import { likeness, termsOf } from './similar'
import { ALIKE, type Beside, fitOf, isForOthers } from './similarOffer'
import type { Ticket } from './ticket'

const alike = (one: string, other: string) => likeness(termsOf(one), termsOf(other))

describe('the same thing in other words', () => {
  it.each([
    ['a street lamp', '垦丰大街的路灯不亮了，晚上很黑', '请问垦丰大街路灯坏了什么时候修？'],
    ['a jam', '高速出口早上堵得厉害，一公里要走一个小时。', '每天早上下高速到工业区，出口一公里要走将近一小时'],
    ['cold radiators', '家里暖气不热，老人受不了', '暖气一点都不热，屋里只有十四度'],
    ['full-width and half-width', '３号楼电梯停了', '3号楼电梯停运'],
    ['a complaint wrapped in politeness', '井盖坏了', '尊敬的领导您好，请问井盖坏了怎么办，麻烦尽快处理，谢谢！'],
    ['English, one and many', 'The street lamp at the gate is broken', 'Two street lamps are broken near our gate'],
    ['a few words within many', '公交车太少', '我们村到学校的公交车太少，孩子上学要等一个小时'],
  ])('%s', (_, one, other) => expect(alike(one, other)).toBeGreaterThanOrEqual(ALIKE))

  it('is wholly alike when it says the same', () => expect(alike('路灯不亮', '路灯不亮')).toBe(1))
  it('does not depend on who spoke first', () =>
    expect(alike('路灯不亮了', '晚上路灯坏了')).toBe(alike('晚上路灯坏了', '路灯不亮了')))
})

describe('something else', () => {
  it.each([
    ['another thing of the same category', '垦丰大街的路灯不亮了，晚上很黑', '小区门口井盖破损，容易摔倒'],
    ['only politeness in common', '您好，请问公交卡在哪里办，谢谢', '您好，请问暖气什么时候来，谢谢'],
    ['only complaining in common', '希望有关部门尽快处理噪音扰民问题', '希望有关部门尽快处理污水问题'],
    ['only little English words in common', 'The bus is late and we are cold', 'The water is brown and we are ill'],
    ['nothing', '', '路灯不亮了'],
    ['nothing at all', '', ''],
    ['signs', '！！！。。。', '？？？！！！'],
    ['an emoji', '😡😡😡', '😡 路灯不亮了'],
    ['another language', '路灯不亮', 'street lamp'],
  ])('%s', (_, one, other) => expect(alike(one, other)).toBeLessThan(ALIKE))

  it('is not made alike by an emoji that was cut in two', () => expect(alike('😡'.slice(0, 1), '路灯')).toBe(0))
})

describe('what is offered', () => {
  const written = termsOf('垦丰大街的路灯不亮了，晚上很黑')
  const beside = (changed: Partial<Beside>): Beside => ({
    likeness: 0,
    isSameCategory: true,
    isSameSpot: false,
    ...changed,
  })
  it.each<[string, Partial<Beside>, boolean]>([
    ['the same category next door, whatever the words', { metres: 80 }, true],
    ['the same category a little further, in words with nothing in common', { metres: 200 }, false],
    ['the same category a little further, in words a little alike', { metres: 200, likeness: 0.05 }, true],
    ['another category next door', { metres: 80, isSameCategory: false }, false],
    ['another category next door in the same words', { metres: 80, isSameCategory: false, likeness: 0.2 }, true],
    ['the same words where nobody said where', { likeness: 0.2 }, true],
    ['other words where nobody said where', { likeness: 0.1 }, false],
    ['much the same words elsewhere', { metres: 3000, likeness: 0.2 }, false],
    ['the very same words elsewhere', { metres: 3000, likeness: 0.5 }, true],
    ['another category elsewhere in the same words', { metres: 3000, isSameCategory: false, likeness: 1 }, false],
    ['the same category at the same lamp post', { isSameSpot: true }, true],
    ['another category at the same lamp post', { isSameSpot: true, isSameCategory: false }, false],
  ])('%s', (_, changed, isOffered) => expect(fitOf(written, beside(changed)) > 0).toBe(isOffered))

  it('is the same category a little further too, while hardly anything is written', () =>
    expect(fitOf(termsOf('路灯'), beside({ metres: 200 }))).toBeGreaterThan(0))

  it.each<[string, Partial<Beside>, Partial<Beside>]>([
    ['the nearer one', { metres: 50 }, { metres: 90 }],
    ['the one in the same words', { metres: 90, likeness: 0.4 }, { metres: 50 }],
    ['the one at the same lamp post', { isSameSpot: true }, { metres: 50, likeness: 0.4 }],
  ])('comes with %s first', (_, first, then) =>
    expect(fitOf(written, beside(first))).toBeGreaterThan(fitOf(written, beside(then))),
  )
})

describe('whom others are told of', () => {
  const ticket = { status: 'handling', kind: 'complaint' } as Ticket
  const held = { part: { seq: 1 }, label: 'abuse', at: '2026-03-02T02:00:00.000Z' } as const
  const about = { id: 'r1', title: { zh: '寻人', en: 'Missing' } }
  it.each<[string, Partial<Ticket>, boolean]>([
    ['a complaint that is being handled', {}, true],
    ['one that is answered and not yet confirmed', { status: 'answered' }, true],
    ['one that is closed', { status: 'closed' }, false],
    ['one that was withdrawn', { status: 'withdrawn' }, false],
    ['a report of misconduct', { kind: 'report' }, false],
    ['one about an official', { against: { officials: ['o_li'] } }, false],
    ['a tip', { about: { ...about, tip: true } }, false],
    ['a question about an article', { about: { ...about, tip: false } }, true],
    ['one whose words are held', { screened: [{ ...held, state: 'held' }] }, false],
    ['one whose words are withheld', { screened: [{ ...held, state: 'withheld' }] }, false],
    ['one whose words were released', { screened: [{ ...held, state: 'released' }] }, true],
  ])('%s', (_, changed, isTold) => expect(isForOthers({ ...ticket, ...changed })).toBe(isTold))
})
