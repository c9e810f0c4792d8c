/** The operations by id inside a transaction. */
import { type Doc, Duplicate, type Tx } from '@/server/ports'
import type { Declared } from '../collections'
import { checkId, documentOf } from '../documents'
import { type Database, isTaken, type Transaction } from './cloud'
import { checkDeclared, checkVersion, copyFrom, knownChange, type Stored, storedOf } from './stored'

type Inside = {
  database: Database
  transaction: Transaction
  collectionOf: (name: string) => Declared
  /** Keys of inserts that an earlier run of the same work found taken. */
  taken: Set<string>
  /** Runs an operation after the one before. */
  step<T>(action: () => Promise<T>): Promise<T>
  /** Remembers that a request failed. */
  noting<T>(request: Promise<T>, translate?: (error: unknown) => unknown): Promise<T>
}

/**
 * Get, insert, update and remove, each by id alone: a write with a condition would leave the transaction. The version
 * is compared here instead; the snapshot cannot change under it, and a write onto what others changed collides.
 */
export function insideTransaction({ database, transaction, collectionOf, taken, step, noting }: Inside): Tx {
  // What has been read or written so far need not be read again.
  const seen = new Map<string, Stored>()
  const keyOf = (collection: Declared, id: string) => `${collection.name}/${id}`
  const at = (collection: Declared, id: string) => transaction.collection(collection.name).doc(id)

  async function load(collection: Declared, id: string): Promise<Stored | null> {
    const key = keyOf(collection, checkId(id))
    const known = seen.get(key)
    if (known) return known
    const { data } = await noting(at(collection, id).get())
    if (!data) return null
    const stored = storedOf(data)
    seen.set(key, stored)
    return stored
  }

  const duplicate = (collection: Declared, cause?: unknown) =>
    new Duplicate(`${collection.name}: the id or a unique key is taken`, { cause })

  return {
    get: <T>(name: string, id: string) =>
      step(async () => {
        const stored = await load(collectionOf(name), id)
        return stored && copyFrom<T>(stored)
      }),

    insert: <T extends object>(name: string, id: string, value: T): Promise<T & Doc> =>
      step(async () => {
        const collection = collectionOf(name)
        const fields = documentOf(collection, checkId(id), value)
        checkDeclared(collection, fields)
        const key = keyOf(collection, id)
        // A refused insert is the end of a transaction, so one that would be refused is not tried.
        if (seen.has(key) || (taken.has(key) && (await load(collection, id)))) throw duplicate(collection)
        const addition = transaction.collection(name).add({ data: { ...fields, _id: id, _v: 1 } })
        await noting(addition, (error) => {
          if (!isTaken(error)) return error
          taken.add(key)
          return duplicate(collection, error)
        })
        const stored = storedOf({ ...fields, _id: id, _v: 1 })
        seen.set(key, stored)
        return copyFrom<T>(stored)
      }),

    update: (name, id, version, patch) =>
      step(async () => {
        const collection = collectionOf(name)
        const before = checkVersion(collection, await load(collection, id), version)
        const { data, after } = knownChange(collection, database.command, before, patch)
        await noting(at(collection, id).update({ data }), (error) =>
          isTaken(error) ? duplicate(collection, error) : error,
        )
        seen.set(keyOf(collection, id), storedOf({ ...after, _id: id, _v: version + 1 }))
        return version + 1
      }),

    remove: (name, id, version) =>
      step(async () => {
        const collection = collectionOf(name)
        checkVersion(collection, await load(collection, id), version)
        await noting(at(collection, id).remove())
        seen.delete(keyOf(collection, id))
      }),
  }
}
