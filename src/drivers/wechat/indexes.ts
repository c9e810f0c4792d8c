import type { Manifest } from '@/server/ports'
import { collectionsOf, keysOf } from '../collections'

/** The body of `POST /tcb/updateindex`, but for the environment. */
export type IndexDefinitions = { collection_name: string; create_indexes: IndexDefinition[] }
type IndexDefinition = { name: string; unique: boolean; keys: { name: string; direction: '1' | '-1' }[] }

/**
 * What to deploy for a manifest: each collection with its indexes. The id that breaks ties is their last key, as in
 * SQL. A field that is missing counts as null in a unique index, so that only one document may lack it.
 */
export function indexDefinitions(manifest: Manifest): IndexDefinitions[] {
  return [...collectionsOf(manifest).values()].map(({ name, indexes }) => ({
    collection_name: name,
    create_indexes: indexes.map((index) => ({
      name: index.name,
      unique: index.unique ?? false,
      keys: keysOf(index).map(([field, direction]) => ({
        name: field === 'id' ? '_id' : field,
        direction: direction === 'desc' ? '-1' : '1',
      })),
    })),
  }))
}
