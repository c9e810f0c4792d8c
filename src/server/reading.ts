/** What everybody reads. */
import type { Handlers } from './handle'
import { refuse } from './refuse'

type Topic =
  | 'news.list'
  | 'release.read'
  | 'hotlines.open'
  | 'services.open'
  | 'about.open'
  | 'issues.list'
  | 'issues.open'
  | 'alerts.open'
  | 'alerts.now'
  | 'search.find'

export const reading: Pick<Handlers, Topic> = {
  'news.list': async () => refuse('broken'),
  'release.read': async () => refuse('broken'),
  'hotlines.open': async () => refuse('broken'),
  'services.open': async () => refuse('broken'),
  'about.open': async () => refuse('broken'),
  'issues.list': async () => refuse('broken'),
  'issues.open': async () => refuse('broken'),
  'alerts.open': async () => refuse('broken'),
  'alerts.now': async () => refuse('broken'),
  'search.find': async () => refuse('broken'),
}
