/** Photos, voice notes and films on their way. */
import * as v from 'valibot'
import { action } from './action'
import { ClipView, Key, PhotoView } from './shapes'

/** The name of the form's file field. */
export const FILE_FIELD = 'file'
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024
/** A minute of speech takes about one. */
export const MAX_VOICE_BYTES = 5 * 1024 * 1024
export const MAX_VIDEO_BYTES = 40 * 1024 * 1024
/** Seconds. */
export const MAX_VOICE = 60
export const MAX_VIDEO = 30

/** What an upload has become. */
export const MediaView = v.union([v.object({ photo: PhotoView }), v.object({ clip: ClipView })])
export type MediaView = v.InferOutput<typeof MediaView>

/** As the phone measured it, where it could: of some files only the phone knows. */
const seconds = v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3600)))

/**
 * Each upload has a key of its own, made by the phone and kept with the draft: sent again after a lost answer it is the
 * same upload, and what has arrived already is not sent twice. A server of one's own takes the bytes as a form at
 * POST /files?key=…, which gives a MediaView. In WeChat's cloud the phone puts them into the storage itself, at a place that
 * the server names, and then says so.
 */
export const uploads = {
  /** What this key has become already; else, in WeChat's cloud, where to put it. Neither: send it to /files. */
  'uploads.begin': action(
    ['citizen', 'official'],
    v.object({ key: Key }),
    v.object({
      media: v.exactOptional(MediaView),
      upload: v.exactOptional(v.string()),
      place: v.exactOptional(v.string()),
    }),
  ),
  'uploads.receive': action(
    ['citizen', 'official'],
    v.object({ upload: v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/, 'photo-missing')), seconds }),
    MediaView,
  ),
}
