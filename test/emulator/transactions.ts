/** Snapshot isolation: each transaction sees the database as it was at its beginning, and the first writer wins. */
import { randomUUID } from 'node:crypto'
import type { Fields } from './ejson'
import { busy, conflict, noTransaction } from './errors'

const LIFE_MS = 30_000

export type Transaction = {
  id: string
  beganAt: number
  /** What others have changed since it began, as it was before. Null where there was nothing. */
  before: Map<string, Fields | null>
  /** What it has written itself. Null where it removed. */
  written: Map<string, Fields | null>
  /** Everything it has written or matched with a write. */
  touched: Set<string>
  busy: boolean
}

export const keyOf = (collection: string, id: unknown) => `${collection}\0${String(id)}`

/** The transactions that are under way. */
export function transactions(now: () => number) {
  const alive = new Map<string, Transaction>()

  function sweep(): void {
    for (const transaction of alive.values()) {
      if (now() - transaction.beganAt > LIFE_MS) alive.delete(transaction.id)
    }
  }

  return {
    begin(): string {
      const id = randomUUID()
      alive.set(id, {
        id,
        beganAt: now(),
        before: new Map(),
        written: new Map(),
        touched: new Set(),
        busy: false,
      })
      return id
    },

    find(id: unknown): Transaction {
      sweep()
      const transaction = alive.get(String(id))
      if (!transaction) throw noTransaction()
      if (transaction.busy) throw busy()
      return transaction
    },

    end(id: unknown): void {
      alive.delete(String(id))
    },

    /** Claims a document for a write, also for one that changes nothing: that is how Mongo finds collisions. */
    touch(transaction: Transaction, key: string): void {
      if (transaction.touched.has(key)) return
      const changedSince = transaction.before.has(key)
      if (changedSince || this.holder(key, transaction)) throw conflict()
      transaction.touched.add(key)
    },

    /** Another transaction that has claimed this document. */
    holder(key: string, except?: Transaction): Transaction | undefined {
      sweep()
      return [...alive.values()].find((other) => other !== except && other.touched.has(key))
    },

    /** Keeps what is about to be overwritten for those who began earlier. */
    preserve(key: string, before: Fields | null): void {
      for (const transaction of alive.values()) {
        if (!transaction.before.has(key)) transaction.before.set(key, before)
      }
    },

    others: (except?: Transaction) => [...alive.values()].filter((other) => other !== except),
    count: () => alive.size,
  }
}
