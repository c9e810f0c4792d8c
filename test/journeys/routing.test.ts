/** Routing rules: they suggest, people decide; and none leads where nobody is left. */
import type { Ask } from '@/contract'
import { toGcj02 } from '@/core/gcj02'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import type { Town } from './town'

type Change = Ask<'routing.change'>['change']
type Rule = Extract<Change, { do: 'add' }>['rule']
const EXIT: Rule = {
  title: '高速出口',
  categories: ['traffic'],
  place: { in: 'words', words: ['高速', '国道'] },
  unit: 'transport',
  coUnits: ['urban'],
}
const REST: Rule = { title: '其余', categories: [], unit: 'urban', coUnits: [] }
const CENTRE = { lat: 39.2719, lng: 118.4478 }

everywhere((openTown, _, rows) => {
  let town: Town
  let ma: Person
  let wang: Person
  beforeEach(async () => {
    town = await openTown()
    ma = await town.official('ma')
    wang = await town.official('wang')
  })
  afterEach(() => town.close())

  const list = (person = ma) => person.gets('routing.list', {})
  const change = async (change: Change, person = ma) =>
    person.gets('routing.change', { key: newKey(), version: (await list()).version, change })
  const adds = async (...rules: Rule[]) => {
    for (const rule of rules) await change({ do: 'add', rule })
    return (await list()).items.map(({ id }) => id)
  }
  const titles = async () => (await list()).items.map(({ title }) => title)
  const tries = (category: string, address?: string) =>
    wang.gets('routing.try', { category, ...(address && { address }) })
  const suggested = async (no: string, person = wang) => (await person.gets('desk.open', { no })).suggested
  const files = async (changed: Parameters<Person['files']>[0] = {}) => (await (await town.citizen()).files(changed)).no
  const leaves = async (official: string, unit: string) => {
    const found = await town.world.store.get('officials', official)
    await town.world.store.update('officials', official, found?.version ?? 0, { set: { unit } })
  }

  describe('the list', () => {
    it('keeps its order: added at the end, moved up and down, taken out', async () => {
      const [exit = '', rest = ''] = await adds(EXIT, REST)
      expect(await titles()).toEqual(['高速出口', '其余'])
      await change({ do: 'move', id: rest, by: -1 })
      expect(await titles()).toEqual(['其余', '高速出口'])
      await change({ do: 'set', id: rest, rule: { ...REST, title: '别的' } })
      await change({ do: 'remove', id: exit })
      expect(await titles()).toEqual(['别的'])
    })

    it('is changed by who administers, read by who dispatches, and nobody else’s', async () => {
      await adds(EXIT)
      expect([(await list(ma)).edits, (await list(wang)).edits]).toEqual([true, false])
      const add = { key: newKey(), version: 1, change: { do: 'add', rule: REST } }
      for (const account of ['wang', 'li', 'gao', 'chen', 'lin'])
        expect(await (await town.official(account)).isRefused('routing.change', add)).toMatchObject({
          reason: 'not-allowed',
        })
      for (const account of ['li', 'gao', 'chen', 'lin'])
        for (const [action, input] of [
          ['routing.list', {}],
          ['routing.try', { category: 'traffic' }],
        ] as const)
          expect(await (await town.official(account)).isRefused(action, input)).toMatchObject({ reason: 'not-allowed' })
    })

    it('of two who change it at once the second is told who was first, and nothing is overwritten', async () => {
      await adds(EXIT, REST)
      const { version, items } = await list()
      await ma.gets('routing.change', { key: newKey(), version, change: { do: 'remove', id: items[0]?.id ?? '' } })
      const late = { key: newKey(), version, change: { do: 'turn', id: items[1]?.id, on: false } }
      const refused = await ma.isRefused('routing.change', late)
      expect(refused).toMatchObject({ code: 'conflict', reason: 'rules-moved' })
      expect(refused.message).toContain('马丽')
      expect((await list()).items.map(({ title, off }) => [title, off])).toEqual([['其余', undefined]])
    })

    it('at the very same moment one of them gets through', async () => {
      await adds(EXIT)
      const { version } = await list()
      const call = () => ma.asks('routing.change', { key: newKey(), version, change: { do: 'add', rule: REST } })
      const answers = (await Promise.all([call(), call(), call()])).map(
        ({ answer }) => answer.ok || answer.error.reason,
      )
      expect(answers.sort()).toEqual(['rules-moved', 'rules-moved', true].sort())
      expect(await titles()).toEqual(['高速出口', '其余'])
    })

    it('the same change sent again is one', async () => {
      const call = { key: newKey(), version: 0, change: { do: 'add', rule: EXIT } } as const
      expect(await ma.gets('routing.change', call)).toEqual(await ma.gets('routing.change', call))
      expect(await titles()).toEqual(['高速出口'])
    })

    it('ten a page, each with its place', async () => {
      for (let n = 1; n <= 12; n++) await change({ do: 'add', rule: { ...REST, title: `第 ${n} 条` } })
      const first = await list()
      expect([first.items.length, first.first, first.total, first.next]).toEqual([10, 0, 12, '10'])
      const rest = await ma.gets('routing.list', { after: '10' })
      expect([rest.first, rest.items.map(({ title }) => title), rest.next]).toEqual([
        10,
        ['第 11 条', '第 12 条'],
        undefined,
      ])
    })

    it.each(
      rows<[wrong: string, rule: unknown, reason: string]>([
        ['without a title', { ...EXIT, title: ' ' }, 'content-missing'],
        ['for a category that does not exist', { ...EXIT, categories: ['no-such'] }, 'category-unknown'],
        ['to a unit that does not exist', { ...EXIT, unit: 'no-such' }, 'unit-unknown'],
        ['with a helper that does not exist', { ...EXIT, coUnits: ['no-such'] }, 'unit-unknown'],
        ['to a unit in which nobody answers', { ...EXIT, unit: 'social' }, 'rule-unit-empty'],
        ['in a place without words', { ...EXIT, place: { in: 'words', words: [] } }, 'content-missing'],
        ['in a circle of 10 m', { ...EXIT, place: { in: 'circle', point: CENTRE, metres: 10 } }, 'circle-wrong'],
        ['in a circle of 100 km', { ...EXIT, place: { in: 'circle', point: CENTRE, metres: 100_000 } }, 'circle-wrong'],
      ]),
    )('a rule %s is refused', async (_, rule, reason) => {
      const call = { key: newKey(), version: 0, change: { do: 'add', rule } }
      expect(await ma.isRefused('routing.change', call)).toMatchObject({ reason })
    })

    it('a rule that is gone cannot be changed', async () => {
      const call = { key: newKey(), version: 0, change: { do: 'set', id: 'gone', rule: EXIT } }
      expect(await ma.isRefused('routing.change', call)).toMatchObject({ reason: 'rule-missing' })
    })
  })

  describe('trying', () => {
    it('says where a complaint would go, and by which rule', async () => {
      await adds(EXIT, REST)
      expect(await tries('traffic', '唐曹高速出口')).toEqual({
        unit: { id: 'transport', name: expect.anything() },
        coUnits: [{ id: 'urban', name: expect.anything() }],
        rule: '高速出口',
      })
      expect((await tries('traffic', '新城大街')).rule).toBe('其余')
    })

    it('says so where no rule holds', async () => {
      await adds(EXIT)
      expect(await tries('noise')).toEqual({})
    })

    it('a circle from a map of China is where it was meant', async () => {
      const point = { ...toGcj02(CENTRE), system: 'gcj02' } as const
      await adds({ ...REST, place: { in: 'circle', point, metres: 100 } })
      expect((await wang.gets('routing.try', { category: 'noise', point: CENTRE })).rule).toBe('其余')
    })
  })

  describe('at the desk', () => {
    it('a ticket says where it would go; whoever does not dispatch is told nothing', async () => {
      await adds(EXIT)
      const no = await files()
      expect(await suggested(no)).toMatchObject({
        unit: { id: 'transport' },
        coUnits: [{ id: 'urban' }],
        rule: '高速出口',
      })
      await wang.dispatches(no, 'transport')
      expect(await suggested(no, await town.official('li'))).toBeUndefined()
    })

    it('to the unit that has it already it is not suggested once more', async () => {
      await adds(EXIT, REST)
      const no = await files()
      await wang.dispatches(no, 'transport')
      expect((await suggested(no))?.rule).toBe('其余')
    })

    it('never to the unit that it is about', async () => {
      await adds(EXIT, REST)
      const no = await files({ against: { unit: 'transport' } })
      expect((await suggested(no))?.rule).toBe('其余')
    })

    it('nor as a helper', async () => {
      await adds(EXIT)
      const no = await files({ against: { unit: 'urban' } })
      expect(await suggested(no)).toEqual({ unit: { id: 'transport', name: expect.anything() }, rule: '高速出口' })
    })

    it('never again to a unit that said of this very ticket that it is not theirs', async () => {
      await adds(EXIT, REST)
      const [no, other] = [await files(), await files({ text: '另一处出口也堵得厉害' })]
      await wang.dispatches(no, 'transport')
      await (await town.official('li')).objects(no, '归城管')
      expect([(await suggested(no))?.rule, (await suggested(other))?.rule]).toEqual(['其余', '高速出口'])
    })

    it('is free to choose otherwise; how often it did is counted, for some weeks', async () => {
      await adds(EXIT)
      for (const unit of ['transport', 'transport', 'urban']) await wang.dispatches(await files(), unit)
      await wang.dispatches(await files({ category: 'noise' }), 'urban')
      const counts = async () => (await list()).items.map(({ followed, changed }) => [followed, changed])
      expect(await counts()).toEqual([[2, 1]])
      town.pass(8 * 7 * 24 * 60 + 1)
      expect(await (await town.official('ma')).gets('routing.list', {})).toMatchObject({
        items: [{ followed: 0, changed: 0 }],
      })
    })

    it('what was counted goes in the end', async () => {
      await adds(EXIT)
      await wang.dispatches(await files(), 'transport')
      expect(await town.world.store.count('hints')).toBe(1)
      town.pass(10 * 7 * 24 * 60)
      await town.tick()
      expect(await town.world.store.count('hints')).toBe(0)
    })

    it('a dispatch sent twice counts once', async () => {
      await adds(EXIT)
      const call = { no: await files(), key: newKey(), command: { do: 'dispatch', unit: 'transport' } } as const
      await wang.gets('tickets.act', call)
      await wang.gets('tickets.act', call)
      expect((await list()).items[0]).toMatchObject({ followed: 1, changed: 0 })
    })
  })

  describe('a rule switches itself off', () => {
    const nobodyIsLeft = async () => {
      await leaves('o_li', 'urban')
      await leaves('o_sun', 'urban')
    }

    it('when nobody answers in its unit any more: the desk is told at once, and the next rule holds', async () => {
      await adds(EXIT, REST)
      const no = await files()
      await nobodyIsLeft()
      expect(await suggested(no)).toMatchObject({
        unit: { id: 'urban' },
        rule: '其余',
        off: { rule: '高速出口', why: 'nobody-answers', on: '2026-03-02', unit: { id: 'transport' } },
      })
    })

    it('with the day on which it did, which stays, and never on again by itself', async () => {
      await adds(EXIT)
      await nobodyIsLeft()
      await town.tick()
      town.on('Wed 2026-03-04 10:00')
      await leaves('o_li', 'transport')
      await town.tick()
      const again = await town.official('ma')
      const [rule] = (await again.gets('routing.list', {})).items
      expect(rule?.off).toEqual({ why: 'nobody-answers', on: '2026-03-02' })
    })

    it('a person switches it on again, once somebody answers there', async () => {
      const [id = ''] = await adds(EXIT)
      await nobodyIsLeft()
      await town.tick()
      const on = { do: 'turn', id, on: true } as const
      expect(
        await ma.isRefused('routing.change', { key: newKey(), version: (await list()).version, change: on }),
      ).toMatchObject({ reason: 'rule-unit-empty' })
      await leaves('o_li', 'transport')
      await change(on)
      expect((await list()).items[0]?.off).toBeUndefined()
    })

    it('when its unit is gone from the district', async () => {
      await adds(EXIT)
      const gone = { ...EXIT, id: 'r1', title: '园林', unit: 'parks' }
      const found = await town.world.store.get<{ rules: object[] }>('settings', 'routing')
      await town.world.store.update('settings', 'routing', found?.version ?? 0, {
        set: { rules: [gone, ...(found?.rules ?? [])] },
      })
      expect(await suggested(await files())).toMatchObject({
        rule: '高速出口',
        off: { rule: '园林', why: 'unit-gone', on: '2026-03-02' },
      })
      await town.tick()
      expect((await list()).items[0]?.off).toEqual({ why: 'unit-gone', on: '2026-03-02' })
    })

    it('changed to lead to another unit, it holds again', async () => {
      const [id = ''] = await adds(EXIT)
      await nobodyIsLeft()
      await town.tick()
      await change({ do: 'set', id, rule: { ...EXIT, unit: 'urban' } })
      expect((await list()).items[0]?.off).toBeUndefined()
    })

    it('switched off by hand it suggests nothing and says nothing, also after it was changed', async () => {
      const [id = ''] = await adds(EXIT)
      await change({ do: 'turn', id, on: false })
      await change({ do: 'set', id, rule: { ...EXIT, title: '高速' } })
      expect((await list()).items[0]?.off).toEqual({ why: 'by-hand', on: '2026-03-02' })
      expect(await suggested(await files())).toBeUndefined()
    })
  })
})
