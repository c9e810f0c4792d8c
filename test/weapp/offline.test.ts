/** Emergencies, and what can be read without a network, in the built mini program. */
import { existsSync } from 'node:fs'
import { alert, both } from '../journeys/contents'
import { publishes } from '../journeys/published'
import { openTown, type ServerTown } from '../journeys/town'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

/** The phone's own clock is today's: an emergency that does not end while the tests run. */
const LATE = '2099-01-01T00:00:00.000Z'
const QUAKE = '请到开阔地带，远离高楼和海边'

let town: ServerTown
let phone: Phone
let quake: string

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
  quake = await publishes(town, alert({ title: both(QUAKE), colour: 'red', expiresAt: LATE }))
})
afterAll(() => town.close())
beforeEach(() => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
})
afterEach(() => {
  expect(phone.errors).toEqual([])
  phone.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))
const opens = async (route: string, words: string) => {
  await phone.restart(route)
  await sees(words)
}
const asked = (action: string) =>
  phone.called('request').filter((options) => JSON.stringify(options).includes(`/call/${action}`)).length

test('home shows the emergency with what it asked itself, and a tap opens the list', async () => {
  await opens('pages/home/index', QUAKE)
  expect(phone.page.text()).toContain('红色')
  expect(asked('alerts.now')).toBe(0)
  await phone.page.tap(phone.page.findAll('.alert')[0] ?? '.alert')
  await phone.until('the list', () => phone.page.route === 'pages/read/alerts/index')
})

test.each(['pages/me/index', 'pages/report/index', 'desk/signin/index'])('%s shows it too', async (route) => {
  await opens(route, QUAKE)
})

test('known already, it costs no setData more', async () => {
  await opens('pages/home/index', QUAKE)
  await opens('pages/lookup/index', QUAKE)
  expect(phone.page.traffic().calls).toBe(1)
})

test('without a network it stays, and says of when it is', async () => {
  await opens('pages/me/index', QUAKE)
  phone.offline = true
  phone.storage.set(
    'minhu.kept.alerts.now {}',
    (phone.storage.get('minhu.kept.alerts.now {}') ?? '').replace(/\d{4}-\d\d-\d\dT/, '2026-03-01T'),
  )
  await opens('pages/me/index', QUAKE)
  await sees('截至')
})

test('its whole text is kept for when there is none', async () => {
  await opens('pages/home/index', QUAKE)
  await phone.until('the text', () => phone.storage.has(`minhu.kept.release.read {"id":"${quake}"}`))
})

test.each([
  ['home', 'pages/home/index', '走进曹妃甸'],
  ['the list of emergencies', 'pages/read/alerts/index', QUAKE],
  ['my tickets', 'pages/tickets/index', '您还没有办件'],
])('%s opens without a network as it was, and says so', async (_, route, words) => {
  await opens(route, words)
  phone.offline = true
  await opens(route, words)
  expect(phone.page.text()).toContain('没有网络，显示的是')
})

test('on its first use without a network home has the emergency numbers', async () => {
  phone.offline = true
  await opens('pages/home/index', '网络不通')
  expect(phone.page.text()).toContain('12395')
})

test('what one person kept is gone when the phone gets another session', async () => {
  const own = 'minhu.kept.home.open {}'
  await opens('pages/home/index', '走进曹妃甸')
  expect(phone.storage.has(own)).toBe(true)
  phone.storage.set('minhu.token.citizen', JSON.stringify('a session that has ended'))
  await opens('pages/tickets/index', '您还没有办件')
  expect(phone.storage.has(own)).toBe(false)
})
