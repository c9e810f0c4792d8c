/** Tells what a recording is by its content, and takes out of it where, when and by what it was made. */
import type { ClipRefusal, StoredClip } from '@/server/ports'
import { readAdts, readMp3, withoutTags } from './frames'
import { isIsoMedia, readIsoMedia } from './isoMedia'
import { isMatroska, readWebm } from './webm'

const MB = 1024 * 1024
/** As the contract says (contract/uploads.ts); clocks of phones end a recording a little late. */
export const MOST = {
  voice: { bytes: 5 * MB, seconds: 60 },
  video: { bytes: 40 * MB, seconds: 30 },
} as const
const TOLERANCE = 1

/** What a format's reader finds: `pieces` of the file one after the other are what is kept. */
export type Found = Pick<StoredClip, 'kind' | 'type'> & { seconds: number; pieces: Uint8Array[] }
/** Or that it is no whole file of that format, or nothing that people hear or see. */
export type Read = Found | 'clip-broken' | 'clip-type'

type Result =
  | { ok: true; recording: Pick<StoredClip, 'kind' | 'type' | 'seconds' | 'bytes'> & { pieces: Uint8Array[] } }
  | { ok: false; refusal: ClipRefusal }
const refused = (refusal: ClipRefusal): Result => ({ ok: false, refusal })

/** `said`: seconds as the phone measured them, believed only where the file itself does not say. Copies nothing. */
export function readRecording(sent: Uint8Array, said = 0): Result {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
  const read = readerOf(bytes)
  if (!read) return refused('clip-type')
  if (bytes.length > MOST.video.bytes) return refused('clip-large')
  const found = inBounds(() => read(bytes))
  if (typeof found === 'string') return refused(found)
  const { kind, type, pieces } = found
  const seconds = found.seconds > 0 ? found.seconds : said
  if (!(seconds > 0)) return refused('clip-broken')
  if (seconds >= MOST[kind].seconds + TOLERANCE) return refused('clip-long')
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length > MOST[kind].bytes) return refused('clip-large')
  return { ok: true, recording: { kind, type, seconds: Math.ceil(seconds), bytes: length, pieces } }
}

function readerOf(bytes: Buffer): ((bytes: Buffer) => Read) | undefined {
  if (isIsoMedia(bytes)) return readIsoMedia
  if (isMatroska(bytes)) return readWebm
  const { start } = withoutTags(bytes)
  // Both begin with eleven or twelve ones; the layer tells them apart.
  if (bytes.length < start + 4 || bytes[start] !== 0xff) return undefined
  const second = bytes.readUInt8(start + 1)
  if ((second & 0xf6) === 0xf0) return readAdts
  return (second & 0xe6) === 0xe2 ? readMp3 : undefined
}

/** A number in the file that leads out of it makes Node throw: such a file is damaged. */
const LED_OUT = ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']

function inBounds(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    if (typeof error === 'object' && error && 'code' in error && LED_OUT.includes(String(error.code)))
      return 'clip-broken'
    throw error
  }
}
