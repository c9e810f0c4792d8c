/** Recordings as phones and browsers make them, drawn up byte by byte: the sound in them is nothing anybody could hear. */
const u32 = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [n, number] of numbers.entries()) bytes.writeUInt32BE(number >>> 0, n * 4)
  return bytes
}
export const box = (name: string, ...inside: Uint8Array[]): Buffer => {
  const body = Buffer.concat(inside)
  return Buffer.concat([u32(body.length + 8), Buffer.from(name, 'latin1'), body])
}

/** What must not be found in anything that is kept. */
export const SECRETS = ['+39.2719+118.4478/', 'HUAWEI P60', 'made by the tests', 'GPS of every second']
const [PLACE = '', PHONE = '', TITLE = '', TRAIL = ''] = SECRETS
/** A moment in 2026, in seconds since 1904. */
const MADE_AT = 3_860_000_000
const TIMESCALE = 1000

type Film = {
  seconds?: number
  /** The name that its file type begins with. */
  brand?: string
  sound?: boolean
  picture?: boolean
  /** A track of places, second by second. */
  trail?: boolean
  /** `moov` behind the film, as phones write it. */
  moovLast?: boolean
  metadata?: boolean
  /** How many bytes of film. */
  size?: number
  seed?: number
}

/** An MP4: pictures and sound unless told otherwise, and all the metadata that a phone adds. */
export function mp4(film: Film = {}): Buffer {
  const { seconds = 5, brand = 'isom', sound = true, picture = true, trail = true, moovLast = true } = film
  const { metadata = true, size = 4000, seed = 1 } = film
  const ftyp = box('ftyp', Buffer.from(`${brand}\0\0\0\0isommp42`, 'latin1'))
  const parts: { handler: string; bytes: Buffer }[] = [
    ...(picture ? [{ handler: 'vide', bytes: Buffer.alloc(size, `picture ${seed} `) }] : []),
    ...(trail ? [{ handler: 'meta', bytes: Buffer.alloc(400, TRAIL) }] : []),
    ...(sound ? [{ handler: 'soun', bytes: Buffer.alloc(picture ? 1000 : size, `sound ${seed} `) }] : []),
  ]
  const moovAt = (start: number) => {
    let at = start
    const traks = parts.map(({ handler, bytes }, n) => {
      at += bytes.length
      return trak({ id: n + 1, handler, at: at - bytes.length, size: bytes.length, seconds, metadata })
    })
    const mvhd = box('mvhd', u32(0, MADE_AT, MADE_AT, TIMESCALE, seconds * TIMESCALE), Buffer.alloc(80))
    const about = box('udta', box('\u00a9xyz', Buffer.from(PLACE)), box('\u00a9mod', Buffer.from(PHONE)))
    const keys = box('meta', u32(0), box('keys', Buffer.from(TITLE)))
    return box('moov', mvhd, ...traks, ...(metadata ? [about, keys] : []))
  }
  const rest = metadata ? [box('uuid', Buffer.alloc(16, 7), Buffer.from(PLACE)), box('free', Buffer.from(PHONE))] : []
  const mdat = box('mdat', ...parts.map(({ bytes }) => bytes))
  const length = Buffer.concat(rest).length
  if (moovLast) return Buffer.concat([ftyp, ...rest, mdat, moovAt(ftyp.length + length + 8)])
  const start = ftyp.length + moovAt(0).length + length + 8
  return Buffer.concat([ftyp, moovAt(start), ...rest, mdat])
}

export const mov = (film: Film = {}) => mp4({ brand: 'qt  ', ...film })
export const m4a = (seconds = 5, film: Film = {}) =>
  mp4({ brand: 'M4A ', picture: false, trail: false, seconds, ...film })

type TrackOf = { id: number; handler: string; at: number; size: number; seconds: number; metadata: boolean }

/** One track, in ten samples of one chunk. */
function trak({ id, handler, at, size, seconds, metadata }: TrackOf): Buffer {
  const samples = 10
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 1), box(handler === 'vide' ? 'avc1' : 'mp4a', Buffer.alloc(28))),
    box('stts', u32(0, 1, samples, (seconds * TIMESCALE) / samples)),
    box('stsc', u32(0, 1, 1, samples, 1)),
    box('stsz', u32(0, size / samples, samples)),
    box('stco', u32(0, 1, at)),
  )
  const hdlr = box(
    'hdlr',
    u32(0, 0),
    Buffer.from(handler),
    Buffer.alloc(12),
    Buffer.from(metadata ? `${PHONE}\0` : '\0'),
  )
  const dinf = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))))
  const head = handler === 'vide' ? 'vmhd' : handler === 'soun' ? 'smhd' : 'nmhd'
  const minf = box('minf', box(head, u32(1, 0)), dinf, stbl)
  const mdhd = box('mdhd', u32(0, MADE_AT, MADE_AT, TIMESCALE, seconds * TIMESCALE, 0))
  const tkhd = box('tkhd', u32(1, MADE_AT, MADE_AT, id, 0, seconds * TIMESCALE), Buffer.alloc(60))
  return box('trak', tkhd, box('mdia', mdhd, hdlr, minf), ...(metadata ? [box('udta', Buffer.from(PLACE))] : []))
}

/** An MP4 in fragments, as browsers record it: with sound alone, and no length in its head. */
export function fragmented(seconds = 3): Buffer {
  const ftyp = box('ftyp', Buffer.from('iso5\0\0\0\0iso5mp41', 'latin1'))
  const empty = [box('stsd', u32(0, 0)), box('stts', u32(0, 0)), box('stsc', u32(0, 0)), box('stsz', u32(0, 0, 0))]
  const stbl = box('stbl', ...empty, box('stco', u32(0, 0)))
  const minf = box('minf', box('smhd', u32(0, 0)), box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))), stbl)
  const hdlr = box('hdlr', u32(0, 0), Buffer.from('soun'), Buffer.alloc(13))
  const tkhd = box('tkhd', u32(1, MADE_AT, MADE_AT, 1, 0, 0), Buffer.alloc(60))
  const track = box('trak', tkhd, box('mdia', box('mdhd', u32(0, MADE_AT, MADE_AT, TIMESCALE, 0, 0)), hdlr, minf))
  const mvex = box('mvex', box('trex', u32(0, 1, 1, TIMESCALE, 100, 0)))
  const moov = box('moov', box('mvhd', u32(0, MADE_AT, MADE_AT, TIMESCALE, 0), Buffer.alloc(80)), track, mvex)
  const parts = Array.from({ length: seconds }, (_, n) => {
    const moof = (offset: number) =>
      box(
        'moof',
        box('mfhd', u32(0, n + 1)),
        box('traf', box('tfhd', u32(0x020000, 1)), box('tfdt', u32(0, n * TIMESCALE)), box('trun', u32(1, 1, offset))),
      )
    return Buffer.concat([moof(moof(0).length + 8), box('mdat', Buffer.alloc(100, 'sound'))])
  })
  return Buffer.concat([ftyp, moov, ...parts])
}

/** Between ID3 tags, as WeChat's recorder and others write it: 16 kHz, 48 kbit/s. */
export function mp3(seconds = 5, { tags = true, seed = 1 } = {}): Buffer {
  const frame = Buffer.alloc(216, `${seed} `)
  frame.set([0xff, 0xf3, 0x68, 0xc0])
  const frames = Array.from({ length: Math.ceil((seconds * 16_000) / 576) }, () => frame)
  if (!tags) return Buffer.concat(frames)
  const title = Buffer.from(`TIT2\0\0\0\x14\0\0\x03${TITLE}, ${PHONE}`)
  const front = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, title.length]), title])
  const ape = Buffer.concat([Buffer.from(TITLE), Buffer.from('APETAGEX'), Buffer.alloc(24)])
  ape.writeUInt32LE(ape.length, TITLE.length + 12)
  const back = Buffer.alloc(128)
  back.write(`TAG${PHONE}`)
  return Buffer.concat([front, ...frames, ape, back])
}

/** AAC as ADTS at 16 kHz. */
export function aac(seconds = 5): Buffer {
  const length = 64
  const frame = Buffer.alloc(length, 's')
  frame.set([0xff, 0xf1, 0x60, 0x40 | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc])
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 16_000) / 1024) }, () => frame))
}

/** An element of EBML. */
export function element(id: number, ...inside: Uint8Array[]): Buffer {
  const body = Buffer.concat(inside)
  const size = Buffer.alloc(8)
  size.writeUInt32BE(body.length, 4)
  size[0] = 1
  return Buffer.concat([idBytes(id), size, body])
}
const idBytes = (id: number) =>
  Buffer.from(id.toString(16).padStart(id > 0xffffff ? 8 : id > 0xffff ? 6 : id > 0xff ? 4 : 2, '0'), 'hex')
/** One whose length was not known. */
const open = (id: number, ...inside: Uint8Array[]) =>
  Buffer.concat([idBytes(id), Buffer.from('01ffffffffffffff', 'hex'), ...inside])

/** A WebM as a browser's MediaRecorder writes it: nothing says how long it is. `whole` as other programs do. */
export function webm(seconds = 5, { video = false, whole = false, docType = 'webm' } = {}): Buffer {
  const wrap = whole ? element : open
  const float = Buffer.alloc(8)
  float.writeDoubleBE(seconds * 1000)
  const about = element(
    0x1549a966,
    element(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])),
    element(0x4461, Buffer.from(TITLE)),
    ...(whole ? [element(0x4489, float)] : []),
  )
  const track = (n: number, kind: number) =>
    element(0xae, element(0xd7, Buffer.from([n])), element(0x83, Buffer.from([kind])))
  const tracks = element(0x1654ae6b, track(1, 2), ...(video ? [track(2, 1)] : []))
  const cluster = (second: number) => {
    const time = Buffer.alloc(4)
    time.writeUInt32BE(second * 1000)
    const block = (at: number) => element(0xa3, Buffer.from([0x81, at >> 8, at & 0xff, 0x80]), Buffer.alloc(40, 's'))
    return wrap(0x1f43b675, element(0xe7, time), block(0), block(500), block(999))
  }
  const tags = element(0x1254c367, element(0x7373, Buffer.from(`${PHONE}${'.'.repeat(200)}`)))
  const header = element(0x1a45dfa3, element(0x4282, Buffer.from(docType)))
  const clusters = Array.from({ length: seconds }, (_, n) => cluster(n))
  return Buffer.concat([header, wrap(0x18538067, about, tracks, ...clusters, tags)])
}

/** An M4A whose sound lies in so many pieces, two bytes apart, behind so many boxes with nothing in them. */
export function inPieces(pieces: number, empty = 0, tracks = 1): Buffer {
  const ftyp = box('ftyp', Buffer.from('M4A \0\0\0\0isommp42', 'latin1'))
  const boxes = Buffer.concat([...Array(empty).fill(box('mdat')), box('mdat', Buffer.alloc(pieces * 2, 'sound'))])
  const moov = (start: number) => {
    const places = u32(...Array.from({ length: pieces }, (_, n) => start + n * 2))
    const stbl = box(
      'stbl',
      box('stts', u32(0, 1, pieces, 1)),
      box('stsc', u32(0, 1, 1, 1, 1)),
      box('stsz', u32(0, 1, pieces)),
      box('stco', u32(0, pieces), places),
    )
    const hdlr = box('hdlr', u32(0, 0), Buffer.from('soun'), Buffer.alloc(13))
    const mdia = box(
      'mdia',
      box('mdhd', u32(0, 0, 0, TIMESCALE, 0, 0)),
      hdlr,
      box('minf', box('smhd', u32(0, 0)), stbl),
    )
    const track = box('trak', box('tkhd', u32(1, 0, 0, 1, 0, 0), Buffer.alloc(60)), mdia)
    return box('moov', box('mvhd', u32(0, 0, 0, TIMESCALE, 0), Buffer.alloc(80)), ...Array(tracks).fill(track))
  }
  return Buffer.concat([ftyp, moov(ftyp.length + moov(0).length + boxes.length - pieces * 2), boxes])
}

/** A WebM in which so many elements mean nothing. */
export function blanks(many: number): Buffer {
  const element = (id: string, body: Buffer) =>
    Buffer.concat([Buffer.from(id, 'hex'), u32(0x01000000, body.length), body])
  const block = Buffer.concat([Buffer.from('a1858100000000', 'hex'), ...Array(many).fill(Buffer.from('ec80', 'hex'))])
  const track = element('1654ae6b', element('ae', Buffer.from('838102', 'hex')))
  const header = element('1a45dfa3', element('4282', Buffer.from('webm')))
  return Buffer.concat([header, element('18538067', Buffer.concat([track, element('a0', block)]))])
}
