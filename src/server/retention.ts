/** Removes what is no longer needed, a page at a time. Of tickets it takes out the person: see anonymise.ts. */
import type { ClipType } from '@/core/ticket'
import { anonymise } from './anonymise'
import type { Context } from './context'
import { idOf } from './ids'
import { removeUnlessUsed } from './keeping'
import { Conflict, Duplicate, MAX_PAGE, Missing } from './ports'
import type { UploadRecord } from './records'
import type { Round } from './timer'
import { LOOSE_LIFE } from './uploads'

/** Collections whose documents end by themselves, and the field that says when. */
const ENDING = [
  ['tries', 'until'],
  ['sessions', 'expiresAt'],
  ['offers', 'until'],
  ['reminders', 'until'],
  ['hints', 'until'],
  ['pushes', 'until'],
  ['chats', 'until'],
  ['letters', 'until'],
  ['paces', 'until'],
  ['blocks', 'until'],
] as const

/** Errands that nobody could run are kept for somebody to look at, this long. They hold an openid or a ticket's number. */
const DROPPED_LIFE = 30 * 24 * 3_600_000

/** Removes what has ended: tries, sessions, uploads, photos and recordings that nothing came of, errands given up. */
export async function sweep(ctx: Context): Promise<Round> {
  const rounds = [
    await sweepLoose('photos', ctx),
    await sweepLoose('clips', ctx),
    await sweepUploads(ctx),
    await sweepDropped(ctx),
    await sweepEnded(ctx),
    await anonymise(ctx),
  ]
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

/**
 * Photos and recordings that never became part of anything. Their bytes go with the next round, by the upload that is
 * written here: nobody may be killed between the two.
 */
async function sweepLoose(collection: 'photos' | 'clips', ctx: Context): Promise<Round> {
  const before = new Date(ctx.now.getTime() - LOOSE_LIFE).toISOString()
  const old = await ctx.store.find<LooseRecord>(collection, {
    where: { loose: { lt: before } },
    by: 'loose',
    limit: MAX_PAGE,
  })
  let did = 0
  for (const { id } of old.items) if (await letGo(collection, id, before, ctx)) did++
  return { did, more: old.next !== undefined }
}

type LooseRecord = { name: string; type?: ClipType; loose?: string }

/** False when somebody has just used it, sent it again, or removed it. */
async function letGo(collection: 'photos' | 'clips', id: string, before: string, { store, now }: Context) {
  try {
    return await store.tx(async (tx) => {
      const found = await tx.get<LooseRecord>(collection, id)
      if (!found?.loose || found.loose >= before) return false
      await tx.remove(collection, id, found.version)
      const { name, type, loose: until } = found
      const left: UploadRecord = { owner: '', until, name, ...(type && { type }) }
      await tx.insert('uploads', idOf('left', collection, id, now.toISOString()), left)
      return true
    })
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing || error instanceof Duplicate) return false
    throw error
  }
}

async function sweepUploads(ctx: Context): Promise<Round> {
  const old = await ctx.store.find<UploadRecord>('uploads', {
    where: { until: { lt: ctx.now.toISOString() } },
    by: 'until',
    limit: MAX_PAGE,
  })
  let did = 0
  for (const { id, version, place, name, type } of old.items) {
    // The bytes first: the document is what remembers that there may be some.
    if (place) await ctx.inbox?.clear(place)
    // The same bytes may be somebody else's too, or this person's from another try.
    if (name && !(await removeUnlessUsed({ name, ...(type && { type }) }, 1, ctx))) continue
    if (await removed('uploads', id, version, ctx)) did++
  }
  return { did, more: old.next !== undefined }
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
