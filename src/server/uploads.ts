import type { Answer } from '@/contract'
import { MAX_PHOTO_BYTES, type MediaView } from '@/contract/uploads'
import type { Clip, Photo } from '@/core/ticket'
import { type Context, idOfCaller } from './context'
import { answering, type Handlers, refusal } from './handle'
import { idOf, newId } from './ids'
import { limit } from './limit'
import { Conflict, Duplicate, type Inbox, Missing, type Tx } from './ports'
import type { PhotoRecord, UploadRecord } from './records'
import { refuse } from './refuse'
import { photoView } from './views'

/** Where each photo lies until it is taken over; the id in it cannot be guessed. */
const placeOf = (upload: string) => `inbox/${upload}`

export const uploads: Pick<Handlers, 'uploads.begin' | 'uploads.receive'> = {
  async 'uploads.begin'({ key: _ }, ctx) {
    inboxOf(ctx)
    const owner = idOfCaller(ctx)
    await limit('photos', owner, ctx)
    const upload = newId(ctx.chance)
    const record: UploadRecord = { owner, place: placeOf(upload), at: ctx.now.toISOString() }
    await ctx.store.insert('uploads', upload, record)
    return { upload, place: record.place }
  },

  /** The same upload received again is the same photo. Another person's is as missing as one that never arrived. */
  async 'uploads.receive'({ upload }, ctx) {
    const inbox = inboxOf(ctx)
    const owner = idOfCaller(ctx)
    const found = await ownUpload(upload, owner, ctx)
    const known = await receivedAs(found, ctx)
    if (known) return { photo: await photoView(known, ctx) }
    const bytes = await inbox.take(found.place, MAX_PHOTO_BYTES + 1)
    // Another request for the same upload may have taken it over just now.
    if (!bytes)
      return { photo: await photoView((await receivedAs(await ownUpload(upload, owner, ctx), ctx)) ?? missing(), ctx) }
    // Two requests at once for one upload end in the same photo: whoever is second has nothing left to write.
    let { version } = found
    const remember = async (set: Pick<UploadRecord, 'picture' | 'photo'>) => {
      const next = await ctx.store.update('uploads', upload, version, { set }).catch(unless(Conflict, Missing))
      version = next ?? version
    }
    // Before it is written: a picture that nobody comes back for is found again by this.
    const before = (picture: string) => remember({ picture })
    const photo = await keep(bytes, owner, ctx, { before, refused: () => inbox.clear(found.place) })
    await remember({ photo: photo.id })
    await inbox.clear(found.place)
    return { photo: await photoView(photo, ctx) }
  },
}

const missing = () => refuse('photo-missing', {}, 'photo')

async function ownUpload(upload: string, owner: string, { store }: Context) {
  const found = await store.get<UploadRecord>('uploads', upload)
  return found && found.owner === owner ? found : missing()
}

/** The photo that an upload has become. */
async function receivedAs({ photo }: UploadRecord, { store }: Context): Promise<Photo | null> {
  const known = photo ? await store.get<PhotoRecord>('photos', photo) : null
  return known && photoOf(known)
}

/** A server of one's own gets photos as a form and has no such place. */
const inboxOf = ({ inbox }: Context): Inbox => inbox ?? refuse('unknown-action')

/**
 * Takes one photo that was sent as a form. Its bytes are no JSON, so this stands beside `handle` and not behind it.
 * The same photo sent again by the same person is the same photo: a retry after a lost reply costs nothing.
 */
export async function receivePhoto(bytes: Uint8Array, ctx: Context): Promise<Answer<MediaView>> {
  const { caller } = ctx
  if (caller.role !== 'citizen' && caller.role !== 'official') return refusal('signed-out', ctx)
  return answering(ctx, 'photos', async () => {
    await limit('photos', caller.id, ctx)
    return { photo: await photoView(await keep(bytes, caller.id, ctx), ctx) }
  })
}

/** Stores a picture and whose it is. `before` is told its name, `refused` tidies up after one that is none. */
async function keep(
  bytes: Uint8Array,
  owner: string,
  ctx: Context,
  { before, refused }: { before?: (name: string) => Promise<void>; refused?: () => Promise<void> } = {},
): Promise<Photo> {
  const put = await ctx.files.put(bytes, before)
  if (!put.ok) {
    await refused?.()
    return refuse(put.refusal, {}, 'photo')
  }
  const { name, width, height } = put.picture
  const id = idOf('photo', owner, name)
  const record: PhotoRecord = { owner, name, width, height, at: ctx.now.toISOString() }
  await ctx.store.insert('photos', id, record).catch(unless(Duplicate))
  return { id, name, width, height }
}

/** The photos behind the ids, in order. Another person's photo is as missing as one that never arrived. */
export async function ownPhotos(ids: string[], owner: string, ctx: Context): Promise<Photo[]> {
  const found = await Promise.all(ids.map((id) => ctx.store.get<PhotoRecord>('photos', id)))
  return found.map((photo) => (photo && photo.owner === owner ? photoOf(photo) : refuse('photo-missing', {}, 'photos')))
}

const photoOf = ({ id, name, width, height }: PhotoRecord & { id: string }): Photo => ({ id, name, width, height })

/** Goes on after these errors, and throws the others. */
const unless =
  (...expected: (new () => Error)[]) =>
  (error: unknown): undefined => {
    if (!expected.some((kind) => error instanceof kind)) throw error
    return undefined
  }

/** As `ownPhotos`, for voice notes and films; at most one film. */
export async function ownClips(_ids: string[], _owner: string, _ctx: Context): Promise<Clip[]> {
  return []
}

/** Notes, in the transaction of a filing or a message, that these are part of it: what belongs to nothing is removed later. */
export async function attach(_tx: Tx, _media: { photos: Photo[]; clips: Clip[] }): Promise<void> {}
