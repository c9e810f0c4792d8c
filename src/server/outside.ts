/** Weather and congestion, as they were last read. */
import type { Handlers } from './handle'
import { refuse } from './refuse'

export const outside: Pick<Handlers, 'weather.open' | 'traffic.open'> = {
  'weather.open': async () => refuse('broken'),
  'traffic.open': async () => refuse('broken'),
}
