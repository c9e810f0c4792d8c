import type { Tx } from '@/server/ports'
import type { Declared } from '../collections'
import { inTime } from '../patience'
import { type Database, isCollision } from './cloud'
import { insideTransaction } from './inside'
import { RunAgain, retrying } from './retry'

type CollectionOf = (name: string) => Declared

/** Runs `work` in a transaction, and again when it collided. */
export function inTransaction<T>(
  database: Database,
  collectionOf: CollectionOf,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const taken = new Set<string>()
  return retrying(() => oneTry(database, collectionOf, work, taken))
}

/** `taken` are the keys of inserts that the cloud refused in earlier tries. */
async function oneTry<T>(
  database: Database,
  collectionOf: CollectionOf,
  work: (tx: Tx) => Promise<T>,
  taken: Set<string>,
): Promise<T> {
  const transaction = await database.startTransaction()
  const knownBefore = taken.size
  const steps = oneByOne()
  let workEnded = false
  try {
    const result = await inTime(work(insideTransaction({ database, transaction, collectionOf, taken, ...steps })))
    workEnded = true
    await steps.settled()
    // The cloud has ended a transaction in which something failed; work that swallowed the error must not look done.
    if (steps.failure()) throw steps.failure()
    steps.stop()
    await transaction.commit()
    return result
  } catch (error) {
    steps.stop()
    await steps.settled()
    // When even this fails, the cloud forgets the transaction after 30 seconds.
    await transaction.rollback().catch(() => undefined)
    const failure = steps.failure()
    if (isCollision(failure)) throw failure
    // Work that expected the duplicate would have gone on: in another run it is found without a failure.
    const passedOn = error === failure && !workEnded
    if (taken.size > knownBefore && !passedOn) throw new RunAgain('a duplicate was met', { cause: error })
    throw error
  }
}

/**
 * The steps of one transaction, each after the one before, because the cloud refuses two at once. Remembers the first
 * request that failed, because the work may swallow it or wrap it in an error of its own.
 */
function oneByOne() {
  let last: Promise<unknown> = Promise.resolve()
  let failure: unknown
  let over = false

  return {
    step<T>(action: () => Promise<T>): Promise<T> {
      const result = last.then(() => {
        // One that waited while another failed would come after the rollback, and stay.
        if (over) throw new Error('this transaction is over')
        // Another error than the failure: whoever sees this one has let the failure pass.
        if (failure) throw new Error('this transaction has failed', { cause: failure })
        return action()
      })
      last = result.catch(() => undefined)
      return result
    },
    async noting<T>(request: Promise<T>, translate: (error: unknown) => unknown = (error) => error): Promise<T> {
      try {
        return await request
      } catch (error) {
        failure ??= translate(error)
        throw failure
      }
    },
    settled: () => last,
    stop() {
      over = true
    },
    failure: () => failure,
  }
}
