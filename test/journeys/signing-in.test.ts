/** Who gets in, for how long, and how often one may try. */
import { LIMITS } from '@/server/limit'
import { everywhere } from './everywhere'
import { newKey } from './people'
import { type Refusal, refusal, refused } from './refusals'
import { PASSWORD, type Town } from './town'

everywhere((openTown) => {
  let town: Town
  const open = async () => {
    town = await openTown()
  }

  /** One town for all that follows, each at ten on Monday with no tries counted. */
  function inOneTown() {
    beforeAll(open)
    beforeEach(async () => {
      town.on('Mon 2026-03-02 10:00')
      await town.forgetTries()
    })
    afterAll(() => town.close())
  }

  /** Accounts change here: each has a town of its own. */
  function inTownsOfTheirOwn() {
    beforeEach(open)
    afterEach(() => town.close())
  }

  const signIn = (account: unknown, password: unknown = PASSWORD, headers: Record<string, string> = {}) =>
    town.anyone().asks('desk.signIn', { account, password }, headers)

  describe('an official who signs in', () => {
    inOneTown()

    it('is welcomed by name, unit and duties', async () => {
      const { answer } = await signIn(' wang ')
      expect(answer).toMatchObject({
        ok: true,
        data: { official: { id: 'o_wang', name: '王敏', unit: { id: 'office' }, duties: ['dispatch', 'answer'] } },
      })
    })

    it.each<[string, Refusal, unknown, unknown]>([
      ['with the wrong password', [403, 'forbidden', 'sign-in-failed'], 'wang', 'wrong'],
      ['with the password’s first letters', [403, 'forbidden', 'sign-in-failed'], 'wang', PASSWORD.slice(0, -1)],
      ['with an unknown account', [403, 'forbidden', 'sign-in-failed'], 'nobody', PASSWORD],
      ['with an account in other letters', [403, 'forbidden', 'sign-in-failed'], 'WANG', PASSWORD],
      ['with the id for an account', [403, 'forbidden', 'sign-in-failed'], 'o_wang', PASSWORD],
      ['without a password', [403, 'forbidden', 'sign-in-failed', 'password'], 'wang', ''],
      ['without an account', [403, 'forbidden', 'sign-in-failed', 'account'], ' ', PASSWORD],
      ['with NUL for an account', [403, 'forbidden', 'sign-in-failed', 'account'], '\0', PASSWORD],
      ['with a condition for an account', [403, 'forbidden', 'sign-in-failed', 'account'], { gte: '' }, PASSWORD],
      ['with a list of passwords', [403, 'forbidden', 'sign-in-failed', 'password'], 'wang', [PASSWORD]],
      ['with a very long password', [403, 'forbidden', 'sign-in-failed', 'password'], 'wang', 'x'.repeat(201)],
    ])('%s is refused, and is not told which of the two was wrong', async (_, expected, account, password) => {
      expect(await refused(town, (headers) => signIn(account, password, headers))).toEqual(refusal(expected))
    })

    it('may try ten times in ten minutes', async () => {
      const { times, minutes } = LIMITS['desk.signIn']
      for (let n = 0; n < times; n++) expect((await signIn('wang', 'wrong')).status).toBe(403)
      expect(await refused(town, (headers) => signIn('wang', PASSWORD, headers))).toEqual(
        refusal([429, 'too-many', 'too-often']),
      )
      expect((await signIn('li')).status).toBe(200)
      town.pass(minutes)
      expect((await signIn('wang')).status).toBe(200)
    })

    it('cannot try one password on a hundred accounts', async () => {
      const { times } = LIMITS['desk.signIn anybody']
      // Each takes a quarter of a second, on purpose.
      const tries = Array.from({ length: times }, (_, n) => signIn(`account${n}`, 'password'))
      for (const { status } of await Promise.all(tries)) expect(status).toBe(403)
      expect((await signIn('wang')).status).toBe(429)
    })
  })

  describe('an official’s session', () => {
    inTownsOfTheirOwn()
    const queue = { queue: 'open' } as const

    it('ends with the shift', async () => {
      const wang = await town.official('wang')
      town.pass(12 * 60 - 1)
      await wang.gets('desk.queue', queue)
      town.pass(1)
      expect(await wang.isRefused('desk.queue', queue)).toMatchObject({ status: 401, reason: 'signed-out' })
    })

    it('ends with signing out, on this device only', async () => {
      const [here, there] = [await town.official('wang'), await town.official('wang')]
      await here.gets('desk.signOut', {})
      expect(await here.isRefused('desk.queue', queue)).toMatchObject({ reason: 'signed-out' })
      await there.gets('desk.queue', queue)
    })

    it('follows the duties an official has now, not those of the morning', async () => {
      const [worker, wang] = [await town.citizen(), await town.official('wang')]
      const { no } = await worker.files()
      const { version } = (await town.world.store.get('officials', 'o_wang')) ?? { version: 0 }
      await town.world.store.update('officials', 'o_wang', version, { set: { duties: ['author'] } })
      expect(await wang.mayNot(no, { do: 'dispatch', unit: 'transport' })).toMatchObject({ reason: 'ticket-missing' })
      expect(await wang.isRefused('desk.queue', queue)).toMatchObject({ reason: 'not-allowed' })
    })

    it('is over when the account is removed', async () => {
      const wang = await town.official('wang')
      const { version } = (await town.world.store.get('officials', 'o_wang')) ?? { version: 0 }
      await town.world.store.remove('officials', 'o_wang', version)
      expect(await wang.isRefused('desk.queue', queue)).toMatchObject({ reason: 'signed-out' })
    })

    it('is not in the store as it is on the device', async () => {
      const wang = await town.official('wang')
      expect(await town.world.store.get('sessions', wang.token)).toBeNull()
      const { items } = await town.world.store.find('sessions', { by: 'id', limit: 50 })
      expect(JSON.stringify(items)).not.toContain(wang.token)
      expect(JSON.stringify((await town.world.store.find('officials', { by: 'id', limit: 50 })).items)).not.toContain(
        PASSWORD,
      )
    })
  })

  describe('a token that nobody was given', () => {
    inOneTown()

    it.each(['x', 'x'.repeat(43), 'x'.repeat(10_000), "' or 1=1 --aaaaaaaaaaaaa"])(
      'opens nothing: "%.40s"',
      async (token) => {
        const forger = town.anyone()
        forger.token = token
        expect(await forger.isRefused('desk.queue', { queue: 'open' })).toMatchObject({
          status: 401,
          reason: 'signed-out',
        })
      },
    )
  })

  describe('a citizen', () => {
    inOneTown()

    it('needs no account and is nobody else', async () => {
      const [one, other] = [await town.citizen(), await town.citizen()]
      const { no } = await one.files()
      expect(await other.isRefused('tickets.open', { no })).toMatchObject({ status: 404, reason: 'ticket-missing' })
    })

    it('still has the ticket after a year, as long as the phone is the same', async () => {
      const worker = await town.citizen()
      const { no } = await worker.files()
      town.on('Wed 2027-03-03 10:00')
      expect((await worker.sees(no)).no).toBe(no)
    })

    it.each([
      [
        'looks up',
        LIMITS['tickets.lookUp'].times,
        'tickets.lookUp',
        () => ({ no: 'CFD-20260302-0001-0', code: '222222' }),
      ],
      [
        'files',
        LIMITS['tickets.file'].times,
        'tickets.file',
        () => ({
          key: newKey(),
          kind: 'consult',
          category: 'nothing',
          text: '请问一下这个',
          place: {},
          photos: [],
          visibility: 'anonymous',
        }),
      ],
    ])('who %s more than %i times is asked to wait', async (_, limit, action, input) => {
      const worker = await town.citizen()
      const replies = []
      for (let n = 0; n <= limit; n++) replies.push((await worker.asks(action, input())).status)
      expect(replies.slice(0, -1)).not.toContain(429)
      expect(replies.at(-1)).toBe(429)
    })
  })
})
