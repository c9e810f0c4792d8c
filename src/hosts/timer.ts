import { handle } from '@/server/handle'
import type { World } from './world'

const MINUTE = 60_000

/** Does once a minute what is due by the clock. One round at a time; `stop` waits for the one under way. */
export function startTimer(world: World): { stop: () => Promise<void> } {
  let round: Promise<void> | undefined
  const ticking = setInterval(() => {
    round ??= tick(world).finally(() => {
      round = undefined
    })
  }, MINUTE)
  ticking.unref()
  return {
    async stop() {
      clearInterval(ticking)
      await round
    },
  }
}

/** `handle` never throws: a failure is in its answer, and the log has the cause. The next minute tries again. */
async function tick({ clock, ...world }: World): Promise<void> {
  await handle('timer.tick', {}, { ...world, caller: { role: 'timer' }, now: clock(), lang: 'zh', address: 'timer' })
}
