import type { Handlers } from './handle'
import { refuse } from './refuse'

export const spots: Pick<Handlers, 'spots.list' | 'spots.save' | 'spots.retire' | 'spots.code'> = {
  'spots.list': async () => refuse('unknown-action'),
  'spots.save': async () => refuse('unknown-action'),
  'spots.retire': async () => refuse('unknown-action'),
  'spots.code': async () => refuse('unknown-action'),
}
