/** Photos as forms, and the addresses of pictures: only a server of one's own has them. */
import { request } from 'node:http'
import * as pictures from '../pictures'
import type { Person } from './people'
import { refusal, refused } from './refusals'
import { openTown, type ServerTown, stored } from './town'

let town: ServerTown
let worker: Person
beforeAll(async () => {
  town = await openTown()
  worker = await town.citizen()
})
afterAll(() => town.close())

const MB = 1024 * 1024

describe('an upload', () => {
  it.each([11, 30])('of %i MB', async (size) => {
    const bytes = await pictures.longJpeg(size * MB)
    expect(await refused(town, (headers) => worker.sendsFile(bytes, 'photo.jpg', headers))).toEqual(
      refusal([400, 'invalid', 'photo-large', 'photo']),
    )
  })

  it.each<[string, string, Record<string, string>]>([
    ['that is no form', 'just bytes', { 'content-type': 'application/octet-stream' }],
    ['that says nothing about itself', 'just bytes', {}],
    ['whose form has no beginning', 'just bytes', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['whose form has no boundary', 'just bytes', { 'content-type': 'multipart/form-data' }],
    [
      'whose form has another field',
      '--x\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\nabc\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    [
      'whose field is text',
      '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
  ])('%s', async (_, body, type) => {
    const send = (headers: Record<string, string>) =>
      town.door.sends('/files', { method: 'POST', body }, worker.token, { ...type, ...headers })
    expect(await refused(town, send)).toEqual(refusal([400, 'invalid', 'malformed']))
  })

  it('under a name that leads elsewhere is stored under its hash all the same', async () => {
    const { answer } = await worker.sendsFile(await pictures.jpeg(320, 240, 77), '../../../etc/passwd')
    expect(answer).toMatchObject({
      ok: true,
      data: { photo: { url: expect.stringMatching(/^\/files\/[0-9a-f]{64}\?/) } },
    })
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
      upload.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')
      upload.write(bytes.subarray(0, bytes.length / 2), () => upload.destroy())
      upload.on('close', () => resolve())
    })
    await worker.gets('home.open', {})
    expect(await stored(town)).toEqual(before)
  })
})

it('uploads.receive is no action here: there is no storage that a phone could use', async () => {
  const send = (headers: Record<string, string>) => worker.asks('uploads.receive', { upload: 'x'.repeat(32) }, headers)
  expect(await refused(town, send)).toEqual(refusal([404, 'not-found', 'unknown-action']))
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

  it('is nowhere any more after a few days', async () => {
    const { url } = await worker.uploads(await pictures.jpeg())
    town.on('Thu 2026-03-05 12:00')
    expect(await fetched(url)).toBe(404)
  })
})

it('left the log without a single failure', () => {
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
