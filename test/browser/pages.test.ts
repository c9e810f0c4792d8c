/**
 * Every screen there is, in a real browser, in a town with a thousand news items: it opens, it can be read and used, and
 * axe-core finds nothing serious in it.
 */
import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { article, both } from '../journeys/contents'
import { publishesMany } from '../journeys/published'
import { front } from '../shots/front'
import { contextFor, type Look } from '../shots/looks'
import { OFFICE_STATES } from '../shots/office'
import { CITIZEN_SCREENS, DESK_SCREENS, type Viewer } from '../shots/screens'
import type { State } from '../shots/states'
import { openSeededTown, type SeededTown } from '../shots/town'
import { TARGET } from '../weapp/limits'
import { seriousOn } from './axe'
import { faultsOf } from './measure'
import { DESK, openBrowser, PHONE } from './visit'

const PLAIN: Look = { name: 'plain', settings: { lang: 'zh', care: false } }
const CARE: Look = { name: 'care', settings: { lang: 'zh', care: true } }
const NEWS = 1000
/** The desk with what is unfolded and opened on it. */
const DESK_ALL: State[] = [...DESK_SCREENS, ...OFFICE_STATES]

let seeded: SeededTown
let browser: Browser
const contexts = new Map<string, BrowserContext>()

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  seeded = await openSeededTown('dist/h5')
  const news = Array.from({ length: NEWS }, (_, n) => article({ title: both(`第 ${n + 1} 条消息`, `Item ${n + 1}`) }))
  await publishesMany(seeded.town, news)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await seeded?.town.close()
})

/** One browser for each person and look: nothing is fetched twice. */
async function pageFor(who: Viewer, look: Look, size: typeof PHONE): Promise<Page> {
  const key = [who, look.name, size.width].join(' ')
  const context = contexts.get(key) ?? (await contextFor(who, look, size, browser, seeded))
  contexts.set(key, context)
  return context.newPage()
}

async function opens(shot: State, page: Page): Promise<void> {
  page.setDefaultTimeout(10_000)
  const route = typeof shot.route === 'string' ? shot.route : shot.route(seeded.things)
  await page.goto(`${seeded.town.url}/#/${route}`, { waitUntil: 'commit' })
  if (shot.choose)
    await page
      .getByRole('radio', { name: new RegExp(`^${shot.choose}`) })
      .first()
      .click()
  await front(page).getByText(shot.sees).first().waitFor()
  await shot.does?.(page)
}

/** What is wrong with it, by the look in which it is wrong. */
async function wrongWith(shot: State, look: Look, size: typeof PHONE): Promise<string[]> {
  const page = await pageFor(shot.who, look, size)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  await opens(shot, page)
  const least = look.settings.care ? TARGET.care : TARGET.usual
  // Larger letters are on the same elements: names and roles are no others.
  if (!look.settings.care) wrong.push(...(await seriousOn(page)))
  wrong.push(...(await faultsOf(page, least)))
  await page.emulateMedia({ colorScheme: 'dark' })
  wrong.push(...(await faultsOf(page, least)).map((fault) => `in the dark, ${fault}`))
  await page.close()
  return wrong
}

describe.each([
  ['on a phone', CITIZEN_SCREENS, PLAIN, PHONE],
  ['on a phone in care mode', CITIZEN_SCREENS, CARE, PHONE],
  ['on the desk computer', DESK_ALL, PLAIN, DESK],
  ['of the desk, on a phone in care mode', DESK_ALL, CARE, PHONE],
] as const)('%s, by day and by night', (_, shots, look, size) => {
  test.each(shots.map((shot: State) => [shot.name, shot] as const))('%s', async (_name, shot) => {
    expect(await wrongWith(shot, look, size)).toEqual([])
  })
})

test.each([
  ['zh', 'zh-CN', '我的'],
  ['en', 'en', 'Me'],
] as const)('in %s a page says so, for whoever has it read out', async (lang, said, title) => {
  const page = await pageFor('anyone', { name: lang, settings: { lang, care: false } }, PHONE)
  await page.goto(`${seeded.town.url}/#/pages/me/index`)
  await page.waitForFunction((words) => document.title === words, title)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(said)
  await page.close()
})

test('no screen is forgotten', async () => {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: app } = await import('@/app.config')
  const packaged = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  const visited = [...CITIZEN_SCREENS, ...DESK_SCREENS].map(({ route }) =>
    typeof route === 'string' ? route : route(seeded.things),
  )
  const all = [...(app.pages ?? []), ...packaged]
  expect(all.filter((route) => !visited.some((one) => one.split('?')[0] === route))).toEqual([])
})
