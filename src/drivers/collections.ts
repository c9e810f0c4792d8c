import type { Index, Manifest } from '@/server/ports'

export type FieldType = 'text' | 'number' | 'boolean'
/** One collection as the manifest declares it. */
export type Declared = { name: string; fields: Map<string, FieldType>; indexes: Index[] }

// Short enough that f_<field> and ix_<collection>_<index>_<digest> stay under PostgreSQL's 63 bytes.
const NAME = /^[a-z][a-zA-Z0-9_]{0,24}$/

/** Reads the manifest; refuses names that are not plain identifiers and indexes on undeclared fields. */
export function collectionsOf(manifest: Manifest): Map<string, Declared> {
  const collections = new Map<string, Declared>()
  for (const [name, { fields, indexes }] of Object.entries(manifest)) {
    for (const word of [name, ...Object.keys(fields), ...indexes.map((index) => index.name)]) {
      if (!NAME.test(word)) throw new Error(`manifest: ${word} (in ${name}) is not a usable name`)
    }
    if ('id' in fields || 'version' in fields) throw new Error(`manifest: ${name} declares id or version`)
    const collection: Declared = { name, fields: new Map(Object.entries(fields)), indexes }
    for (const index of indexes) for (const [field] of index.keys) typeOf(collection, field)
    collections.set(name, collection)
  }
  return collections
}

/** The collection of this name; refuses one that is not declared. */
export function declared<T extends Declared>(collections: Map<string, T>, name: string): T {
  const collection = collections.get(name)
  if (!collection) throw new Error(`${name} is not declared in the manifest`)
  return collection
}

/** The declared type of a field, or of the id. */
export function typeOf(collection: Declared, field: string): FieldType {
  const type = field === 'id' ? 'text' : collection.fields.get(field)
  if (!type) throw new Error(`${collection.name}.${field} is not declared in the manifest`)
  return type
}

/** An index's keys with the id that breaks ties. */
export function keysOf(index: Index): Index['keys'] {
  const last = index.keys.at(-1)
  if (!last) throw new Error(`manifest: the index ${index.name} has no keys`)
  if (index.unique || index.keys.some(([field]) => field === 'id')) return index.keys
  return [...index.keys, ['id', last[1]]]
}
