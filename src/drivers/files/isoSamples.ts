/** Where in the file each track's sound or pictures lie, and how long they last. */
import { type Box, named, type Walker } from './isoBoxes'

/** From the byte `from` to before `to`. */
export type Span = { from: number; to: number }
export type Track = { id: number; handler: string; timescale: number; seconds: number; spans: Span[] }
/**
 * Of a film that is written in fragments as it is recorded: seconds by track, each box whose children were looked at, and
 * those of tracks that are gone.
 */
export type Fragments = {
  seconds: Map<number, number>
  spans: Span[]
  parents: [name: string, children: Box[]][]
  gone: Box[]
}

/** More samples or chunks than a minute of sound and pictures has. */
const MOST_ROWS = 100_000

type Head = { tkhd: Box; mdhd: Box; handler: string; inStbl: Box[] }

/** The sample table of a track. Null when it contradicts itself. Every list is as long as its own box at most. */
export function readTable(bytes: Buffer, { tkhd, mdhd, handler, inStbl }: Head): Track | null {
  const isLong = (box: Box) => bytes.readUInt8(box.body) === 1
  const id = bytes.readUInt32BE(tkhd.body + (isLong(tkhd) ? 20 : 12))
  const timescale = bytes.readUInt32BE(mdhd.body + (isLong(mdhd) ? 20 : 12))
  if (!timescale) return null
  const [stts, stsc, stsz] = ['stts', 'stsc', 'stsz'].map((name) => named(inStbl, name))
  const offsets = named(inStbl, 'stco') ?? named(inStbl, 'co64')
  if (!stts || !stsc || !offsets) return null
  const times = rows(bytes, stts, 8)
  const spans = stsz ? chunkSpans(bytes, { stsc, stsz, offsets }) : []
  if (!times || !spans) return null
  const ticks = times.reduce((sum, at) => sum + bytes.readUInt32BE(at) * bytes.readUInt32BE(at + 4), 0)
  return { id, handler, timescale, seconds: ticks / timescale, spans }
}

/** Where each row of a table begins; null when there are too many, or the box is too short for them. */
function rows(bytes: Buffer, box: Box, size: number, header = 8): number[] | null {
  const count = bytes.readUInt32BE(box.body + header - 4)
  if (count > MOST_ROWS || box.body + header + count * size > box.end) return null
  return Array.from({ length: count }, (_, n) => box.body + header + n * size)
}

function chunkSpans(bytes: Buffer, { stsc, stsz, offsets }: Record<'stsc' | 'stsz' | 'offsets', Box>): Span[] | null {
  const isLong = offsets.name === 'co64'
  const [runs, chunks] = [rows(bytes, stsc, 12), rows(bytes, offsets, isLong ? 8 : 4)]
  const uniform = bytes.readUInt32BE(stsz.body + 4)
  const sizes = uniform ? [] : rows(bytes, stsz, 4, 12)
  if (!runs || !chunks || !sizes) return null
  let left = bytes.readUInt32BE(stsz.body + 8)
  const spans: Span[] = []
  let run = 0
  let sample = 0
  for (const [n, at] of chunks.entries()) {
    const next = runs[run + 1]
    if (next !== undefined && bytes.readUInt32BE(next) <= n + 1) run++
    const first = runs[run]
    if (first === undefined) return null
    const count = Math.min(bytes.readUInt32BE(first + 4), left)
    left -= count
    const from = isLong ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at)
    let length = uniform * count
    if (!uniform) for (const size of sizes.slice(sample, sample + count)) length += bytes.readUInt32BE(size)
    sample += count
    if (length) spans.push({ from, to: from + length })
  }
  // Samples that lie in no chunk are not there.
  return left === 0 ? spans : null
}

type Where = { top: Box[]; inside: Box[]; walker: Walker; tracks: Track[] }
type Defaults = { duration: number; size: number }

/** Null when a fragment is damaged. */
export function readFragments(bytes: Buffer, { top, inside, walker, tracks }: Where): Fragments | null {
  const read: Fragments = { seconds: new Map(), spans: [], parents: [], gone: [] }
  const defaults = defaultsIn(bytes, inside, walker)
  if (!defaults) return null
  for (const moof of top.filter(({ name }) => name === 'moof')) {
    const inMoof = walker.inside(moof)
    if (!inMoof) return null
    read.parents.push(['moof', inMoof])
    let end = moof.at
    for (const traf of inMoof.filter(({ name }) => name === 'traf')) {
      const inTraf = walker.inside(traf)
      if (!inTraf) return null
      read.parents.push(['traf', inTraf])
      const one = readRuns(bytes, inTraf, { moof, end, defaults })
      if (!one) return null
      end = one.end
      const track = tracks.find(({ id }) => id === one.id)
      if (!track) {
        read.gone.push(traf)
        continue
      }
      read.spans.push(...one.spans)
      read.seconds.set(one.id, (read.seconds.get(one.id) ?? 0) + one.ticks / track.timescale)
    }
  }
  return read
}

function defaultsIn(bytes: Buffer, inside: Box[], walker: Walker): Map<number, Defaults> | null {
  const mvex = named(inside, 'mvex')
  const inMvex = mvex ? walker.inside(mvex) : []
  if (!inMvex) return null
  const trexes = inMvex.filter(({ name }) => name === 'trex')
  const each = trexes.map(({ body }): [number, Defaults] => [
    bytes.readUInt32BE(body + 4),
    { duration: bytes.readUInt32BE(body + 12), size: bytes.readUInt32BE(body + 16) },
  ])
  return new Map(each)
}

type Runs = { id: number; spans: Span[]; ticks: number; end: number }
type Before = { moof: Box; end: number; defaults: Map<number, Defaults> }

/** The runs of samples of one track in one fragment. `end`: where the fragment of the track before it ended. */
function readRuns(bytes: Buffer, inTraf: Box[], { moof, end, defaults }: Before): Runs | null {
  const tfhd = named(inTraf, 'tfhd')
  if (!tfhd) return null
  const flags = bytes.readUInt32BE(tfhd.body) & 0xffffff
  const id = bytes.readUInt32BE(tfhd.body + 4)
  const reader = fieldsFrom(bytes, tfhd.body + 8)
  const base = flags & 0x1 ? reader.eight() : flags & 0x20000 ? moof.at : end
  if (flags & 0x2) reader.four()
  const known = defaults.get(id) ?? { duration: 0, size: 0 }
  const duration = flags & 0x8 ? reader.four() : known.duration
  const size = flags & 0x10 ? reader.four() : known.size
  const runs: Runs = { id, spans: [], ticks: 0, end: base }
  for (const trun of inTraf.filter(({ name }) => name === 'trun')) {
    const one = readRun(bytes, trun, { base, from: runs.end, duration, size })
    if (!one) return null
    if (one.to > one.from) runs.spans.push({ from: one.from, to: one.to })
    runs.ticks += one.ticks
    runs.end = one.to
  }
  return runs
}

function readRun(
  bytes: Buffer,
  trun: Box,
  given: { base: number; from: number; duration: number; size: number },
): (Span & { ticks: number }) | null {
  const flags = bytes.readUInt32BE(trun.body) & 0xffffff
  const count = bytes.readUInt32BE(trun.body + 4)
  const reader = fieldsFrom(bytes, trun.body + 8)
  const from = flags & 0x1 ? given.base + (reader.four() | 0) : given.from
  if (flags & 0x4) reader.four()
  const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length
  if (count > MOST_ROWS || reader.at() + count * fields * 4 > trun.end) return null
  if (!fields) return { from, to: from + count * given.size, ticks: count * given.duration }
  let [length, ticks] = [0, 0]
  for (let n = 0; n < count; n++) {
    ticks += flags & 0x100 ? reader.four() : given.duration
    length += flags & 0x200 ? reader.four() : given.size
    if (flags & 0x400) reader.four()
    if (flags & 0x800) reader.four()
  }
  return { from, to: from + length, ticks }
}

function fieldsFrom(bytes: Buffer, start: number) {
  let at = start
  return {
    at: () => at,
    four() {
      at += 4
      return bytes.readUInt32BE(at - 4)
    },
    eight() {
      at += 8
      return Number(bytes.readBigUInt64BE(at - 8))
    },
  }
}
