import { CloudError } from './errors'

/**
 * `after`: the work is done, and then the connection breaks before the reply. Putting a file is the action `PUT`; `cut`:
 * only the first half of it is kept, and the reply says that all is well.
 */
export type Fault = { times: number; action?: string; after?: boolean; cut?: boolean }

/** Failures to order. */
export function faults() {
  let waiting: Fault[] = []
  let delayMs = 0

  return {
    /** The next requests fail: all, or only those of one action. */
    fail(fault: Fault): void {
      waiting.push({ ...fault })
    },
    /** Every request takes this much longer. */
    delay(milliseconds: number): void {
      delayMs = milliseconds
    },
    none(): void {
      waiting = []
      delayMs = 0
    },
    pause: (): Promise<void> =>
      delayMs > 0 ? new Promise((resolve) => setTimeout(resolve, delayMs)) : Promise.resolve(),
    /** The fault that meets this request, used up by it. */
    meets(action: string): Fault | undefined {
      const fault = waiting.find((candidate) => candidate.times > 0 && (candidate.action ?? action) === action)
      if (fault) fault.times -= 1
      return fault
    },
  }
}

export const ordered = () => new CloudError('SYS_ERR', 'an error that a test ordered')
