/** Databases of a PostgreSQL server that the tests may do with as they like. */
import { createHash, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { openPostgres } from '@/drivers/sql'
import { manifest } from '@/server/manifest'

export type Database = Awaited<ReturnType<typeof newDatabase>>

/** A database of its own on the test server, empty or as `like` is, and a way to be rid of it. */
export async function newDatabase(server: string, name: string, like?: string) {
  const admin = new Client({ connectionString: server })
  await admin.connect()
  const drop = () => admin.query(`drop database if exists ${name} with (force)`)
  await drop()
  await admin.query(`create database ${name}${like ? ` template ${like}` : ''}`)
  return {
    url: databaseAt(server, name),
    /** Ends every connection to it, as a restart of the server does. */
    async cut() {
      const { rowCount } = await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [name],
      )
      return rowCount ?? 0
    },
    /** Whether a transaction that has been idle for so many milliseconds keeps somebody waiting. */
    async isHeldUp(milliseconds: number) {
      const { rowCount } = await admin.query(
        `select 1 from pg_stat_activity holder
         where datname = $1 and state = 'idle in transaction'
           and clock_timestamp() - state_change > $2 * interval '1 millisecond'
           and exists (select 1 from pg_stat_activity waiting where holder.pid = any(pg_blocking_pids(waiting.pid)))`,
        [name, milliseconds],
      )
      return rowCount !== 0
    },
    async remove() {
      await drop()
      await admin.end()
    },
  }
}

/** Whoever holds it makes the pattern, and others wait. Any number will do that nobody else locks. */
const LOCK = 20_260_302
/** Whatever an older pattern lacks is added when the store opens: it need only be nearly right. */
const PATTERN = `minhu_pattern_${createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 8)}`

/** One with all tables of the program and nothing in them: a copy, since making them takes longer than most tests. */
export async function tabledDatabase(server: string): Promise<Database> {
  await ensurePattern(server)
  return newDatabase(server, `minhu_${process.pid}_${randomBytes(4).toString('hex')}`, PATTERN)
}

async function ensurePattern(server: string): Promise<void> {
  const admin = new Client({ connectionString: server })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [PATTERN])
    if (rowCount) return
    const making = `${PATTERN}_${process.pid}`
    await admin.query(`create database ${making}`)
    await (await openPostgres(databaseAt(server, making), manifest)).close()
    await admin.query(`alter database ${making} rename to ${PATTERN}`)
  } finally {
    // The lock goes with the connection.
    await admin.end()
  }
}

function databaseAt(server: string, name: string): string {
  const place = new URL(server)
  place.pathname = `/${name}`
  return place.href
}
