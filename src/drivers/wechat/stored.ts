/** Documents as they lie in the cloud: `_id`, `_v` for the version, and the fields themselves. */
import { Conflict, type Doc, Missing, type Patch } from '@/server/ports'
import type { Declared } from '../collections'
import { checkPatch, patched, promoted } from '../documents'
import type { Command, Fields } from './cloud'

/** A checked document, and the copy of it that the caller gets. */
export type Stored = { id: string; version: number; fields: Fields }

/** What the SDK gave, as plain values: it makes its own objects of whatever looks like a place on the map. */
export function storedOf(data: Fields): Stored {
  const { _id, _v, ...fields }: Fields = JSON.parse(JSON.stringify(data))
  if (typeof _id !== 'string' || typeof _v !== 'number') throw new Error('a stored document has no id or version')
  return { id: _id, version: _v, fields }
}

/** A fresh copy of what is stored. That it is a T is what the collection's writers promised. */
export function documentFrom<T>({ id, version, fields }: Stored): T & Doc {
  return { ...JSON.parse(JSON.stringify(fields)), id, version }
}

/** Refuses a declared field of another type: a condition on it would never find the document. */
export function checkDeclared(collection: Declared, fields: Fields): void {
  for (const [field, type] of collection.fields) promoted(collection, field, type, fields)
}

/** A change as the cloud is told it, and the document after it. */
export type Change = { data: Fields; after: Stored }

/**
 * The change that a patch makes. Without `inc` it does not depend on what is stored. Sums are made here and not by the
 * cloud, so that they are the same on every driver; the version guards them.
 */
export function changeOf(collection: Declared, command: Command, before: Stored, patch: Patch): Change {
  const touched = checkPatch(collection, patch)
  const fields = patched(collection, before.fields, patch)
  checkDeclared(collection, Object.fromEntries(touched.map((field) => [field, fields[field]])))
  // `set` around each value: the SDK would merge an object into the old one.
  const changes = touched.map((field) => [field, field in fields ? command.set(fields[field]) : command.remove()])
  return {
    data: { ...Object.fromEntries(changes), _v: command.inc(1) },
    after: { id: before.id, version: before.version + 1, fields },
  }
}

/** Refuses to go on from a document that is gone, or has gone on without us. */
export function checkVersion(collection: Declared, stored: Stored | null | undefined, version: number): Stored {
  if (!stored) throw new Missing(`${collection.name}: no such document`)
  if (stored.version !== version) throw new Conflict(`${collection.name}: written by someone else first`)
  return stored
}
