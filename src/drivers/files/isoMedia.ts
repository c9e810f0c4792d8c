/** MP4, M4A and QuickTime: what may stand in such a file is listed here, and all else is overwritten where it stands. */
import { type Box, boxWalker, named, type Walker } from './isoBoxes'
import { type Fragments, readFragments, readTable, type Span, type Track } from './isoSamples'
import type { Read } from './recording'

/** Brands of pictures and of films that browsers do not play. */
const OTHERS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']
const OLD_PHONES = /^3g/
/** What is left of each box; what is not named becomes `free`: places, names, uuid, and whatever comes after today. */
const KEPT: Record<string, string[]> = {
  file: ['ftyp', 'moov', 'mdat', 'moof', 'sidx', 'styp', 'mfra'],
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
  minf: ['vmhd', 'smhd', 'nmhd', 'gmhd', 'hdlr', 'dinf', 'stbl'],
  stbl: 'stsd stts ctts cslg stss stsh stsc stsz stz2 stco co64 sdtp sgpd sbgp padb stdp stps'.split(' '),
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sbgp', 'sgpd', 'subs'],
}
const HEARD_OR_SEEN = ['soun', 'vide']
/** More tracks that are heard or seen, and more pieces of them, than any camera writes in half a minute. */
const MOST_TRACKS = 8
const MOST_SPANS = 20_000

/** A part of the file that is written over. */
type Edit = { at: number; bytes: Uint8Array }

export const isIsoMedia = (bytes: Buffer): boolean => {
  if (bytes.length < 12 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  const brand = bytes.toString('latin1', 8, 12)
  return !OTHERS.includes(brand) && !OLD_PHONES.test(brand)
}

/** Sizes and places stay as they are, so that nothing that points into the file has to be changed. */
export function readIsoMedia(bytes: Buffer): Read {
  const walker = boxWalker(bytes)
  const edits: Edit[] = []
  const top = walker.boxes(0, bytes.length)
  const [moov, another] = top?.filter(({ name }) => name === 'moov') ?? []
  const inside = moov && walker.inside(moov)
  if (!top || !moov || another || !inside) return 'clip-broken'
  const tracks: Track[] = []
  for (const trak of inside.filter(({ name }) => name === 'trak')) {
    const track = readTrack(bytes, trak, walker, edits)
    if (!track) return 'clip-broken'
    if (track === 'other') free(trak, edits)
    else tracks.push(track)
    if (tracks.length > MOST_TRACKS) return 'clip-broken'
  }
  freeOthers('file', top, edits)
  freeOthers('moov', inside, edits)
  const mvhd = named(inside, 'mvhd')
  if (!mvhd) return 'clip-broken'
  forgetTimes(bytes, mvhd, edits)
  if (!tracks.length) return 'clip-type'

  const fragments = readFragments(bytes, { top, inside, walker, tracks })
  if (!fragments) return 'clip-broken'
  for (const [parent, children] of fragments.parents) freeOthers(parent, children, edits)
  for (const traf of fragments.gone) free(traf, edits)
  const spans = [...tracks.flatMap((track) => track.spans), ...fragments.spans]
  const mdats = top.filter(({ name }) => name === 'mdat')
  // Not one byte of sound or picture may lie outside: such a file is cut off, or leads somewhere else.
  if (!spans.length || spans.length > MOST_SPANS || !allWithin(spans, mdats)) return 'clip-broken'
  for (const gap of gapsBetween(spans, mdats)) edits.push({ at: gap.from, bytes: Buffer.alloc(gap.to - gap.from) })
  const isVideo = tracks.some(({ handler }) => handler === 'vide')
  return {
    kind: isVideo ? 'video' : 'voice',
    type: isVideo ? 'mp4' : 'm4a',
    seconds: longest(tracks, fragments),
    pieces: edited(bytes, edits),
  }
}

const longest = (tracks: Track[], { seconds }: Fragments) =>
  Math.max(...tracks.map((track) => track.seconds + (seconds.get(track.id) ?? 0)))

function readTrack(bytes: Buffer, trak: Box, walker: Walker, edits: Edit[]): Track | 'other' | null {
  const inTrak = walker.inside(trak)
  const [tkhd, mdia] = [inTrak && named(inTrak, 'tkhd'), inTrak && named(inTrak, 'mdia')]
  const inMdia = mdia && walker.inside(mdia)
  const [mdhd, hdlr, minf] = ['mdhd', 'hdlr', 'minf'].map((name) => inMdia && named(inMdia, name))
  if (!inTrak || !tkhd || !inMdia || !mdhd || !hdlr) return null
  const handler = bytes.toString('latin1', hdlr.body + 8, hdlr.body + 12)
  if (!HEARD_OR_SEEN.includes(handler)) return 'other'
  const inMinf = minf && walker.inside(minf)
  const stbl = inMinf && named(inMinf, 'stbl')
  const inStbl = stbl && walker.inside(stbl)
  if (!inMinf || !inStbl || !staysHere(bytes, inMinf, walker)) return null
  freeOthers('trak', inTrak, edits)
  freeOthers('mdia', inMdia, edits)
  freeOthers('minf', inMinf, edits)
  freeOthers('stbl', inStbl, edits)
  forgetTimes(bytes, tkhd, edits)
  forgetTimes(bytes, mdhd, edits)
  for (const one of [hdlr, named(inMinf, 'hdlr')]) if (one) zero(one.body + 24, one.end, edits)
  return readTable(bytes, { tkhd, mdhd, handler, inStbl })
}

/** A track may say that its sound lies in another file, or at an address: a player would go and fetch it. */
function staysHere(bytes: Buffer, inMinf: Box[], walker: Walker): boolean {
  const dinf = named(inMinf, 'dinf')
  const inDinf = dinf ? walker.inside(dinf) : []
  const dref = inDinf && named(inDinf, 'dref')
  if (!inDinf) return false
  if (!dref) return true
  const entries = walker.boxes(dref.body + 8, dref.end)
  return entries?.every(({ body }) => (bytes.readUInt32BE(body) & 1) === 1) ?? false
}

/** When it was made, and changed. */
function forgetTimes(bytes: Buffer, box: Box, edits: Edit[]): void {
  const size = bytes.readUInt8(box.body) === 1 ? 16 : 8
  zero(box.body + 4, Math.min(box.body + 4 + size, box.end), edits)
}

function freeOthers(parent: string, children: Box[], edits: Edit[]): void {
  for (const box of children) if (!KEPT[parent]?.includes(box.name)) free(box, edits)
}

function free(box: Box, edits: Edit[]): void {
  edits.push({ at: box.at + 4, bytes: Buffer.from('free') })
  zero(box.body, box.end, edits)
}

function zero(from: number, to: number, edits: Edit[]): void {
  if (to > from) edits.push({ at: from, bytes: Buffer.alloc(to - from) })
}

/** In the order of the file. */
const sorted = (spans: Span[]): Span[] => [...spans].sort((one, other) => one.from - other.from)

/** Boxes come in the order of the file. Both are walked through once: a hostile file has tens of thousands of each. */
function allWithin(spans: Span[], mdats: Box[]): boolean {
  let at = 0
  return sorted(spans).every(({ from, to }) => {
    for (let mdat = mdats[at]; mdat && mdat.end <= from; mdat = mdats[at]) at++
    const mdat = mdats[at]
    return mdat !== undefined && mdat.body <= from && to <= mdat.end
  })
}

/** What lies in `mdat` and is neither sound nor picture: samples of tracks that are gone, where GPS hides. */
function gapsBetween(spans: Span[], mdats: Box[]): Span[] {
  const inOrder = sorted(spans)
  const gaps: Span[] = []
  let next = 0
  for (const { body, end } of [...mdats].sort((one, other) => one.at - other.at)) {
    let reached = body
    for (let span = inOrder[next]; span && span.from < end; span = inOrder[++next]) {
      if (span.from > reached) gaps.push({ from: reached, to: span.from })
      reached = Math.max(reached, span.to)
    }
    if (reached < end) gaps.push({ from: reached, to: end })
  }
  return gaps
}

/** The file with its edits, without a copy of it. Where two edits meet, the earlier one counts: all of them empty. */
function edited(bytes: Buffer, edits: Edit[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let reached = 0
  for (const { at, bytes: put } of [...edits].sort((one, other) => one.at - other.at)) {
    const end = at + put.length
    if (end <= reached) continue
    if (at > reached) pieces.push(bytes.subarray(reached, at))
    pieces.push(put.subarray(Math.max(0, reached - at)))
    reached = end
  }
  if (reached < bytes.length) pieces.push(bytes.subarray(reached))
  return pieces
}
