import { createHash } from 'node:crypto'
import type { Index } from '@/server/ports'
import { type FieldType, keysOf } from '../collections'
import { promoted } from '../documents'
import type { Engine, Run } from './engine'
import { storedOf } from './stored'
import { column, type Table } from './table'

// Enough to keep round trips few and little enough to keep in memory.
const BACKFILL = 500

/** Makes the table and its indexes what the manifest says, keeping what is stored. */
export async function prepareTable(engine: Engine, table: Table, run: Run): Promise<void> {
  const { types } = engine
  const promotedColumns = [...table.fields].map(([field, type]) => `, ${column(table, field)} ${types[type]}`)
  await run(
    `create table if not exists ${table.sql} (id ${types.text} primary key, v bigint not null, ` +
      `doc ${types.document} not null${promotedColumns.join('')})`,
    [],
  )
  await addColumns(engine, table, run)
  await matchIndexes(engine, table, run)
}

/** A field declared after the table was made gets its column, filled from the documents. */
async function addColumns(engine: Engine, table: Table, run: Run): Promise<void> {
  const present = await names(run, engine.catalog.columns, table)
  const missing = [...table.fields].filter(([field]) => !present.has(`f_${field}`))
  if (missing.length === 0) return
  for (const [field, type] of missing) {
    await run(`alter table ${table.sql} add column ${column(table, field)} ${engine.types[type]}`, [])
  }
  await fillColumns(table, missing, run)
}

async function fillColumns(table: Table, fields: [string, FieldType][], run: Run): Promise<void> {
  const assignments = fields.map(([field], index) => `${column(table, field)} = $${index + 2}`).join(', ')
  let last = ''
  for (;;) {
    const { rows } = await run(
      `select id, v, doc from ${table.sql} where id > $1 order by id limit ${BACKFILL}`, //
      [last],
    )
    for (const { id, text } of rows.map(storedOf)) {
      const document = JSON.parse(text)
      const values = fields.map(([field, type]) => promoted(table, field, type, document))
      await run(`update ${table.sql} set ${assignments} where id = $1`, [id, ...values])
      last = id
    }
    if (rows.length < BACKFILL) return
  }
}

/** An index's name carries a digest of its keys, so that a changed index is built anew and the old one goes. */
async function matchIndexes(engine: Engine, table: Table, run: Run): Promise<void> {
  const wanted = new Map(table.indexes.map((index) => [indexName(table, index), index]))
  const present = await names(run, engine.catalog.indexes, table)
  for (const name of present) {
    if (name.startsWith(`ix_${table.name}_`) && !wanted.has(name)) await run(`drop index "${name}"`, [])
  }
  for (const [name, index] of wanted) {
    if (!present.has(name)) {
      await run(`create ${index.unique ? 'unique ' : ''}index "${name}" on ${table.sql} (${keyList(table, index)})`, [])
    }
  }
}

async function names(run: Run, sql: string, table: Table): Promise<Set<string>> {
  const { rows } = await run(sql, [table.name])
  return new Set(rows.map((row) => String(row.name)))
}

const keyList = (table: Table, index: Index) =>
  keysOf(index)
    .map(([field, direction]) => `${column(table, field)} ${direction}`)
    .join(', ')

function indexName(table: Table, index: Index): string {
  const definition = `${index.unique ? 'unique ' : ''}${keyList(table, index)}`
  return `ix_${table.name}_${index.name}_${createHash('sha256').update(definition).digest('hex').slice(0, 8)}`
}
