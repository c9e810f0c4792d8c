import type { PictureRefusal } from '@/server/ports'

export const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 40_000_000
/** Long edges in pixels: enough to read a house number; small enough for a list on a slow network. */
const FULL = 2048
const THUMB = 400

export type Encoded = { full: Buffer; thumb: Buffer; width: number; height: number }
type Result = { ok: true; encoded: Encoded } | { ok: false; refusal: PictureRefusal }
const refused = (refusal: PictureRefusal): Result => ({ ok: false, refusal })

/** Makes an upright JPEG without metadata, and its thumbnail, from what was sent; or says why it is no usable picture. */
export async function encodePicture(bytes: Uint8Array): Promise<Result> {
  const kind = kindOf(bytes)
  if (kind === 'heic') return refused('photo-heic')
  if (kind === 'other') return refused('photo-type')
  if (bytes.length > MAX_BYTES) return refused('photo-large')
  const size = await sizeOf(bytes)
  if (!size) return refused('photo-broken')
  if (size.width * size.height > MAX_PIXELS) return refused('photo-pixels')
  try {
    return { ok: true, encoded: await encode(bytes) }
  } catch {
    // libvips could not read it to its end: cut off on the way, or damaged.
    return refused('photo-broken')
  }
}

/** Loaded with the first picture: most cloud functions start without ever seeing one. */
const decoder = async () => (await import('sharp')).default

/** Reads only the header: a picture of any size is measured without being unpacked. */
async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  try {
    const sharp = await decoder()
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return { width, height }
  } catch {
    return null
  }
}

/** sharp writes no metadata unless asked to: position, time, camera and owner are gone; autoOrient turns the pixels. */
async function encode(bytes: Uint8Array): Promise<Encoded> {
  const sharp = await decoder()
  const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#fff' })
  const { data, info } = await upright
    .resize({ width: FULL, height: FULL, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const thumb = await sharp(data)
    .resize({ width: THUMB, height: THUMB, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()
  return { full: data, thumb, width: info.width, height: info.height }
}

/** By content, never by name. */
function kindOf(bytes: Uint8Array): 'picture' | 'heic' | 'other' {
  const head = Buffer.from(bytes.subarray(0, 16))
  const is = (start: number, text: string) => head.toString('latin1', start, start + text.length) === text
  if (is(0, '\xff\xd8\xff') || is(0, '\x89PNG\r\n\x1a\n') || (is(0, 'RIFF') && is(8, 'WEBP'))) return 'picture'
  if (is(4, 'ftyp') && ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].some((brand) => is(8, brand)))
    return 'heic'
  return 'other'
}
