/**
 * Trouble with WeChat's server, to order. `errcode`: it refuses. `down`: the connection breaks, before or after the work
 * is done. `reply`: these bytes instead of an answer. All services unless `service` names one, and once unless `times` says more.
 */
export type Trouble = { service?: string; times?: number } & (
  | { errcode: number }
  | { down: 'before' | 'after' }
  | { reply: string }
)

export function troubles() {
  let waiting: { trouble: Trouble; left: number }[] = []
  let slowMs = 0

  return {
    orders: {
      trouble(trouble: Trouble): void {
        waiting.push({ trouble, left: trouble.times ?? 1 })
      },
      /** Every answer takes this much longer. */
      slow(milliseconds: number): void {
        slowMs = milliseconds
      },
      /** No more trouble. */
      recovers(): void {
        waiting = []
        slowMs = 0
      },
    },
    pause: (): Promise<void> =>
      slowMs > 0 ? new Promise((resolve) => setTimeout(resolve, slowMs).unref()) : Promise.resolve(),
    /** The trouble that meets this request, used up by it. */
    meets(service: string): Trouble | undefined {
      const met = waiting.find(({ trouble, left }) => left > 0 && (trouble.service ?? service) === service)
      if (met) met.left -= 1
      return met?.trouble
    },
  }
}
