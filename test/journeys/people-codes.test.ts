/** Signing in with a password and a one-time code. */
import { caofeidian } from '@/district/caofeidian/district'
import { LIMITS } from '@/server/limit'
import { codeOf, stepAt } from '@/server/oneTimeCode'
import { everywhere } from './everywhere'
import { EASY_DESK, PASSWORD, type Town } from './town'

everywhere((openTown, inCloud) => {
  let town: Town
  beforeEach(async () => {
    town = await openTown({ district: { desk: { ...EASY_DESK, codes: 'always' } } })
    town.on('Mon 2026-03-02 10:00')
  })
  afterEach(() => town.close())

  const signIn = (code?: string, password = PASSWORD) =>
    town.anyone().gets('desk.signIn', { account: 'wang', password, ...(code && { code }) })
  const refused = (code: string, password = PASSWORD) =>
    town.anyone().isRefused('desk.signIn', { account: 'wang', password, code })
  /** As an app makes it: `steps` of 30 seconds from now. */
  const codeNow = (key: string, steps = 0) => codeOf(key, stepAt(new Date(town.now())) + steps)

  /** Wang has codes: chosen by her in the demo, set up at her first sign-in in production. */
  async function setUp(): Promise<string> {
    if (inCloud) {
      const first = await signIn()
      if (first.is !== 'set-up') throw new Error(`not asked to set up codes: ${first.is}`)
      expect((await signIn(codeNow(first.key))).is).toBe('in')
      town.pass(2)
      return first.key
    }
    const wang = await town.official('wang')
    const { key } = await wang.gets('account.codes', { password: PASSWORD })
    expect((await wang.gets('account.confirmCodes', { code: codeNow(key) })).codes).toBe(true)
    town.pass(2)
    return key
  }

  if (inCloud) {
    it('the first sign-in sets the codes up, and nobody is in before the first one is right', async () => {
      const first = await signIn()
      expect(first).toMatchObject({ is: 'set-up', key: expect.stringMatching(/^[A-Z2-7]{32}$/) })
      if (first.is !== 'set-up') return
      expect(first.uri).toContain(`secret=${first.key}`)
      expect(await refused(codeNow(first.key, 5))).toMatchObject({ reason: 'code-wrong', field: 'code' })
      expect(await signIn(codeNow(first.key))).toMatchObject({ is: 'in', official: { id: 'o_wang' } })
    })

    it('a key that was shown before another one is worth nothing', async () => {
      const [first, second] = [await signIn(), await signIn()]
      if (first.is !== 'set-up' || second.is !== 'set-up') throw new Error('not asked to set up codes')
      expect(await refused(codeNow(first.key))).toMatchObject({ reason: 'code-wrong' })
      expect((await signIn(codeNow(second.key))).is).toBe('in')
    })
  } else {
    it('in the demo the password is enough until somebody sets codes up', async () => {
      expect((await signIn()).is).toBe('in')
      await setUp()
      expect(await signIn()).toEqual({ is: 'code' })
    })

    it('who sits at somebody’s desk cannot set up codes without the password', async () => {
      const wang = await town.official('wang')
      expect(await wang.isRefused('account.codes', { password: 'wrong' })).toMatchObject({ reason: 'password-wrong' })
      expect(await wang.isRefused('account.confirmCodes', { code: '123456' })).toMatchObject({ reason: 'code-wrong' })
    })
  }

  it('with codes the password alone opens nothing, and a code does', async () => {
    const key = await setUp()
    expect(await signIn()).toEqual({ is: 'code' })
    expect((await signIn(codeNow(key))).is).toBe('in')
  })

  it('a code is nothing without the password, and says nothing about it', async () => {
    const key = await setUp()
    expect(await refused(codeNow(key), 'wrong')).toMatchObject({ reason: 'sign-in-failed' })
    expect(await refused('000000', 'wrong')).toMatchObject({ reason: 'sign-in-failed' })
  })

  it.each([
    ['a minute old', -2, false],
    ['of the step before', -1, true],
    ['of the step after', 1, true],
    ['a minute early', 2, false],
  ])('a code %s', async (_, steps, counts) => {
    const key = await setUp()
    const { answer } = await town
      .anyone()
      .asks('desk.signIn', { account: 'wang', password: PASSWORD, code: codeNow(key, steps) })
    expect(answer.ok).toBe(counts)
  })

  it('a code counts once, and so does one of ten sent at the same moment', async () => {
    const key = await setUp()
    const code = codeNow(key)
    expect((await signIn(code)).is).toBe('in')
    expect(await refused(code)).toMatchObject({ reason: 'code-wrong' })
    town.pass(2)
    await town.forgetTries()
    const next = codeNow(key)
    const at_once = await Promise.all(
      Array.from({ length: LIMITS['desk.code'].times }, () =>
        town.anyone().asks('desk.signIn', { account: 'wang', password: PASSWORD, code: next }),
      ),
    )
    expect(at_once.filter(({ answer }) => answer.ok)).toHaveLength(1)
  })

  it('after five wrong codes the sixth is not looked at, not even the right one, until a quarter of an hour has passed', async () => {
    const key = await setUp()
    town.on('Mon 2026-03-02 11:00')
    for (let n = 0; n < LIMITS['desk.code'].times; n++) {
      expect(await refused(codeNow(key, 20 + n))).toMatchObject({ reason: 'code-wrong' })
    }
    expect(await refused(codeNow(key))).toMatchObject({ status: 429, reason: 'codes-many' })
    town.pass(LIMITS['desk.code'].minutes)
    expect((await signIn(codeNow(key))).is).toBe('in')
  })

  it('no key is in a log, in an answer to somebody else, or in the audit', async () => {
    const key = await setUp()
    expect(town.log.join('\n')).not.toContain(key)
    const ma = await town.anyone().asks('desk.signIn', { account: 'ma', password: PASSWORD })
    expect(ma.raw).not.toContain(key)
    const { items } = await town.world.store.find('audit', { by: 'id', limit: 50 })
    expect(JSON.stringify(items)).not.toContain(key)
  })

  it('the sample district asks for codes wherever real people are served', () => {
    expect(caofeidian.desk.codes).toBe('always')
  })
})
