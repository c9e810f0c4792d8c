/** Things with a code on them: the desk enters them and prints the codes; whoever scans one finds the form filled in. */
import type { Ask } from '@/contract'
import { MAX_SPOTS } from '@/contract/spots'
import { toGcj02 } from '@/core/gcj02'
import { Unavailable } from '@/server/ports'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'
import { type Acted, actedWeChat } from './wechat'

type Spot = Ask<'spots.save'>['spots'][number]
const LAMP: Spot = { id: 'LAMP-0001', kind: 'lamp', name: '1 号灯杆', address: '垦丰大街小学门口东侧' }
const CENTRE = { lat: 39.2719, lng: 118.4478 }

everywhere((openTown) => {
  let town: Town
  let wechat: Acted
  let wang: Person
  beforeAll(async () => {
    wechat = actedWeChat()
    town = await openTown({ wechat })
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    wang = await town.official('wang')
  })

  let made = 0
  const newId = () => `S-${++made}`
  const saves = (...spots: Spot[]) => wang.gets('spots.save', { spots })
  const scans = async (spot: string) => (await town.anyone().gets('filing.open', { spot })).spot
  const listed = async (id: string) => (await wang.gets('spots.list', {})).items.find((spot) => spot.id === id)

  describe('scanning', () => {
    beforeAll(async () => {
      const official = await town.official('wang')
      await official.gets('spots.save', { spots: [{ ...LAMP, point: CENTRE, category: 'light' }] })
    })

    it('fills in the place, the thing and its category; the point also as maps of China draw it', async () => {
      expect(await scans('LAMP-0001')).toEqual({
        id: 'LAMP-0001',
        name: { zh: '1 号灯杆', en: '' },
        address: '垦丰大街小学门口东侧',
        point: CENTRE,
        map: toGcj02(CENTRE),
        category: 'light',
      })
    })

    it.each([
      ['in small letters', 'lamp-0001'],
      ['as the scene of WeChat’s code', 's=LAMP-0001'],
      ['as WeChat hands that scene over', encodeURIComponent('s=LAMP-0001')],
      ['in the wide letters of a Chinese keyboard', 'ＬＡＭＰ－０００１'],
    ])('its code is understood %s', async (_, scanned) => {
      expect((await scans(scanned))?.id).toBe('LAMP-0001')
    })

    it.each([
      ['nobody knows', 'LAMP-9999'],
      ['is broken', '%E0%A4%A'],
      ['is empty', ''],
      ['is something else', 'https://example.org/'],
    ])('a code that %s is no reason not to file: the form opens without a place', async (_, scanned) => {
      expect(await scans(scanned)).toBeUndefined()
    })
  })

  describe('entering', () => {
    it('codes are kept in capitals, so that one lamp post is not two', async () => {
      const id = newId()
      await saves({ ...LAMP, id: id.toLowerCase() })
      await saves({ ...LAMP, id, name: '改过的名称' })
      const same = (await wang.gets('spots.list', {})).items.filter((spot) => spot.id.toUpperCase() === id)
      expect(same.map(({ name }) => name.zh)).toEqual(['改过的名称'])
    })

    it('a point from a map of China is kept as WGS-84', async () => {
      const id = newId()
      await saves({ ...LAMP, id, point: { ...toGcj02(CENTRE), system: 'gcj02' } })
      const point = (await listed(id))?.point
      expect(point?.lat).toBeCloseTo(CENTRE.lat, 7)
      expect(point?.lng).toBeCloseTo(CENTRE.lng, 7)
    })

    it('saved again without a point and a category, it has none', async () => {
      const id = newId()
      await saves({ ...LAMP, id, point: CENTRE, category: 'light' })
      await saves({ ...LAMP, id })
      const spot = await listed(id)
      expect([spot?.point, spot?.category]).toEqual([undefined, undefined])
    })

    it('of many with one wrong nothing is saved', async () => {
      const [right, wrong] = [newId(), newId()]
      const spots = [
        { ...LAMP, id: right },
        { ...LAMP, id: wrong, category: 'no-such' },
      ]
      expect(await wang.isRefused('spots.save', { spots })).toMatchObject({
        reason: 'category-unknown',
        field: 'spots.1.category',
      })
      expect(await scans(right)).toBeUndefined()
    })

    it('the same code twice is refused, and said which', async () => {
      const id = newId()
      const refused = await wang.isRefused('spots.save', {
        spots: [
          { ...LAMP, id },
          { ...LAMP, id: id.toLowerCase() },
        ],
      })
      expect(refused).toMatchObject({ reason: 'spot-twice', field: 'spots.1.id' })
      expect(refused.message).toContain(id)
    })

    it(`${MAX_SPOTS} at once are saved, and all are found page by page`, async () => {
      const ids = Array.from({ length: MAX_SPOTS }, newId)
      await saves(...ids.map((id) => ({ ...LAMP, id })))
      const found: string[] = []
      for (let after: string | undefined; ; ) {
        const page = await wang.gets('spots.list', after ? { after } : {})
        found.push(...page.items.map(({ id }) => id))
        after = page.next
        if (!after) break
      }
      expect(ids.filter((id) => !found.includes(id))).toEqual([])
    })

    it('an official who neither dispatches nor administers sees them, and changes none', async () => {
      const li = await town.official('li')
      expect((await li.gets('spots.list', {})).edits).toBe(false)
      expect((await wang.gets('spots.list', {})).edits).toBe(true)
      expect((await li.isRefused('spots.save', { spots: [LAMP] })).reason).toBe('not-allowed')
      expect((await li.isRefused('spots.retire', { id: LAMP.id })).reason).toBe('not-allowed')
    })
  })

  describe('retiring', () => {
    it('a retired code opens the form without a place, and has no code to print; saved again it is back', async () => {
      const id = newId()
      await saves({ ...LAMP, id })
      expect((await wang.gets('spots.retire', { id: id.toLowerCase() })).retired).toBe(true)
      expect(await scans(id)).toBeUndefined()
      expect((await wang.isRefused('spots.code', { id })).reason).toBe('spot-missing')
      await saves({ ...LAMP, id })
      expect((await scans(id))?.id).toBe(id)
    })

    it('twice is once; one that nobody knows is said to be missing', async () => {
      const id = newId()
      await saves({ ...LAMP, id })
      await wang.gets('spots.retire', { id })
      expect((await wang.gets('spots.retire', { id })).retired).toBe(true)
      expect((await wang.isRefused('spots.retire', { id: 'NOBODY' })).reason).toBe('spot-missing')
    })
  })

  describe('the code to print', () => {
    const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

    it('is an address of the web, and WeChat’s picture of a code that opens the form there', async () => {
      const id = newId()
      await saves({ ...LAMP, id })
      wechat.answers({ unlimitedCode: async () => ({ ok: true, value: PNG }) })
      const code = await wang.gets('spots.code', { id })
      expect(code).toMatchObject({
        path: `/#/pages/report/index?spot=${id}`,
        picture: `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`,
      })
      expect(wechat.asked.at(-1)?.with).toMatchObject({ scene: `s=${id}`, page: 'pages/report/index' })
    })

    it.each([
      ['says that the page is not published yet', async () => ({ ok: false as const, errcode: 41030, errmsg: 'no' })],
      ['cannot be reached', () => Promise.reject(new Unavailable())],
    ])('where WeChat %s, the web’s is there all the same', async (_, unlimitedCode) => {
      const id = newId()
      await saves({ ...LAMP, id })
      wechat.answers({ unlimitedCode })
      const code = await wang.gets('spots.code', { id })
      expect([code.path, code.picture]).toEqual([`/#/pages/report/index?spot=${id}`, undefined])
    })

    it('the longest code still fits into WeChat’s 32 characters', async () => {
      const id = 'A'.repeat(20)
      await saves({ ...LAMP, id })
      wechat.answers({ unlimitedCode: async () => ({ ok: true, value: PNG }) })
      await wang.gets('spots.code', { id })
      const [{ scene }] = wechat.asked.slice(-1).map((asked) => asked.with) as [{ scene: string }]
      expect(scene.length).toBeLessThanOrEqual(32)
      expect((await scans(encodeURIComponent(scene)))?.id).toBe(id)
    })
  })

  it('nobody but officials is told of them', async () => {
    for (const who of [town.anyone(), await town.citizen()]) {
      expect((await who.isRefused('spots.list', {})).code).toBe('forbidden')
      expect((await who.isRefused('spots.save', { spots: [LAMP] })).code).toBe('forbidden')
    }
  })
})
