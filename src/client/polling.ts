/** Asking again and again, as long as somebody looks: slower while nobody answers, and not at all where it is no use. */

/** heard: the next time as usual. unheard: the server was not reached. over: signed out, only waking it asks again. */
export type Heard = 'heard' | 'unheard' | 'over'
export type Polling = { wake: () => void; rest: () => void }

/** Milliseconds. */
export const EVERY = 10_000
export const SLOWEST = 120_000

/** How long until the next time, after so many in a row that were not heard. */
export const pauseAfter = (unheard: number, every = EVERY): number => Math.min(every * 2 ** unheard, SLOWEST)

/**
 * Begins at rest. `wake`: somebody looks, or the network is back; what was asked while they were away is asked at once.
 * Never two questions at the same time. `every`: how long until the next time as usual.
 */
export function startPolling(ask: () => Promise<Heard>, every: () => number = () => EVERY): Polling {
  let unheard = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let awake = false
  let asking = false
  let slept = false

  const next = () => {
    clearTimeout(timer)
    if (awake && !asking) timer = setTimeout(() => void turn(), pauseAfter(unheard, every()))
  }
  async function turn(): Promise<void> {
    asking = true
    const heard = await ask()
    asking = false
    unheard = heard === 'unheard' ? unheard + 1 : 0
    if (heard === 'over') awake = false
    next()
  }
  return {
    wake() {
      const wasAway = slept || unheard > 0
      slept = false
      awake = true
      if (asking) return
      clearTimeout(timer)
      if (wasAway) void turn()
      else next()
    },
    rest() {
      clearTimeout(timer)
      awake = false
      slept = true
    },
  }
}
