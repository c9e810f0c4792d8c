/** The timer's own context in a town, for what one step of it does, or does half. */
import { caofeidian } from '@/district/caofeidian/district'
import type { Context } from '@/server/context'
import type { Store } from '@/server/ports'
import { reads } from '../reads'
import { year2026 } from '../situations'
import type { Town } from './town'

export const timerContext = (town: Town, store: Store = town.world.store): Context => ({
  caller: { role: 'timer' },
  lang: 'zh',
  address: 'timer',
  now: new Date(town.now()),
  store,
  files: town.world.files,
  district: caofeidian,
  calendar: year2026,
  chance: { bytes: (count) => new Uint8Array(count).fill(7) },
  ...reads,
  log: { info: () => undefined, error: () => undefined },
  production: true,
})

/** A store that answers so many transactions, and then is no longer there: the process has died. */
export function diesAfter(writes: number, store: Store): Store {
  let left = writes
  return {
    ...store,
    tx: async (work) => {
      if (left-- <= 0) throw new Error('the process died here')
      return store.tx(work)
    },
  }
}
