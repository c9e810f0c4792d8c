import type { Status } from '@/core/status'
import type { Ticket } from '@/core/ticket'
import { past } from '@/district/caofeidian/past'
import { scenarios } from '@/district/caofeidian/scenarios'
import { openSeedWorld, type SeedWorld } from '../../test/seed-world'
import { beijing } from '../../test/situations'
import { seedPast, seedTickets } from './seed'

let world: SeedWorld
beforeEach(async () => {
  world = await openSeedWorld()
})
afterEach(() => world.close())
const ticket = async (no: string) => {
  const found = await world.store.get<Ticket>('tickets', no)
  if (!found) throw new Error('no such ticket')
  return found
}

/** Where each scenario ends. */
const ENDS: Record<string, Status> = {
  'motorway exit': 'closed',
  'dark street light': 'answered',
  'rubbish disputed': 'disputed',
  'asked back': 'waiting',
  'pothole dispatched': 'dispatched',
  'question answered': 'closed',
  'new leak': 'submitted',
}

describe('the sample tickets', () => {
  it('are one for each scenario, at the end it names, marked as samples', async () => {
    const seeded = await seedTickets(world)
    const found = await Promise.all(seeded.map(async ({ scenario, no }) => [scenario, await ticket(no)] as const))
    expect(Object.fromEntries(found.map(([scenario, { status }]) => [scenario, status]))).toEqual(ENDS)
    expect(found.filter(([, { sample }]) => !sample)).toEqual([])
    expect(Object.keys(ENDS)).toEqual(scenarios.map(({ name }) => name))
  })

  it('are the same ones when it is started again, even days later', async () => {
    const once = await seedTickets(world)
    const counts = () =>
      Promise.all(['tickets', 'entries', 'photos', 'officials'].map((name) => world.store.count(name)))
    const before = await counts()
    expect(await seedTickets({ ...world, clock: () => new Date(beijing('Wed 2026-03-25 09:00')) })).toEqual(once)
    expect(await counts()).toEqual(before)
  })

  it('say how far they have come', async () => {
    const said: string[] = []
    await seedTickets(world, (line) => said.push(line))
    expect(said).toHaveLength(scenarios.length)
    expect(said[0]).toBe(`1/${scenarios.length} motorway exit`)
  })

  it.each([
    ['a Sunday', 'Sun 2026-03-22 12:00'],
    ['half past midnight', 'Fri 2026-03-20 00:30'],
    ['New Year’s Eve', 'Mon 2026-02-16 20:00'],
    ['the first day after Spring Festival', 'Tue 2026-02-24 09:00'],
    ['a week after it, when the sample dispute lies across the festival', 'Sat 2026-02-28 10:00'],
    ['two days later', 'Mon 2026-03-02 10:00'],
    ['after National Day', 'Thu 2026-10-08 09:00'],
    ['the last day of the calendar', 'Thu 2026-12-31 10:00'],
    ['a day beyond the calendar', 'Tue 2027-01-05 10:00'],
  ])('can be made on %s', async (_, when) => {
    const seeded = await seedTickets({ ...world, clock: () => new Date(beijing(when)) })
    const statuses = await Promise.all(seeded.map(async ({ no }) => (await ticket(no)).status))
    expect(statuses).toEqual(Object.values(ENDS))
  })
})

describe('the weeks before', () => {
  it.each([
    ['a Sunday', 'Sun 2026-03-22 12:00'],
    ['early in the morning', 'Fri 2026-03-20 06:30'],
    ['the first day after Spring Festival', 'Tue 2026-02-24 09:00'],
  ])('are played on %s: each case is answered, and most are closed', async (_, when) => {
    await seedTickets(world)
    const before = await world.store.count('tickets')
    await seedPast({ ...world, clock: () => new Date(beijing(when)) })
    const ended = await world.store.count('tickets', { status: 'closed' })
    const answered = await world.store.count('tickets', { status: 'answered' })
    expect(ended).toBeGreaterThan(answered)
    expect(await world.store.count('tickets')).toBe(before + past().length)
  })
})
