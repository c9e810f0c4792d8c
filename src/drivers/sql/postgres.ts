import { Pool, type PoolClient, type QueryConfig, type QueryResultRow, types } from 'pg'
import { Conflict, Duplicate } from '@/server/ports'
import { pause } from '../patience'
import { codeOf, type Engine, type Param, type Run } from './engine'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const LOCK_TIMEOUT = '55P03'
const UNIQUE_VIOLATION = '23505'
const MAX_TRIES = 40
const MAX_STATEMENTS = 500
const CONNECTIONS = 10
// A host that hangs, or whose machine is cut off, must not keep its locks from the others: neither the lock it has nor,
// one after the other, those it waits for. Between two statements of a transaction nothing is done but thinking.
const HELD_OPEN_MS = 3_000
const LOCK_MS = 5_000
// Every statement that serves a person is an answer from an index: one that takes this long only takes from others.
const STATEMENT_MS = 30_000
const BIGINT = 20
const JSON_TEXT = 114
// Any number, as long as every process uses the same one.
const MIGRATION_LOCK = 6_394_201

/** How the server's own list of connections (pg_stat_activity) names ours. */
export const APPLICATION = 'minhu'

type Queryable = { query(config: QueryConfig): Promise<{ rows: QueryResultRow[]; rowCount: number | null }> }

/** PostgreSQL, or what speaks its protocol. */
export function postgresEngine(url: string): Engine {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    // One stays, so that whoever would replace the database sees that somebody uses it.
    min: 1,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: APPLICATION,
    idle_in_transaction_session_timeout: HELD_OPEN_MS,
    lock_timeout: LOCK_MS,
    statement_timeout: STATEMENT_MS,
    types: { getTypeParser },
  })
  // A connection broke. The pool drops it and opens another, and the statement under way says so to whoever waits for
  // it; unheard, it ends the process. The pool listens to idle connections only, so each one is listened to as well.
  const heard = () => undefined
  pool.on('error', heard)
  pool.on('connect', (client) => client.on('error', heard))
  const configOf = statementNames()
  const runOn = (connection: Queryable): Run => {
    return async (sql, params) => {
      const { rows, rowCount } = await connection.query(configOf(sql, params)).catch(translate)
      return { rows, changed: rowCount ?? 0 }
    }
  }
  const once = runOn(pool)
  return {
    // json, not jsonb: a document comes back with its keys in the order they were written, as on SQLite.
    types: { text: 'text collate "C"', number: 'double precision', boolean: 'boolean', document: 'json' },
    catalog: {
      columns:
        'select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1',
      indexes: 'select indexname as name from pg_indexes where schemaname = current_schema() and tablename = $1',
    },
    read: once,
    write: (sql, params) => retrying(() => once(sql, params)),
    transaction: (work) => retrying(() => transact(pool, runOn, 'repeatable read', work)),
    // Read committed, because the catalog must be read as it is once the lock is ours, not as it was before.
    migrate: (work) =>
      transact(pool, runOn, 'read committed', async (run) => {
        // Building an index, and waiting for another host that does, takes as long as it takes.
        await run('set local statement_timeout = 0', [])
        await run('set local lock_timeout = 0', [])
        await run('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
        await work(run)
      }),
    close: () => pool.end(),
  }
}

async function transact<T>(
  pool: Pool,
  runOn: (connection: Queryable) => Run,
  isolation: string,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const { run, settled, stop, collision } = oneByOne(runOn(client))
  try {
    await client.query(`begin isolation level ${isolation}`)
    const result = await work(run)
    await settled()
    const { command } = await client.query('commit')
    // PostgreSQL answers the commit of a failed transaction with a rollback, not with an error.
    if (command !== 'COMMIT') throw collision() ?? new Error('the transaction was rolled back')
    client.release()
    return result
  } catch (error) {
    stop()
    client.release(await rolledBack(client))
    throw collision() ?? error
  }
}

/** The reason why this connection is of no more use, if there is one. */
async function rolledBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('the connection is broken')
  }
}

/**
 * The statements of one transaction, each after the one before, also where its work does not wait. Remembers a
 * collision, because the work may have swallowed it or wrapped it in an error of its own.
 */
function oneByOne(run: Run) {
  let last: Promise<unknown> = Promise.resolve()
  let collided: unknown
  let stopped = false
  const next: Run = (sql, params) => {
    const result = last.then(() => {
      // One that waited while another failed would come after the rollback, and stay.
      if (stopped) throw new Error('this transaction is over')
      return run(sql, params)
    })
    last = result.catch((error: unknown) => {
      if (isCollision(error)) collided ??= error
    })
    return result
  }
  const stop = () => {
    stopped = true
  }
  return { run: next, settled: () => last, stop, collision: () => collided }
}

async function retrying<T>(action: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await action()
    } catch (error) {
      if (!isCollision(error)) throw error
      if (tries === MAX_TRIES) throw new Conflict('gave up after colliding again and again', { cause: error })
    }
    // Spread out, or those that collided meet again.
    await pause(Math.random() * Math.min(100, 4 * 2 ** tries))
  }
}

const isCollision = (error: unknown) => [SERIALIZATION_FAILURE, DEADLOCK, LOCK_TIMEOUT].includes(codeOf(error))

function translate(error: unknown): never {
  if (codeOf(error) === UNIQUE_VIOLATION) throw new Duplicate('a unique key is taken', { cause: error })
  throw error
}

/** Statements with a name are parsed and planned once for each connection. Past a number of them, the rest go unnamed. */
function statementNames() {
  const names = new Map<string, string>()
  return (text: string, params: readonly Param[]): QueryConfig => {
    if (!names.has(text) && names.size < MAX_STATEMENTS) names.set(text, `minhu_${names.size}`)
    const name = names.get(text)
    return name ? { name, text, values: [...params] } : { text, values: [...params] }
  }
}

/** Documents stay text and counts become numbers, as SQLite gives them. */
function getTypeParser(type: number, format?: 'text' | 'binary') {
  if (type === BIGINT) return Number
  if (type === JSON_TEXT) return String
  return format === 'binary' ? types.getTypeParser(type, 'binary') : types.getTypeParser(type, 'text')
}
