/** What people read in the built mini program: a traveller in English, and an earthquake while the network comes and goes. */
import { existsSync } from 'node:fs'
import { seedReleases } from '@/hosts/seed-releases'
import { alert, both } from '../journeys/contents'
import type { Person } from '../journeys/people'
import { publishes } from '../journeys/published'
import { corrects, does, earthquake, signs, writes } from '../journeys/releases'
import { openTown, type ServerTown } from '../journeys/town'
import { forecast } from './furnished'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const HOUR = 3_600_000

let town: ServerTown
let phone: Phone
beforeEach(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
  // The phone’s own clock is today’s.
  town.pass((Date.now() - Date.parse(town.now())) / 60_000)
})
afterEach(async () => {
  expect(phone.errors).toEqual([])
  phone.close()
  await town.close()
})

const holds = (language = 'zh_CN') => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url }, settings: { language } })
}
const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))
const at = (route: string) => phone.until(route, () => phone.page.route === route)

describe('a traveller without an account, whose phone speaks English', () => {
  beforeEach(async () => {
    const world = { ...town.world, clock: () => new Date(town.now()) } as Parameters<typeof seedReleases>[0]
    await seedReleases(world, () => undefined)
    const { warnings: _, ...value } = forecast(new Date(town.now()))
    await town.world.store.insert('readings', 'weather', { at: town.now(), value })
    holds('en')
  })

  /** What is said in Chinese. A source is called by its own name, and names of documents and offices are Chinese. */
  const chinese = () =>
    phone.page
      .text()
      .replace(/Source: \S+/g, '')
      .match(/[\u4e00-\u9fff]+/g) ?? []

  test('finds roads, weather, a number and what there is to see, all in English', async () => {
    await phone.open('pages/home/index')
    await sees('Report a problem')
    expect(chinese()).toEqual([])

    await phone.page.tap('Traffic No. 3')
    await at('pages/read/traffic/index')
    await sees('Road events')
    expect(chinese()).toEqual([])
    await phone.back()

    await phone.page.tap('Weather No. 2')
    await sees('Next 7 days')
    expect(chinese()).toEqual([])
    await phone.back()

    await phone.page.tap('Hotlines No. 4')
    await sees('What do you need')
    expect(chinese()).toEqual([])
    const before = phone.called('makePhoneCall').length
    await phone.page.tap('122 Road accident')
    expect(phone.called('makePhoneCall').slice(before)).toMatchObject([{ phoneNumber: '122' }])
    await phone.back()

    await phone.page.tap('About us No. 6')
    await sees('Overview')
    await phone.page.tap('Sights')
    await sees('Caofeidian wetland')
    expect(chinese()).toEqual([])
    await phone.page.tap(phone.page.findAll('.about-open')[0] ?? '.about-open')
    await at('pages/read/reading/index')
    await sees('Keep to the paths')
    expect(chinese()).toEqual([])
  })
})

describe('an earthquake', () => {
  let lin: Person
  let chen: Person
  let gao: Person
  let id: string
  const notice = (changed: Parameters<typeof earthquake>[0] = {}) => {
    const now = Date.now()
    const times = { onset: new Date(now - HOUR).toISOString(), expiresAt: new Date(now + 20 * HOUR).toISOString() }
    return earthquake({ ...times, ...changed })
  }
  const goesOut = async () => {
    await does(lin, id, { do: 'submit' })
    await signs(chen, id)
    await signs(gao, id)
    await does(lin, id, { do: 'publish' })
  }
  const opensNotice = async () => {
    await phone.page.tap(phone.page.findAll('.alert')[0] ?? '.alert')
    await at('pages/read/alerts/index')
    await sees('唐海镇附近发生地震')
    await phone.page.tap(phone.page.findAll('.alerts-line')[0] ?? '.alerts-line')
    await at('pages/read/reading/index')
    await sees('请到空旷的地方去')
  }

  test('is on every phone at once, can be read without a network, and its correction comes with the network', async () => {
    ;[lin, chen, gao] = await Promise.all([town.official('lin'), town.official('chen'), town.official('gao')])
    ;({ id } = await writes(lin, notice()))
    await goesOut()
    holds()

    await phone.open('pages/home/index')
    await sees('唐海镇附近发生地震')
    await opensNotice()
    expect(phone.page.text()).not.toContain('更正')

    // The network goes, as it does; the program is opened again.
    phone.offline = true
    town.pass(10)
    await corrects(lin, id, notice({ text: { zh: '震级更正为四级，没有海啸。', en: '' } }), '震级更正为四级')
    await goesOut()
    await phone.restart('pages/home/index')
    await sees('唐海镇附近发生地震')
    expect(phone.page.text()).toContain('没有网络，显示的是')
    await opensNotice()
    expect(phone.page.text()).toContain('没有网络，显示的是')
    expect(phone.page.text()).not.toContain('没有海啸')

    phone.offline = false
    await phone.page.tap('再试一次')
    await sees('没有海啸')
    expect(phone.page.text()).toContain('这是更正后的内容（第 2 版）')
    expect(phone.page.text()).toContain('震级更正为四级')
    expect(phone.page.text()).not.toContain('没有网络')
  })
})

test('an emergency that nobody has put into English yet is told in Chinese, not left out', async () => {
  const expiresAt = new Date(Date.now() + HOUR).toISOString()
  await publishes(town, alert({ title: both('请马上到高处去'), expiresAt }))
  holds('en')
  await phone.open('pages/home/index')
  await sees('请马上到高处去')
})

describe('first used where there is no network', () => {
  const numbers = ['110', '119', '120', '122', '12395', '12345']

  test.each([
    ['home', 'pages/home/index'],
    ['the telephone numbers', 'pages/read/hotlines/index'],
  ])('%s says so, and the emergency numbers can be called', async (_, route) => {
    holds()
    phone.offline = true
    await phone.open(route)
    await sees('网络不通')
    for (const number of numbers) expect(phone.page.text()).toContain(number)
    await phone.page.tap('120 医疗急救')
    expect(phone.called('makePhoneCall')).toMatchObject([{ phoneNumber: '120' }])
  })
})
