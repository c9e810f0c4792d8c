/**
 * `npm run bench:day`: a day of a district, on SQLite, and on PostgreSQL where MINHU_TEST_PG names one. 800 filings, 500 of
 * them within ten minutes of a notice; 60 officials in two shifts. MINHU_SEED repeats one.
 */

import { walkAudit } from '@/hosts/audit-walk'
import { jsonLog } from '@/hosts/log'
import { seedOf } from '../faults/chance'
import { type DayOutcome, liveThrough, type Plan } from './dayRun'
import { tellDay } from './dayTold'
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
  await world.close()
  return Object.values(outcome.verdict).every((found) => found.length === 0) && audit.troubles.length === 0
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
