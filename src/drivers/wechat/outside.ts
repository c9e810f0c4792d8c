/** The operations by id outside transactions: each is one request to the cloud where that is possible. */
import { type Doc, Duplicate, type Tx } from '@/server/ports'
import type { Declared } from '../collections'
import { checkId, documentOf } from '../documents'
import { type Database, type Fields, isNotNumber, isTaken } from './cloud'
import { retrying } from './retry'
import {
  blindChange,
  checkDeclared,
  checkVersion,
  copyFrom,
  documentFrom,
  knownChange,
  refusal,
  type Stored,
  storedOf,
} from './stored'

type CollectionOf = (name: string) => Declared

/** Get, insert, update and remove, guarded by the version. */
export function outsideTransactions(database: Database, collectionOf: CollectionOf): Tx {
  async function load(collection: Declared, id: string): Promise<Stored | null> {
    const { data } = await database.collection(collection.name).doc(checkId(id)).get()
    return data && storedOf(data)
  }

  const guarded = (collection: Declared, id: string, version: number) =>
    database.collection(collection.name).where({ _id: checkId(id), _v: checkNumber(version) })

  return {
    async get<T>(name: string, id: string) {
      const stored = await load(collectionOf(name), id)
      return stored && documentFrom<T>(stored)
    },

    async insert<T extends object>(name: string, id: string, value: T): Promise<T & Doc> {
      const collection = collectionOf(name)
      const fields = documentOf(collection, checkId(id), value)
      checkDeclared(collection, fields)
      const add = () => database.collection(name).add({ data: { ...fields, _id: id, _v: 1 } })
      await retrying(() => add().catch(translate(collection)))
      return copyFrom<T>({ id, version: 1, fields })
    },

    async update(name, id, version, patch) {
      const collection = collectionOf(name)
      const { command } = database
      const write = (data: Fields) =>
        retrying(() => guarded(collection, id, version).update({ data }).catch(translate(collection)))
      const { stats } = await write(blindChange(collection, command, patch)).catch(async (error: unknown) => {
        if (!isNotNumber(error)) throw error
        // The cloud adds to nothing but numbers; what null or text means is for us to say.
        const before = checkVersion(collection, await load(collection, id), version)
        return write(knownChange(collection, command, before, patch).data)
      })
      // The version always changes, so that "changed" means "found".
      if (stats.updated === 0) throw refusal(collection, await load(collection, id))
      return version + 1
    },

    async remove(name, id, version) {
      const collection = collectionOf(name)
      const { stats } = await retrying(() => guarded(collection, id, version).remove())
      if (stats.removed === 0) throw refusal(collection, await load(collection, id))
    },
  }
}

// The SDK drops a condition that is undefined, and the write would be one without a guard.
function checkNumber(version: number): number {
  if (!Number.isInteger(version)) throw new Error('a version is a whole number')
  return version
}

function translate(collection: Declared) {
  return (error: unknown): never => {
    if (isTaken(error)) throw new Duplicate(`${collection.name}: the id or a unique key is taken`, { cause: error })
    throw error
  }
}
