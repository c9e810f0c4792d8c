import { Conflict } from '@/server/ports'
import { pause } from '../patience'
import { isCollision } from './cloud'

const MAX_TRIES = 40

/** This run of a transaction taught something that only another run can use. */
export class RunAgain extends Error {}

/**
 * Tries again after a collision. The SDK's own retry never happens: it looks for a code that it has dropped on the way.
 * Throws Conflict after the last try.
 */
export async function retrying<T>(action: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await action()
    } catch (error) {
      if (!isCollision(error) && !(error instanceof RunAgain)) throw error
      if (tries === MAX_TRIES) throw new Conflict('gave up after colliding again and again', { cause: error })
    }
    // Spread out, or those that collided meet again.
    await pause(Math.random() * Math.min(100, 4 * 2 ** tries))
  }
}
