/** Photos in WeChat's cloud: the phone puts the bytes into the storage itself, and the server takes them over. */
import type { PhotoView } from '@/contract/shapes'
import { FILE_PREFIX } from '../emulator'
import * as pictures from '../pictures'
import { type CloudTown, openCloudTown } from './cloud-town'
import { newKey, type Person } from './people'
import { refusal } from './refusals'
import { stored } from './town'

let town: CloudTown
let wu: Person
let sun: Person
beforeAll(async () => {
  town = await openCloudTown()
  wu = town.citizenOf('openid-wu')
  sun = town.citizenOf('openid-sun')
})
beforeEach(async () => {
  town.emulator.none()
  await town.forgetTries()
})
afterAll(() => town.close())

const missing = refusal([404, 'not-found', 'photo-missing', 'photo'])
const phone = (openid: string) => town.emulator.phone(openid)
const waiting = () => town.emulator.files().filter((file) => file.startsWith('inbox/'))
async function receives(who: Person, upload: string): Promise<PhotoView> {
  const media = await who.gets('uploads.receive', { upload })
  if (!('photo' in media)) throw new Error('it became something else')
  return media.photo
}
async function begins(who: Person, key = newKey()) {
  const { upload = '', place = '' } = await who.gets('uploads.begin', { key })
  return { upload, place }
}
let seed = 100

/** A photo of Wu's that lies at its place and has not been taken over. */
async function putThere(bytes?: Uint8Array) {
  const { upload, place } = await begins(wu)
  await phone('openid-wu').uploadFile({ cloudPath: place, bytes: bytes ?? (await pictures.jpeg(320, 240, ++seed)) })
  return { upload, place, id: FILE_PREFIX + place }
}

describe('a photo that is received', () => {
  it('is gone from the place where the phone had put it', async () => {
    const { upload } = await putThere()
    await receives(wu, upload)
    expect(waiting()).toEqual([])
  })

  it('is gone from there also when it is none', async () => {
    const { upload } = await putThere(pictures.textFile())
    expect(await wu.isRefused('uploads.receive', { upload })).toMatchObject({ reason: 'photo-type' })
    expect(waiting()).toEqual([])
  })

  it('twice is the same photo', async () => {
    const { upload } = await putThere()
    const once = await receives(wu, upload)
    const before = await stored(town)
    expect(await receives(wu, upload)).toEqual(once)
    expect(await stored(town)).toEqual(before)
  })

  it('twice at once, and ten times, is the same photo', async () => {
    for (const times of [2, 10]) {
      const before = await stored(town)
      const { upload } = await putThere()
      const views = await Promise.all(Array.from({ length: times }, () => receives(wu, upload)))
      expect(new Set(views.map(({ id }) => id)).size).toBe(1)
      expect(await stored(town)).toEqual({
        ...before,
        photos: (before.photos ?? 0) + 1,
        files: (before.files ?? 0) + 2,
      })
      expect(waiting()).toEqual([])
    }
  })

  it('is the first one, whatever the phone puts at the same place later', async () => {
    const { upload, place } = await putThere()
    const once = await receives(wu, upload)
    await phone('openid-wu').uploadFile({ cloudPath: place, bytes: await pictures.jpeg(320, 240, ++seed) })
    expect(await receives(wu, upload)).toEqual(once)
    await phone('openid-wu').deleteFile([FILE_PREFIX + place])
  })

  it.each([11, 30])('is refused when it has %i MB', async (size) => {
    const { upload } = await putThere(await pictures.longJpeg(size * 1024 * 1024))
    expect(await wu.isRefused('uploads.receive', { upload })).toMatchObject(
      refusal([400, 'invalid', 'photo-large', 'photo']),
    )
    expect(waiting()).toEqual([])
  })

  it('has every byte of a picture of just under 10 MB', async () => {
    const { upload } = await putThere(await pictures.longJpeg(10 * 1024 * 1024 - 66_000))
    expect(await receives(wu, upload)).toMatchObject({ width: expect.any(Number) })
  })

  /** By n: where the server asks, fetches, puts and looks. Beyond the last of them nobody dies. */
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'by an instance that dies at its request %i, and once more, is one photo',
    async (n) => {
      const before = await stored(town)
      const { upload } = await putThere()
      town.emulator.killAt(n, { after: n % 2 === 0 })
      await wu.asks('uploads.receive', { upload }).catch(() => undefined)
      town.emulator.none()
      const { id, url } = await receives(wu, upload)
      expect((await fetch(town.address(url))).ok).toBe(true)
      expect((await wu.files({ photos: [id] })).photos).toHaveLength(1)
      expect(await stored(town)).toMatchObject({
        photos: (before.photos ?? 0) + 1,
        files: (before.files ?? 0) + 2,
      })
    },
  )
})

describe('a photo that is missing', () => {
  it('was never put at its place', async () => {
    const { upload } = await begins(wu)
    expect(await wu.isRefused('uploads.receive', { upload })).toMatchObject(missing)
  })

  it('arrives late: the same upload goes through', async () => {
    const { upload, place } = await begins(wu)
    await wu.isRefused('uploads.receive', { upload })
    await phone('openid-wu').uploadFile({ cloudPath: place, bytes: await pictures.jpeg(320, 240, ++seed) })
    expect(await receives(wu, upload)).toMatchObject({ width: 320 })
  })

  it.each([
    ['never named', 'x'.repeat(32)],
    ['that leads elsewhere', '../pictures/../../x'],
    ['that is none', ''],
  ])('belongs to an upload %s', async (_, upload) => {
    expect(await wu.isRefused('uploads.receive', { upload })).toMatchObject({ status: 404, reason: 'photo-missing' })
  })

  it('is somebody else’s upload, which stays theirs', async () => {
    const { upload } = await putThere()
    expect(await sun.isRefused('uploads.receive', { upload })).toMatchObject(missing)
    const { id } = await receives(wu, upload)
    expect(await sun.isRefused('uploads.receive', { upload })).toMatchObject(missing)
    expect(
      await sun.isRefused('tickets.file', {
        ...{ key: 'the-photo-of-somebody-else', kind: 'consult', category: 'other', text: '请问怎么办理' },
        ...{ place: {}, photos: [id], visibility: 'shown' },
      }),
    ).toMatchObject({ reason: 'photo-missing', field: 'photos' })
  })
})

describe('another’s phone', () => {
  const denied = { errCode: -503002 }

  it('may neither replace nor remove what lies at an upload place', async () => {
    const { upload, place, id } = await putThere()
    const bytes = pictures.textFile()
    await expect(phone('openid-sun').uploadFile({ cloudPath: place, bytes })).rejects.toMatchObject(denied)
    expect((await phone('openid-sun').deleteFile([id])).fileList).toMatchObject([{ status: -503002 }])
    expect(await receives(wu, upload)).toMatchObject({ width: 320 })
  })

  it('may read no file by its id, nor may one’s own', async () => {
    const { id } = await putThere()
    const { id: photo } = await wu.uploads(await pictures.jpeg(320, 240, ++seed))
    expect(photo).toBeTruthy()
    for (const file of [id, ...town.emulator.files().map((place) => FILE_PREFIX + place)]) {
      for (const openid of ['openid-sun', 'openid-wu']) {
        await expect(phone(openid).downloadFile(file)).rejects.toMatchObject(denied)
        expect((await phone(openid).getTempFileURL([file])).fileList).toMatchObject([
          { status: -503002, tempFileURL: '' },
        ])
      }
    }
  })

  it('may not replace a picture that is kept', async () => {
    await wu.uploads(await pictures.jpeg(320, 240, ++seed))
    for (const place of town.emulator.files().filter((file) => file.startsWith('pictures/'))) {
      const write = phone('openid-wu').uploadFile({ cloudPath: place, bytes: pictures.textFile() })
      await expect(write).rejects.toMatchObject(denied)
    }
  })
})

describe('the address of a picture', () => {
  it('ends after a day, and whoever opens the ticket later is given another', async () => {
    town.on('Tue 2026-03-03 10:00')
    const { id, url } = await wu.uploads(await pictures.jpeg(320, 240, ++seed))
    const { no } = await wu.files({ photos: [id] })
    const opened = async () => (await wu.sees(no)).photos[0]?.url ?? ''
    const works = async (address: string) => (await fetch(address)).ok

    town.pass(11 * 60)
    const evening = await opened()
    town.pass(12 * 60)
    const morning = await opened()
    expect([await works(url), await works(evening), await works(morning)]).toEqual([true, true, true])
    town.pass(61)
    expect([await works(url), await works(morning)]).toEqual([false, true])
    expect(await works(await opened())).toBe(true)
  })

  it('does not open another picture', async () => {
    const [one, other] = [
      await wu.uploads(await pictures.jpeg(320, 240, ++seed)),
      await wu.uploads(await pictures.png()),
    ]
    const elsewhere = new URL(other.url)
    elsewhere.search = new URL(one.url).search
    expect((await fetch(elsewhere)).ok).toBe(false)
  })
})

describe('photos that were given up', () => {
  it('are removed by the timer after a day, with their bytes, and no others', async () => {
    town.on('Mon 2026-03-09 10:00')
    await town.tick()
    const { upload } = await putThere()
    await begins(wu)
    town.on('Tue 2026-03-10 09:30')
    const { place: young } = await putThere()
    town.on('Tue 2026-03-10 10:00')
    await town.tick()
    expect(waiting()).toHaveLength(2)
    town.on('Tue 2026-03-10 11:00')
    await town.tick()
    expect(waiting()).toEqual([young])
    expect(await town.world.store.count('uploads')).toBe(1)
    expect(await wu.isRefused('uploads.receive', { upload })).toMatchObject(missing)
  })
})

it('left the log without a single failure of the program', () => {
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
