/** Every screen as axe-core sees it: nothing serious, nothing critical. */
import { existsSync } from 'node:fs'
import type { Browser, BrowserContext } from 'playwright-core'
import { contextFor, type Look } from '../shots/looks'
import { CITIZEN_SCREENS, DESK_SCREENS, type Shot, type Viewer } from '../shots/screens'
import { openSeededTown, type SeededTown } from '../shots/town'
import { seriousOn } from './axe'
import { DESK, openBrowser, PHONE } from './visit'

const LOOK: Look = { name: 'plain', settings: { lang: 'zh', care: false } }

let seeded: SeededTown
let browser: Browser
const contexts = new Map<string, BrowserContext>()

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  seeded = await openSeededTown('dist/h5')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await seeded?.town.close()
})

async function opens({ who, route, sees, choose }: Shot, size: typeof PHONE) {
  const page = await (await contextOf(who, size)).newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${seeded.town.url}/#/${typeof route === 'string' ? route : route(seeded.things)}`)
  if (choose)
    await page
      .getByRole('radio', { name: new RegExp(`^${choose}`) })
      .first()
      .click()
  await page.locator('.taro_page:visible').last().getByText(sees).first().waitFor()
  return page
}

async function contextOf(who: Viewer, size: typeof PHONE): Promise<BrowserContext> {
  const key = `${who} ${size.width}`
  const context = contexts.get(key) ?? (await contextFor(who, LOOK, size, browser, seeded))
  contexts.set(key, context)
  return context
}

describe.each([
  ['on a phone', CITIZEN_SCREENS, PHONE],
  ['on the desk computer', DESK_SCREENS, DESK],
] as const)('%s', (_, shots, size) => {
  test.each(shots.map((shot) => [shot.name, shot] as const))('%s', async (_name, shot) => {
    const page = await opens(shot, size)
    expect(await seriousOn(page)).toEqual([])
    await page.close()
  })
})
