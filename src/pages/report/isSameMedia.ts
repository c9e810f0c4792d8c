import type { Media } from '@/client/drafts/draft'
import type { Drafting } from '@/client/drafts/useDrafts'

type Shown = { media: Media[] } & Pick<Drafting, 'pathOf' | 'progress'>

/** Whether photos and recordings look as before. The functions are new at each keystroke, what they give is not. */
export function isSameMedia(before: Shown, now: Shown): boolean {
  if (before.media !== now.media || before.progress !== now.progress) return false
  return now.media.every(({ key }) => before.pathOf(key) === now.pathOf(key))
}
