/** What a person files something about: a release that they have read. */
import type { Bilingual } from '@/core/district'
import type { Context } from './context'
import { holds } from './publishedLists'
import { refuse } from './refuse'
import type { ReleaseRecord } from './releaseRecords'

export type About = { id: string; title: Bilingual; tip: boolean }

/**
 * The release that is out under this id; a filing about an appeal is a tip. What was taken down, or was never out, is as
 * missing as one that is not there; an appeal that is over takes no more tips.
 */
export async function aboutOf(id: string, ctx: Context): Promise<About> {
  const found = await ctx.store.get<ReleaseRecord>('releases', id)
  if (!found?.live || !found.shown || found.shown.kind === 'menu') return refuse('release-missing', {}, 'about')
  const { shown, status } = found
  const tip = shown.kind === 'appeal'
  const isOver = status === 'expired' || (status === 'published' && !holds(shown, ctx))
  if (tip && isOver) return refuse('too-late', {}, 'about')
  if (isOver || status !== 'published') return refuse('release-missing', {}, 'about')
  return { id, title: shown.title, tip }
}
