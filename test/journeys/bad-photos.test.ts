/** Photos that are none, or too much: each refused with its own sentence, and the others stay. */
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { type Refusal, refusal, refused } from './refusals'
import { stored, type Town } from './town'

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))
const MB = 1024 * 1024

everywhere((openTown) => {
  let town: Town
  let worker: Person
  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
  })
  afterAll(() => town.close())

  describe('an upload', () => {
    it.each<[string, Refusal, () => Buffer | Promise<Buffer>]>([
      ['a text file named .jpg', [400, 'invalid', 'photo-type', 'photo'], pictures.textFile],
      ['a GIF', [400, 'invalid', 'photo-type', 'photo'], pictures.gif],
      ['an SVG with a script', [400, 'invalid', 'photo-type', 'photo'], pictures.svg],
      ['an empty file', [400, 'invalid', 'photo-type', 'photo'], () => Buffer.alloc(0)],
      ['half a JPEG', [400, 'invalid', 'photo-broken', 'photo'], async () => half(await pictures.jpeg())],
      ['a HEIC from an iPhone', [400, 'invalid', 'photo-heic', 'photo'], () => pictures.isoMedia('heic')],
      ['a PNG of 20,000 × 20,000', [400, 'invalid', 'photo-pixels', 'photo'], () => pictures.blackPng(20_000, 20_000)],
      ['a JPEG just over 10 MB', [400, 'invalid', 'photo-large', 'photo'], () => pictures.longJpeg(10 * MB + 1)],
    ])('%s', async (_, expected, make) => {
      const bytes = await make()
      expect(await refused(town, (headers) => worker.sendsFile(bytes, 'photo.jpg', headers))).toEqual(refusal(expected))
    })

    it('tells the owner of an iPhone what to do', async () => {
      const { answer } = await worker.sendsFile(pictures.isoMedia('heic'), 'IMG_0001.HEIC')
      expect(!answer.ok && answer.error.message).toContain('兼容性最佳')
    })

    it('without a session', async () => {
      const bytes = await pictures.jpeg()
      expect(await refused(town, (headers) => town.anyone().sendsFile(bytes, 'a.jpg', headers))).toEqual(
        refusal([401, 'forbidden', 'signed-out']),
      )
    })
  })

  describe('one bad photo among good ones', () => {
    it('is refused alone: the others are filed', async () => {
      const [first, bad, last] = await Promise.all([
        worker.uploads(await pictures.jpeg(320, 240, 1)),
        worker.sendsFile(half(await pictures.jpeg(320, 240, 2))),
        worker.uploads(await pictures.jpeg(320, 240, 3)),
      ])
      expect(bad.answer).toMatchObject({ ok: false, error: { reason: 'photo-broken' } })
      const retried = await worker.uploads(await pictures.jpeg(320, 240, 2))
      const { photos } = await worker.files({ photos: [first.id, retried.id, last.id] })
      expect(photos.map(({ id }) => id)).toEqual([first.id, retried.id, last.id])
    })

    it('sent again after a lost reply is the same photo', async () => {
      const bytes = await pictures.jpeg(320, 240, 9)
      const once = await worker.uploads(bytes)
      const before = await stored(town)
      expect(await worker.uploads(bytes)).toEqual(once)
      expect(await stored(town)).toEqual(before)
    })

    it('is somebody else’s own when somebody else sends the same bytes: one file, two photos', async () => {
      const bytes = await pictures.jpeg(320, 240, 10)
      const mine = await worker.uploads(bytes)
      const neighbour = await town.citizen()
      const before = await stored(town)
      expect((await neighbour.uploads(bytes)).id).not.toBe(mine.id)
      expect(await stored(town)).toEqual({ ...before, photos: (before.photos ?? 0) + 1 })
    })
  })

  it('the address of a photo stops working after a few days', async () => {
    const { url, thumb } = await worker.uploads(await pictures.jpeg())
    const opens = () => Promise.all([url, thumb].map(async (address) => (await fetch(town.address(address))).ok))
    expect(await opens()).toEqual([true, true])
    town.on('Thu 2026-03-05 12:00')
    expect(await opens()).toEqual([false, false])
    town.on('Mon 2026-03-02 10:00')
    expect(await opens()).toEqual([true, true])
  })

  it('left the log without a single failure', () => {
    expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
