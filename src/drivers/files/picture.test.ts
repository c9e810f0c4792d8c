import sharp from 'sharp'
import * as pictures from '../../../test/pictures'
import { encodePicture, MAX_BYTES } from './picture'

async function encoded(bytes: Uint8Array) {
  const result = await encodePicture(bytes)
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.encoded
}

/** The colour of a pixel as one word. */
async function colourAt(picture: Uint8Array, x: number, y: number): Promise<string> {
  const [r = 0, g = 0, b = 0] = await sharp(picture).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()
  if (r > 240 && g > 240 && b > 240) return 'white'
  return r > b ? 'red' : 'blue'
}

describe('a photo from a phone that was held upright', () => {
  const stored = pictures.phoneJpeg().then(encoded)

  it('carried its place, its owner and its turn when it was sent', async () => {
    const sent = await sharp(await pictures.phoneJpeg()).metadata()
    expect(sent).toMatchObject({
      width: 1200,
      height: 800,
      orientation: 6,
      exif: expect.any(Buffer),
      icc: expect.any(Buffer),
      xmp: expect.any(Buffer),
    })
    expect(sent.exif?.includes('HUAWEI')).toBe(true)
  })

  it('stands upright: what was on the left is on top', async () => {
    const { full, width, height } = await stored
    expect({ width, height }).toEqual({ width: 800, height: 1200 })
    expect(await sharp(full).metadata()).toMatchObject({ width: 800, height: 1200 })
    expect([await colourAt(full, 400, 100), await colourAt(full, 400, 1100)]).toEqual(['red', 'blue'])
  })

  it.each(['full', 'thumb'] as const)('keeps no metadata (%s)', async (size) => {
    const metadata = await sharp((await stored)[size]).metadata()
    expect(metadata).not.toHaveProperty('orientation')
    for (const kind of ['exif', 'icc', 'xmp', 'iptc', 'gainMap', 'comments']) expect(metadata).not.toHaveProperty(kind)
  })

  it.each(['Exif', 'GPS', 'HUAWEI', pictures.OWNER, 'xmpmeta', 'ICC_PROFILE', '2026:03:02'])(
    'holds the letters "%s" nowhere',
    async (letters) => {
      const { full, thumb } = await stored
      expect([full.includes(letters), thumb.includes(letters)]).toEqual([false, false])
    },
  )
})

describe('sizes', () => {
  it.each([
    ['a wide picture', 4000, 1000, 2048, 512],
    ['a tall picture', 1000, 4000, 512, 2048],
    ['one that fits', 2048, 1536, 2048, 1536],
    ['a small one stays small', 120, 90, 120, 90],
  ])('%s of %i × %i is stored as %i × %i', async (_, width, height, storedWidth, storedHeight) => {
    const stored = await encoded(await pictures.jpeg(width, height))
    expect(stored).toMatchObject({ width: storedWidth, height: storedHeight })
    expect(await sharp(stored.full).metadata()).toMatchObject({
      format: 'jpeg',
      width: storedWidth,
      height: storedHeight,
    })
  })

  it('has a thumbnail of 400 pixels at most', async () => {
    const { thumb } = await encoded(await pictures.jpeg(2000, 1000))
    expect(await sharp(thumb).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 200 })
  })

  it.each([
    ['40 million pixels', 8000, 5000],
    ['one row more', 8000, 5001],
  ])('takes %s, not more', async (_, width, height) => {
    const result = await encodePicture(await pictures.blackPng(width, height))
    expect(result.ok ? 'stored' : result.refusal).toBe(height === 5000 ? 'stored' : 'photo-pixels')
  })
})

describe('formats', () => {
  it.each([
    ['a PNG', pictures.png],
    ['a WebP', pictures.webp],
    ['a JPEG', pictures.jpeg],
  ])('%s becomes a JPEG', async (_, make) => {
    const { full } = await encoded(await make())
    expect(await sharp(full).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
    expect(await colourAt(full, 600, 100)).toBe('blue')
  })

  it('what was transparent becomes white, not black', async () => {
    const { full } = await encoded(await pictures.transparentPng())
    expect([await colourAt(full, 10, 20), await colourAt(full, 70, 20)]).toEqual(['red', 'white'])
  })

  it('a web page hidden behind a JPEG is gone', async () => {
    const { full, thumb } = await encoded(Buffer.concat([await pictures.jpeg(), pictures.html()]))
    expect([full.includes('<script>'), thumb.includes('<script>')]).toEqual([false, false])
  })
})

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

describe('what is refused, and why', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['photo-type', 'a text file, whatever its name', pictures.textFile],
    ['photo-type', 'nothing at all', () => Buffer.alloc(0)],
    ['photo-type', 'a few bytes', () => Buffer.from([0xff, 0xd8])],
    ['photo-type', 'a GIF', pictures.gif],
    ['photo-type', 'a TIFF', pictures.tiff],
    ['photo-type', 'an AVIF', pictures.avif],
    ['photo-type', 'an SVG, which may hold a script', pictures.svg],
    ['photo-type', 'a web page', pictures.html],
    ['photo-type', 'a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj')],
    ['photo-type', '11 MB of text: the type is said first', () => Buffer.alloc(11 * 1024 * 1024, 65)],
    ['photo-heic', 'an iPhone’s HEIC', () => pictures.isoMedia('heic')],
    ['photo-heic', 'another brand of HEIC', () => pictures.isoMedia('mif1')],
    ['photo-heic', 'a HEIC burst', () => pictures.isoMedia('hevc')],
    ['photo-broken', 'half a JPEG', async () => half(await pictures.jpeg())],
    [
      'photo-broken',
      'a JPEG without its last tenth',
      async () => (await pictures.jpeg(2000, 1500)).subarray(0, -2_000),
    ],
    ['photo-broken', 'half a PNG', async () => half(await pictures.png())],
    ['photo-broken', 'half a WebP', async () => half(await pictures.webp())],
    [
      'photo-broken',
      'a JPEG’s first bytes and then text',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), pictures.textFile()]),
    ],
    ['photo-broken', 'the header of a PNG', () => pictures.pngHeader(100, 100)],
    ['photo-large', 'a JPEG of 11 MB', () => pictures.longJpeg(11 * 1024 * 1024)],
    ['photo-pixels', 'a whole PNG of 20,000 × 20,000', () => pictures.blackPng(20_000, 20_000)],
    ['photo-broken', 'the header of such a PNG alone', () => pictures.pngHeader(20_000, 20_000)],
    ['photo-broken', 'a header as wide as the format allows', () => pictures.pngHeader(2 ** 31 - 1, 1)],
  ])('%s: %s', async (refusal, _, make) => {
    expect(await encodePicture(await make())).toEqual({ ok: false, refusal })
  })

  it('takes a picture of just under 10 MB', async () => {
    const bytes = await pictures.longJpeg(MAX_BYTES - 70_000)
    expect(bytes.length).toBeLessThanOrEqual(MAX_BYTES)
    expect((await encoded(bytes)).full.length).toBeLessThan(20_000)
  })

  it('needs little memory to refuse 400 million pixels', async () => {
    const bytes = await pictures.blackPng(20_000, 20_000)
    const before = process.memoryUsage().rss
    await encodePicture(bytes)
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(50)
  })
})
