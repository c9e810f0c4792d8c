import type { Manifest, Query, Store, Tx } from '@/server/ports'
import { collectionsOf, declared } from '../collections'
import { cursorAfter, questionOf } from '../questions'
import { type Cloud, databaseOf } from './cloud'
import { outsideTransactions } from './outside'
import { pageSelection, selection } from './query'
import { documentFrom, storedOf } from './stored'
import { inTransaction } from './transaction'

/**
 * The store in WeChat's cloud. `cloud` is wx-server-sdk after its `init`. Collections and indexes are made when the
 * program is deployed, from the same manifest (see indexes.ts): the SDK cannot make an index.
 */
export async function openWechatStore(cloud: Cloud, manifest: Manifest): Promise<Store> {
  const collections = collectionsOf(manifest)
  const database = databaseOf(cloud)
  let closed = false
  const collectionOf = (name: string) => {
    if (closed) throw new Error('the store is closed')
    return declared(collections, name)
  }
  return {
    ...outsideTransactions(database, collectionOf),

    async find<T>(name: string, query: Query) {
      const collection = collectionOf(name)
      const question = questionOf(collection, query)
      const { data } = await pageSelection(collection, database.command, database.collection(name), question).get()
      const items = data.slice(0, query.limit).map((item) => documentFrom<T>(storedOf(item)))
      const last = items.at(-1)
      if (!last || data.length <= query.limit) return { items }
      return { items, next: cursorAfter(query, Reflect.get(last, query.by), last.id) }
    },

    async count(name, where = {}) {
      const collection = collectionOf(name)
      const { total } = await selection(collection, database.command, database.collection(name), where).count()
      return total
    },

    async tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      if (closed) throw new Error('the store is closed')
      return inTransaction(database, collectionOf, work)
    },

    async close() {
      closed = true
    },
  }
}
