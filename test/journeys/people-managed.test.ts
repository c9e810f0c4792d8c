/** Officials, as an admin manages them. */
import type { Duty } from '@/core/actor'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { PASSWORD, type Town } from './town'

const ACTIONS: [action: string, input: object][] = [
  ['people.list', {}],
  ['people.open', { id: 'o_wang' }],
  ['people.add', { account: 'zhou', name: '周平', unit: 'urban', duties: ['answer'] }],
  ['people.change', { id: 'o_wang', version: 1, name: '王敏', unit: 'urban', duties: ['admin'] }],
  ['people.renew', { id: 'o_wang', version: 1 }],
  ['people.end', { id: 'o_wang', version: 1 }],
  ['people.letIn', { device: 'a-device' }],
  ['people.removeDevice', { device: 'a-device' }],
  ['people.endSession', { id: 'o_wang', session: 'a-session' }],
]

everywhere((openTown) => {
  let town: Town
  let ma: Person
  beforeEach(async () => {
    town = await openTown()
    ma = await town.official('ma')
  })
  afterEach(() => town.close())

  const queue = { queue: 'open' } as const
  const signedOut = { reason: 'signed-out' }
  const person = async (id: string) => (await ma.gets('people.open', { id })).person
  const change = async (id: string, to: { unit?: string; duties?: Duty[] }) => {
    const { version, name, unit, duties } = await person(id)
    return { id, version, name, unit: unit.id, duties, ...to }
  }
  const zhou = { account: 'zhou', name: '周平', unit: 'urban', duties: ['answer' as const] }
  const waiting = async () =>
    (await town.world.store.find<{ errand: { kind: string } }>('errands', { by: 'dueAt', limit: 20 })).items.filter(
      ({ errand }) => errand.kind === 'leave',
    ).length

  it('is nothing for anybody else', async () => {
    const people = { wang: await town.official('wang'), gao: await town.official('gao'), wu: await town.citizen() }
    for (const [action, input] of ACTIONS) {
      for (const one of Object.values(people)) {
        expect(await one.isRefused(action, input)).toMatchObject({ reason: 'not-allowed' })
      }
      expect(await town.anyone().isRefused(action, input)).toMatchObject(signedOut)
    }
  })

  it('somebody new gets a password that is shown once, signs in with it, and is listed', async () => {
    const added = await ma.gets('people.add', zhou)
    expect(added.password).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    const them = await town.anyone().signsIn('zhou', added.password)
    expect(await them.gets('account.open', {})).toMatchObject({ given: true, me: { name: '周平', duties: ['answer'] } })
    const { raw } = await ma.asks('people.list', { unit: 'urban' })
    expect(raw).toContain('周平')
    expect(raw).not.toContain(added.password)
    expect(town.log.join('\n')).not.toContain(added.password)
  })

  it.each<[string, object, string]>([
    ['a name that is empty', { name: ' ' }, 'name-missing'],
    ['no duty', { duties: [] }, 'duties-missing'],
    ['a duty that is none', { duties: ['king'] }, 'duties-missing'],
    ['a unit that is none', { unit: 'nowhere' }, 'unit-unknown'],
    ['capital letters', { account: 'Zhou' }, 'account-wrong'],
    ['NUL', { account: 'zh\0 ou' }, 'account-wrong'],
    ['an account that is taken', { account: 'wang' }, 'account-taken'],
  ])('nobody is added with %s', async (_, wrong, reason) => {
    expect(await ma.isRefused('people.add', { ...zhou, ...wrong })).toMatchObject({ reason })
  })

  it('whoever moves to another unit is signed out at once, and hands back their tickets', async () => {
    const li = await town.official('li')
    const { person: moved } = await ma.gets('people.change', await change('o_li', { unit: 'urban' }))
    expect(moved.unit.id).toBe('urban')
    expect(await li.isRefused('desk.queue', queue)).toMatchObject(signedOut)
    expect(await waiting()).toBe(1)
    expect((await (await town.official('li')).gets('account.open', {})).me.unit.id).toBe('urban')
    await town.tick()
    expect(await waiting()).toBe(0)
  })

  it('whoever gets another duty stays signed in, and has it at once', async () => {
    const li = await town.official('li')
    await ma.gets('people.change', await change('o_li', { duties: ['answer', 'dispatch'] }))
    expect((await li.gets('account.open', {})).me.duties).toEqual(['answer', 'dispatch'])
    expect(await waiting()).toBe(0)
  })

  it('whoever answers no more hands back their tickets too', async () => {
    await ma.gets('people.change', await change('o_li', { duties: ['review'] }))
    expect(await waiting()).toBe(1)
  })

  it('whoever has left is signed out at once and never in again, and nobody gets their account', async () => {
    const li = await town.official('li')
    const { version } = await person('o_li')
    expect((await ma.gets('people.end', { id: 'o_li', version })).person.ended).toBe(town.now())
    expect(await li.isRefused('desk.queue', queue)).toMatchObject(signedOut)
    const again = { account: 'li', password: PASSWORD }
    expect(await town.anyone().isRefused('desk.signIn', again)).toMatchObject({ reason: 'sign-in-failed' })
    expect(await ma.isRefused('people.add', { ...zhou, account: 'li' })).toMatchObject({ reason: 'account-taken' })
    expect(await ma.isRefused('people.renew', { id: 'o_li', version: version + 1 })).toMatchObject({
      reason: 'official-ended',
    })
    expect(await waiting()).toBe(1)
    expect(await person('o_li')).toMatchObject({ name: '李强', account: 'li' })
  })

  it('a new password ends every session, and the old password', async () => {
    const li = await town.official('li')
    const { version } = await person('o_li')
    const { password } = await ma.gets('people.renew', { id: 'o_li', version })
    expect(await li.isRefused('desk.queue', queue)).toMatchObject(signedOut)
    expect(await town.anyone().isRefused('desk.signIn', { account: 'li', password: PASSWORD })).toMatchObject({
      reason: 'sign-in-failed',
    })
    await town.anyone().signsIn('li', password)
  })

  it('a session that begins while the password is renewed does not outlive it', async () => {
    const li = await town.official('li')
    const { items } = await town.world.store.find<object>('sessions', {
      where: { actor: 'o_li' },
      by: 'expiresAt',
      limit: 5,
    })
    const [{ id, version: _, ...session } = { id: '' }] = items
    town.pass(1)
    const { version } = await person('o_li')
    await ma.gets('people.renew', { id: 'o_li', version })
    // It was written after all others had been removed.
    await town.world.store.insert('sessions', id, session)
    expect(await li.isRefused('desk.queue', queue)).toMatchObject(signedOut)
  })

  it('two admins who change the same person: the second one looks again', async () => {
    const asked = await change('o_li', { duties: ['answer'] })
    await ma.gets('people.change', asked)
    expect(await ma.isRefused('people.change', { ...asked, duties: ['review'] })).toMatchObject({
      reason: 'official-changed',
    })
  })

  it('the last admin cannot stop being one, nor end', async () => {
    expect(await ma.isRefused('people.change', await change('o_ma', { duties: ['author'] }))).toMatchObject({
      reason: 'last-admin',
    })
    const { version } = await person('o_ma')
    expect(await ma.isRefused('people.end', { id: 'o_ma', version })).toMatchObject({ reason: 'last-admin' })
  })

  it('two admins who take each other’s duty at the same moment: one stays', async () => {
    await ma.gets('people.change', await change('o_wang', { duties: ['dispatch', 'admin'] }))
    const wang = await town.official('wang')
    const [endMa, endWang] = [
      await change('o_ma', { duties: ['author'] }),
      await change('o_wang', { duties: ['dispatch'] }),
    ]
    const both = await Promise.all([wang.asks('people.change', endMa), ma.asks('people.change', endWang)])
    expect(both.filter(({ answer }) => answer.ok)).toHaveLength(1)
    const admins = [await town.official('ma'), await town.official('wang')].map((one) => one.asks('people.list', {}))
    expect((await Promise.all(admins)).filter(({ answer }) => answer.ok)).toHaveLength(1)
  })
})
