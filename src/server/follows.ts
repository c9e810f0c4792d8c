import type { Handlers } from './handle'
import { refuse } from './refuse'

export const follows: Pick<Handlers, 'follows.add' | 'follows.remove' | 'follows.mine'> = {
  'follows.add': async () => refuse('unknown-action'),
  'follows.remove': async () => refuse('unknown-action'),
  'follows.mine': async () => refuse('unknown-action'),
}
