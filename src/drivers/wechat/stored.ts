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

/** What the caller gets. That it is a T is what the collection's writers promised. */
export function documentFrom<T>({ id, version, fields }: Stored): T & Doc {
  return { ...fields, id, version } as T & Doc
}

/** The same of something that is kept, or that the caller still has: a copy of its own. */
export function copyFrom<T>({ id, version, fields }: Stored): T & Doc {
  return { ...JSON.parse(JSON.stringify(fields)), id, version }
}

/** Refuses a declared field of another type: a condition on it would never find the document. */
export function checkDeclared(collection: Declared, fields: Fields): void {
  for (const [field, type] of collection.fields) promoted(collection, field, type, fields)
}

/** What a patch tells the cloud, whatever the document holds. `set` around each value: the SDK would merge objects. */
export function blindChange(collection: Declared, command: Command, patch: Patch): Fields {
  checkPatch(collection, patch)
  const { set = {}, unset = [], inc = {} }: Patch = patch
  checkDeclared(collection, { ...set, ...inc })
  return {
    ...mapped(set, command.set),
    ...Object.fromEntries(unset.map((field) => [field, command.remove()])),
    ...mapped(inc, command.inc),
    _v: command.inc(1),
  }
}

const mapped = <T>(fields: Record<string, T>, change: (value: T) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, change(value)]))

/** A patch of a document that is known: sums are made here. `after` is the document as it will be. */
export function knownChange(collection: Declared, command: Command, before: Stored, patch: Patch) {
  const touched = checkPatch(collection, patch)
  const after = patched(collection, before.fields, patch)
  const kept = touched.filter((field) => field in after)
  const set = Object.fromEntries(kept.map((field) => [field, after[field]]))
  const unset = touched.filter((field) => !kept.includes(field))
  return { data: blindChange(collection, command, { set, unset }), after }
}

/** Refuses to go on from a document that is gone, or has gone on without us. */
export function checkVersion(collection: Declared, stored: Stored | null | undefined, version: number): Stored {
  if (stored?.version !== version) throw refusal(collection, stored)
  return stored
}

/** Why a guarded write did not find its document: it is gone, or somebody else wrote it first. */
export function refusal(collection: Declared, stored: Stored | null | undefined): Conflict | Missing {
  if (stored) return new Conflict(`${collection.name}: written by someone else first`)
  return new Missing(`${collection.name}: no such document`)
}
