import type { Manifest } from '@/server/ports'
import { collectionsOf, type Declared, typeOf } from '../collections'

/** A collection's table. Its name and fields are the only identifiers that ever reach a statement. */
export type Table = Declared & { sql: string }

/** The table of each collection of the manifest. */
export function tablesOf(manifest: Manifest): Map<string, Table> {
  return new Map([...collectionsOf(manifest)].map(([name, collection]) => [name, { ...collection, sql: `"${name}"` }]))
}

/** The column of a declared field, or of the id. */
export function column(table: Table, field: string): string {
  typeOf(table, field)
  return field === 'id' ? 'id' : `"f_${field}"`
}
