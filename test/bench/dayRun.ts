/** Lives through a day as fast as the machine can: in the order of its time, and all that falls into one stretch at once. */
import type { Action, Answer, Ask, Output } from '@/contract'
import type { Actor } from '@/core/actor'
import { handle } from '@/server/handle'
import { MAX_PAGE, type Store } from '@/server/ports'
import { enrol } from '@/server/session'
import { type Chance, chanceOf } from '../faults/chance'
import { beijing } from '../situations'
import { type Citizen, citizensOf } from './dayCitizens'
import { comesToWork } from './dayOfficials'
import { type DayWorld, type Worker, workersOf } from './dayTown'
import { judge, openWatch, type Span, type Stored, type Verdict, type Watch } from './dayWatch'

export type Plan = {
  seed: number
  /** All of the day's filings, those of the burst among them. */
  filings: number
  officials: number
  /** So many a minute, for ten minutes after the notice. */
  burst: number
  /** How often a desk asks whether anything has changed, in seconds. */
  polls: number
}

const DAY = 'Tue 2026-03-03'
export const timeAt = (clock: string): number => Date.parse(beijing(`${DAY} ${clock}`))
const BEGINS = '07:00'
export const ENDS = '21:00'
export const NOTICE = '10:30'
/** What falls into one stretch is under way at the same time. */
const STRETCH = 15_000
const MINUTE = 60_000

/** What everybody of the day is given. */
export type Day = {
  plan: Plan
  watch: Watch
  workers: Worker[]
  /** Real milliseconds of each call, by action. */
  took: Map<string, number[]>
  /** Refusals by reason: on a desk that others sit at too there are always some. */
  refused: Map<string, number>
  chance: Chance
  /** Later in the day; never sooner than with the next stretch. */
  later(at: number, what: (now: number) => Promise<void>): void
  asks<A extends Action>(who: Actor, action: A, input: Ask<A>, at: number): Promise<Asked<A>>
}
export type Asked<A extends Action> = { answer: Answer<Output<A>>; span: Span }

export type DayOutcome = { verdict: Verdict; stored: Stored; day: Day; seconds: number }

/** The whole day. What it did stays in the store until the world is closed. */
export async function liveThrough(plan: Plan, { world }: DayWorld, say = (_: string) => {}): Promise<DayOutcome> {
  const agenda = new Map<number, { at: number; what: (now: number) => Promise<void> }[]>()
  const [begin, end] = [timeAt(BEGINS), timeAt(ENDS)]
  let current = begin / STRETCH - 1
  const day: Day = {
    plan,
    watch: openWatch(),
    workers: workersOf(plan.officials),
    took: new Map(),
    refused: new Map(),
    chance: chanceOf(plan.seed),
    later(at, what) {
      const stretch = Math.max(Math.floor(at / STRETCH), current + 1)
      agenda.set(stretch, [...(agenda.get(stretch) ?? []), { at: Math.max(at, stretch * STRETCH), what }])
    },
    async asks(who, action, input, at) {
      const from = performance.now()
      const { clock: _, ...rest } = world
      const ctx = { ...rest, caller: who, now: new Date(at), lang: 'zh', address: '192.0.2.1' } as const
      const answer = (await handle(action, input, ctx)) as Answer<Output<typeof action>>
      const span = { from, to: performance.now() }
      const took = day.took.get(action) ?? []
      took.push(span.to - span.from)
      day.took.set(action, took)
      if (!answer.ok) note(day, action, answer.error.reason)
      return { answer, span }
    },
  }
  for (const { id, name, unit, duties } of day.workers) {
    await enrol(id, { account: id, name, unit, duties, password: 'none' }, world.store)
  }
  for (const worker of day.workers) comesToWork(worker, day)
  for (const citizen of citizensOf(day)) fileAt(citizen, day)
  for (let at = begin; at < end; at += MINUTE) day.later(at, (now) => tick(now, day))

  const started = performance.now()
  for (current = begin / STRETCH; current < end / STRETCH; current++) {
    const now = agenda.get(current) ?? []
    agenda.delete(current)
    now.sort((a, b) => a.at - b.at)
    await Promise.all(now.map(({ at, what }) => what(at)))
    if ((current * STRETCH) % (60 * MINUTE) === 0)
      say(new Date(current * STRETCH + 8 * 60 * MINUTE).toISOString().slice(11, 16))
  }
  const seconds = (performance.now() - started) / 1000
  const stored = { tickets: await all('tickets', world.store), entries: await all('entries', world.store) } as Stored
  return { verdict: judge(day.watch, stored), stored, day, seconds }
}

const fileAt = (citizen: Citizen, day: Day) => day.later(citizen.files, (now) => citizen.file(now))

/** What a host does once a minute. */
async function tick(now: number, day: Day): Promise<void> {
  const { span } = await day.asks({ role: 'timer' }, 'timer.tick', {}, now)
  day.watch.ticks.push({ ...span, at: new Date(now).toISOString() })
}

/** A refusal is part of a day; what breaks is not. */
function note({ refused, watch }: Day, action: string, reason: string): void {
  refused.set(reason, (refused.get(reason) ?? 0) + 1)
  if (['broken', 'malformed', 'signed-out', 'not-allowed', 'too-often'].includes(reason))
    watch.broken.push(`${action}: ${reason}`)
}

async function all(collection: string, store: Store): Promise<unknown[]> {
  const found: unknown[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await store.find(collection, { by: 'id', limit: MAX_PAGE, ...(after && { after }) })
    found.push(...page.items)
    after = page.next
  }
  return found
}

let keys = 0
export const newKey = (): string => `key-of-a-day-${String(++keys).padStart(10, '0')}`
