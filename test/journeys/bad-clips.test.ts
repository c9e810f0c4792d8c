/** Voice notes and films as forms: kept under their key, played in parts, and nothing else under their name. */
import { request } from 'node:http'
import type { MediaView } from '@/contract/uploads'
import * as clips from '../clips'
import * as pictures from '../pictures'
import { newKey, type Person, type Replied } from './people'
import { openTown, type ServerTown, stored } from './town'

let town: ServerTown
let wu: Person
let sun: Person
beforeAll(async () => {
  town = await openTown()
  ;[wu, sun] = [await town.citizen(), await town.citizen()]
})
beforeEach(() => town.forgetTries())
afterAll(() => town.close())

const MB = 1024 * 1024

/** One file as a phone sends it; `query` without its key where it is none. */
async function sends(who: Person, bytes: Uint8Array, query: string, name = 'a.mp4'): Promise<Replied<MediaView>> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const reply = await town.door.sends(`/files${query}`, { method: 'POST', body: form }, who.token)
  return reply as Replied<MediaView>
}
async function becomes(who: Person, bytes: Uint8Array, key = newKey()): Promise<MediaView> {
  const { answer } = await sends(who, bytes, `?key=${key}`)
  if (!answer.ok) throw new Error(`refused: ${answer.error.reason}`)
  return answer.data
}
const idIn = (media: MediaView) => ('photo' in media ? media.photo.id : media.clip.id)
const urlIn = (media: MediaView) => ('photo' in media ? media.photo.url : media.clip.url)

describe('a key', () => {
  it('that was used gives what it has become, whatever bytes come with it', async () => {
    const key = newKey()
    const film = await becomes(wu, clips.mp4(), key)
    expect(film).toMatchObject({ clip: { kind: 'video', seconds: 5 } })
    const before = await stored(town)
    expect(await becomes(wu, pictures.textFile(), key)).toEqual(film)
    expect(await wu.gets('uploads.begin', { key })).toEqual({ media: film })
    expect(await stored(town)).toEqual(before)
  })

  it('that was never used: it is to be sent as a form', async () => {
    expect(await wu.gets('uploads.begin', { key: newKey() })).toEqual({})
  })

  it('of somebody else is another', async () => {
    const key = newKey()
    const mine = await becomes(wu, clips.mp3(5), key)
    expect(await sun.gets('uploads.begin', { key })).toEqual({})
    expect(idIn(await becomes(sun, clips.mp3(5), key))).not.toBe(idIn(mine))
  })

  it('sent ten times at once becomes one thing', async () => {
    const key = newKey()
    const before = await stored(town)
    const all = await Promise.all(Array.from({ length: 10 }, () => becomes(wu, clips.mp4({ seed: 10 }), key)))
    expect(new Set(all.map(idIn)).size).toBe(1)
    expect(await stored(town)).toEqual({ ...before, clips: (before.clips ?? 0) + 1, files: (before.files ?? 0) + 1 })
  })

  it.each([
    '',
    '?key=',
    '?key=short',
    '?key=../../../../../../etc',
    `?key=${'x'.repeat(65)}`,
    '?key=aaaaaaaaaaaaaaaaa&seconds=-1',
    '?key=aaaaaaaaaaaaaaaaa&seconds=NaN',
  ])('that is none is refused: %j', async (query) => {
    const { status, answer } = await sends(wu, clips.mp4(), query)
    expect([status, !answer.ok && answer.error.reason]).toEqual([400, 'malformed'])
  })

  it('whose photo was removed since counts as unused', async () => {
    const key = newKey()
    const once = await becomes(wu, await pictures.jpeg(64, 48, 71), key)
    town.pass(31 * 24 * 60)
    await town.tick()
    expect((await fetch(town.url + urlIn(once))).status).toBe(404)
    expect(await wu.gets('uploads.begin', { key })).toEqual({})
    const again = await becomes(wu, await pictures.jpeg(64, 48, 71), key)
    expect((await fetch(town.url + urlIn(again))).status).toBe(200)
  })
})

describe('a hostile file', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['photo-type', 'a web page named .mp4', pictures.html],
    ['photo-type', 'an SVG named .mp4', pictures.svg],
    ['photo-type', 'nothing at all', () => Buffer.alloc(0)],
    ['photo-type', '39 MB of zeros', () => Buffer.alloc(39 * MB)],
    ['clip-large', 'a film of 41 MB', () => clips.mp4({ size: 41 * MB })],
    ['clip-long', '61 seconds of speech', () => clips.mp3(61)],
    ['clip-long', 'a film of 32 seconds', () => clips.mp4({ seconds: 32 })],
    ['clip-broken', 'half a film', () => clips.mp4().subarray(0, 2000)],
  ])('%s: %s', async (reason, _, make) => {
    const before = await stored(town)
    const { status, answer } = await sends(wu, await make(), `?key=${newKey()}`)
    expect([status, !answer.ok && answer.error.reason]).toEqual([400, reason])
    expect(await stored(town)).toEqual(before)
  })

  it('that the phone measured was meant to be a recording', async () => {
    const { answer } = await sends(wu, pictures.textFile(), `?key=${newKey()}&seconds=4.5`)
    expect(!answer.ok && answer.error.reason).toBe('clip-type')
  })

  it('that breaks off in the middle leaves nothing', async () => {
    const before = await stored(town)
    const bytes = clips.mp4({ size: 2 * MB })
    await new Promise<void>((resolve) => {
      const upload = request(`${town.url}/files?key=${newKey()}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${wu.token}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': bytes.length + 200,
        },
      })
      upload.on('error', () => resolve())
      upload.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n')
      upload.write(bytes.subarray(0, MB), () => upload.destroy())
      upload.on('close', () => resolve())
    })
    await wu.gets('home.open', {})
    expect(await stored(town)).toEqual(before)
  })
})

describe('a film is played', () => {
  let url: string
  let whole: Buffer
  beforeAll(async () => {
    url = town.url + urlIn(await becomes(wu, clips.mp4({ seed: 99 })))
    whole = Buffer.from(await (await fetch(url)).arrayBuffer())
  })

  it('as a whole, by this phone alone', async () => {
    const { status, headers } = await fetch(url)
    expect([status, headers.get('content-type'), headers.get('accept-ranges')]).toEqual([200, 'video/mp4', 'bytes'])
    expect(headers.get('cache-control')).toContain('private')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['bytes=0-1', 0, 1],
    ['bytes=100-', 100, -1],
    ['bytes=-10', -10, -1],
    ['bytes=100-99999999', 100, -1],
  ])('in parts: %s', async (range, from, to) => {
    const reply = await fetch(url, { headers: { range } })
    const part = whole.subarray(from, to === -1 ? undefined : to + 1)
    const start = from < 0 ? whole.length + from : from
    expect([reply.status, reply.headers.get('content-range')]).toEqual([
      206,
      `bytes ${start}-${start + part.length - 1}/${whole.length}`,
    ])
    expect(Buffer.from(await reply.arrayBuffer()).equals(part)).toBe(true)
  })

  it.each(['bytes=99999999-', 'bytes=-0'])('not beyond its end: %s', async (range) => {
    const reply = await fetch(url, { headers: { range } })
    expect([reply.status, reply.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
  })

  it.each(['bytes=5-2', 'bytes=a-b', 'bytes=0-1,5-6', 'lines=1-2'])(
    'as a whole for what nobody understands: %s',
    async (range) => {
      expect((await fetch(url, { headers: { range } })).status).toBe(200)
    },
  )

  it('not under another name, type or end', async () => {
    const wrong = [
      url.replace('.mp4', '.mp3'),
      url.replace('.mp4', ''),
      url.replace(/e=[\d-]+/, 'e=2999-01-01'),
      url.replace('.mp4', '.html'),
    ]
    expect(await Promise.all(wrong.map(async (one) => (await fetch(one)).status))).toEqual([404, 404, 404, 404])
  })

  it('and nothing is wrong when the phone has seen enough', async () => {
    const stop = new AbortController()
    const reply = await fetch(url, { signal: stop.signal })
    await reply.body?.getReader().read()
    stop.abort()
    expect((await fetch(url)).status).toBe(200)
  })
})

it('without a session nothing is taken', async () => {
  const { status, answer } = await sends(town.anyone(), clips.mp4(), `?key=${newKey()}`)
  expect({ status, answer }).toMatchObject({ status: 401, answer: { error: { reason: 'signed-out' } } })
})

it('left the log without a single failure', () => {
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
