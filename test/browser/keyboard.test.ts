/** Without a mouse: from home into the form, words into it, a choice made, and to one's tickets. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { openTown, type ServerTown } from '../journeys/town'
import { byKeyboard, type Typist } from './keyboard'
import { openBrowser, PHONE, type Visitor, visit } from './visit'

let town: ServerTown
let browser: Browser
let visitor: Visitor
let typist: Typist

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  town = await openTown({ pages: 'dist/h5' })
  browser = await openBrowser()
  visitor = await visit(browser, town.url, PHONE)
  typist = byKeyboard(visitor.page)
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
})
afterEach(() => expect(visitor.errors).toEqual([]))

test('home leads into the form', async () => {
  await visitor.goes('pages/home/index')
  await visitor.sees('随手拍')
  await typist.presses(/^随手拍/)
  await visitor.sees('是哪方面的事')
})

test('a category is chosen with the space bar, and words are written', async () => {
  await typist.presses('道路交通', 'Space')
  await typist.writes('说说情况', '高速出口早上堵了一个小时')
  const text = visitor.page.locator('textarea:visible').first()
  expect(await text.inputValue()).toBe('高速出口早上堵了一个小时')
})

test('what is kept on this phone is found from “me”', async () => {
  await visitor.goes('pages/me/index')
  await visitor.sees('大字模式')
  await typist.presses('隐私和我的信息')
  await visitor.sees('留在这台手机上的')
})
