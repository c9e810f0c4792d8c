/** WebM, as browsers record it: often without lengths, because it was written while somebody was still speaking. */
import type { Read } from './recording'

const ID = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  seek: 0x114d9b74,
  about: 0x1549a966,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
  chapters: 0x1043a770,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  scale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  title: 0x7ba9,
  fileName: 0x7384,
  track: 0xae,
  trackType: 0x83,
  time: 0xe7,
  block: 0xa3,
  group: 0xa0,
  blockInGroup: 0xa1,
  blank: 0xec,
  check: 0xbf,
} as const
const OF_SEGMENT: number[] = [ID.seek, ID.about, ID.tracks, ID.cluster, ID.cues, ID.chapters, ID.tags, ID.attachments]
const GONE: number[] = [ID.tags, ID.attachments, ID.date, ID.title, ID.fileName, ID.blank]
const VIDEO = 1
const AUDIO = 2
const MOST_ELEMENTS = 50_000
const NANOSECONDS = 1_000_000_000

/** `end` undefined: its length was not known when it was begun. */
type Element = { id: number; at: number; body: number; end: number | undefined }
/** How many elements may still be read, of the whole file: millions of empty ones would keep everybody waiting. */
type Left = { left: number }
type Heard = Left & { scale: number; duration: number; last: number; blocks: number; kinds: number[] }

export const isMatroska = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32BE(0) === ID.header

/** A number of one to eight bytes; `bits` without the mark of its length. */
function vint(bytes: Buffer, at: number): { length: number; value: number; bits: number; unknown: boolean } | null {
  const first = bytes[at]
  if (!first) return null
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return null
  let value = first
  let bits = first & (0xff >> length)
  let unknown = bits === 0xff >> length
  for (let n = 1; n < length; n++) {
    const byte = bytes.readUInt8(at + n)
    value = value * 256 + byte
    bits = bits * 256 + byte
    unknown &&= byte === 0xff
  }
  return { length, value, bits, unknown }
}

function elementAt(bytes: Buffer, at: number, to: number): Element | null {
  const id = vint(bytes, at)
  const size = id && id.length <= 4 ? vint(bytes, at + id.length) : null
  if (!id || !size) return null
  const body = at + id.length + size.length
  if (size.unknown) return { id: id.value, at, body, end: undefined }
  return body + size.bits > to ? null : { id: id.value, at, body, end: body + size.bits }
}

/** Up to eight bytes. */
const numberIn = (bytes: Buffer, { body, end = body }: Element): number => {
  let value = 0
  for (const byte of bytes.subarray(body, Math.min(end, body + 8))) value = value * 256 + byte
  return value
}

export function readWebm(bytes: Buffer): Read {
  const header = elementAt(bytes, 0, bytes.length)
  if (header?.end === undefined) return 'clip-broken'
  const types = children(bytes, header.body, header.end, { left: MOST_ELEMENTS })
  const docType = types?.find(({ id }) => id === ID.docType)
  if (!types || docType?.end === undefined) return 'clip-broken'
  if (bytes.toString('latin1', docType.body, docType.end) !== 'webm') return 'clip-type'
  const segment = elementAt(bytes, header.end, bytes.length)
  if (segment?.id !== ID.segment) return 'clip-broken'
  const end = segment.end ?? bytes.length
  const gone: { at: number; bytes: Buffer }[] = []
  const heard = readSegment(bytes, segment.body, end, gone)
  if (!heard?.blocks || !heard.kinds.length) return 'clip-broken'
  if (heard.kinds.some((kind) => kind !== VIDEO && kind !== AUDIO)) return 'clip-type'
  return {
    kind: heard.kinds.includes(VIDEO) ? 'video' : 'voice',
    type: 'webm',
    seconds: (Math.max(heard.duration, heard.last) * heard.scale) / NANOSECONDS,
    // What is glued on behind its end is left behind.
    pieces: without(bytes.subarray(0, end), gone),
  }
}

/** The elements between two places. Null when they do not fill it, or one has no length. */
function children(bytes: Buffer, from: number, to: number, heard: Left): (Element & { end: number })[] | null {
  const found: (Element & { end: number })[] = []
  for (let at = from; at < to; ) {
    const element = elementAt(bytes, at, to)
    if (element?.end === undefined || --heard.left < 0) return null
    found.push({ ...element, end: element.end })
    at = element.end
  }
  return found
}

type Gone = { at: number; bytes: Buffer }[]

/** One pass from the first element to the last; a cluster without a length is walked through, not over. */
function readSegment(bytes: Buffer, from: number, to: number, gone: Gone): Heard | null {
  const heard: Heard = { left: MOST_ELEMENTS, scale: 1_000_000, duration: 0, last: 0, blocks: 0, kinds: [] }
  let clusterAt = 0
  let inCluster = 0
  for (let at = from; at < to; ) {
    const element = elementAt(bytes, at, to)
    if (!element || --heard.left < 0) return null
    if (element.id === ID.cluster) {
      inCluster = element.end ?? to
      clusterAt = 0
      at = element.body
      continue
    }
    if (element.end === undefined) return null
    const isCluster = at < inCluster && !OF_SEGMENT.includes(element.id)
    // A cluster whose length is known holds no part of the file around it.
    if (isCluster && element.end > inCluster) return null
    if (element.id === ID.time) clusterAt = numberIn(bytes, element)
    const block = blockIn(bytes, element, heard)
    if (block === null) return null
    if (block !== undefined) {
      heard.blocks++
      heard.last = Math.max(heard.last, clusterAt + block)
    }
    if (element.id === ID.about && !readAbout(bytes, { ...element, end: element.end }, heard, gone)) return null
    if (element.id === ID.tracks && !readTracks(bytes, { ...element, end: element.end }, heard)) return null
    if (GONE.includes(element.id)) gone.push(blank(element.at, element.end))
    at = element.end
  }
  return heard
}

/** The time of a block in its cluster. Undefined when the element is none; null when the block is damaged. */
function blockIn(bytes: Buffer, { id, body, end = body }: Element, heard: Left): number | undefined | null {
  if (id === ID.group) {
    const block = children(bytes, body, end, heard)?.find((one) => one.id === ID.blockInGroup)
    return block ? blockTime(bytes, block.body, block.end) : null
  }
  return id === ID.block ? blockTime(bytes, body, end) : undefined
}

function blockTime(bytes: Buffer, body: number, end: number): number | null {
  const track = vint(bytes, body)
  return track && body + track.length + 3 < end ? bytes.readInt16BE(body + track.length) : null
}

function readAbout(bytes: Buffer, about: Element & { end: number }, heard: Heard, gone: Gone): boolean {
  const all = children(bytes, about.body, about.end, heard)
  for (const one of all ?? []) {
    if (one.id === ID.scale) heard.scale = numberIn(bytes, one)
    if (one.id === ID.duration) heard.duration = floatIn(bytes, one)
    // The check is over what is no longer as it was.
    if (GONE.includes(one.id) || one.id === ID.check) gone.push(blank(one.at, one.end))
  }
  return all !== null
}

function floatIn(bytes: Buffer, { body, end }: { body: number; end: number }): number {
  const value = end - body === 8 ? bytes.readDoubleBE(body) : end - body === 4 ? bytes.readFloatBE(body) : 0
  return Number.isFinite(value) && value > 0 ? value : 0
}

function readTracks(bytes: Buffer, tracks: Element & { end: number }, heard: Heard): boolean {
  const all = children(bytes, tracks.body, tracks.end, heard)
  for (const track of all?.filter(({ id }) => id === ID.track) ?? []) {
    const kind = children(bytes, track.body, track.end, heard)?.find(({ id }) => id === ID.trackType)
    if (!kind) return false
    heard.kinds.push(numberIn(bytes, kind))
  }
  return all !== null
}

/** As many bytes that mean nothing. */
function blank(at: number, end: number): { at: number; bytes: Buffer } {
  const bytes = Buffer.alloc(end - at)
  bytes[0] = ID.blank
  if (bytes.length <= 0x7f) bytes[1] = 0x80 | (bytes.length - 2)
  else {
    // A length of eight bytes: one for its mark, seven for the number, of which a file of this size needs four.
    bytes[1] = 0x01
    bytes.writeUInt32BE(bytes.length - 9, 5)
  }
  return { at, bytes }
}

function without(bytes: Buffer, gone: Gone): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let reached = 0
  for (const { at, bytes: put } of gone) {
    pieces.push(bytes.subarray(reached, at), put)
    reached = at + put.length
  }
  pieces.push(bytes.subarray(reached))
  return pieces
}
