/** Voice notes and films, as they go out. */
import type { ClipView } from '@/contract/shapes'
import type { Clip } from '@/core/ticket'
import type { Context } from './context'

/**
 * In order. All of one screen together: in a cloud each question for addresses is a request. One that is kept from the
 * reader has no name (veil.ts), and therefore no address.
 */
export async function clipViews(clips: Clip[], { clips: stored, now }: Context): Promise<ClipView[]> {
  const named = new Map(clips.flatMap(({ name, type }) => (name ? [[name, { name, type }] as const] : [])))
  const at = named.size ? await stored.urls([...named.values()], now) : {}
  return clips.map(({ id, name, kind, seconds }) => ({ id, kind, seconds, url: at[name] ?? '' }))
}
