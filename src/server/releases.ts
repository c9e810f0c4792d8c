/** The desk that publishes. */
import type { Handlers } from './handle'
import { refuse } from './refuse'

type Topic = 'releases.list' | 'releases.open' | 'releases.write' | 'releases.act'

export const releases: Pick<Handlers, Topic> = {
  'releases.list': async () => refuse('broken'),
  'releases.open': async () => refuse('broken'),
  'releases.write': async () => refuse('broken'),
  'releases.act': async () => refuse('broken'),
}
