/** Passing on what was read, in a real browser: a code for the camera of another phone. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { renderSVG } from 'uqr'
import { article } from '../journeys/contents'
import { publishes } from '../journeys/published'
import { openTown, type ServerTown } from '../journeys/town'
import { front } from '../shots/front'
import { openBrowser, PHONE, type Visitor, visit } from './visit'

let town: ServerTown
let browser: Browser
let reader: Visitor
/** The scripts that were asked for. */
const scripts: string[] = []

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  town = await openTown({ pages: 'dist/h5' })
  browser = await openBrowser()
  reader = await visit(browser, town.url, PHONE)
  reader.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
})
afterEach(() => expect(reader.errors).toEqual([]))

const code = () => front(reader.page).locator('.qr-code img')

test('an article shows a code of its own address, drawn by what is loaded only then', async () => {
  await reader.goes(`pages/read/reading/index?id=${await publishes(town, article())}`)
  await reader.page.getByRole('button', { name: '二维码' }).waitFor()
  await reader.page.waitForLoadState('networkidle')
  const before = scripts.length
  await reader.press('二维码')
  await code().waitFor()
  expect(scripts).toHaveLength(before + 1)
  const source = await code().getAttribute('src')
  const expected = renderSVG(reader.page.url(), { ecc: 'M', border: 4 })
  expect(decodeURIComponent(source?.replace('data:image/svg+xml,', '') ?? '')).toBe(expected)
  expect(await code().evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0)
  expect(await code().getAttribute('alt')).toBe('本页网址的二维码')
})

test('another tap puts it away', async () => {
  await reader.press('二维码')
  await code().waitFor({ state: 'detached' })
})
