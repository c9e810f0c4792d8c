/** Real picture files, made on the spot: what phones send, and what they should not. */
import { Readable } from 'node:stream'
import { crc32, createDeflate } from 'node:zlib'
import sharp from 'sharp'

const RED = { r: 200, g: 30, b: 30 }
const BLUE = { r: 30, g: 30, b: 200 }

/** Far enough from the next one's to survive being a JPEG. */
const colourOf = (seed: number) => ({ r: (seed * 53) % 256, g: (seed * 101) % 256, b: (seed * 151) % 256 })

/** Left half red, right half blue. A different `seed` makes a different picture. */
function scene(width: number, height: number, seed = 0) {
  const right = { create: { width: Math.floor(width / 2), height, channels: 3 as const, background: BLUE } }
  const mark = { create: { width: 8, height: 8, channels: 3 as const, background: colourOf(seed) } }
  return sharp({ create: { width, height, channels: 3, background: RED } }).composite([
    { input: right, left: Math.ceil(width / 2), top: 0 },
    { input: mark, left: 0, top: 0 },
  ])
}

export const jpeg = (width = 640, height = 480, seed = 0) => scene(width, height, seed).jpeg().toBuffer()
export const png = (width = 640, height = 480) => scene(width, height).png().toBuffer()
export const webp = (width = 640, height = 480) => scene(width, height).webp().toBuffer()
export const gif = () => scene(64, 48).gif().toBuffer()
export const tiff = () => scene(64, 48).tiff().toBuffer()
export const avif = () => scene(64, 48).avif().toBuffer()

export const GPS = '39/1 16/1 1884/100'
export const OWNER = 'SUN XIAOMEI'

/** What a phone held upright sends: the sensor's 1200 × 800 pixels, "turn me by 90°", where, when, whose and how. */
export const phoneJpeg = (seed = 0) =>
  scene(1200, 800, seed)
    .jpeg()
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'HUAWEI', Artist: OWNER, Copyright: OWNER },
      IFD2: { DateTimeOriginal: '2026:03:02 09:58:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: GPS, GPSLongitudeRef: 'E', GPSLongitude: '118/1 26/1 5209/100' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${OWNER}"/></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** Left half red and opaque, right half nothing at all. */
export const transparentPng = () =>
  sharp({ create: { width: 80, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([
      { input: { create: { width: 40, height: 40, channels: 4, background: { ...RED, alpha: 1 } } }, left: 0, top: 0 },
    ])
    .png()
    .toBuffer()

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG's first bytes: black and white, one bit a pixel. */
export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header)])
}

/** A whole, valid PNG of one colour and any size: 20,000 × 20,000 is 50 KB here and 400 million pixels when unpacked. */
export async function blackPng(width: number, height: number): Promise<Buffer> {
  const row = Buffer.alloc(1 + Math.ceil(width / 8))
  const deflated = Readable.from(Array.from({ length: height }, () => row)).pipe(createDeflate())
  const packed: Buffer[] = []
  for await (const part of deflated) packed.push(part)
  return Buffer.concat([pngHeader(width, height), chunk('IDAT', Buffer.concat(packed)), chunk('IEND', Buffer.alloc(0))])
}

/** The first bytes of an ISO media file of this brand: heic is what iPhones write. */
export const isoMedia = (brand: string): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'),
    Buffer.alloc(5_000, 7),
  ])

/** A JPEG that is long because of what it carries along, not because of its pixels. */
export async function longJpeg(bytes: number): Promise<Buffer> {
  const small = await jpeg(64, 48)
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533, 65)])
  const comments = Array.from({ length: Math.ceil(Math.max(0, bytes - small.length) / comment.length) }, () => comment)
  return Buffer.concat([small.subarray(0, 2), ...comments, small.subarray(2)])
}

export const textFile = () => Buffer.from('这不是照片，只是改了名字的文本文件。'.repeat(100))
export const svg = () =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')
export const html = () => Buffer.from('<!doctype html><script>alert(1)</script>')
