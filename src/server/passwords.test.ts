import { isPassword, sealPassword } from './passwords'

const QUICK = { n: 10, p: 1 }
const PASSWORD = 'a password of somebody'

it('is sealed with what OWASP names, unless a host says otherwise', async () => {
  expect(await sealPassword(PASSWORD)).toMatch(/^14\.5\.[\w-]{22}\.[\w-]{43}$/)
  expect(await sealPassword(PASSWORD, QUICK)).toMatch(/^10\.1\./)
})

it('is sealed differently each time', async () => {
  expect(await sealPassword(PASSWORD, QUICK)).not.toBe(await sealPassword(PASSWORD, QUICK))
})

it.each([
  ['the right one', PASSWORD, true],
  ['another one', 'a password of nobody', false],
  ['none', '', false],
])('%s is told, also where it was sealed with less than today', async (_, given, right) => {
  expect(await isPassword(given, await sealPassword(PASSWORD, QUICK))).toBe(right)
})

it.each([undefined, ''])('where none is kept (%p), none is right', async (sealed) => {
  expect(await isPassword('', sealed, QUICK)).toBe(false)
  expect(await isPassword(PASSWORD, sealed, QUICK)).toBe(false)
})
