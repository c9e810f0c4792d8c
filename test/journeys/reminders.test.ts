/** What the clock says by itself: to whom, once, and to nobody whom it does not concern. */
import { caofeidian } from '@/district/caofeidian/district'
import type { Context } from '@/server/context'
// The handlers know one another: whoever comes in by one of them alone would find half of them.
import '@/server/handle'
import type { Store } from '@/server/ports'
import { urge } from '@/server/urging'
import { year2026 } from '../situations'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { LASTING, openSubscribed } from './subscriptions'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let wu: Person
  let no: string

  beforeEach(async () => {
    town = await openTown()
    wu = await town.citizen()
    ;({ no } = await wu.files())
  })
  afterEach(() => town.close())

  /** What stands in the list of an official, the newest first: `alarm`, `3 ahead`. */
  const listOf = async (account: string) => {
    const { items } = await (await town.official(account)).gets('reminders.list', {})
    return items.map(({ rung, days }) => (days ? `${days} ahead` : rung))
  }
  const unseenBy = async (account: string) =>
    (await (await town.official(account)).gets('desk.changes', { queue: 'open' })).unseen
  const tickAt = async (when: string) => {
    town.on(when)
    await town.tick()
  }
  /** Transport has it; Li answers and reviews there, Sun answers. */
  const dispatched = async () => {
    const wang = await town.official('wang')
    await wang.replies(no, '收到')
    await wang.dispatches(no, 'transport')
  }

  it('rings for the desk at eight minutes, and for the heads as well at ten', async () => {
    await tickAt('Mon 2026-03-02 10:07')
    expect(await listOf('wang')).toEqual([])
    await tickAt('Mon 2026-03-02 10:08')
    expect(await listOf('wang')).toEqual(['alarm'])
    expect(await unseenBy('wang')).toBe(1)
    await tickAt('Mon 2026-03-02 10:10')
    expect(await listOf('wang')).toEqual(['no-reply', 'alarm'])
    expect(await listOf('gao')).toEqual(['no-reply'])
    expect(await listOf('sun')).toEqual([])
  })

  it('climbs from the handler to the unit’s head, to the office, and tells who asked in advance', async () => {
    await dispatched()
    await (await town.official('sun')).takes(no)
    await tickAt('Mon 2026-03-16 08:30')
    expect([await listOf('sun'), await listOf('li'), await listOf('wang')]).toEqual([['5 ahead'], [], []])
    await tickAt('Thu 2026-03-19 08:30')
    expect(await listOf('wang')).toEqual(['2 ahead'])
    expect((await wu.sees(no)).history.map(({ did }) => did)).not.toContain('foretell')
    await tickAt('Fri 2026-03-20 08:30')
    expect((await wu.sees(no)).history.map(({ did }) => did).filter((did) => did === 'foretell')).toHaveLength(1)
    expect((await wu.sees(no)).history.map(({ did }) => did)).not.toContain('urge')
    await tickAt('Tue 2026-03-24 08:30')
    expect((await listOf('sun'))[0]).toBe('late')
  })

  it('reminds everybody who answers in the unit while nobody has taken it', async () => {
    await dispatched()
    await tickAt('Mon 2026-03-16 08:30')
    expect([await listOf('sun'), await listOf('li'), await listOf('zhao')]).toEqual([['5 ahead'], ['5 ahead'], []])
  })

  it('does not foretell what a person has already said', async () => {
    await dispatched()
    const sun = await town.official('sun')
    await sun.takes(no)
    await sun.does(no, { do: 'delay', until: '2026-04-03', reason: '等厂家发货' })
    await tickAt('Fri 2026-03-20 08:30')
    expect((await wu.sees(no)).history.map(({ did }) => did)).not.toContain('foretell')
    expect(await listOf('sun')).toEqual(['foretell'])
  })

  it('says once, as the highest rung, what a timer missed that was off for a week', async () => {
    await dispatched()
    await tickAt('Thu 2026-03-19 12:00')
    expect(await listOf('sun')).toEqual(['2 ahead'])
    town.pass(1)
    await town.tick()
    expect(await listOf('sun')).toEqual(['2 ahead'])
  })

  /** The timer of a host of its own. */
  const host = (store: Store): Context =>
    ({
      ...{ store, now: new Date(town.now()), district: caofeidian, calendar: year2026 },
      ...{ caller: { role: 'timer' }, lang: 'zh', address: 'timer', production: false },
      log: { info: () => undefined, error: () => undefined },
    }) as unknown as Context

  it('says nothing twice when two hosts tick at the same moment', async () => {
    await dispatched()
    town.on('Mon 2026-03-16 08:30')
    await Promise.all([urge(host(town.world.store)), urge(host(town.world.store)), urge(host(town.world.store))])
    expect(await listOf('sun')).toEqual(['5 ahead'])
    const history = (await (await town.official('wang')).opens(no)).history
    expect(history.filter(({ did }) => did === 'urge')).toHaveLength(1)
  })

  it('loses nothing and says nothing twice when the timer is killed in the middle', async () => {
    await dispatched()
    town.on('Mon 2026-03-16 08:30')
    const { store } = town.world
    const dying: Store = {
      ...store,
      tx: (work) =>
        store.tx(async (tx) => {
          await work(tx)
          throw new Error('killed')
        }),
    }
    await expect(urge(host(dying))).rejects.toThrow('killed')
    expect(await listOf('sun')).toEqual([])
    await town.tick()
    expect(await listOf('sun')).toEqual(['5 ahead'])
  })

  it('never tells the official whom a complaint is about', async () => {
    const { no: about } = await wu.files({ against: { name: '孙磊' } })
    const wang = await town.official('wang')
    await wang.replies(about, '收到')
    await wang.dispatches(about, 'transport')
    await tickAt('Mon 2026-03-16 08:30')
    const lists = await Promise.all(
      ['sun', 'li'].map(async (account) => (await town.official(account)).gets('reminders.list', {})),
    )
    expect(lists.map(({ items }) => items.filter((item) => item.no === about).length)).toEqual([0, 1])
  })

  it('is seen when its ticket is opened from it, or all at once', async () => {
    const { no: other } = await wu.files()
    await tickAt('Mon 2026-03-02 10:08')
    const wang = await town.official('wang')
    expect(await unseenBy('wang')).toBe(2)
    expect(await wang.gets('reminders.see', { no })).toEqual({ unseen: 1 })
    const { items } = await wang.gets('reminders.list', {})
    expect(items.filter(({ unseen }) => unseen).map((item) => item.no)).toEqual([other])
    expect(await wang.gets('reminders.see', {})).toEqual({ unseen: 0 })
  })

  it('goes from the list with the right to see the ticket, and for good after thirty days', async () => {
    await dispatched()
    await tickAt('Mon 2026-03-16 08:30')
    expect(await listOf('sun')).toEqual(['5 ahead'])
    await (await town.official('wang')).dispatches(no, 'urban')
    expect(await listOf('sun')).toEqual([])
    await tickAt('Thu 2026-04-16 10:00')
    expect(await town.world.store.count('reminders', { until: { lt: town.now() } })).toBe(0)
  })

  it('has pages of fifteen', async () => {
    for (let left = 16; left > 0; left--) await wu.files()
    await tickAt('Mon 2026-03-02 10:08')
    const wang = await town.official('wang')
    const first = await wang.gets('reminders.list', {})
    const second = await wang.gets('reminders.list', { after: first.next ?? '' })
    expect([first.items.length, second.items.length, second.next]).toEqual([15, 2, undefined])
    expect(new Set([...first.items, ...second.items].map((item) => item.no)).size).toBe(17)
  })
})

everywhere((openTown) => {
  it('sends who asked a message in WeChat that it may be late, and no other reminder', async () => {
    const phones = await openSubscribed(openTown, { notices: LASTING })
    const { town } = phones
    const wu = await town.wechatCitizen('code-of-wu')
    await phones.agrees(wu, 'o-wu', 't-all')
    const { no } = await wu.files()
    await (await town.official('wang')).replies(no, '收到')
    await town.tick()
    phones.arrived()
    town.on('Thu 2026-03-19 08:30')
    await town.tick()
    expect(phones.arrived()).toEqual([])
    town.on('Fri 2026-03-20 08:30')
    await town.tick()
    expect(phones.arrived()).toEqual(['o-wu: 可能要晚几天，请点开查看'])
    await phones.close()
  })
})
