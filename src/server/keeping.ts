/** What somebody has sent becomes a photo, a voice note or a film: its bytes are stored, and whose it is. */
import type { Clip, ClipType, Photo } from '@/core/ticket'
import type { Context } from './context'
import { idOf } from './ids'
import { type ClipRefusal, Conflict, Duplicate, Missing, type PictureRefusal } from './ports'
import type { ClipRecord, PhotoRecord } from './records'

export type Media = { photo: Photo } | { clip: Clip }
export type Sent = { bytes: Uint8Array; seconds?: number }
/** The name under which bytes lie, and of a recording the kind of file. */
export type Stored = { name: string; type?: ClipType }
type Kept = { ok: true; media: Media } | { ok: false; refusal: PictureRefusal | ClipRefusal; field: 'photo' | 'clip' }

const HOUR = 3_600_000
const TRIES = 8
/** How often, and how long each time, somebody waits for a removal to be over. */
const LOOKS = 20
const LOOK_MS = 100

/** Kind is told by content alone. `before` is told where the bytes will lie, before any are there. */
export async function keep(
  { bytes, seconds }: Sent,
  owner: string,
  before: (stored: Stored) => Promise<void>,
  ctx: Context,
): Promise<Kept> {
  const clip = await ctx.clips.put(bytes, seconds, before)
  if (clip.ok) return { ok: true, media: { clip: await keepClip(clip.clip, owner, ctx) } }
  if (clip.refusal !== 'clip-type') return { ok: false, refusal: clip.refusal, field: 'clip' }
  const photo = await ctx.files.put(bytes, (name) => before({ name }))
  if (photo.ok) return { ok: true, media: { photo: await keepPhoto(photo.picture, owner, ctx) } }
  // Neither: phones measure recordings and nothing else, so this is what it was meant to be.
  const isClip = photo.refusal === 'photo-type' && seconds !== undefined
  return isClip
    ? { ok: false, refusal: 'clip-type', field: 'clip' }
    : { ok: false, refusal: photo.refusal, field: 'photo' }
}

async function keepPhoto({ name, width, height }: Omit<Photo, 'id'>, owner: string, ctx: Context): Promise<Photo> {
  const id = idOf('photo', owner, name)
  await loosely<PhotoRecord>('photos', id, { owner, name, width, height, at: ctx.now.toISOString() }, ctx)
  return { id, name, width, height }
}

async function keepClip({ name, kind, type, seconds }: Omit<Clip, 'id'>, owner: string, ctx: Context): Promise<Clip> {
  const id = idOf('clip', owner, name)
  await loosely<ClipRecord>('clips', id, { owner, name, kind, type, seconds, at: ctx.now.toISOString() }, ctx)
  return { id, name, kind, type, seconds }
}

/**
 * The same thing sent again by the same person is the same, and begins to wait anew: it is loose from now on, unless it
 * belongs to something already.
 */
async function loosely<T extends object>(collection: 'photos' | 'clips', id: string, value: T, ctx: Context) {
  const [now, lately] = [ctx.now.toISOString(), new Date(ctx.now.getTime() - HOUR).toISOString()]
  for (let left = TRIES; ; left--) {
    try {
      const known = await ctx.store.get<{ loose?: string }>(collection, id)
      if (!known) await ctx.store.insert(collection, id, { ...value, loose: now })
      else if (known.loose !== undefined && known.loose < lately) {
        await ctx.store.update(collection, id, known.version, { set: { loose: now } })
      }
      return
    } catch (error) {
      // Sent twice at once, used or removed at this moment: look again.
      const isOvertaken = error instanceof Conflict || error instanceof Duplicate || error instanceof Missing
      if (!isOvertaken || left <= 1) throw error
    }
  }
}

/** A removal that somebody began and did not end is forgotten after this. */
const REMOVAL = 2 * 60_000
const removalOf = (name: string) => idOf('removal', name)

/**
 * Removes bytes that nothing stands for any more: no photo, no recording, and no upload but the one that asks (`own`).
 * Whoever writes the same bytes says so in an upload first and then looks whether they are being removed; whoever removes
 * says so first and then looks for uploads. So one of the two sees the other. False: somebody else is at it.
 */
export async function removeUnlessUsed({ name, type }: Stored, own: number, ctx: Context): Promise<boolean> {
  const { store, files, clips, now } = ctx
  const until = new Date(now.getTime() + REMOVAL).toISOString()
  const removal = await store.insert('uploads', removalOf(name), { owner: '', until }).catch((error: unknown) => {
    if (error instanceof Duplicate) return null
    throw error
  })
  if (!removal) return false
  const uses = await Promise.all((['photos', 'clips'] as const).map((one) => store.count(one, { name })))
  const uploads = await store.count('uploads', { name })
  if (uses.every((count) => count === 0) && uploads <= own) {
    if (type) await clips.remove({ name, type })
    else await files.remove(name)
  }
  await store.remove('uploads', removal.id, removal.version)
  return true
}

/** Waits until bytes under this name are not being removed. */
export async function unlessRemoved(name: string, { store, now }: Context): Promise<void> {
  for (let left = LOOKS; left > 0; left--) {
    const removal = await store.get<{ until: string }>('uploads', removalOf(name))
    if (!removal || removal.until < now.toISOString()) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  throw new Error('the same bytes are being removed')
}
