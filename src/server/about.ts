/** What a person files something about: a release or a popular issue that they have read. */
import type { Bilingual } from '@/core/district'
import type { Context } from './context'
import type { GroupRecord } from './groupRecords'
import { holds } from './publishedLists'
import { refuse } from './refuse'
import type { ReleaseRecord } from './releaseRecords'

export type About = { id: string; title: Bilingual; tip: boolean }

/** A popular issue is named by this and its id, as in the index of what is found. */
const ISSUE = 'issue:'

export const aboutOf = (id: string, ctx: Context): Promise<About> =>
  id.startsWith(ISSUE) ? aboutIssue(id, ctx) : aboutRelease(id, ctx)

async function aboutIssue(id: string, { store }: Context): Promise<About> {
  const group = await store.get<GroupRecord>('groups', id.slice(ISSUE.length))
  return group?.public ? { id, title: group.title, tip: false } : refuse('release-missing', {}, 'about')
}

/**
 * The release that is out under this id; a filing about an appeal is a tip. What was taken down, or was never out, is as
 * missing as one that is not there; an appeal that is over takes no more tips.
 */
async function aboutRelease(id: string, ctx: Context): Promise<About> {
  const found = await ctx.store.get<ReleaseRecord>('releases', id)
  if (!found?.live || !found.shown || found.shown.kind === 'menu') return refuse('release-missing', {}, 'about')
  const { shown, status } = found
  const tip = shown.kind === 'appeal'
  const isOver = status === 'expired' || (status === 'published' && !holds(shown, ctx))
  if (tip && isOver) return refuse('too-late', {}, 'about')
  if (isOver || status !== 'published') return refuse('release-missing', {}, 'about')
  return { id, title: shown.title, tip }
}
