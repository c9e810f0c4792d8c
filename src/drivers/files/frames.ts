/** Sound in frames without a file around them: MP3, and AAC as ADTS. */
import type { Read } from './recording'

const ID3V2_HEADER = 10
const ID3V1 = 128
const APE_FOOTER = 32
/** Bits a second / 1000 of layer III, by index: MPEG 1, and MPEG 2 and 2.5. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const SAMPLE_RATES = [44_100, 48_000, 32_000]
const AAC_RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350]

const letters = (bytes: Buffer, at: number, length: number) => bytes.toString('latin1', at, at + length)

/** Where the sound begins and ends between tags: title, artist, comments, pictures, and what the recorder calls itself. */
export function withoutTags(bytes: Buffer): { start: number; end: number } {
  let start = 0
  for (let size = tagAt(bytes, start); size > 0; size = tagAt(bytes, start)) start += size
  // Some recorders leave room behind their tag.
  while (start > 0 && bytes[start] === 0) start++
  let end = bytes.length
  for (let size = tagBefore(bytes, end); size > 0 && end - size >= start; size = tagBefore(bytes, end)) end -= size
  return { start: Math.min(start, end), end }
}

function tagAt(bytes: Buffer, at: number): number {
  if (at + APE_FOOTER <= bytes.length && letters(bytes, at, 8) === 'APETAGEX')
    return APE_FOOTER + bytes.readUInt32LE(at + 12)
  if (at + ID3V2_HEADER > bytes.length || letters(bytes, at, 3) !== 'ID3') return 0
  const sizes = [...bytes.subarray(at + 6, at + 10)]
  const size = sizes.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  const footer = bytes.readUInt8(at + 5) & 0x10 ? ID3V2_HEADER : 0
  return ID3V2_HEADER + size + footer
}

function tagBefore(bytes: Buffer, end: number): number {
  if (end >= ID3V1 && letters(bytes, end - ID3V1, 3) === 'TAG') return ID3V1
  if (end < APE_FOOTER || letters(bytes, end - APE_FOOTER, 8) !== 'APETAGEX') return 0
  const footer = end - APE_FOOTER
  // Its size counts the footer, not the header that may stand in front.
  const header = bytes.readUInt32LE(footer + 20) & 0x80000000 ? APE_FOOTER : 0
  return bytes.readUInt32LE(footer + 12) + header
}

/** Bytes in which a frame says how long it is. */
const LEAST = 7
type Frame = { length: number; samples: number; rate: number }

export const readMp3 = (bytes: Buffer): Read => readFrames(bytes, mp3Frame, 'mp3')
export const readAdts = (bytes: Buffer): Read => readFrames(bytes, adtsFrame, 'aac')

/**
 * Frame after frame to the end. A recorder that is interrupted leaves its last frame unfinished, and players pass over it:
 * that frame is left out. Anything else between two frames is damage.
 */
function readFrames(
  bytes: Buffer,
  frameAt: (bytes: Buffer, at: number) => Frame | undefined,
  type: 'mp3' | 'aac',
): Read {
  const { start, end } = withoutTags(bytes)
  let seconds = 0
  for (let at = start; at < end; ) {
    const frame = at + LEAST <= end ? frameAt(bytes, at) : undefined
    const isUnfinished = frame ? at + frame.length > end : end - at < LEAST
    if (isUnfinished && seconds) return { kind: 'voice', type, seconds, pieces: [bytes.subarray(start, at)] }
    if (!frame || isUnfinished) return 'clip-broken'
    seconds += frame.samples / frame.rate
    at += frame.length
  }
  return { kind: 'voice', type, seconds, pieces: [bytes.subarray(start, end)] }
}

function mp3Frame(bytes: Buffer, at: number): Frame | undefined {
  const head = bytes.readUInt32BE(at)
  const [version, layer, rateIndex, sampleIndex] = [
    (head >> 19) & 3,
    (head >> 17) & 3,
    (head >> 12) & 15,
    (head >> 10) & 3,
  ]
  const base = SAMPLE_RATES[sampleIndex]
  const isFirst = version === 3
  const bits = (isFirst ? RATES_1 : RATES_2)[rateIndex]
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1 || !base || !bits) return undefined
  const rate = isFirst ? base : version === 2 ? base / 2 : base / 4
  const padding = (head >> 9) & 1
  const length = Math.floor(((isFirst ? 144 : 72) * bits * 1000) / rate) + padding
  return { length, samples: isFirst ? 1152 : 576, rate }
}

function adtsFrame(bytes: Buffer, at: number): Frame | undefined {
  const head = bytes.readUInt32BE(at)
  const rate = AAC_RATES[(head >> 10) & 15]
  if (head >>> 20 !== 0xfff || (head >> 17) & 3 || !rate || at + 7 > bytes.length) return undefined
  const length = ((head & 3) << 11) | (bytes.readUInt16BE(at + 4) >> 5)
  const blocks = (bytes.readUInt8(at + 6) & 3) + 1
  return length < 7 ? undefined : { length, samples: 1024 * blocks, rate }
}
