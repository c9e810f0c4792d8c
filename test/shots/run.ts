/**
 * `npm run shots`: a picture of every screen, in every look, of the seeded sample district; of the desk on a computer and on
 * a phone. `npm run shots -- alert` takes only pictures with that in their name, as `desk-phone` or `dark-alert`.
 */
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { DESK, openBrowser, PHONE } from '../browser/visit'
import { front } from './front'
import { contextFor, type Look } from './looks'
import { OFFICE_STATES } from './office'
import { CITIZEN_SCREENS, DESK_SCREENS } from './screens'
import { CITIZEN_STATES, DESK_STATES, type State } from './states'
import { openSeededTown, type SeededTown } from './town'

const PAGES = 'dist/h5'
const FOLDER = 'var/shots'
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const LOOKS: Look[] = [
  { name: 'light', settings: { lang: 'zh', care: false } },
  { name: 'dark', dark: true, settings: { lang: 'zh', care: false } },
  { name: 'care', settings: { lang: 'zh', care: true } },
  { name: 'english', settings: { lang: 'en', care: false } },
]
const DESK_LOOKS: Look[] = [
  { name: 'desk', settings: { lang: 'zh', care: false } },
  { name: 'desk-dark', dark: true, settings: { lang: 'zh', care: false } },
  { name: 'desk-english', settings: { lang: 'en', care: false } },
]
/** The same on an official's phone. */
const MOBILE_LOOKS: Look[] = LOOKS.map((look) => ({ ...look, name: `desk-phone-${look.name}` }))

async function main() {
  if (!existsSync(path.join(PAGES, 'index.html'))) throw new Error(`${PAGES} is missing: npm run build:h5`)
  const began = performance.now()
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const seeded = await openSeededTown(PAGES)
  const browser = await openBrowser()
  try {
    const desk = [...DESK_SCREENS, ...DESK_STATES, ...OFFICE_STATES]
    const rounds = [
      ...LOOKS.map((look) => ({ look, size: PHONE, shots: [...CITIZEN_SCREENS, ...CITIZEN_STATES] })),
      ...DESK_LOOKS.map((look) => ({ look, size: DESK, shots: desk })),
      ...MOBILE_LOOKS.map((look) => ({ look, size: PHONE, shots: desk })),
    ].map(({ look, size, shots }) => ({ look, size, shots: shots.filter((shot) => isWanted(shot, look)) }))
    const wrong: string[] = []
    for (const { look, size, shots } of rounds) wrong.push(...(await takeAll(shots, look, size, browser, seeded)))
    const count = rounds.reduce((sum, { shots }) => sum + shots.length, 0)
    say(
      `${count - wrong.length} of ${count} pictures in ${Math.round((performance.now() - began) / 1000)} s: ${path.resolve(FOLDER)}`,
    )
    for (const line of wrong) say(`  ${line}`)
    if (wrong.length) process.exitCode = 1
  } finally {
    await browser.close()
    await seeded.town.close()
  }
}

/** What somebody does before the picture is named in Chinese: in English the desk's screens are pictured as they open. */
function isWanted({ name, does, choose }: State, look: Look): boolean {
  if ((does || choose) && look.name.startsWith('desk') && look.settings.lang === 'en') return false
  return `${look.name}-${name}`.includes(process.argv[2] ?? '')
}

/** One look at many screens, a context for each viewer. Gives what went wrong, by screen. */
async function takeAll(
  shots: State[],
  look: Look,
  size: typeof PHONE,
  browser: Browser,
  seeded: SeededTown,
): Promise<string[]> {
  const wrong: string[] = []
  for (const who of new Set(shots.map((shot) => shot.who))) {
    const context = await contextFor(who, look, size, browser, seeded)
    for (const shot of shots.filter((one) => one.who === who)) {
      try {
        await take(shot, look, context, seeded)
      } catch (error) {
        wrong.push(
          `${look.name} ${shot.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
        )
      }
    }
    await context.close()
  }
  return wrong
}

async function take(shot: State, look: Look, context: BrowserContext, { town, things }: SeededTown): Promise<void> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  try {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript((drafts) => {
      for (const one of drafts)
        localStorage.setItem(`minhu.draft.${one.id}`, JSON.stringify({ data: JSON.stringify(one) }))
    }, shot.drafts ?? [])
    await shot.before?.(page)
    const route = typeof shot.route === 'string' ? shot.route : shot.route(things)
    await page.goto(`${town.url}/#/${route}`)
    if (shot.choose)
      await page
        .getByRole('radio', { name: new RegExp(`^${shot.choose}`) })
        .first()
        .click()
    // The words are Chinese; in English something must have come.
    const screen = front(page)
    if (look.settings.lang === 'zh') await screen.getByText(shot.sees).first().waitFor()
    else await page.waitForLoadState('networkidle')
    await shot.does?.(page)
    // Pictures that are in sight are there a moment after the words, and a screen that scrolls has come to rest.
    await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'lazy'))
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(FOLDER, `${look.name}-${shot.name}.png`) })
    const told = await front(page).innerText()
    if (!told.trim()) throw new Error('nothing is on it')
    if (errors.length) throw new Error(errors.join('; '))
  } finally {
    // The next screen finds a phone on which nothing was begun.
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('minhu.draft.')) localStorage.removeItem(key)
    })
    await page.close()
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
  .finally(() => process.exit())
