/** People with a browser: a phone for residents, a desk computer for officials. Steps are named after what they do. */
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { PASSWORD } from '../journeys/town'
import { front } from '../shots/front'
import { CHROMIUM_FLAGS, chromiumPath } from './chromium'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 800 }

/** `flags`: what this browser is to have besides, such as a microphone. */
export async function openBrowser(flags: string[] = []): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('no Chromium was found; set MINHU_CHROMIUM to one')
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] })
}

/** A new person with a browser of their own; whatever goes wrong inside the page is kept in `errors`. */
export async function visit(browser: Browser, url: string, viewport: typeof PHONE) {
  return visitorOn(await browser.newContext({ viewport, locale: 'zh-CN' }), url)
}

/** The same person in one more tab. */
export async function visitorOn(context: BrowserContext, url: string) {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const goes = (route: string) => page.goto(`${url}/#/${route}`)
  return { page, context, errors, goes, ...actions(page) }
}
export type Visitor = Awaited<ReturnType<typeof visit>>

function actions(page: Page) {
  const shown = (name: string) => front(page).getByText(name, { exact: false }).first()
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .last()
      .click()
  const fills = (label: string, text: string) =>
    page.locator(`[aria-label="${label}"]:is(input, textarea):visible`).fill(text)
  const chooses = (name: string) => page.getByRole('radio', { name, exact: true }).last().click()
  const picks = async (button: string, files: string[]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(button)])
    await chooser.setFiles(files.map((file) => path.resolve(file)))
  }
  const sees = (words: string) => shown(words).waitFor()
  return { press, fills, chooses, picks, sees, shown }
}

/** Signs in at the desk: the queue is there. */
export async function signsIn(visitor: Visitor, account: string): Promise<void> {
  await visitor.goes('desk/signin/index')
  await visitor.page.reload()
  await visitor.fills('账号', account)
  await visitor.fills('密码', PASSWORD)
  await visitor.press('登录')
  await visitor.sees('刷新')
}

/** Passes the ticket on the screen to a unit. */
export async function passesOn(visitor: Visitor, unit: string, words: string, helper?: string): Promise<void> {
  await visitor.press('转办')
  await visitor.chooses(unit)
  if (helper) await visitor.page.getByRole('switch', { name: helper }).click()
  await visitor.fills('给承办单位的话（可不填）', words)
  await visitor.press('转办')
  await visitor.sees(`转给${unit}`)
}

/** Signs in at the desk and chooses the first ticket of a queue. */
export async function atDesk(visitor: Visitor, account: string, queue?: string): Promise<void> {
  await signsIn(visitor, account)
  if (queue) await visitor.chooses(queue)
  await visitor.page.locator('.ticket-card:visible').first().click()
  await visitor.sees('办理过程')
}
