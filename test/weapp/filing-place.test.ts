/** Where it is, in the form of the built mini program: a code that was scanned, and a place chosen on WeChat's map. */
import { existsSync } from 'node:fs'
import { toGcj02 } from '@/core/gcj02'
import { openTown, type ServerTown } from '../journeys/town'
import { arrives, empties, LAMP, opensForm, sees, ticketsOf } from './filer'
import { fail, type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const POINT = { lat: 39.2719, lng: 118.4478 }
const CHOOSER = '按地址找'
/** As WeChat hands over the scene of its code. */
const SCENE = `?scene=${encodeURIComponent('s=LAMP-0001')}`

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
  const lamp = { id: 'LAMP-0001', kind: 'lamp' as const, name: '1 号灯杆', address: '垦丰大街小学门口东侧' }
  await (await town.official('wang')).gets('spots.save', { spots: [{ ...lamp, point: POINT, category: 'light' }] })
})
afterAll(() => town.close())
beforeEach(async () => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
  await opensForm(phone)
})
afterEach(async () => {
  expect(phone.errors).toEqual([])
  phone.close()
  await empties(town)
})

/** The first field of one line. */
const address = () => phone.page.value('<input>')

async function files(): Promise<void> {
  await phone.page.input('说说情况', LAMP)
  await phone.page.tap('提交')
  await arrives(phone)
}

describe('a code that was scanned', () => {
  test('brings the place, the thing and the category', async () => {
    await opensForm(phone, SCENE)
    await sees(phone, '您扫的是：1 号灯杆')
    expect(address()).toBe('垦丰大街小学门口东侧')
    await files()
    expect(await ticketsOf(town)).toMatchObject([
      { category: 'light', spot: { id: 'LAMP-0001' }, place: { point: POINT } },
    ])
  })

  test('is its number without a network, and the same ticket once there is one', async () => {
    phone.offline = true
    await opensForm(phone, SCENE)
    await sees(phone, '您扫的是：编号 LAMP-0001')
    await phone.page.tap('路灯照明')
    await phone.page.input('说说情况', LAMP)
    await phone.page.tap('提交')
    await sees(phone, '还没有送出')
    phone.offline = false
    await arrives(phone)
    expect(await ticketsOf(town)).toMatchObject([{ category: 'light', spot: { id: 'LAMP-0001' } }])
  })

  test('opens again what was begun with it', async () => {
    await opensForm(phone, SCENE)
    await phone.page.input('说说情况', LAMP)
    await opensForm(phone, SCENE)
    await sees(phone, '接着上次没写完的')
    expect(phone.page.value('<textarea>')).toBe(LAMP)
  })
})

describe('a place on WeChat’s map', () => {
  test('that was refused says so, where it was tapped; words are enough', async () => {
    phone.answer('chooseLocation', fail('auth deny'))
    await phone.page.tap('在地图上标位置')
    await phone.page.tap(CHOOSER)
    await sees(phone, '您没有同意使用您在地图上选的地点')
  })

  test('that was not chosen after all says nothing', async () => {
    phone.answer('chooseLocation', fail('cancel'))
    await phone.page.tap('在地图上标位置')
    await phone.page.tap(CHOOSER)
    expect(phone.page.text()).not.toContain('您没有同意')
    expect(address()).toBe('')
  })

  test('is shown where it was chosen, and kept where it is', async () => {
    const { lat, lng } = toGcj02(POINT)
    phone.answer('chooseLocation', { name: '曹妃甸小学', address: '垦丰大街', latitude: lat, longitude: lng })
    await phone.page.tap('路灯照明')
    await phone.page.tap('在地图上标位置')
    await phone.page.tap(CHOOSER)
    expect(address()).toBe('曹妃甸小学，垦丰大街')
    expect(phone.page.attr('<map>', 'markers')).toMatchObject([{ latitude: lat, longitude: lng }])
    await files()
    const [ticket] = await ticketsOf(town)
    expect(ticket?.place.point?.lat).toBeCloseTo(POINT.lat, 5)
    expect(ticket?.place.point?.lng).toBeCloseTo(POINT.lng, 5)
  })
})
