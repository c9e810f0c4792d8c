/** The documents, their unique indexes, and who may see and write them. In memory: it lives as long as the emulator. */
import type { Fields } from './ejson'
import { conflict, duplicate, invalid, noCollection } from './errors'
import { keyOf, type Transaction, transactions } from './transactions'

export type UniqueIndex = { name: string; fields: string[] }
type Collection = { documents: Map<string, Fields>; unique: UniqueIndex[] }

/** A write outside transactions met a document that a transaction holds. Mongo lets it wait, and so does the caller. */
export class Held extends Error {}

export type Database = ReturnType<typeof openDatabase>

/** An empty database. `now` is the clock that transactions age by. */
export function openDatabase(now: () => number) {
  const collections = new Map<string, Collection>()
  const alive = transactions(now)

  function collectionOf(name: string): Collection {
    const collection = collections.get(name)
    if (!collection) throw noCollection(name)
    return collection
  }

  /** One document as this transaction, or anybody outside one, sees it. */
  function see(name: string, id: unknown, transaction?: Transaction): Fields | undefined {
    const stored = collectionOf(name).documents.get(String(id))
    const key = keyOf(name, id)
    if (!transaction) return stored
    if (transaction.written.has(key)) return transaction.written.get(key) ?? undefined
    if (transaction.before.has(key)) return transaction.before.get(key) ?? undefined
    return stored
  }

  function seeAll(name: string, transaction?: Transaction): Fields[] {
    const { documents } = collectionOf(name)
    if (!transaction) return [...documents.values()]
    const ids = new Set(documents.keys())
    for (const key of [...transaction.before.keys(), ...transaction.written.keys()]) {
      const [collection, id = ''] = key.split('\0')
      if (collection === name) ids.add(id)
    }
    return [...ids].map((id) => see(name, id, transaction)).filter((document) => document !== undefined)
  }

  function checkUnique(name: string, document: Fields, transaction?: Transaction): void {
    for (const index of collectionOf(name).unique) {
      // A field that is missing counts as null, so that only one document may lack it.
      const keyIn = (other: Fields) => JSON.stringify(index.fields.map((field) => other[field] ?? null))
      const key = keyIn(document)
      const taken = (other: Fields) => other._id !== document._id && keyIn(other) === key
      if (seeAll(name, transaction).some(taken)) throw duplicate(name, index.name, key)
      if (transaction && seeAll(name).some((other) => taken(other) && changedSince(name, other, transaction))) {
        throw conflict()
      }
      for (const other of alive.others(transaction)) {
        for (const [place, written] of other.written) {
          if (!written || !place.startsWith(`${name}\0`) || !taken(written)) continue
          throw transaction ? conflict() : new Held()
        }
      }
    }
  }

  const changedSince = (name: string, document: Fields, transaction: Transaction) =>
    transaction.before.has(keyOf(name, document._id))

  function store(name: string, id: unknown, document: Fields | null): void {
    const { documents } = collectionOf(name)
    alive.preserve(keyOf(name, id), documents.get(String(id)) ?? null)
    if (document) documents.set(String(id), document)
    else documents.delete(String(id))
  }

  function put(name: string, id: unknown, document: Fields | null, transaction?: Transaction): void {
    claim(name, id, transaction)
    if (document) checkUnique(name, document, transaction)
    if (transaction) transaction.written.set(keyOf(name, id), document)
    else store(name, id, document)
  }

  /** Makes a document this writer's: a collision in a transaction, a wait outside one, when it is somebody else's. */
  function claim(name: string, id: unknown, transaction?: Transaction): void {
    if (transaction) alive.touch(transaction, keyOf(name, id))
    else if (alive.holder(keyOf(name, id))) throw new Held()
  }

  return {
    createCollection(name: string, unique: UniqueIndex[] = []): void {
      if (collections.has(name)) throw invalid(`the collection ${name} exists`)
      collections.set(name, { documents: new Map(), unique })
    },
    see,
    seeAll,
    claim,
    insert(name: string, document: Fields, transaction?: Transaction): void {
      if (see(name, document._id, transaction)) throw duplicate(name, '_id_', { _id: document._id })
      put(name, document._id, document, transaction)
    },
    replace: (name: string, document: Fields, transaction?: Transaction) =>
      put(name, document._id, document, transaction),
    remove: (name: string, id: unknown, transaction?: Transaction) => put(name, id, null, transaction),
    begin: alive.begin,
    transaction: alive.find,
    abort: alive.end,
    commit(id: unknown): void {
      const transaction = alive.find(id)
      alive.end(id)
      for (const [key, document] of transaction.written) {
        const [name = '', documentId] = key.split('\0')
        store(name, documentId, document)
      }
    },
    /** How many transactions are under way. */
    underWay: alive.count,
  }
}
