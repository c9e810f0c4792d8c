/**
 * `npm run bench:day`: a day of a district, on SQLite, and on PostgreSQL where MINHU_TEST_PG names one. 800 filings, 500 of
 * them within ten minutes of a notice; 60 officials in two shifts. MINHU_SEED repeats one.
 */

import { walkAudit } from '@/hosts/audit-walk'
import { jsonLog } from '@/hosts/log'
import { append } from '@/server/chains'
import type { Store } from '@/server/ports'
import { seedOf } from '../faults/chance'
import { type DayOutcome, liveThrough, type Plan, timeAt } from './dayRun'
import { latency, tellDay } from './dayTold'
import { openDay } from './dayTown'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const plan: Plan = {
  seed: seedOf(),
  filings: Number(process.env.MINHU_FILINGS) || 800,
  officials: 60,
  burst: 50,
  polls: 20,
}

/** True when nothing was lost, doubled, shown to the wrong unit or broken. */
async function dayOn(name: string, database: string | undefined): Promise<boolean> {
  say(`\n${name}  MINHU_SEED=${plan.seed}`)
  const world = await openDay(
    database,
    jsonLog((line) => line.includes('"error"') && say(line)),
  )
  const outcome: DayOutcome = await liveThrough(plan, world, (hour) => void process.stderr.write(`${hour} `))
  process.stderr.write('\n')
  const audit = await walkAudit(world.world.store)
  for (const line of tellDay(outcome, audit)) say(line)
  say(await costOfLine(world.world.store))
  await world.close()
  return Object.values(outcome.verdict).every((found) => found.length === 0) && audit.troubles.length === 0
}

/** What a line of the audit adds to a call, where the day's lines are there already. */
async function costOfLine(store: Store): Promise<string> {
  const took: number[] = []
  for (let times = 0; times < 300; times++) {
    const line = { at: new Date(timeAt('20:00')).toISOString(), who: 'o_day0', did: 'desk.open' }
    const from = performance.now()
    await append('o_day0', line, { store, chance: { bytes: (count) => new Uint8Array(count) } })
    took.push(performance.now() - from)
  }
  return latency('audit, a line', took)
}

async function main(): Promise<boolean> {
  const onSqlite = await dayOn('SQLite', undefined)
  const server = process.env.MINHU_TEST_PG
  if (!server) say('\nPostgreSQL: skipped, MINHU_TEST_PG names no server')
  const onPostgres = server ? await dayOn('PostgreSQL', server) : true
  return onSqlite && onPostgres
}

main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
