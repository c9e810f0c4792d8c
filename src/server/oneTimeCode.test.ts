import { base32, codeOf, stepAt, stepOf, uriOf } from './oneTimeCode'

/** The secret of RFC 6238, appendix B. */
const KEY = base32(Buffer.from('12345678901234567890'))

it('the key is written as RFC 4648 says', () => {
  expect(KEY).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ])
})

// The last six of the eight digits that the document gives.
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeOf(KEY, stepAt(new Date(seconds * 1000)))).toBe(code)
})

describe('at a moment', () => {
  const now = new Date('2026-03-02T02:00:00.000Z')
  const step = stepAt(now)

  it.each([
    ['of now', 0, true],
    ['of the step before', -1, true],
    ['of the step after', 1, true],
    ['two steps old', -2, false],
    ['two steps early', 2, false],
  ])('the code %s', (_, drift, counts) => {
    expect(stepOf(KEY, codeOf(KEY, step + drift), now)).toBe(counts ? step + drift : undefined)
  })

  it('one that was used counts no more, nor does one before it', () => {
    expect(stepOf(KEY, codeOf(KEY, step), now, step)).toBeUndefined()
    expect(stepOf(KEY, codeOf(KEY, step - 1), now, step)).toBeUndefined()
    expect(stepOf(KEY, codeOf(KEY, step + 1), now, step)).toBe(step + 1)
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('"%s" is none', (code) => {
    expect(stepOf(KEY, code, now)).toBeUndefined()
  })
})

it('the address is what authenticator apps read', () => {
  expect(uriOf(KEY, '民呼 A&B', 'wang')).toBe(
    `otpauth://totp/%E6%B0%91%E5%91%BC%20A%26B:wang?secret=${KEY}&issuer=%E6%B0%91%E5%91%BC%20A%26B`,
  )
})
