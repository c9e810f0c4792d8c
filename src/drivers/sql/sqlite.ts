import Database from 'libsql'
import { Duplicate } from '@/server/ports'
import { pause } from '../patience'
import { codeOf, type Engine, type Param, type Result, type Row, type Run } from './engine'

// libsql waits inside the call, while nothing else in this process moves. So it waits briefly, many times.
const BUSY_MS = 50
const PATIENCE_MS = 10_000
const MAX_STATEMENTS = 500

type Prepared = { statement: Database.Statement; returnsRows: boolean }
type Connection = { run(sql: string, params?: readonly Param[]): Result; inTransaction(): boolean; close(): void }

/**
 * SQLite in a file, which several processes may share. One connection writes, one thing at a time; another one reads,
 * so that a read neither waits for a transaction of this process nor sees into it.
 */
export async function sqliteEngine(file: string): Promise<Engine> {
  if (!file || file.includes(':memory:')) throw new Error('SQLite needs a file: two connections share it')
  const writer = await patiently(() => connect(file))
  const reader = await patiently(() => connect(file))
  reader.run('pragma query_only = on')
  const inTurn = queue()
  const transaction: Engine['transaction'] = (work) => inTurn(() => transact(writer, work))
  return {
    types: { text: 'text', number: 'real', boolean: 'integer', document: 'text' },
    catalog: {
      columns: 'select name from pragma_table_info($1)',
      indexes: 'select name from pragma_index_list($1)',
    },
    read: (sql, params) => patiently(() => reader.run(sql, params)),
    write: (sql, params) => inTurn(() => patiently(() => writer.run(sql, params))),
    transaction,
    migrate: transaction,
    close: () =>
      inTurn(async () => {
        reader.close()
        writer.close()
      }),
  }
}

async function transact<T>(writer: Connection, work: (run: Run) => Promise<T>): Promise<T> {
  await patiently(() => writer.run('begin immediate'))
  try {
    const result = await work(async (sql, params) => writer.run(sql, params))
    writer.run('commit')
    return result
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (writer.inTransaction()) writer.run('rollback')
    throw error
  }
}

function connect(file: string): Connection {
  const database = new Database(file, { timeout: BUSY_MS })
  const statements = new Map<string, Prepared>()

  function prepared(sql: string): Prepared {
    const known = statements.get(sql)
    if (known) return known
    // $1 is a name to SQLite and ?1 a place.
    const statement = database.prepare(sql.replace(/\$(\d+)/g, '?$1'))
    const fresh = { statement, returnsRows: statement.reader }
    if (statements.size >= MAX_STATEMENTS) statements.clear()
    statements.set(sql, fresh)
    return fresh
  }

  function run(sql: string, params: readonly Param[] = []): Result {
    const values = params.map(encoded)
    try {
      const { statement, returnsRows } = prepared(sql)
      if (!returnsRows) return { rows: [], changed: statement.run(values).changes }
      return { rows: statement.all(values).filter(isRow), changed: 0 }
    } catch (error) {
      if (isTaken(error)) throw new Duplicate('a unique key is taken', { cause: error })
      throw error
    }
  }

  run('pragma journal_mode = wal')
  run('pragma synchronous = full')
  // 16 MB: enough for the upper pages of the trees of a million tickets, so that a look-up reads only its leaf.
  run('pragma cache_size = -16000')
  return {
    run,
    inTransaction: () => database.inTransaction,
    close() {
      // A prepared statement would go on working after the close.
      statements.clear()
      database.close()
    },
  }
}

// Not left to the types: libsql aborts the whole process when it is given a boolean.
function encoded(value: Param): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value
  throw new Error(`SQLite cannot store a ${typeof value}`)
}

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null

const isTaken = (error: unknown) => ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error))

/** Tries until no other process holds the file, letting this process breathe between tries. */
async function patiently<T>(attempt: () => T): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error
    }
    await pause(5 + Math.random() * 20)
  }
}

/** Runs jobs one after the other, in the order they came. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(job)
    last = result.catch(() => undefined)
    return result
  }
}
