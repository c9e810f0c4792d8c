/** What becomes of a recording: told by its content, and nothing left of where, when and by what it was made. */
import { MAX_VIDEO, MAX_VIDEO_BYTES, MAX_VOICE, MAX_VOICE_BYTES } from '@/contract/uploads'
import * as clips from '../../../test/clips'
import * as pictures from '../../../test/pictures'
import { MOST, readRecording } from './recording'

function read(bytes: Uint8Array, said?: number) {
  const result = readRecording(bytes, said)
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  const { pieces, ...about } = result.recording
  return { ...about, kept: Buffer.concat(pieces) }
}
const refusalOf = (bytes: Uint8Array, said?: number) => {
  const result = readRecording(bytes, said)
  return result.ok ? 'taken' : result.refusal
}

it('the limits are those of the contract', () => {
  expect(MOST).toEqual({
    voice: { bytes: MAX_VOICE_BYTES, seconds: MAX_VOICE },
    video: { bytes: MAX_VIDEO_BYTES, seconds: MAX_VIDEO },
  })
})

describe('kind, type and length are told by content', () => {
  it.each<[string, () => Buffer, object]>([
    ['an MP3 of WeChat’s recorder', () => clips.mp3(5), { kind: 'voice', type: 'mp3', seconds: 6 }],
    ['AAC in ADTS frames', () => clips.aac(5), { kind: 'voice', type: 'aac', seconds: 6 }],
    ['an M4A', () => clips.m4a(5), { kind: 'voice', type: 'm4a', seconds: 5 }],
    ['an MP4 with sound alone', () => clips.mp4({ picture: false }), { kind: 'voice', type: 'm4a', seconds: 5 }],
    ['an MP4 in fragments', () => clips.fragmented(3), { kind: 'voice', type: 'm4a', seconds: 3 }],
    ['a WebM with sound alone', () => clips.webm(5), { kind: 'voice', type: 'webm', seconds: 5 }],
    ['a film', () => clips.mp4(), { kind: 'video', type: 'mp4', seconds: 5 }],
    ['a film whose head comes first', () => clips.mp4({ moovLast: false }), { kind: 'video', type: 'mp4' }],
    ['a film of an iPhone', () => clips.mov(), { kind: 'video', type: 'mp4' }],
    ['a film without sound', () => clips.mp4({ sound: false }), { kind: 'video', type: 'mp4' }],
    ['a WebM with pictures', () => clips.webm(5, { video: true }), { kind: 'video', type: 'webm', seconds: 5 }],
    ['a WebM that says its lengths', () => clips.webm(5, { video: true, whole: true }), { kind: 'video', seconds: 5 }],
  ])('%s', (_, make, expected) => {
    expect(read(make())).toMatchObject(expected)
  })
})

describe('nothing of who, where and when is kept', () => {
  it.each<[string, () => Buffer]>([
    ['a film', clips.mp4],
    ['a film whose head comes first', () => clips.mp4({ moovLast: false })],
    ['a film of an iPhone', clips.mov],
    ['an M4A', () => clips.m4a(5)],
    ['an MP3', () => clips.mp3(5)],
    ['a WebM', () => clips.webm(5)],
    ['a WebM that says its lengths', () => clips.webm(5, { whole: true })],
  ])('%s', (_, make) => {
    const sent = make()
    const { kept } = read(sent)
    expect(clips.SECRETS.filter((secret) => sent.includes(secret)).length).toBeGreaterThan(0)
    expect(clips.SECRETS.filter((secret) => kept.includes(secret))).toEqual([])
    expect(kept.includes(Buffer.from([0xe6, 0x12, 0xed, 0x00]))).toBe(false)
    // What is kept is such a recording itself, and nothing is left in it to take out.
    expect(read(kept).kept.equals(kept)).toBe(true)
  })

  it('sound and pictures stay where they are, byte by byte', () => {
    const sent = clips.mp4()
    const { kept } = read(sent)
    expect(kept.length).toBe(sent.length)
    for (const part of ['picture 1 picture 1', 'sound 1 sound 1']) expect(kept.indexOf(part)).toBe(sent.indexOf(part))
  })

  it('what was sent is not changed', () => {
    const sent = clips.mp4()
    const before = Buffer.from(sent)
    read(sent)
    expect(sent.equals(before)).toBe(true)
  })
})

describe('too long, too large', () => {
  it.each([
    ['a minute of speech', clips.mp3(59.9), 'taken'],
    ['a little over a minute', clips.mp3(60.5), 'taken'],
    ['61 seconds of speech', clips.mp3(61), 'clip-long'],
    ['61 seconds in an M4A', clips.m4a(61), 'clip-long'],
    ['61 seconds in a WebM', clips.webm(62), 'clip-long'],
    ['a film of half a minute', clips.mp4({ seconds: 30 }), 'taken'],
    ['a film of 32 seconds', clips.mp4({ seconds: 32 }), 'clip-long'],
    ['a film of 41 MB', clips.mp4({ size: 41 * 1024 * 1024 }), 'clip-large'],
    ['a voice note of 6 MB', clips.m4a(5, { size: 6 * 1024 * 1024 }), 'clip-large'],
  ])('%s', (_, bytes, expected) => {
    expect(refusalOf(bytes)).toBe(expected)
  })

  it('whatever the phone says', () => {
    expect(refusalOf(clips.mp3(90), 5)).toBe('clip-long')
  })
})

describe('what is no recording', () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['nothing', () => Buffer.alloc(0)],
    ['text', pictures.textFile],
    ['a web page', pictures.html],
    ['an SVG', pictures.svg],
    ['a JPEG', () => pictures.jpeg()],
    ['a HEIC', () => pictures.isoMedia('heic')],
    ['a film of an old phone', () => clips.mp4({ brand: '3gp4' })],
    ['a film with places alone', () => clips.mp4({ picture: false, sound: false })],
    ['a Matroska film', () => clips.webm(5, { docType: 'matroska' })],
  ])('%s', async (_, make) => {
    expect(refusalOf(await make())).toBe('clip-type')
  })
})

describe('what is damaged', () => {
  const cases: [string, Buffer][] = [
    ['a film', clips.mp4()],
    ['a film whose head comes first', clips.mp4({ moovLast: false })],
    ['an M4A', clips.m4a()],
    ['a film in fragments', clips.fragmented()],
    ['a WebM that says its lengths', clips.webm(3, { whole: true })],
  ]
  it.each(cases)('%s that is cut off anywhere is never taken', (_, bytes) => {
    const taken: number[] = []
    for (let length = bytes.length - 1; length > 12; length -= length > 2000 ? 13 : 1) {
      if (refusalOf(bytes.subarray(0, length)) === 'taken') taken.push(length)
    }
    // Between two fragments a film ends as well as at its own end.
    const ends = bytes.includes('moof')
      ? taken.filter(
          (length) =>
            !bytes
              .subarray(length + 4)
              .subarray(0, 4)
              .equals(Buffer.from('moof')),
        )
      : taken
    expect(ends).toEqual([])
  })

  it.each([
    ['an MP3', clips.mp3(2, { tags: false }), 216],
    ['AAC', clips.aac(2), 64],
  ])(
    '%s whose last frame is unfinished, as a recorder that is interrupted leaves it, is taken without that frame',
    (_, bytes, frame) => {
      for (let length = bytes.length - 1; length > bytes.length - frame; length--) {
        expect(refusalOf(bytes.subarray(0, length))).toBe('taken')
      }
      expect(refusalOf(bytes.subarray(0, frame - 1))).toBe('clip-broken')
    },
  )

  const moovWith = (...boxes: Buffer[]) =>
    Buffer.concat([clips.box('ftyp', Buffer.from('isom\0\0\0\0')), clips.box('moov', ...boxes)])
  const deep = (depth: number): Buffer => {
    let inside = clips.box('trak')
    for (let n = 0; n < depth; n++) inside = clips.box('moov', inside)
    return inside
  }
  it.each<[string, () => Buffer]>([
    ['a box longer than its parent', () => moovWith(Buffer.from('000fffff6d766864', 'hex'))],
    ['a box of size zero in another', () => moovWith(Buffer.from('000000006d766864', 'hex'))],
    ['a box shorter than its own head', () => moovWith(Buffer.from('000000046d766864', 'hex'))],
    ['a size of 64 bits that overflows', () => moovWith(Buffer.from('000000016d766864ffffffffffffffff', 'hex'))],
    ['ten thousand boxes in each other', () => moovWith(deep(10_000))],
    ['two heads', () => Buffer.concat([clips.mp4(), clips.box('moov')])],
    ['no head', () => clips.box('ftyp', Buffer.from('isom\0\0\0\0'))],
    [
      'five million empty boxes',
      () =>
        Buffer.concat([
          clips.box('ftyp', Buffer.from('isom\0\0\0\0')),
          Buffer.alloc(40 * 1024 * 1024 - 24, clips.box('free')),
        ]),
    ],
  ])('%s', (_, make) => {
    expect(refusalOf(make())).toBe('clip-broken')
  })

  it('a film that is to be fetched from somewhere else', () => {
    const bytes = clips.mp4()
    const at = bytes.indexOf('url ')
    bytes.writeUInt32BE(0, at + 4)
    expect(refusalOf(bytes)).toBe('clip-broken')
  })

  it('samples that lie outside the film', () => {
    const bytes = clips.mp4()
    bytes.writeUInt32BE(4, bytes.indexOf('stco') + 12)
    expect(refusalOf(bytes)).toBe('clip-broken')
  })
})

describe('what would keep everybody else waiting', () => {
  it.each<[string, () => Buffer, string]>([
    ['a second of sound in a thousand pieces', () => clips.inPieces(1000), 'taken'],
    ['behind many boxes with nothing in them', () => clips.inPieces(1000, 10_000), 'taken'],
    ['in more pieces than a minute has', () => clips.inPieces(21_000), 'clip-broken'],
    ['in more tracks than anybody records', () => clips.inPieces(10, 0, 9), 'clip-broken'],
    ['a WebM with some blanks', () => clips.blanks(100), 'taken'],
    ['a WebM of nothing but blanks', () => clips.blanks(60_000), 'clip-broken'],
  ])('%s', (_, make, expected) => {
    expect(refusalOf(make(), 5)).toBe(expected)
  })
})

it('random damage is refused or harmless, and never throws', () => {
  const seed = Number(process.env.MINHU_SEED ?? Date.now() % 1_000_000)
  // biome-ignore lint/suspicious/noConsole: so that a failure can be had again
  console.log(`seed ${seed}`)
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const sound = [
    clips.mp4(),
    clips.mp4({ moovLast: false }),
    clips.fragmented(),
    clips.webm(3),
    clips.mp3(2),
    clips.aac(2),
  ]
  for (let n = 0; n < 3000; n++) {
    const bytes = Buffer.from(sound[n % sound.length] ?? [])
    for (let left = 1 + random(6); left > 0; left--)
      bytes[random(bytes.length)] = [0, 1, 0x7f, 0x80, 0xff][random(5)] ?? 0
    const result = readRecording(random(3) ? bytes : bytes.subarray(0, random(bytes.length)))
    if (!result.ok) continue
    const { pieces, seconds, kind } = result.recording
    expect([seconds > 0, seconds <= MOST[kind].seconds + 1]).toEqual([true, true])
    const again = readRecording(Buffer.concat(pieces))
    expect(again.ok && Buffer.concat(again.recording.pieces).equals(Buffer.concat(pieces))).toBe(true)
  }
})
