/** Voice notes and films, as they go out. */
import type { ClipView } from '@/contract/shapes'
import type { Clip } from '@/core/ticket'
import type { Context } from './context'

/** In order. All of one screen together: in a cloud each question for addresses is a request. */
export async function clipViews(clips: Clip[], _ctx: Context): Promise<ClipView[]> {
  return clips.map(({ id, kind, seconds }) => ({ id, kind, seconds, url: '' }))
}
