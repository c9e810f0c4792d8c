import type { Rule } from '@/core/routing'
import { slotsIn } from '@/core/slots'
import { phrases } from '@/district/caofeidian/phrases'
import { openSeedWorld, type SeedWorld } from '../../test/seed-world'
import { seedTickets } from './seed'
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
