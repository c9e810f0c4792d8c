import { Conflict, type Doc, Duplicate, type Manifest, Missing, type Store, type Tx } from '@/server/ports'
import { declared } from '../collections'
import { checkId, checkPatch, documentOf, patched, promoted } from '../documents'
import { inTime } from '../patience'
import { cursorAfter } from '../questions'
import type { Engine, Run } from './engine'
import { countStatement, pageStatement } from './query'
import { prepareTable } from './schema'
import { type Stored, storedOf } from './stored'
import { column, type Table, tablesOf } from './table'

type TableOf = (collection: string) => Table

/** A Store on any engine. Opens ready to use: tables and indexes are made on the way. */
export async function sqlStore(engine: Engine, manifest: Manifest): Promise<Store> {
  const tables = tablesOf(manifest)
  await engine.migrate(async (run) => {
    for (const table of tables.values()) await prepareTable(engine, table, run)
  })
  const tableOf: TableOf = (collection) => declared(tables, collection)
  return {
    ...byId(tableOf, engine.read, engine.write),
    async find<T>(collection: string, query: Parameters<Store['find']>[1]) {
      const { sql, params } = pageStatement(tableOf(collection), query)
      const { rows } = await engine.read(sql, params)
      const items = rows.slice(0, query.limit).map((row) => documentFrom<T>(storedOf(row)))
      const last = items.at(-1)
      if (!last || rows.length <= query.limit) return { items }
      return { items, next: cursorAfter(query, Reflect.get(last, query.by), last.id) }
    },
    async count(collection, where) {
      const { sql, params } = countStatement(tableOf(collection), where)
      const { rows } = await engine.read(sql, params)
      return Number(rows[0]?.n)
    },
    tx: (work) => engine.transaction((run) => oneTry(tableOf, run, work)),
    close: () => engine.close(),
  }
}

/** One run of a transaction's work. Its `tx` dies with it, so that no late statement lands in someone else's transaction. */
async function oneTry<T>(tableOf: TableOf, run: Run, work: (tx: Tx) => Promise<T>): Promise<T> {
  let over = false
  let failure: unknown
  const guarded: Run = async (sql, params) => {
    if (over) throw new Error('this transaction is over')
    try {
      return await run(sql, params)
    } catch (error) {
      failure ??= error
      throw error
    }
  }
  try {
    const result = await inTime(work(byId(tableOf, guarded, guarded, new Map())))
    // PostgreSQL cannot go on after a failed statement; work that swallowed the error must not look committed.
    if (failure) throw failure
    return result
  } finally {
    over = true
  }
}

/**
 * The operations by id. `seen` is what this transaction has read or written so far: its snapshot cannot change under
 * it, so an update after a get need not read again.
 */
function byId(tableOf: TableOf, read: Run, write: Run, seen?: Map<string, Stored>): Tx {
  const keyOf = (table: Table, id: string) => `${table.name}/${id}`

  async function load(table: Table, id: string): Promise<Stored | null> {
    const { rows } = await read(`select id, v, doc from ${table.sql} where id = $1`, [checkId(id)])
    const [row] = rows
    if (!row) return null
    const stored = storedOf(row)
    seen?.set(keyOf(table, id), stored)
    return stored
  }

  /** After a guarded statement found nothing: says why. */
  async function refusal(table: Table, id: string): Promise<Error> {
    if (await load(table, id)) return new Conflict(`${table.name}: written by someone else first`)
    return new Missing(`${table.name}: no such document`)
  }

  return {
    async get<T>(collection: string, id: string) {
      const stored = await load(tableOf(collection), id)
      return stored && documentFrom<T>(stored)
    },

    async insert<T extends object>(collection: string, id: string, value: T) {
      const table = tableOf(collection)
      const fields = documentOf(table, checkId(id), value)
      const text = JSON.stringify(fields)
      const columns = [...table.fields].map(([field, type]) => promoted(table, field, type, fields))
      const { changed } = await write(insertStatement(table), [id, text, ...columns])
      if (changed === 0) throw new Duplicate(`${table.name}: the id or a unique key is taken`)
      const stored = { id, version: 1, text }
      seen?.set(keyOf(table, id), stored)
      return documentFrom<T>(stored)
    },

    async update(collection, id, version, patch) {
      const table = tableOf(collection)
      const touched = checkPatch(table, patch)
      const before = seen?.get(keyOf(table, id)) ?? (await load(table, id))
      if (!before) throw new Missing(`${table.name}: no such document`)
      if (before.version !== version) throw new Conflict(`${table.name}: written by someone else first`)
      const after = patched(table, JSON.parse(before.text), patch)
      const text = JSON.stringify(after)
      // Only the columns that the patch touches: SQLite rewrites the index of every column that is set, changed or not.
      const fields = [...table.fields].filter(([field]) => touched.includes(field))
      const columns = fields.map(([field, type]) => promoted(table, field, type, after))
      const { changed } = await write(
        updateStatement(
          table,
          fields.map(([field]) => field),
        ),
        [id, version, text, ...columns],
      )
      if (changed === 0) throw await refusal(table, id)
      seen?.set(keyOf(table, id), { id, version: version + 1, text })
      return version + 1
    },

    async remove(collection, id, version) {
      const table = tableOf(collection)
      const { changed } = await write(`delete from ${table.sql} where id = $1 and v = $2`, [checkId(id), version])
      if (changed === 0) throw await refusal(table, id)
      seen?.delete(keyOf(table, id))
    },
  }
}

function insertStatement(table: Table): string {
  const columns = [...table.fields.keys()].map((field) => column(table, field))
  const places = columns.map((_, index) => `$${index + 3}`)
  // Not an error but no row: a failed statement would end a PostgreSQL transaction that could go on.
  return `insert into ${table.sql} (${['id', 'v', 'doc', ...columns].join(', ')}) values (${['$1', '1', '$2', ...places].join(', ')}) on conflict do nothing`
}

function updateStatement(table: Table, fields: string[]): string {
  const assignments = fields.map((field, index) => `, ${column(table, field)} = $${index + 4}`)
  return `update ${table.sql} set v = v + 1, doc = $3${assignments.join('')} where id = $1 and v = $2`
}

/** A fresh copy of what is stored. That it is a T is what the collection's writers promised. */
function documentFrom<T>({ id, version, text }: Stored): T & Doc {
  const document = JSON.parse(text)
  document.id = id
  document.version = version
  return document
}
