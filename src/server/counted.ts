/** Writes in which many meet at one document that counts them. */
import type { Context } from './context'
import { Conflict, Duplicate, type Tx } from './ports'

/** Whoever loses a try has lost it to somebody who was counted: to be refused takes so many at once. */
const TRIES = 100

/** Whoever meets another looks again. */
export async function untilCounted<T>({ store }: Pick<Context, 'store'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await store.tx(work)
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
    }
  }
}
