/** The sample district has things with a code on them, marked as such, and what the desk does with them lasts. */
import { openSeedWorld, type SeedWorld } from '../../test/seed-world'
import { seedSpots } from './seed-spots'
import { officialNamed } from './seeding'

let world: SeedWorld
beforeEach(async () => {
  world = await openSeedWorld()
})
afterEach(() => world.close())
type Kept = { sample?: true; retired: boolean }
const lamp = () => world.store.get<Kept>('spots', 'LAMP-0001')

it('each says that it is a sample', async () => {
  await seedSpots(world)
  expect((await lamp())?.sample).toBe(true)
})

it('one that was retired stays retired when the demonstration starts again', async () => {
  await seedSpots(world)
  const { version = 0 } = (await lamp()) ?? {}
  await world.store.update('spots', 'LAMP-0001', version, { set: { retired: true } })
  await seedSpots(world)
  expect((await lamp())?.retired).toBe(true)
})

it('the official who enters them is one of the sample', () => {
  expect(officialNamed('o_wang').duties).toContain('dispatch')
})
