/** Fills the sample district: its scenarios are played through the real actions, once, each step at its own time. */
import type { Answer } from '@/contract'
import type { Actor } from '@/core/actor'
import { dayAfter, dayOf, momentOf } from '@/core/deadline'
import { past } from '@/district/caofeidian/past'
import { DEMO_PASSWORD, officials } from '@/district/caofeidian/people'
import { type Scenario, scenarios, type When } from '@/district/caofeidian/scenarios'
import type { Context } from '@/server/context'
import { countWeeks } from '@/server/counting'
import { handle } from '@/server/handle'
import { enrol, sealPassword } from '@/server/session'
import { seedDesk } from './seed-desk'
import { seedReleases } from './seed-releases'
import { seedSpots } from './seed-spots'
import { keyOf, officialNamed, uploadPictures } from './seeding'
import type { World } from './world'

export type Seeded = { scenario: string; no: string; code: string }

type Say = (line: string) => void

/** Gives the sample tickets; seeding again finds the same ones. `say` is told of each step. */
export async function seed(world: World, say: Say = () => undefined): Promise<Seeded[]> {
  const seeded = await seedTickets(world, say)
  await seedReleases(world, say)
  await seedSpots(world)
  await seedDesk(world)
  return seeded
}

/** The sample officials, and a ticket for each scenario. */
export async function seedTickets(world: World, say: Say = () => undefined): Promise<Seeded[]> {
  const password = await sealPassword(DEMO_PASSWORD)
  for (const { id, ...official } of officials) await enrol(id, { ...official, password, demo: true }, world.store)
  const seeded: Seeded[] = []
  for (const scenario of scenarios) {
    seeded.push(await play(scenario, world))
    say(`${seeded.length}/${scenarios.length} ${scenario.name}`)
  }
  return seeded
}

/** The weeks before today, for the figures: the demo alone has them. Played again, nothing is doubled. */
export async function seedPast(world: World): Promise<void> {
  for (const scenario of past()) await play(scenario, world)
  // The clock counts one week a minute, and somebody may look at once.
  while ((await countWeeks({ ...world, now: world.clock() })).did);
}

async function play(scenario: Scenario, world: World): Promise<Seeded> {
  const start = world.clock()
  const citizen: Actor = { role: 'citizen', id: scenario.citizen }
  const [first, ...acts] = scenario.steps
  let before = start
  const contextAt = (caller: Actor, when: When): Context => {
    before = momentAt(when, start, before, world)
    return { ...world, caller, now: before, lang: 'zh', address: 'seed' }
  }

  const filing = contextAt(citizen, first.when)
  const { address, point, photos, ...rest } = first.file
  const place = { ...(address && { address }), ...(point && { point }) }
  const input = { ...rest, key: keyOf(scenario.name, 0), place, photos: await uploadPictures(photos, filing) }
  const { no, code } = ticketIn(await handle('tickets.file', input, { ...filing, sample: true }))

  for (const [index, step] of acts.entries()) {
    const caller = step.by === 'asker' ? citizen : officialNamed(step.by)
    const ctx = contextAt(caller, step.when)
    const command = { ...step.act, ...(step.photos && { photos: await uploadPictures(step.photos, ctx) }) }
    ticketIn(await handle('tickets.act', { no, key: keyOf(scenario.name, index + 1), command }, ctx))
  }
  return { scenario: scenario.name, no, code }
}

/** Counted back from today over working days, so that the sample deadlines are the ones a real ticket would have. */
function momentAt(when: When, start: Date, before: Date, { calendar }: World): Date {
  if ('minutesBack' in when) return new Date(start.getTime() - when.minutesBack * 60_000)
  if ('minutesAfter' in when) return new Date(before.getTime() + when.minutesAfter * 60_000)
  if ('nextDay' in when) return new Date(momentOf(dayAfter(dayOf(before.toISOString())), when.nextDay))
  let day = dayOf(start.toISOString())
  for (let left = when.workdaysBack; left > 0; ) {
    day = dayAfter(day, -1)
    if (calendar.isWorkday(day)) left--
  }
  return new Date(momentOf(day, when.clock))
}

function ticketIn(answer: Answer<unknown>): { no: string; code: string } {
  if (!answer.ok) throw new Error(`seed: ${answer.error.reason} ${answer.error.field ?? ''}`)
  const { no, code } = answer.data as { no: string; code?: string }
  return { no, code: code ?? '' }
}
