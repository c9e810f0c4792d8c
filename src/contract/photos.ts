/** What POST /files gives back. The bytes travel as a form, not as JSON, so this is no action. */
export { PhotoView as UploadedPhoto } from './shapes'

/** The name of the form's file field. */
export const PHOTO_FIELD = 'photo'
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024
