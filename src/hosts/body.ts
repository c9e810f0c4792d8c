import type { IncomingMessage } from 'node:http'
import { FILE_FIELD, MAX_PHOTO_BYTES } from '@/contract/uploads'

export const MAX_JSON_BYTES = 1024 * 1024
/** A form's own lines beside the photo. */
const FORM_EXTRA = 16 * 1024
/** A body longer than this is cut off without an answer; up to here it is read to its end so that the answer arrives. */
const PATIENCE = 100 * 1024 * 1024

export type Body<T> =
  | { ok: true; value: T }
  | { ok: false; reason: 'body-large' | 'malformed' | 'photo-large' | 'photo-type' }

export async function readJson(request: IncomingMessage): Promise<Body<unknown>> {
  const bytes = await readBytes(request, MAX_JSON_BYTES)
  if (!bytes) return { ok: false, reason: 'body-large' }
  try {
    return { ok: true, value: bytes.length ? JSON.parse(bytes.toString('utf8')) : {} }
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}

/** The text of a body, or null when there is too much of it. */
export async function readText(request: IncomingMessage): Promise<string | null> {
  return (await readBytes(request, MAX_JSON_BYTES))?.toString('utf8') ?? null
}

/** The one photo of a form (multipart/form-data, field `photo`). */
export async function readPhoto(request: IncomingMessage): Promise<Body<Uint8Array>> {
  const bytes = await readBytes(request, MAX_PHOTO_BYTES + FORM_EXTRA)
  if (!bytes) return { ok: false, reason: 'photo-large' }
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return { ok: false, reason: 'malformed' }
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
    const photo = form.get(FILE_FIELD)
    if (!(photo instanceof Blob)) return { ok: false, reason: 'malformed' }
    return { ok: true, value: new Uint8Array(await photo.arrayBuffer()) }
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}

/** All bytes, or null when there are more than `most`; then the rest is read and forgotten, so that a reply can be sent. */
async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
    if (length > PATIENCE) break
  }
  return length <= most ? Buffer.concat(chunks) : null
}
