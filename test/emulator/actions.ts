/** The database calls of the SDK, by the name each has on the wire. */
import { randomBytes } from 'node:crypto'
import type { Database } from './database'
import { type Fields, parse, print } from './ejson'
import { invalid } from './errors'
import { matching, ordered, projected, updated } from './matching'
import type { Transaction } from './transactions'

type Action = (request: Fields) => Fields

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** What each action answers. Each is one step: nothing happens between its reading and its writing. */
export function databaseActions(database: Database, now: () => number): Record<string, Action> {
  const nameOf = (request: Fields) => String(request.collectionName)
  const transactionOf = ({ transactionId }: Fields): Transaction | undefined =>
    transactionId === undefined ? undefined : database.transaction(transactionId)

  function find(request: Fields, transaction?: Transaction): Fields[] {
    const query = parse(request.query, now())
    const name = nameOf(request)
    const documents =
      typeof query._id === 'string' ? one(name, query._id, transaction) : database.seeAll(name, transaction)
    return matching(documents, query)
  }

  function one(name: string, id: string, transaction?: Transaction): Fields[] {
    const document = database.see(name, id, transaction)
    return document ? [document] : []
  }

  /** What a write is about: all that match, or the first of them. */
  function targets(request: Fields, transaction?: Transaction): Fields[] {
    const found = find(request, transaction).slice(0, request.multi === true ? undefined : 1)
    for (const { _id } of found) database.claim(nameOf(request), _id, transaction)
    return found
  }

  return {
    'database.addCollection'(request) {
      database.createCollection(nameOf(request))
      return {}
    },

    'database.insertDocument'(request) {
      const transaction = transactionOf(request)
      if (!Array.isArray(request.data)) throw invalid('data is no list')
      const insertedIds = request.data.map((text) => {
        const document = { _id: randomBytes(16).toString('hex'), ...parse(text, now()) }
        database.insert(nameOf(request), document, transaction)
        return document._id
      })
      return { data: { insertedIds } }
    },

    'database.getDocument'(request) {
      const found = ordered(find(request, transactionOf(request)), parse(request.order, now()))
      const offset = Number(request.offset ?? 0)
      const limit = Math.min(Number(request.limit ?? DEFAULT_LIMIT), MAX_LIMIT)
      const page = projected(found.slice(offset, offset + limit), parse(request.projection, now()))
      return { data: { list: page.map(print) } }
    },

    'database.calculateDocument': (request) => ({ data: { total: find(request).length } }),

    'database.modifyDocument'(request) {
      const transaction = transactionOf(request)
      const change = parse(request.data, now())
      const found = targets(request, transaction)
      if (found.length === 0 && request.upsert === true) {
        const { _id } = parse(request.query, now())
        database.insert(nameOf(request), { ...change, _id }, transaction)
        return { data: { updated: 0, upsert_id: _id } }
      }
      let count = 0
      for (const document of found) {
        const next = request.merge === true ? updated(document, change) : { ...change, _id: document._id }
        if (print(next) === print(document)) continue
        database.replace(nameOf(request), next, transaction)
        count += 1
      }
      return { data: { updated: count, upsert_id: null } }
    },

    'database.removeDocument'(request) {
      const transaction = transactionOf(request)
      const found = targets(request, transaction)
      for (const { _id } of found) database.remove(nameOf(request), _id, transaction)
      return { data: { deleted: found.length } }
    },

    'database.startTransaction': () => ({ transactionId: database.begin() }),

    'database.commitTransaction'({ transactionId }) {
      database.commit(transactionId)
      return {}
    },

    'database.abortTransaction'({ transactionId }) {
      database.transaction(transactionId)
      database.abort(transactionId)
      return {}
    },
  }
}
