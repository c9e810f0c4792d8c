import type { Answer } from '@/contract'
import type { PhotoView } from '@/contract/shapes'
import type { Photo } from '@/core/ticket'
import type { Context } from './context'
import { answering, refusal } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { Duplicate } from './ports'
import type { PhotoRecord } from './records'
import { refuse } from './refuse'
import { photoView } from './views'

/**
 * Takes one uploaded photo. The bytes come as a form, so this stands beside `handle` and not behind it.
 * The same photo sent again by the same person is the same photo: a retry after a lost reply costs nothing.
 */
export async function receivePhoto(bytes: Uint8Array, ctx: Context): Promise<Answer<PhotoView>> {
  const { caller } = ctx
  if (caller.role !== 'citizen' && caller.role !== 'official') return refusal('signed-out', ctx)
  return answering(ctx, 'photos', async () => {
    await limit('photos', caller.id, ctx)
    const put = await ctx.files.put(bytes)
    if (!put.ok) refuse(put.refusal, {}, 'photo')
    const { name, width, height } = put.picture
    const id = idOf('photo', caller.id, name)
    const record: PhotoRecord = { owner: caller.id, name, width, height, at: ctx.now.toISOString() }
    await ctx.store.insert('photos', id, record).catch((error: unknown) => {
      if (!(error instanceof Duplicate)) throw error
    })
    return photoView({ id, name, width, height }, ctx)
  })
}

/** The photos behind the ids, in order. Another person's photo is as missing as one that never arrived. */
export async function ownPhotos(ids: string[], owner: string, ctx: Context): Promise<Photo[]> {
  const found = await Promise.all(ids.map((id) => ctx.store.get<PhotoRecord>('photos', id)))
  return found.map((photo) => {
    if (!photo || photo.owner !== owner) return refuse('photo-missing', {}, 'photos')
    const { id, name, width, height } = photo
    return { id, name, width, height }
  })
}
