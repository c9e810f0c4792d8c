/** How often somebody said that an answer did not help: a number for whoever owns it. No words, and nobody's name. */
import { createHash } from 'node:crypto'
import { DAY } from '@/core/deadline'
import type { Context } from './context'
import type { GroupRecord } from './groupRecords'
import { Conflict, Duplicate, MAX_PAGE } from './ports'
import { refuse } from './refuse'
import type { ReleaseRecord } from './releaseRecords'

/** Of the edition that is out: a corrected answer begins anew. */
type UnhelpfulRecord = { edition: number; count: number }

/** Counts once for each key, however often it comes. */
export async function countUnhelpful(id: string, key: string, ctx: Context): Promise<void> {
  const edition = await editionOf(id, ctx)
  if (!(await isNew(`${id} ${key}`, ctx))) return
  for (;;) {
    const before = await ctx.store.get<UnhelpfulRecord>('unhelpful', id)
    try {
      if (!before) await ctx.store.insert('unhelpful', id, { edition, count: 1 })
      else if (before.edition !== edition)
        await ctx.store.update('unhelpful', id, before.version, { set: { edition, count: 1 } })
      else await ctx.store.update('unhelpful', id, before.version, { inc: { count: 1 } })
      return
    } catch (error) {
      // Somebody counted at the same moment: read again. Each round one of them gets through.
      if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
    }
  }
}

/** By the id of what did not help, as long as the edition of which that was said is out. */
export async function unhelpfulCounts(
  editions: Record<string, number>,
  { store }: Context,
): Promise<Record<string, number>> {
  const ids = Object.keys(editions)
  if (!ids.length) return {}
  const where = { id: { in: ids } }
  const { items } = await store.find<UnhelpfulRecord>('unhelpful', { where, by: 'id', limit: MAX_PAGE })
  const known = items.filter(({ id, edition }) => editions[id] === edition)
  return Object.fromEntries(known.map(({ id, count }) => [id, count]))
}

/** Of what is out. Everything else cannot have been read. */
async function editionOf(id: string, { store }: Context): Promise<number> {
  const release = await store.get<ReleaseRecord>('releases', id)
  if (release?.status === 'published' && release.live) return release.live.edition
  const issue = await store.get<GroupRecord>('groups', id)
  return (issue?.public && issue.answer?.edition) || refuse('release-missing')
}

/** A key is kept with the tries for a day: whoever sends again does so at once. */
async function isNew(what: string, { store, now }: Context): Promise<boolean> {
  const id = createHash('sha256').update(`unhelpful:${what}`).digest('hex').slice(0, 32)
  try {
    await store.insert('tries', id, { count: 1, until: new Date(now.getTime() + DAY).toISOString() })
    return true
  } catch (error) {
    if (error instanceof Duplicate) return false
    throw error
  }
}
