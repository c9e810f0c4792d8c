/** The timer counts a page at a time: cut off anywhere, or by two hosts at once, each ticket is counted once. */
import { countWeeks } from '@/server/counting'
import type { Store } from '@/server/ports'
import { recordOf } from '@/server/records'
import { beijing, ticket } from '../situations'
import { everywhere } from './everywhere'
import type { Town } from './town'

/** Three pages in one week, and a bit. */
const TICKETS = 120
const WEEK = '2026-03-02'
const now = new Date(beijing('Sat 2026-03-07 10:00'))

everywhere((openTown) => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
    const { store } = town.world
    for (let n = 0; n < TICKETS; n++) {
      const filedAt = new Date(Date.parse(beijing('Mon 2026-03-02 09:00')) + n * 60_000).toISOString()
      const sample = n % 10 === 0 ? ({ sample: true } as const) : {}
      const no = `CFD-20260302-${String(n).padStart(4, '0')}`
      await store.insert(
        'tickets',
        no,
        recordOf(ticket({ no, filedAt, unit: n % 2 ? 'transport' : 'urban', ...sample })),
      )
    }
  }, 60_000)
  afterAll(() => town.close())
  beforeEach(async () => {
    await removeAll('weeks')
    await removeAll('jobs')
  })

  async function removeAll(collection: string) {
    const { store } = town.world
    for (;;) {
      const { items } = await store.find(collection, { by: 'id', limit: 50 })
      if (!items.length) return
      for (const { id, version } of items) await store.remove(collection, id, version)
    }
  }

  const here = (changed: { store?: Store; production?: boolean; now?: Date } = {}) => ({
    ...{ store: town.world.store, production: false, now },
    ...changed,
  })
  type Counted = { cells: Record<string, { counts: { filed?: number } }>; asOf: string }
  const counted = async (): Promise<Record<string, number | undefined> | undefined> => {
    const week = await town.world.store.get<Counted>('weeks', WEEK)
    return week
      ? Object.fromEntries(Object.entries(week.cells).map(([key, cell]) => [key, cell.counts.filed]))
      : undefined
  }
  const ALL = { 'urban/traffic': 60, 'transport/traffic': 60 }
  /** The newest week is counted first. */
  async function countWeek(context = here()) {
    while (!(await counted())) await countWeeks(context)
  }

  it('shows nothing of a week before all of it is counted', async () => {
    await countWeeks(here())
    await countWeeks(here())
    expect(await counted()).toBeUndefined()
    await countWeeks(here())
    expect(await counted()).toEqual(ALL)
  })

  it('shows what was counted before, while it counts again', async () => {
    await countWeek()
    await countWeeks(here({ now: new Date(now.getTime() + 3_600_000) }))
    expect(await counted()).toEqual(ALL)
  })

  it('counts no samples where real people are served', async () => {
    await countWeek(here({ production: true }))
    expect(await counted()).toEqual({ 'urban/traffic': 48, 'transport/traffic': 60 })
  })

  describe.each(['before it is done', 'after it is done'] as const)('killed at any call of the store, %s', (when) => {
    it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('the %dth', async (last) => {
      await expect(countWeek(here({ store: dying(town.world.store, last, when) }))).rejects.toThrow('killed')
      await countWeek()
      expect(await counted()).toEqual(ALL)
    })
  })

  it('lets one of two hosts that read the same page count it', async () => {
    for (let page = 0; page < 3; page++) {
      const together = meeting(town.world.store, 2)
      const rounds = await Promise.all([countWeeks(here({ store: together })), countWeeks(here({ store: together }))])
      expect(rounds.map(({ did }) => did).sort()).toEqual([0, 1])
    }
    expect(await counted()).toEqual(ALL)
  })
})

/** A store whose process dies at its `last` call. */
function dying(store: Store, last: number, when: 'before it is done' | 'after it is done'): Store {
  let calls = 0
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    calls++
    if (calls < last) return work()
    if (when === 'after it is done' && calls === last) await work()
    throw new Error('killed')
  }
  return {
    ...store,
    get: (collection, id) => call(() => store.get(collection, id)),
    find: (collection, query) => call(() => store.find(collection, query)),
    tx: (work) => call(() => store.tx(work)),
  }
}

/** A store from which nobody gets a page before all of them have asked. */
function meeting(store: Store, all: number): Store {
  let asked = 0
  let open = () => {}
  const everybody = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    ...store,
    async find(collection, query) {
      asked++
      if (asked === all) open()
      await everybody
      return store.find(collection, query)
    },
  }
}
