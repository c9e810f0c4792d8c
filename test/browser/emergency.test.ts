/** An emergency in a real browser: on every screen, and without a network. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { alert, both } from '../journeys/contents'
import { publishes } from '../journeys/published'
import { openTown, type ServerTown } from '../journeys/town'
import { front } from '../shots/front'
import { openBrowser, PHONE, type Visitor, visit } from './visit'

const QUAKE = '请到开阔地带，远离高楼和海边'
/** Later than the browser's own clock. */
const LATE = '2099-01-01T00:00:00.000Z'

let town: ServerTown
let browser: Browser
let resident: Visitor

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  town = await openTown({ pages: 'dist/h5' })
  await publishes(town, alert({ title: both(QUAKE), colour: 'red', expiresAt: LATE }))
  browser = await openBrowser()
  resident = await visit(browser, town.url, PHONE)
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
})
afterEach(() => expect(resident.errors).toEqual([]))

const banner = () => front(resident.page).getByRole('link', { name: `紧急通知 红色 ${QUAKE}` })
/** The pages are there, the server does not answer. */
const away = () => resident.page.route('**/call/**', (route) => route.abort())

test.each(['pages/home/index', 'pages/me/index', 'desk/signin/index'])('it stands on %s', async (route) => {
  await resident.goes(route)
  await banner().waitFor()
})

test('a tap opens the list of what holds', async () => {
  await banner().click()
  await resident.sees('正在生效')
  await resident.sees('范围：全区')
})

test('without a network home is as it was, and says so', async () => {
  await resident.goes('pages/home/index')
  await resident.sees('走进曹妃甸')
  await away()
  await resident.page.reload()
  await resident.sees('没有网络，显示的是')
  await banner().waitFor()
})

test('a phone that never had a network is told whom to call', async () => {
  const stranger = await visit(browser, town.url, PHONE)
  await stranger.page.route('**/call/**', (route) => route.abort())
  await stranger.goes('pages/home/index')
  await stranger.page.getByRole('button', { name: '12395 水上遇险' }).waitFor()
  expect(stranger.errors).toEqual([])
})
