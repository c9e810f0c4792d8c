/** The desk that publishes, in a browser: a town whose clock the browsers follow, and what officials do there. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type { Extras } from '../journeys/town'
import { openTown, type ServerTown } from '../journeys/town'
import { front } from '../shots/front'
import { openBrowser, type PHONE, signsIn, type Visitor, visit } from './visit'

export type Office = Awaited<ReturnType<typeof openOffice>>

/** A town with a browser for whoever comes. */
export async function openOffice(extras: Extras = {}) {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  const town: ServerTown = await openTown({ ...extras, pages: 'dist/h5' })
  const browser: Browser = await openBrowser()
  const everybody: Visitor[] = []
  return {
    town,
    /** What went wrong inside anybody's page. */
    errors: () => everybody.flatMap(({ errors }) => errors),
    /** Somebody whose clock is the town's; an official signs in. */
    async comes(size: typeof PHONE, account?: string): Promise<Visitor> {
      const visitor = await visit(browser, town.url, size)
      await visitor.context.clock.setFixedTime(new Date(town.now()))
      everybody.push(visitor)
      if (account) await signsIn(visitor, account)
      return visitor
    },
    async passes(minutes: number): Promise<void> {
      town.pass(minutes)
      for (const { context } of everybody) await context.clock.setFixedTime(new Date(town.now()))
    },
    async close(): Promise<void> {
      await browser.close()
      await town.close()
    },
  }
}

/** Opens it anew, as somebody does who was sent its address. */
export async function opensAnew(visitor: Visitor, route: string, words: string): Promise<void> {
  await visitor.goes(route)
  await visitor.page.reload()
  await visitor.sees(words)
}
export const atRelease = (visitor: Visitor, id: string) =>
  opensAnew(visitor, `desk/release/index?id=${id}`, '群众看到的样子')
/** The id of the release on the screen. */
export async function idShown(visitor: Visitor): Promise<string> {
  await visitor.sees('群众看到的样子')
  return new URL(visitor.page.url().replace('#/', '')).searchParams.get('id') ?? ''
}
/** The question that stands in front of everything. */
export const agrees = (visitor: Visitor, name: string) =>
  visitor.page.locator('.taro__modal, .taro-modal__foot').getByText(name, { exact: true }).last().click()
/** Published, and the server has said so: a resident who looks now finds it. */
export async function sendsOut(visitor: Visitor): Promise<void> {
  const said = visitor.page.waitForResponse((response) => response.url().endsWith('/call/releases.act'))
  await visitor.press('发布')
  await agrees(visitor, '发布')
  await said
}
export const buttons = (visitor: Visitor, name: string) =>
  front(visitor.page).getByRole('button', { name, exact: true })

export const written = (visitor: Visitor, label: string) =>
  visitor.page.locator(`[aria-label="${label}"]:is(input, textarea):visible`).inputValue()

export async function writesArticle(visitor: Visitor, title: string, text: string): Promise<void> {
  await opensAnew(visitor, 'desk/write/index?kind=article', '栏目')
  await visitor.page.getByRole('radiogroup', { name: '栏目' }).getByRole('radio').first().click()
  await visitor.fills('标题', title)
  await visitor.fills('正文（可不填）', text)
}
