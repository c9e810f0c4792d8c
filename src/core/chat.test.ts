import { leftIn, opened, SEND_TROUBLES, spent, troubleIn, type Windows } from './chat'

const at = (minutes: number) => new Date(Date.parse('2026-03-02T02:00:00Z') + minutes * 60_000)
const wrote = opened({}, 'wrote', at(0))

describe('after somebody wrote', () => {
  it.each([
    ['five messages may be sent', wrote, 0, { left: 5, until: at(48 * 60).toISOString() }],
    ['until two days are over', wrote, 48 * 60, { left: 0 }],
    ['one less after each', spent(wrote, at(1)), 1, { left: 4, until: at(48 * 60).toISOString() }],
    [
      'five again when they write again',
      opened(spent(wrote, at(1)), 'wrote', at(2)),
      2,
      { left: 5, until: at(48 * 60 + 2).toISOString() },
    ],
    [
      'as many as before, when we hear late of what they wrote first',
      opened(spent(wrote, at(1)), 'wrote', at(-5)),
      1,
      { left: 4, until: at(48 * 60).toISOString() },
    ],
  ] as [string, Windows, number, object][])('%s', (_, windows, minute, left) => {
    expect(leftIn(windows, at(minute))).toEqual(left)
  })

  it('a sixth is one too many', () => {
    const six = [1, 2, 3, 4, 5, 6].reduce((windows) => spent(windows, at(1)), wrote)
    expect(leftIn(six, at(1))).toMatchObject({ left: 0 })
  })
})

describe('after somebody entered the chat', () => {
  it.each([
    [0, { left: 2, until: at(1).toISOString() }],
    [1, { left: 0 }],
  ])('in minute %d', (minute, left) => {
    expect(leftIn(opened({}, 'entered', at(0)), at(minute))).toEqual(left)
  })

  it('what that allows is not added to what their words allowed', () => {
    expect(leftIn(opened(wrote, 'entered', at(0)), at(0))).toMatchObject({ left: 5 })
  })
})

it.each([
  ['43101', 'no-leave'],
  ['45015', 'over'],
  ['45047', 'used-up'],
  ['47003 thing2', 'unfit'],
  ['thing2', 'unfit'],
  ['40003', 'unknown'],
  ['48001', 'forbidden'],
  ['45009', 'busy'],
  ['40001', 'token'],
  ['99999', 'other'],
  ...SEND_TROUBLES.map((one): [string, string] => [one, one]),
])('what is kept as %j means %s', (code, why) => {
  expect(troubleIn(code)).toBe(why)
})
