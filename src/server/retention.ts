/** Removes what is no longer needed, a page at a time. */
import type { Context } from './context'
import { Conflict, MAX_PAGE, Missing } from './ports'
import type { UploadRecord } from './records'
import type { Round } from './timer'

/** Collections whose documents end by themselves, and the field that says when. */
const ENDING = [
  ['tries', 'until'],
  ['sessions', 'expiresAt'],
] as const

/** A photo that a phone has put into the storage, or was going to, is taken over within minutes or never. */
const UPLOAD_LIFE = 24 * 3_600_000

/** Errands that nobody could run are kept for somebody to look at, this long. They hold an openid or a ticket's number. */
const DROPPED_LIFE = 30 * 24 * 3_600_000

/** Removes what has ended: counted tries, sessions, photos that were never taken over, errands given up. */
export async function sweep(ctx: Context): Promise<Round> {
  const rounds = [await sweepUploads(ctx), await sweepDropped(ctx), await sweepEnded(ctx)]
  return { did: rounds.reduce((sum, round) => sum + round.did, 0), more: rounds.some((round) => round.more) }
}

async function sweepEnded(ctx: Context): Promise<Round> {
  let did = 0
  let more = false
  for (const [collection, by] of ENDING) {
    const page = await ctx.store.find(collection, {
      where: { [by]: { lt: ctx.now.toISOString() } },
      by,
      limit: MAX_PAGE,
    })
    for (const { id, version } of page.items) if (await removed(collection, id, version, ctx)) did++
    more ||= page.next !== undefined
  }
  return { did, more }
}

async function sweepDropped(ctx: Context): Promise<Round> {
  const where = { state: 'dropped', dueAt: { lt: new Date(ctx.now.getTime() - DROPPED_LIFE).toISOString() } }
  const old = await ctx.store.find('errands', { where, by: 'dueAt', limit: MAX_PAGE })
  let did = 0
  for (const { id, version } of old.items) if (await removed('errands', id, version, ctx)) did++
  return { did, more: old.next !== undefined }
}

async function sweepUploads(ctx: Context): Promise<Round> {
  const before = new Date(ctx.now.getTime() - UPLOAD_LIFE).toISOString()
  const old = await ctx.store.find<UploadRecord>('uploads', {
    where: { at: { lt: before } },
    by: 'at',
    limit: MAX_PAGE,
  })
  let did = 0
  for (const { id, version, place, picture, photo } of old.items) {
    // The bytes first: the document is what remembers that there may be some.
    await ctx.inbox?.clear(place)
    if (picture && !photo) await removeUnlessUsed(picture, ctx)
    if (await removed('uploads', id, version, ctx)) did++
  }
  return { did, more: old.next !== undefined }
}

/** The same picture may be somebody else's photo too, or this person's from another try. */
async function removeUnlessUsed(picture: string, { store, files }: Context): Promise<void> {
  if ((await store.count('photos', { name: picture })) === 0) await files.remove(picture)
}

/** False when somebody has just used or removed it. */
async function removed(collection: string, id: string, version: number, { store }: Context): Promise<boolean> {
  try {
    await store.remove(collection, id, version)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing) return false
    throw error
  }
}
