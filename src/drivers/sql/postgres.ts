import { Pool, type PoolClient, type QueryConfig, type QueryResultRow, types } from 'pg'
import { Conflict, Duplicate } from '@/server/ports'
import { pause } from '../patience'
import { codeOf, type Engine, type Param, type Run } from './engine'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const UNIQUE_VIOLATION = '23505'
const MAX_TRIES = 40
const MAX_STATEMENTS = 500
const BIGINT = 20
const JSON_TEXT = 114
// Any number, as long as every process uses the same one.
const MIGRATION_LOCK = 6_394_201

type Queryable = { query(config: QueryConfig): Promise<{ rows: QueryResultRow[]; rowCount: number | null }> }

/** PostgreSQL, or what speaks its protocol. */
export function postgresEngine(url: string): Engine {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types: { getTypeParser } })
  pool.on('error', () => {
    // An idle connection broke. The pool drops it, and the next statement opens another; unheard, it ends the process.
  })
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
    await giveBack(client)
    throw collision() ?? error
  }
}

async function giveBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch (error) {
    client.release(error instanceof Error ? error : true)
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

const isCollision = (error: unknown) => [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error))

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
