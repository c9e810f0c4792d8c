/** Photos, voice notes and films arrive, each under a key that its phone made. */
import type { Answer } from '@/contract'
import { MAX_VIDEO_BYTES, type MediaView } from '@/contract/uploads'
import type { Clip, Photo } from '@/core/ticket'
import { clipViews } from './clipViews'
import { type Context, idOfCaller } from './context'
import { answering, type Handlers, refusal } from './handle'
import { idOf } from './ids'
import { keep, type Media, type Sent, type Stored, unlessRemoved } from './keeping'
import { limit } from './limit'
import { Conflict, Duplicate, type Inbox, Missing, type Tx } from './ports'
import type { ClipRecord, PhotoRecord, UploadRecord } from './records'
import { refuse } from './refuse'
import { photoView } from './views'

const DAY = 24 * 3_600_000
/** What a phone was going to send is sent within minutes or begun anew. */
const UNDER_WAY = DAY
/** What a key has become is remembered for as long as a draft may wait with it. */
export const LOOSE_LIFE = 30 * DAY
const TRIES = 12

/** Another person's key is another upload. */
const uploadOf = (owner: string, key: string) => idOf('upload', owner, key)
/** Where a phone puts it until it is taken over. Nobody else knows the key, so nobody can guess the place. */
const placeOf = (upload: string) => `inbox/${upload}`

export const uploads: Pick<Handlers, 'uploads.begin' | 'uploads.receive'> = {
  async 'uploads.begin'({ key }, ctx) {
    const owner = idOfCaller(ctx)
    const upload = uploadOf(owner, key)
    const media = await becameOf(await ctx.store.get<UploadRecord>('uploads', upload), ctx)
    if (media) return { media: await mediaView(media, ctx) }
    if (!ctx.inbox) return {}
    await limit('photos', owner, ctx)
    const place = placeOf(upload)
    await remember(upload, owner, { place }, ctx)
    return { upload, place }
  },

  /** The same upload received again is the same thing. Another person's is as missing as one that never arrived. */
  async 'uploads.receive'({ upload, seconds }, ctx) {
    const inbox = inboxOf(ctx)
    const owner = idOfCaller(ctx)
    const known = await becameOf(await ownUpload(upload, owner, ctx), ctx)
    if (known) return mediaView(known, ctx)
    const place = placeOf(upload)
    const bytes = await inbox.take(place, MAX_VIDEO_BYTES + 1)
    // Another request for the same upload may have taken it over just now.
    if (!bytes) return mediaView((await becameOf(await ownUpload(upload, owner, ctx), ctx)) ?? missing(), ctx)
    const media = await become(upload, { bytes, ...(seconds !== undefined && { seconds }) }, owner, ctx, () =>
      inbox.clear(place),
    )
    await inbox.clear(place)
    return mediaView(media, ctx)
  },
}

const missing = () => refuse('photo-missing', {}, 'photo')

async function ownUpload(upload: string, owner: string, { store }: Context) {
  const found = await store.get<UploadRecord>('uploads', upload)
  return found && found.owner === owner ? found : missing()
}

/** A server of one's own gets files as forms and has no such place. */
const inboxOf = ({ inbox }: Context): Inbox => inbox ?? refuse('unknown-action')

/** What an upload has become; null as well when that was removed since: the key is as good as new then. */
async function becameOf(record: UploadRecord | null, { store }: Context): Promise<Media | null> {
  const { photo, clip } = record ?? {}
  const picture = photo ? await store.get<PhotoRecord>('photos', photo) : null
  if (picture) return { photo: photoOf(picture) }
  const recording = clip ? await store.get<ClipRecord>('clips', clip) : null
  return recording && { clip: clipOf(recording) }
}

async function mediaView(media: Media, ctx: Context): Promise<MediaView> {
  if ('photo' in media) return { photo: await photoView(media.photo, ctx) }
  const [clip] = await clipViews([media.clip], ctx)
  if (!clip) throw new Error('a recording without a view')
  return { clip }
}

/**
 * Takes one file that was sent as a form. Its bytes are no JSON, so this stands beside `handle` and not behind it. The
 * same key again gives what it has become and looks at no bytes.
 */
export async function receiveFile(file: Sent & { key: string }, ctx: Context): Promise<Answer<MediaView>> {
  const known = await receivedAs(file.key, ctx)
  if (known) return known
  return answering(ctx, 'photos', async () => {
    const owner = idOfCaller(ctx)
    await limit('photos', owner, ctx)
    return mediaView(await become(uploadOf(owner, file.key), file, owner, ctx), ctx)
  })
}

/** What is answered without its bytes: a stranger, or what the key has become already. Null: it has to be read. */
export async function receivedAs(key: string, ctx: Context): Promise<Answer<MediaView> | null> {
  const { caller } = ctx
  if (caller.role !== 'citizen' && caller.role !== 'official')
    return refusal(ctx.here?.locked ? 'locked' : 'signed-out', ctx)
  const media = await becameOf(await ctx.store.get<UploadRecord>('uploads', uploadOf(caller.id, key)), ctx)
  return media && answering(ctx, 'photos', () => mediaView(media, ctx))
}

/** Keeps it under its key. `refused` tidies up after one that is neither photo nor recording. */
async function become(upload: string, sent: Sent, owner: string, ctx: Context, refused?: () => Promise<void>) {
  // Before they are written: bytes that nobody comes back for are found again by this.
  const before = async (stored: Stored) => {
    await remember(upload, owner, stored, ctx)
    await unlessRemoved(stored.name, ctx)
  }
  const kept = await keep(sent, owner, before, ctx)
  if (!kept.ok) {
    await refused?.()
    return refuse(kept.refusal, {}, kept.field)
  }
  const { media } = kept
  return remember(upload, owner, 'photo' in media ? { photo: media.photo.id } : { clip: media.clip.id }, ctx, media)
}

/**
 * Writes into the upload what is known of it now; gives what it has become. Of two at once for one key whoever writes
 * first decides that, and the other is given the same.
 */
async function remember<T extends Media | undefined>(
  upload: string,
  owner: string,
  known: Partial<UploadRecord>,
  ctx: Context,
  media?: T,
): Promise<T | Media> {
  const { store, now } = ctx
  for (let left = TRIES; ; left--) {
    const record = await store.get<UploadRecord>('uploads', upload)
    const before = media && (await becameOf(record, ctx))
    if (before) return before
    // Where a phone put it itself, its own bytes may still lie there: they are looked for within a day, as promised.
    const life = media && !record?.place ? LOOSE_LIFE : UNDER_WAY
    const until = new Date(now.getTime() + life).toISOString()
    try {
      if (!record) await store.insert('uploads', upload, { owner, until, ...known })
      else if (!isKnown(known, record)) {
        await store.update('uploads', upload, record.version, { set: { until, ...known } })
        await leaveBehind(record, known, ctx)
      }
      return media as T
    } catch (error) {
      const isOvertaken = error instanceof Conflict || error instanceof Duplicate || error instanceof Missing
      if (!isOvertaken || left <= 1) throw error
    }
  }
}

const isKnown = (known: Partial<UploadRecord>, record: UploadRecord): boolean =>
  Object.entries(known).every(([field, value]) => Object.entries(record).some(([f, v]) => f === field && v === value))

/** Other bytes under the same key: nobody remembers the first ones but this. */
async function leaveBehind({ name, type }: UploadRecord, known: Partial<UploadRecord>, ctx: Context): Promise<void> {
  if (!name || !known.name || known.name === name) return
  const record: UploadRecord = { owner: '', until: ctx.now.toISOString(), name, ...(type && { type }) }
  await ctx.store.insert('uploads', idOf('left', name), record).catch((error: unknown) => {
    if (!(error instanceof Duplicate)) throw error
  })
}

/** The photos behind the ids, in order. Another person's photo is as missing as one that never arrived. */
export async function ownPhotos(ids: string[], owner: string, ctx: Context): Promise<Photo[]> {
  const found = await Promise.all(ids.map((id) => ctx.store.get<PhotoRecord>('photos', id)))
  return found.map((photo) => (photo && photo.owner === owner ? photoOf(photo) : refuse('photo-missing', {}, 'photos')))
}

/** As `ownPhotos`, for voice notes and films; at most one film. */
export async function ownClips(ids: string[], owner: string, ctx: Context): Promise<Clip[]> {
  const found = await Promise.all(ids.map((id) => ctx.store.get<ClipRecord>('clips', id)))
  const clips = found.map((clip) => (clip && clip.owner === owner ? clipOf(clip) : refuse('clip-missing', {}, 'clips')))
  const films = new Set(clips.flatMap(({ id, kind }) => (kind === 'video' ? [id] : [])))
  return films.size > 1 ? refuse('clips-many', {}, 'clips') : clips
}

const photoOf = ({ id, name, width, height }: PhotoRecord & { id: string }): Photo => ({ id, name, width, height })
const clipOf = ({ id, name, kind, type, seconds }: ClipRecord & { id: string }): Clip => ({
  ...{ id, name, kind, type, seconds },
})

/**
 * Notes, in the transaction of what they become part of, that these belong to something: what belongs to nothing is
 * removed by the clock. Where that has just happened, the phone is told what is missing and sends it again.
 */
export async function attach(tx: Tx, { photos, clips }: { photos: Photo[]; clips: Clip[] }): Promise<void> {
  for (const id of new Set(photos.map((photo) => photo.id))) {
    if (!(await tighten(tx, 'photos', id))) refuse('photo-missing', {}, 'photos')
  }
  for (const id of new Set(clips.map((clip) => clip.id))) {
    if (!(await tighten(tx, 'clips', id))) refuse('clip-missing', {}, 'clips')
  }
}

async function tighten(tx: Tx, collection: 'photos' | 'clips', id: string): Promise<boolean> {
  const found = await tx.get<Pick<PhotoRecord, 'loose' | 'uses'>>(collection, id)
  const isCounted = found?.loose !== undefined || found?.uses !== undefined
  if (found && isCounted) await tx.update(collection, id, found.version, { unset: ['loose'], inc: { uses: 1 } })
  return found !== null
}
