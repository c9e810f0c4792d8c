/** What every driver of the Files port must keep. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Addresses, Files } from '@/server/ports'
import * as pictures from '../pictures'

/** A driver with what the suite must reach behind it. */
export type OpenedFiles = {
  /** A cloud behind them lives at the time that they are told. */
  files: Files
  /** The same pictures, as another process or instance sees them. */
  again(): Promise<Files>
  /** What is behind an address at this time; null when it does not open. */
  fetched(address: string, now: Date): Promise<Uint8Array | null>
  /** The names of all files that are kept, half-written ones too. */
  kept(): Promise<string[]>
  close(): Promise<void>
}
export type OpenFiles = (now: Date) => Promise<OpenedFiles>

export const NOW = new Date('2026-03-02T02:00:00.000Z')
const HOUR = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const MANY = 120
const NOBODY = 'b'.repeat(64)

export function filesConform(name: string, open: OpenFiles): void {
  describe(`${name}: files`, () => {
    // Each test begins with another one; one object, so that the cases can be told before it is open.
    const scene = {} as OpenedFiles
    beforeEach(async () => {
      Object.assign(scene, await open(NOW))
    })
    afterEach(() => scene.close())

    describe('a stored picture', () => pictureCases(scene))
    describe('the address of a picture', () => addressCases(scene))
    describe('the addresses of many pictures', () => manyCases(scene))
  })
}

async function put(scene: OpenedFiles, bytes: Uint8Array) {
  const result = await scene.files.put(bytes)
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.picture
}
async function addressesOf({ files }: OpenedFiles, name: string, now = NOW) {
  const found = (await files.urls([name], now))[name]
  if (!found) throw new Error('it has no address')
  return found
}

function pictureCases(scene: OpenedFiles): void {
  it('is kept as itself and its thumbnail, named by the hash of its content', async () => {
    const { name } = await put(scene, await pictures.phoneJpeg())
    expect(await scene.kept()).toEqual([`${name}.full.jpg`, `${name}.thumb.jpg`])
    const full = await scene.fetched((await addressesOf(scene, name)).url, NOW)
    expect(
      createHash('sha256')
        .update(full ?? '')
        .digest('hex'),
    ).toBe(name)
  })

  it('says how large it is, upright, and how much it takes up', async () => {
    const { name, ...size } = await put(scene, await pictures.phoneJpeg())
    const { url, thumb } = await addressesOf(scene, name)
    const [full, small] = [await scene.fetched(url, NOW), await scene.fetched(thumb, NOW)]
    expect(size).toEqual({ width: 800, height: 1200, bytes: (full?.length ?? 0) + (small?.length ?? 0) })
    expect(await sharp(full ?? undefined).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 1200 })
  })

  it.each(['url', 'thumb'] as const)('carries nothing about who took it, when and where (%s)', async (size) => {
    const { name } = await put(scene, await pictures.phoneJpeg())
    const bytes = Buffer.from((await scene.fetched((await addressesOf(scene, name))[size], NOW)) ?? [])
    const metadata = await sharp(bytes).metadata()
    for (const kind of ['exif', 'icc', 'xmp', 'iptc', 'orientation']) expect(metadata).not.toHaveProperty(kind)
    for (const letters of ['Exif', 'GPS', 'HUAWEI', pictures.OWNER]) expect(bytes.includes(letters)).toBe(false)
  })

  it('tells its name before anything is written, and is not there when the one who is told refuses', async () => {
    const told: string[] = []
    const refuses = async (name: string) => {
      told.push(name, ...(await scene.kept()))
      throw new Error('not now')
    }
    await expect(scene.files.put(await pictures.jpeg(), refuses)).rejects.toThrow('not now')
    expect(await scene.kept()).toEqual([])
    expect(told).toEqual([(await put(scene, await pictures.jpeg())).name])
  })

  it('is stored once when it is sent twice', async () => {
    const once = await put(scene, await pictures.jpeg())
    expect(await put(scene, await pictures.jpeg())).toEqual(once)
    expect(await scene.kept()).toHaveLength(2)
  })

  it('is stored once when it is sent five times at the same moment, and leaves nothing half-written', async () => {
    const bytes = await pictures.jpeg()
    const all = await Promise.all(Array.from({ length: 5 }, () => put(scene, bytes)))
    expect(new Set(all.map(({ name }) => name)).size).toBe(1)
    expect(await scene.kept()).toHaveLength(2)
  })

  it('has another name when it is another picture', async () => {
    const [one, other] = [await pictures.jpeg(64, 48, 1), await pictures.jpeg(64, 48, 2)]
    expect((await put(scene, one)).name).not.toBe((await put(scene, other)).name)
  })

  it('waits its turn among many without losing one', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, (_, n) => pictures.jpeg(64, 48, n)))
    await Promise.all(many.map((bytes) => put(scene, bytes)))
    expect(await scene.kept()).toHaveLength(16)
  })

  it.each([
    ['a text file', pictures.textFile],
    ['half a JPEG', async () => (await pictures.jpeg()).subarray(0, 900)],
  ])('is not there when it was refused: %s', async (_, make) => {
    expect((await scene.files.put(await make())).ok).toBe(false)
    expect(await scene.kept()).toEqual([])
  })

  it('is still there for a driver that is opened anew', async () => {
    const { name } = await put(scene, await pictures.jpeg())
    const addresses = await (await scene.again()).urls([name], NOW)
    expect(await scene.fetched(addresses[name]?.url ?? '', NOW)).not.toBeNull()
  })

  it('is gone after it was removed, and so is the thumbnail', async () => {
    const { name } = await put(scene, await pictures.jpeg())
    const { url, thumb } = await addressesOf(scene, name)
    await scene.files.remove(name)
    expect(await scene.kept()).toEqual([])
    expect([await scene.fetched(url, NOW), await scene.fetched(thumb, NOW)]).toEqual([null, null])
    await expectNowhere(scene, await scene.files.urls([name], NOW))
  })

  it('may be removed twice, and put again afterwards', async () => {
    const { name } = await put(scene, await pictures.jpeg())
    await scene.files.remove(name)
    await scene.files.remove(name)
    await put(scene, await pictures.jpeg())
    expect(await scene.fetched((await addressesOf(scene, name)).url, NOW)).not.toBeNull()
  })

  it('is not touched when another one is removed', async () => {
    const [one, other] = [await put(scene, await pictures.jpeg(64, 48, 1)), await put(scene, await pictures.jpeg())]
    await scene.files.remove(other.name)
    expect(await scene.fetched((await addressesOf(scene, one.name)).url, NOW)).not.toBeNull()
  })
}

function addressCases(scene: OpenedFiles): void {
  it('opens the picture, and the other one the thumbnail', async () => {
    const { name } = await put(scene, await pictures.jpeg(1000, 500))
    const { url, thumb } = await addressesOf(scene, name)
    const [full, small] = await Promise.all([scene.fetched(url, NOW), scene.fetched(thumb, NOW)])
    const widths = await Promise.all(
      [full, small].map(async (bytes) => (await sharp(bytes ?? undefined).metadata()).width),
    )
    expect(widths).toEqual([1000, 400])
  })

  it('stays the same for hours, so that a phone can keep the picture', async () => {
    const { name } = await put(scene, await pictures.jpeg(64, 48))
    const once = await addressesOf(scene, name)
    expect([await addressesOf(scene, name, later(1)), await addressesOf(scene, name, later(11))]).toEqual([once, once])
  })

  it.each([0, 1, 11, 12, 13, 23, 24, 25])(
    'given out after %i hours still opens for as long as a screen is looked at',
    async (hours) => {
      const { name } = await put(scene, await pictures.jpeg(64, 48))
      await addressesOf(scene, name)
      const { url } = await addressesOf(scene, name, later(hours))
      expect(await scene.fetched(url, later(hours + 8))).not.toBeNull()
    },
  )

  it('ends within three days', async () => {
    const { name } = await put(scene, await pictures.jpeg(64, 48))
    const { url, thumb } = await addressesOf(scene, name)
    expect([await scene.fetched(url, later(72)), await scene.fetched(thumb, later(72))]).toEqual([null, null])
  })

  it('cannot be made up: nothing opens when one letter of its end or its signature is another', async () => {
    const { name } = await put(scene, await pictures.jpeg(64, 48))
    const { url } = await addressesOf(scene, name)
    const signed = [...url.matchAll(/(?<==)[\w-]{8,}/g)]
    const opened: string[] = []
    for (const { index, 0: part } of signed) {
      for (let at = index; at < index + part.length; at++) {
        const changed = `${url.slice(0, at)}${url[at] === '7' ? '8' : '7'}${url.slice(at + 1)}`
        if (await scene.fetched(changed, NOW)) opened.push(changed)
      }
    }
    expect([signed.length, opened]).toEqual([2, []])
    expect(await scene.fetched(url.slice(0, url.indexOf('?')), NOW)).toBeNull()
  })

  it('of one picture opens no other', async () => {
    const [one, other] = [
      await put(scene, await pictures.jpeg(64, 48, 1)),
      await put(scene, await pictures.jpeg(64, 48)),
    ]
    const { url } = await addressesOf(scene, one.name)
    expect(await scene.fetched(url.replaceAll(one.name, other.name), NOW)).toBeNull()
  })
}

function manyCases(scene: OpenedFiles): void {
  it(`are given for ${MANY} at once, each its own`, async () => {
    const { name } = await put(scene, await pictures.jpeg(64, 48))
    const others = Array.from({ length: 3 }, (_, n) => pictures.jpeg(64, 48, n + 1))
    const names = [name]
    for (const other of others) names.push((await put(scene, await other)).name)
    const missing = Array.from({ length: MANY - names.length }, (_, n) => n.toString(16).padStart(64, 'a'))
    const addresses = await scene.files.urls([...missing.slice(0, 70), ...names, ...missing.slice(70)], NOW)
    expect(new Set(names.map((one) => addresses[one]?.url)).size).toBe(names.length)
    for (const one of names) {
      const full = await scene.fetched(addresses[one]?.url ?? '', NOW)
      expect(
        createHash('sha256')
          .update(full ?? '')
          .digest('hex'),
      ).toBe(one)
    }
    for (const one of missing) delete addresses[one]
    expect(Object.keys(addresses).sort()).toEqual([...names].sort())
  })

  it('are none for none', async () => {
    expect(await scene.files.urls([], NOW)).toEqual({})
  })

  it('are none that open for a picture that is not there, which keeps no other from its own', async () => {
    const { name } = await put(scene, await pictures.jpeg(64, 48))
    const { [name]: there, ...rest } = await scene.files.urls([NOBODY, name, 'no name at all'], NOW)
    expect(await scene.fetched(there?.url ?? '', NOW)).not.toBeNull()
    await expectNowhere(scene, rest)
  })

  it('come again for a picture that was not there when it was first asked for', async () => {
    const { name } = await put(scene, await pictures.jpeg(64, 48))
    await scene.files.remove(name)
    await scene.files.urls([name], NOW)
    await put(scene, await pictures.jpeg(64, 48))
    expect(await scene.fetched((await addressesOf(scene, name)).url, NOW)).not.toBeNull()
  })
}

async function expectNowhere(scene: OpenedFiles, addresses: Addresses): Promise<void> {
  for (const { url, thumb } of Object.values(addresses)) {
    expect([await scene.fetched(url, NOW), await scene.fetched(thumb, NOW)]).toEqual([null, null])
  }
}
