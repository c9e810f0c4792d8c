import * as v from 'valibot'
import { action } from './action'
import { PhotoView } from './shapes'

/** The name of the form's file field. */
export const PHOTO_FIELD = 'photo'
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024

/**
 * A photo on its way. A server of one's own takes the bytes as a form at POST /files, which gives a PhotoView. In WeChat's
 * cloud the phone puts them into the storage itself, at a place that the server names for this one photo, and then says so.
 */
export const photos = {
  'photos.place': action(['citizen', 'official'], v.object({}), v.object({ upload: v.string(), place: v.string() })),
  'photos.receive': action(
    ['citizen', 'official'],
    v.object({ upload: v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/, 'photo-missing')) }),
    PhotoView,
  ),
}
