/** Photos that are none, or too much: each refused with its own sentence, and the others stay. */
import { request } from 'node:http'
import * as pictures from '../pictures'
import type { Person } from './people'
import { type Refusal, refusal, refused } from './refusals'
import { openTown, stored, type Town } from './town'

let town: Town
let worker: Person
beforeAll(async () => {
  town = await openTown()
  worker = await town.citizen()
})
afterAll(() => town.close())

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))
const MB = 1024 * 1024

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
    ['a JPEG of 11 MB', [400, 'invalid', 'photo-large'], () => pictures.longJpeg(11 * MB)],
    ['a JPEG of 30 MB', [400, 'invalid', 'photo-large'], () => pictures.longJpeg(30 * MB)],
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

  it.each<[string, string, Record<string, string>]>([
    ['that is no form', 'just bytes', { 'content-type': 'application/octet-stream' }],
    ['that says nothing about itself', 'just bytes', {}],
    ['whose form has no beginning', 'just bytes', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['whose form has no boundary', 'just bytes', { 'content-type': 'multipart/form-data' }],
    [
      'whose form has another field',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    [
      'whose field is text',
      '--x\r\ncontent-disposition: form-data; name="photo"\r\n\r\nabc\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
  ])('%s', async (_, body, type) => {
    const send = (headers: Record<string, string>) =>
      worker.sends('/files', { method: 'POST', body }, { ...type, ...headers })
    expect(await refused(town, send)).toEqual(refusal([400, 'invalid', 'malformed']))
  })

  it('under a name that leads elsewhere is stored under its hash all the same', async () => {
    const { answer } = await worker.sendsFile(await pictures.jpeg(320, 240, 77), '../../../etc/passwd')
    expect(answer).toMatchObject({ ok: true, data: { url: expect.stringMatching(/^\/files\/[0-9a-f]{64}\?/) } })
  })

  it('that breaks off half-way leaves nothing behind, and the server goes on', async () => {
    const before = await stored(town)
    const bytes = await pictures.jpeg(2000, 1500)
    await new Promise<void>((resolve) => {
      const upload = request(`${town.url}/files`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${worker.token}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': bytes.length + 200,
        },
      })
      upload.on('error', () => resolve())
      upload.write('--x\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n')
      upload.write(half(bytes), () => upload.destroy())
      upload.on('close', () => resolve())
    })
    await worker.gets('home.open', {})
    expect(await stored(town)).toEqual(before)
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
    const before = await stored(town)
    const theirs = await (await town.citizen()).uploads(bytes)
    expect(theirs.id).not.toBe(mine.id)
    expect(await stored(town)).toEqual({
      ...before,
      photos: (before.photos ?? 0) + 1,
      sessions: (before.sessions ?? 0) + 1,
    })
  })
})

describe('the address of a photo', () => {
  const fetched = async (place: string) => (await fetch(town.url + place)).status

  it('is served as a JPEG that may be kept by this phone only', async () => {
    const { url } = await worker.uploads(await pictures.png())
    const { status, headers } = await fetch(town.url + url)
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'image/jpeg',
      'nosniff',
    ])
    expect(headers.get('cache-control')).toContain('private')
  })

  it('opens nothing when anything in it is changed', async () => {
    const { url, thumb } = await worker.uploads(await pictures.jpeg())
    expect(await fetched(thumb)).toBe(200)
    const wrong = [
      url.replace('s=full', 's=thumb'),
      url.replace(/e=[\d-]+/, 'e=2999-01-01'),
      url.replace(/k=./, 'k=*'),
      url.replace(/k=.*/, 'k=%E6%9B%B9'),
      url.split('?')[0] ?? '',
      url.replace('/files/', '/files/../files/x'),
      '/files/%2e%2e%2f%2e%2e%2fminhu.sqlite',
      '/files/',
      '/files/..%5c..%5cminhu.sqlite',
    ]
    expect(await Promise.all(wrong.map(fetched))).toEqual(wrong.map(() => 404))
  })

  it('stops working after a few days', async () => {
    const { url } = await worker.uploads(await pictures.jpeg())
    town.on('Thu 2026-03-05 12:00')
    expect(await fetched(url)).toBe(404)
    town.on('Mon 2026-03-02 10:00')
    expect(await fetched(url)).toBe(200)
  })
})

it('left the log without a single failure', () => {
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
