import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as pictures from '../../../test/pictures'
import { type Address, type DiskFiles, diskFiles } from './disk'

const SECRET = 'a secret of at least thirty-two characters'
const NOW = new Date('2026-03-02T02:00:00.000Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

let folder: string
let files: DiskFiles
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-files-'))
  files = await diskFiles(path.join(folder, 'pictures'), SECRET)
})
afterEach(() => rm(folder, { recursive: true }))

async function put(bytes: Uint8Array) {
  const result = await files.put(bytes)
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.picture
}
const urlsOf = async (name: string, now: Date) => (await files.urls([name], now))[name] ?? { url: '', thumb: '' }
const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

/** What the host reads out of an address. */
function parts(address: string): Address {
  const url = new URL(address, 'http://host')
  const query = (name: string) => url.searchParams.get(name) ?? ''
  const size = query('s') === 'thumb' ? 'thumb' : 'full'
  return { name: url.pathname.slice('/files/'.length), size, expires: query('e'), signature: query('k') }
}

describe('a stored picture', () => {
  it('lies on the disk as itself and its thumbnail, named by the hash of its content', async () => {
    const { name } = await put(await pictures.phoneJpeg())
    expect(await onDisk()).toEqual([`${name}.full.jpg`, `${name}.thumb.jpg`])
    const full = await readFile(path.join(folder, 'pictures', name.slice(0, 2), `${name}.full.jpg`))
    expect(createHash('sha256').update(full).digest('hex')).toBe(name)
  })

  it('says how large it is, upright, and how much it takes up', async () => {
    const { name, ...size } = await put(await pictures.phoneJpeg())
    const lies = path.join(folder, 'pictures', name.slice(0, 2))
    const [full, thumb] = await Promise.all(
      ['full', 'thumb'].map((which) => readFile(path.join(lies, `${name}.${which}.jpg`))),
    )
    expect(size).toEqual({ width: 800, height: 1200, bytes: (full?.length ?? 0) + (thumb?.length ?? 0) })
  })

  it('is stored once when it is sent twice', async () => {
    const once = await put(await pictures.jpeg())
    expect(await put(await pictures.jpeg())).toEqual(once)
    expect(await onDisk()).toHaveLength(2)
  })

  it('is stored once when it is sent five times at the same moment, and leaves nothing half-written', async () => {
    const bytes = await pictures.jpeg()
    const all = await Promise.all(Array.from({ length: 5 }, () => put(bytes)))
    expect(new Set(all.map(({ name }) => name)).size).toBe(1)
    expect(await onDisk()).toHaveLength(2)
  })

  it('has another name when it is another picture', async () => {
    expect((await put(await pictures.jpeg(64, 48, 1))).name).not.toBe((await put(await pictures.jpeg(64, 48, 2))).name)
  })

  it('is gone after it was removed', async () => {
    const { name } = await put(await pictures.jpeg())
    const { url } = await urlsOf(name, NOW)
    await files.remove(name)
    expect(await onDisk()).toEqual([])
    expect(await files.open(parts(url), NOW)).toBeNull()
  })

  it.each([
    ['a text file', pictures.textFile],
    ['half a JPEG', async () => (await pictures.jpeg()).subarray(0, 900)],
  ])('is not there when it was refused: %s', async (_, make) => {
    expect((await files.put(await make())).ok).toBe(false)
    expect(await onDisk()).toEqual([])
  })

  it('is still there for a driver that is opened anew', async () => {
    const { name } = await put(await pictures.jpeg())
    const reopened = await diskFiles(path.join(folder, 'pictures'), SECRET)
    expect(await reopened.open(parts((await urlsOf(name, NOW)).url), NOW)).not.toBeNull()
  })

  it('waits its turn among many without losing one', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, (_, n) => pictures.jpeg(64, 48, n)))
    await Promise.all(many.map(put))
    expect(await onDisk()).toHaveLength(16)
  })
})

describe('the address of a picture', () => {
  let name: string
  let url: string
  let thumb: string
  beforeEach(async () => {
    name = (await put(await pictures.jpeg(1000, 500))).name
    ;({ url, thumb } = await urlsOf(name, NOW))
  })

  it('opens the picture, and the other one the thumbnail', async () => {
    const [full, small] = [await files.open(parts(url), NOW), await files.open(parts(thumb), NOW)]
    expect(full?.length).toBeGreaterThan(small?.length ?? Number.NaN)
  })

  it('stays the same all day, so that a phone can keep the picture', async () => {
    expect((await urlsOf(name, later(13))).url).toBe(url)
  })

  it.each([
    ['an hour later', 1, true],
    ['a day later', 24, true],
    ['two days later', 48, true],
    ['three days later', 72, false],
  ])('opens %s: %s', async (_, hours, opens) => {
    expect((await files.open(parts(url), later(hours))) !== null).toBe(opens)
  })

  it.each<[string, (right: Address) => Partial<Address>]>([
    ['another key', () => ({ signature: 'A'.repeat(22) })],
    ['a key of another length', ({ signature }) => ({ signature: signature.slice(1) })],
    ['no key', () => ({ signature: '' })],
    ['a key with a letter that takes two bytes', ({ signature }) => ({ signature: `é${signature.slice(1)}` })],
    ['a key of Chinese letters', () => ({ signature: '曹'.repeat(22) })],
    ['another size', () => ({ size: 'thumb' as const })],
    ['a later end', () => ({ expires: '2999-01-01' })],
    ['no end', () => ({ expires: '' })],
    ['a picture that is not there', () => ({ name: 'b'.repeat(64) })],
    ['a name in capitals', ({ name }) => ({ name: name.toUpperCase() })],
    ['a way out of the folder', () => ({ name: '../../etc/passwd' })],
    ['a way out behind a good name', ({ name }) => ({ name: `${name}/../../x` })],
    ['a NUL in the name', ({ name }) => ({ name: `${name}\0` })],
    ['a line break behind the name', ({ name }) => ({ name: `${name}\n` })],
    ['no name', () => ({ name: '' })],
  ])('opens nothing with %s', async (_, changed) => {
    const right = parts(url)
    expect(await files.open({ ...right, ...changed(right) }, NOW)).toBeNull()
  })

  it('opens nothing that another secret has signed', async () => {
    const other = await diskFiles(path.join(folder, 'pictures'), 'another secret of thirty-two characters')
    expect(await other.open(parts(url), NOW)).toBeNull()
  })

  it.each(['x/../../secret', 'B'.repeat(64)])(
    'opens nothing named %s, even when it is signed and such a file exists',
    async (wrong) => {
      const lies = path.join(folder, 'pictures', wrong.slice(0, 2), `${wrong}.full.jpg`)
      await mkdir(path.dirname(lies), { recursive: true })
      await writeFile(lies, 'secret')
      expect(await files.open({ ...parts((await urlsOf(wrong, NOW)).url), name: wrong }, NOW)).toBeNull()
      await rm(lies)
    },
  )

  it('opens no other picture that is stored here', async () => {
    const other = await put(await pictures.jpeg(320, 240, 5))
    expect(await files.open({ ...parts(url), name: other.name }, NOW)).toBeNull()
  })
})
