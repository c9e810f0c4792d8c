import type { Rule } from '@/core/routing'
import { slotsIn } from '@/core/slots'
import { phrases } from '@/district/caofeidian/phrases'
import { openSeedWorld, type SeedWorld } from '../../test/seed-world'
import { beijing } from '../../test/situations'
import { seed, seedPast, seedTickets } from './seed'
import { seedDesk } from './seed-desk'

let world: SeedWorld
beforeAll(async () => {
  world = await openSeedWorld()
  await seedTickets(world)
  await seedDesk(world)
}, 120_000)
afterAll(() => world.close())
const rules = async () => (await world.store.get<{ rules: Rule[] }>('settings', 'routing'))?.rules ?? []

describe('the sample reply templates and routing rules', () => {
  it('are all there, and say that they are samples', async () => {
    const { items } = await world.store.find<{ sample?: true }>('phrases', { by: 'id', limit: 50 })
    expect(items).toHaveLength(phrases.length)
    expect(items.every(({ sample }) => sample)).toBe(true)
  })

  it('lead only to units in which a sample official answers', async () => {
    expect((await rules()).length).toBeGreaterThan(2)
    expect((await rules()).filter(({ off }) => off)).toEqual([])
  })

  it('are not added again to what the desk has made its own', async () => {
    const before = [await world.store.count('phrases'), (await rules()).length]
    await seedDesk(world)
    expect([await world.store.count('phrases'), (await rules()).length]).toEqual(before)
  })

  it('leave something to a person, each of them', () => {
    expect(phrases.filter(({ use, text }) => use !== 'reply' && !slotsIn(text).length)).toEqual([])
  })
})

describe('somebody starts the sample district for the first time', () => {
  it.each([
    'Fri 2026-03-20 00:10',
    'Fri 2026-03-20 08:10',
    'Fri 2026-03-20 13:40',
    'Fri 2026-03-20 17:50',
    'Sat 2026-03-21 23:55',
    'Thu 2026-10-01 12:00',
  ])(
    'on %s: everything is there',
    async (when) => {
      const opened = await openSeedWorld()
      const then = { ...opened, clock: () => new Date(beijing(when)) }
      await seed(then)
      await seedPast(then)
      expect(await then.store.count('shifts')).toBeGreaterThan(0)
      expect((await then.store.get<{ rules: Rule[] }>('settings', 'routing'))?.rules.length).toBeGreaterThan(2)
      await opened.close()
    },
    120_000,
  )
})
