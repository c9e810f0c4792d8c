/** Plays the sample scenarios through the real actions, once, each step at its own time. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Answer } from '@/contract'
import type { Actor } from '@/core/actor'
import { dayAfter, dayOf, momentOf } from '@/core/deadline'
import { DEMO_PASSWORD, officials } from '@/district/caofeidian/people'
import { type PictureName, svgOf } from '@/district/caofeidian/pictures'
import { type Scenario, scenarios, type When } from '@/district/caofeidian/scenarios'
import type { Context } from '@/server/context'
import { handle } from '@/server/handle'
import { receivePhoto } from '@/server/photos'
import { enrol, sealPassword } from '@/server/session'
import type { World } from './world'

export type Seeded = { scenario: string; no: string; code: string }

/** Gives the sample tickets; seeding again finds the same ones. `say` is told of each step. */
export async function seed(world: World, say: (line: string) => void = () => undefined): Promise<Seeded[]> {
  const password = await sealPassword(DEMO_PASSWORD)
  for (const { id, ...official } of officials) await enrol(id, { ...official, password, demo: true }, world.store)
  const seeded: Seeded[] = []
  for (const scenario of scenarios) {
    seeded.push(await play(scenario, world))
    say(`${seeded.length}/${scenarios.length} ${scenario.name}`)
  }
  return seeded
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
  const input = { ...rest, key: keyOf(scenario, 0), place, photos: await upload(photos, filing) }
  const { no, code } = ticketIn(await handle('tickets.file', input, { ...filing, sample: true }))

  for (const [index, step] of acts.entries()) {
    const caller = step.by === 'asker' ? citizen : officialNamed(step.by)
    const ctx = contextAt(caller, step.when)
    const command = { ...step.act, ...(step.photos && { photos: await upload(step.photos, ctx) }) }
    ticketIn(await handle('tickets.act', { no, key: keyOf(scenario, index + 1), command }, ctx))
  }
  return { scenario: scenario.name, no, code }
}

const keyOf = ({ name }: Scenario, step: number) =>
  createHash('sha256').update(`${name} ${step}`).digest('hex').slice(0, 24)

function officialNamed(id: string): Actor {
  const found = officials.find((official) => official.id === id)
  if (!found) throw new Error(`no sample official ${id}`)
  return { role: 'official', ...found }
}

async function upload(names: PictureName[], ctx: Context): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const jpeg = await sharp(Buffer.from(svgOf(name)))
      .jpeg({ quality: 85 })
      .toBuffer()
    const answer = await receivePhoto(jpeg, ctx)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
    ids.push(answer.data.id)
  }
  return ids
}

/** Counted back from today over working days, so that the sample deadlines are the ones a real ticket would have. */
function momentAt(when: When, start: Date, before: Date, { calendar }: World): Date {
  if ('minutesBack' in when) return new Date(start.getTime() - when.minutesBack * 60_000)
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
