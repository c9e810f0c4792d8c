/** On which phones and computers an official's session works, when it locks, and who ends it. */
import { LIMITS } from '@/server/limit'
import { UNLOCK_TRIES } from '@/server/signIn'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { EASY_DESK, PASSWORD, type Town } from './town'

everywhere((openTown, inCloud) => {
  let town: Town
  const opens =
    (desk = {}) =>
    async () => {
      town = await openTown({ district: { desk: { ...EASY_DESK, ...desk } } })
    }
  afterEach(() => town.close())

  const queue = { queue: 'open' } as const
  const signedOut = { status: 401, reason: 'signed-out' }
  function on(device: string): Person {
    const person = town.anyone()
    person.device = device
    return person
  }
  const official = (account: string, device: string) => on(device).signsIn(account, PASSWORD)
  const devicesOf = async (person: Person) => (await person.gets('account.open', {})).devices

  describe('a session', () => {
    beforeEach(opens())

    it.each([
      ['another device', 'the-device-of-somebody-else'],
      ['a device that says nothing', ''],
      ['a device that says nonsense', '../../../etc/passwd'],
    ])('does not work on %s', async (_, device) => {
      const wang = await official('wang', 'the-computer-of-wang')
      await wang.gets('desk.queue', queue)
      const stolen = on(device)
      stolen.token = wang.token
      expect(await stolen.isRefused('desk.queue', queue)).toMatchObject(signedOut)
      await wang.gets('desk.queue', queue)
    })

    it('is not given to a device that does not say which one it is', async () => {
      expect(await on('').isRefused('desk.signIn', { account: 'wang', password: PASSWORD })).toMatchObject({
        reason: 'device-missing',
      })
    })

    it('is in its owner’s list, and ended there is over at once on that device alone', async () => {
      const [computer, phone] = [
        await official('wang', 'the-computer-of-wang'),
        await official('wang', 'the-phone-of-wang'),
      ]
      const devices = await devicesOf(phone)
      expect(devices.map(({ here, sessions }) => [here, sessions.length]).sort()).toEqual([
        [false, 1],
        [true, 1],
      ])
      const [other] = devices.filter(({ here }) => !here)
      await phone.gets('account.endSession', { session: other?.sessions[0]?.id ?? '' })
      expect(await computer.isRefused('desk.queue', queue)).toMatchObject(signedOut)
      await phone.gets('desk.queue', queue)
    })

    it('is over when its device is removed', async () => {
      const [computer, phone] = [
        await official('wang', 'the-computer-of-wang'),
        await official('wang', 'the-phone-of-wang'),
      ]
      const other = (await devicesOf(phone)).find(({ here }) => !here)
      await phone.gets('account.removeDevice', { device: other?.id ?? '' })
      expect(await computer.isRefused('desk.queue', queue)).toMatchObject(signedOut)
      expect(await devicesOf(phone)).toHaveLength(1)
    })

    it('of somebody else is nobody’s to see or to end, but an admin’s', async () => {
      const [wang, li, ma] = [
        await official('wang', 'the-computer-of-wang'),
        await town.official('li'),
        await town.official('ma'),
      ]
      const [device] = await devicesOf(wang)
      const session = device?.sessions[0]?.id ?? ''
      expect(await li.isRefused('account.endSession', { session })).toMatchObject({ reason: 'device-gone' })
      expect(await li.isRefused('account.removeDevice', { device: device?.id })).toMatchObject({
        reason: 'device-gone',
      })
      for (const action of ['people.endSession', 'people.removeDevice']) {
        const input = { id: 'o_wang', session, device: device?.id }
        expect(await li.isRefused(action, input)).toMatchObject({ reason: 'not-allowed' })
      }
      await wang.gets('desk.queue', queue)
      expect((await ma.gets('people.open', { id: 'o_wang' })).devices[0]?.sessions[0]).toMatchObject({ id: session })
      await ma.gets('people.endSession', { id: 'o_wang', session })
      expect(await wang.isRefused('desk.queue', queue)).toMatchObject(signedOut)
    })

    it('ends everywhere else when its owner changes the password', async () => {
      const [computer, phone] = [
        await official('wang', 'the-computer-of-wang'),
        await official('wang', 'the-phone-of-wang'),
      ]
      const next = 'another horse battery staple'
      expect(await phone.isRefused('account.password', { password: 'wrong', next })).toMatchObject({
        reason: 'password-wrong',
      })
      expect(await phone.isRefused('account.password', { password: PASSWORD, next: 'short' })).toMatchObject({
        reason: 'password-short',
      })
      await phone.gets('account.password', { password: PASSWORD, next })
      expect(await computer.isRefused('desk.queue', queue)).toMatchObject(signedOut)
      await phone.gets('desk.queue', queue)
      expect((await on('the-phone-of-wang').asks('desk.signIn', { account: 'wang', password: PASSWORD })).status).toBe(
        403,
      )
      await on('the-phone-of-wang').signsIn('wang', next)
    })
  })

  if (!inCloud) {
    describe('somebody who guesses from many addresses', () => {
      const { times } = LIMITS['desk.signIn account']
      const from = (n: number) => ({ 'x-forwarded-for': `10.0.${n % 9}.${n}` })
      beforeEach(async () => {
        town = await openTown({ env: { MINHU_PROXIES: 1 } })
      })
      const guesses = async (device: string) => {
        for (let n = 0; n < times; n++) {
          const { status } = await on(device).asks('desk.signIn', { account: 'wang', password: 'wrong' }, from(n))
          expect(status).toBe(403)
        }
        return on(device).asks('desk.signIn', { account: 'wang', password: PASSWORD }, from(200))
      }

      it('is stopped, and does not keep the owner from their own computer', async () => {
        await official('wang', 'the-computer-of-wang')
        await town.forgetTries()
        expect((await guesses('the-computer-of-a-guesser')).status).toBe(429)
        await official('wang', 'the-computer-of-wang')
      })

      it('learns from that no more of an account that is there than of one that is not', async () => {
        const tries = async (account: string) => {
          const statuses = []
          for (let n = 0; n <= times; n++) {
            const given = { account, password: 'wrong' }
            statuses.push((await on('the-computer-of-a-guesser').asks('desk.signIn', given, from(n))).raw.slice(0, 60))
          }
          return statuses
        }
        expect(await tries('wang')).toEqual(await tries('nobody'))
      })
    })
  }

  describe('where devices are let in by an admin', () => {
    beforeEach(opens({ devices: 'approved' }))
    const asks = (account: string, device: string) => on(device).gets('desk.signIn', { account, password: PASSWORD })

    it('the first admin’s first device is in, and everybody else’s waits under a mark', async () => {
      expect(await asks('wang', 'the-computer-of-wang')).toMatchObject({
        is: 'device',
        mark: expect.stringMatching(/^\d{4}$/),
      })
      expect((await asks('ma', 'the-computer-of-ma')).is).toBe('in')
      expect((await asks('ma', 'another-one-of-ma')).is).toBe('device')
    })

    it('one that waits is let in by an admin who reads the mark, and works from then on', async () => {
      const waiting = await asks('wang', 'the-computer-of-wang')
      const ma = await official('ma', 'the-computer-of-ma')
      const listed = await ma.gets('people.list', {})
      expect(listed.waiting).toMatchObject([{ name: '王敏', mark: waiting.is === 'device' ? waiting.mark : '' }])
      await ma.gets('people.letIn', { device: listed.waiting[0]?.id ?? '' })
      expect((await asks('wang', 'the-computer-of-wang')).is).toBe('in')
      expect((await asks('wang', 'another-one-of-wang')).is).toBe('device')
      expect((await ma.gets('people.list', {})).waiting).toHaveLength(1)
    })

    it('the same device asked for twice waits under the same mark', async () => {
      expect(await asks('wang', 'the-computer-of-wang')).toEqual(await asks('wang', 'the-computer-of-wang'))
    })

    it('nobody but an admin lets one in', async () => {
      await asks('li', 'the-computer-of-li')
      const ma = await official('ma', 'the-computer-of-ma')
      const { waiting } = await ma.gets('people.list', {})
      const device = waiting[0]?.id ?? ''
      await asks('wang', 'the-computer-of-wang')
      const wangs = (await ma.gets('people.list', {})).waiting.find(({ name }) => name === '王敏')
      await ma.gets('people.letIn', { device: wangs?.id ?? '' })
      const wang = await official('wang', 'the-computer-of-wang')
      expect(await wang.isRefused('people.letIn', { device })).toMatchObject({ reason: 'not-allowed' })
    })

    it('a phone’s yes does not let a new computer in either', async () => {
      const ma = await official('ma', 'the-computer-of-ma')
      const computer = on('another-one-of-ma')
      const { offer, secret, digits } = await computer.gets('desk.offer', {})
      await ma.gets('desk.approve', { offer, digits, yes: true })
      expect((await computer.gets('desk.collect', { offer, secret })).is).toBe('device')
    })
  })

  describe('a desk that nobody sits at', () => {
    beforeEach(opens({ lockMinutes: 15 }))
    const locked = { status: 403, reason: 'locked' }

    async function lockedDesk(): Promise<Person> {
      const wang = await town.official('wang')
      town.pass(16)
      return wang
    }

    it('locks after a quarter of an hour: nothing is shown, nothing done', async () => {
      const { no } = await (await town.citizen()).files()
      const wang = await town.official('wang')
      town.pass(15)
      await wang.gets('desk.queue', queue)
      town.pass(16)
      for (const [action, input] of [
        ['desk.queue', queue],
        ['desk.open', { no }],
        ['account.open', {}],
        ['desk.here', {}],
      ] as const)
        expect(await wang.isRefused(action, input)).toMatchObject(locked)
      expect(await wang.mayNot(no, { do: 'dispatch', unit: 'transport' })).toMatchObject(locked)
    })

    it('does not stay open because the screen asks by itself what has changed', async () => {
      const wang = await town.official('wang')
      for (let minute = 0; minute < 15; minute++) {
        town.pass(1)
        await wang.gets('desk.changes', queue)
      }
      town.pass(1)
      expect(await wang.isRefused('desk.changes', queue)).toMatchObject(locked)
    })

    it('stays open while somebody writes', async () => {
      const wang = await town.official('wang')
      for (let times = 0; times < 3; times++) {
        town.pass(10)
        await wang.gets('desk.here', {})
      }
      await wang.gets('desk.queue', queue)
    })

    it('is opened with the password, and goes on where it was', async () => {
      const wang = await lockedDesk()
      expect(await wang.isRefused('desk.unlock', { password: 'wrong' })).toMatchObject({ reason: 'password-wrong' })
      await wang.gets('desk.unlock', { password: PASSWORD })
      await wang.gets('desk.queue', queue)
    })

    it('is over after five wrong passwords', async () => {
      const wang = await lockedDesk()
      for (let n = 1; n < UNLOCK_TRIES; n++) {
        expect(await wang.isRefused('desk.unlock', { password: 'wrong' })).toMatchObject({ reason: 'password-wrong' })
      }
      expect(await wang.isRefused('desk.unlock', { password: 'wrong' })).toMatchObject(signedOut)
      expect(await wang.isRefused('desk.unlock', { password: PASSWORD })).toMatchObject(signedOut)
    })

    it('twenty passwords at once are no more tries than twenty one after the other', async () => {
      const wang = await lockedDesk()
      const guesses = Array.from({ length: 20 }, () => wang.asks('desk.unlock', { password: 'wrong' }))
      await Promise.all(guesses)
      for (let n = 0; n < UNLOCK_TRIES; n++) await wang.asks('desk.unlock', { password: 'wrong' })
      expect(await wang.isRefused('desk.unlock', { password: PASSWORD })).toMatchObject(signedOut)
    })

    it('is not opened from another device', async () => {
      const wang = await lockedDesk()
      const thief = on('the-device-of-somebody-else')
      thief.token = wang.token
      expect(await thief.isRefused('desk.unlock', { password: PASSWORD })).toMatchObject(signedOut)
    })

    it('may be left without the password', async () => {
      const wang = await lockedDesk()
      await wang.gets('desk.signOut', {})
      expect(await wang.isRefused('desk.unlock', { password: PASSWORD })).toMatchObject(signedOut)
    })

    it('writes down at most once a minute that somebody is there', async () => {
      const wang = await town.official('wang')
      const versions = async () =>
        (await town.world.store.find('sessions', { where: { actor: 'o_wang' }, by: 'expiresAt', limit: 5 })).items.map(
          ({ version }) => version,
        )
      town.pass(2)
      await wang.gets('desk.queue', queue)
      const before = await versions()
      await wang.gets('desk.queue', queue)
      await wang.gets('desk.queue', queue)
      expect(await versions()).toEqual(before)
    })
  })

  if (inCloud) {
    describe('a WeChat', () => {
      beforeEach(opens())
      const bound = async () => {
        const wang = await town.official('wang')
        expect((await wang.gets('account.bind', {})).devices.map(({ kind }) => kind)).toContain('wechat')
        const phone = new (wang.constructor as typeof Person)(wang.door)
        return { wang, phone }
      }

      it('that its owner has bound signs them in', async () => {
        const { phone } = await bound()
        const given = await phone.gets('desk.signInWeChat', {})
        expect(given).toMatchObject({ is: 'in', official: { id: 'o_wang' } })
        if (given.is === 'in') phone.token = given.token
        expect(await phone.isRefused('account.bind', {})).toMatchObject({ reason: 'sign-in-again' })
      })

      it('that nobody has bound signs nobody in', async () => {
        expect(await (await town.citizen()).isRefused('desk.signInWeChat', {})).toMatchObject({
          reason: 'wechat-unbound',
        })
        expect(await town.anyone().isRefused('desk.signInWeChat', { code: 'made-up' })).toMatchObject({
          reason: 'wechat-login',
        })
      })

      it('belongs to one account', async () => {
        const { wang } = await bound()
        expect(await wang.isRefused('account.bind', {})).toMatchObject({ reason: 'wechat-taken' })
      })

      it('that was removed signs nobody in, and who came in by it is out', async () => {
        const { wang, phone } = await bound()
        const given = await phone.gets('desk.signInWeChat', {})
        if (given.is === 'in') phone.token = given.token
        const binding = (await devicesOf(wang)).find(({ kind }) => kind === 'wechat')
        await wang.gets('account.removeDevice', { device: binding?.id ?? '' })
        expect(await phone.isRefused('desk.queue', queue)).toMatchObject(signedOut)
        phone.token = ''
        expect(await phone.isRefused('desk.signInWeChat', {})).toMatchObject({ reason: 'wechat-unbound' })
      })
    })
  }
})
