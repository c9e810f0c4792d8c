/** Sessions as only a server of one's own has them: from headers, for devices without an account, and for demo accounts. */
import { LIMITS } from '@/server/limit'
import { openTown, PASSWORD, type ServerTown } from './town'

let town: ServerTown
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const signIn = (account: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  town.anyone().asks('desk.signIn', { account, password }, headers)

describe('an official', () => {
  it('cannot get more tries by claiming to come from somewhere else', async () => {
    const { times } = LIMITS['desk.signIn']
    for (let n = 0; n < times; n++) await signIn('wang', 'wrong', { 'x-forwarded-for': `10.0.0.${n}` })
    expect((await signIn('wang', PASSWORD, { 'x-forwarded-for': '10.0.1.1' })).status).toBe(429)
  })

  it.each([
    '',
    'Bearer',
    'Bearer x',
    `Bearer ${'x'.repeat(43)}`,
    `Bearer ${'x'.repeat(10_000)}`,
    'Basic d2FuZzp3YW5n',
    "Bearer ' or 1=1 --aaaaaaaaaaaaa",
  ])('is nobody to a server that is told "%.40s"', async (authorization) => {
    expect(await town.anyone().isRefused('desk.queue', { queue: 'open' }, { authorization })).toMatchObject({
      status: 401,
      reason: 'signed-out',
    })
  })
})

describe('demo accounts', () => {
  it('sign in where the mode is demo', async () => {
    expect((await signIn('demo')).status).toBe(200)
  })

  it('are refused in production, and so is a session from before', async () => {
    const demo = await town.official('demo')
    const production = await openTown({ env: { MINHU_MODE: 'production', MINHU_VAR: town.folder } })
    const there = production.anyone()
    expect(await there.isRefused('desk.signIn', { account: 'demo', password: PASSWORD })).toMatchObject({
      status: 403,
      reason: 'demo-account',
    })
    there.token = demo.token
    expect(await there.isRefused('desk.queue', { queue: 'open' })).toMatchObject({ status: 401, reason: 'signed-out' })
    expect(await there.isRefused('desk.signIn', { account: 'demo', password: 'wrong' })).toMatchObject({
      reason: 'sign-in-failed',
    })
    await production.stop()
  })
})

describe('a device', () => {
  it('has a session of its own', async () => {
    const [one, other] = [await town.citizen(), await town.citizen()]
    expect(one.token).not.toBe(other.token)
  })

  it('that opens too many sessions is asked to wait', async () => {
    const device = town.anyone()
    const replies = []
    for (let n = 0; n <= LIMITS['session.open'].times; n++) replies.push((await device.asks('session.open', {})).status)
    expect(replies.slice(0, -1)).not.toContain(429)
    expect(replies.at(-1)).toBe(429)
  })
})
