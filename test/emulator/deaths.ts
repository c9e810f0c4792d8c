/** Instances that a test lets die in the middle of their work. */
import type { Instance } from './instance'

/** Counts the requests of instances. `instanceOf` finds the instance that a request's session token belongs to. */
export function deaths(instanceOf: (token: unknown) => Instance | undefined) {
  let ordered: { left: number; after: boolean } | undefined

  /** Whether this request is the one. */
  function isLast(): boolean {
    if (!ordered) return false
    ordered.left -= 1
    return ordered.left === 0
  }

  return {
    /**
     * The instance that makes the n-th request from now (the first is 1) dies before it is performed, or after it and
     * before its reply. Putting a file is two requests: asking where, and putting it. Fetching one is none.
     */
    killAt(n: number, { after = false }: { after?: boolean } = {}): void {
      ordered = { left: n, after }
    },
    /** Nobody dies any more. */
    spare(): void {
      ordered = undefined
    },
    /** Performs a request. Broken when its instance is dead, or dies now. Requests from outside always go through. */
    async during<T>(token: unknown, act: () => Promise<T>): Promise<T | 'broken'> {
      if (typeof token !== 'string' || token === '') return act()
      const instance = instanceOf(token)
      if (!instance || instance.dead()) return 'broken'
      if (!isLast()) return act()
      const after = ordered?.after
      ordered = undefined
      try {
        if (after) await act()
      } finally {
        await instance.kill()
      }
      return 'broken'
    },
  }
}
