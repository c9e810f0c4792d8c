import type { Actor } from '@/core/actor'
import { handle } from '@/server/handle'
import { openSeedWorld, type SeedWorld } from '../../test/seed-world'
import { seedTickets } from './seed'
import { seedGroups } from './seed-groups'
import { officialNamed } from './seeding'

let world: SeedWorld
let ids: string[]
const countAll = () =>
  Promise.all(['groups', 'groupEditions', 'tickets', 'entries'].map((name) => world.store.count(name)))
const opens = async (id: string, caller: Actor = officialNamed('o_wang')) => {
  const ctx = { ...world, caller, now: world.clock(), lang: 'zh' as const, address: 'a test' }
  const answer = await handle('groups.open', { id }, ctx)
  if (!answer.ok) throw new Error(answer.error.reason)
  return answer.data
}

beforeAll(async () => {
  world = await openSeedWorld()
  await seedTickets(world)
  ids = await seedGroups(world)
})
afterAll(() => world.close())

it('are one with an answer and its correction, told to all, and one that waits for an answer', async () => {
  expect(await Promise.all(ids.map((id) => opens(id)))).toMatchObject([
    { askers: 5, waiting: 0, edition: 2, public: true, sample: true, editions: [{ edition: 2 }, { edition: 1 }] },
    { askers: 3, waiting: 3, edition: 0, public: true, sample: true, editions: [] },
  ])
})

it('are there once, however often the demo begins', async () => {
  const before = await countAll()
  expect(await seedGroups(world)).toEqual(ids)
  expect(await countAll()).toEqual(before)
})
