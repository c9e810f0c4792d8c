/** What is written on the web is never lost: reloaded, in two tabs, without a network, and when the browser is killed. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Ticket } from '@/core/ticket'
import { openTown, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import { mortalBrowser } from './mortal'
import { openBrowser, PHONE, type Visitor, visit, visitorOn } from './visit'

const WORDS = '高速出口每天早上堵一个小时，货车占了小车道。'
let town: ServerTown
let browser: Browser
let folder: string
let somebody: Visitor

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-keeps-'))
  await writeFile(path.join(folder, 'jam.jpg'), await pictures.phoneJpeg(1))
  browser = await openBrowser()
})
beforeEach(async () => {
  town = await openTown({ pages: 'dist/h5' })
  somebody = await visit(browser, town.url, PHONE)
})
afterEach(async () => {
  expect(somebody.errors).toEqual([])
  await somebody.context.close()
  await town.close()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

async function opensForm(visitor: Visitor): Promise<void> {
  await visitor.goes('pages/report/index')
  await visitor.sees('是哪方面的事')
}
const text = ({ page }: Visitor) => page.getByRole('textbox', { name: '说说情况', exact: true })
const filed = async () => (await town.world.store.find<Ticket>('tickets', { by: 'id', limit: 50 })).items
async function writesAll(visitor: Visitor): Promise<void> {
  await visitor.chooses('道路交通')
  await visitor.fills('说说情况', WORDS)
  await visitor.picks('拍照或选照片', [path.join(folder, 'jam.jpg')])
  await visitor.page.locator('.photo-image').first().waitFor()
}

test('reloaded in the middle of typing, all is there, the photo too, without any having been sent', async () => {
  await opensForm(somebody)
  await somebody.page.route('**/files*', (route) => route.abort())
  await writesAll(somebody)
  await text(somebody).press('End')
  await text(somebody).pressSequentially('还有', { delay: 0 })
  await somebody.page.reload()
  await somebody.sees('接着上次没写完的')
  expect(await text(somebody).inputValue()).toBe(`${WORDS}还有`)
  expect(await somebody.page.getByRole('radio', { name: '道路交通', checked: true }).count()).toBe(1)
  const photo = somebody.page.locator('.photo-image img').first()
  await photo.waitFor()
  expect(await photo.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0)
})

test('two tabs with one draft: what is written in one is in the other, and it is filed once', async () => {
  await opensForm(somebody)
  await somebody.chooses('道路交通')
  await somebody.fills('说说情况', WORDS)
  const other = await visitorOn(somebody.context, town.url)
  await opensForm(other)
  await other.sees('接着上次没写完的')
  await other.fills('地点', '曹妃甸出口')
  // One person has one hand: what the other tab wrote has come before this one goes on.
  await somebody.page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some((field) => field.value === '曹妃甸出口'),
  )
  await text(somebody).press('End')
  await text(somebody).pressSequentially('还有货车。', { delay: 0 })
  await somebody.page.waitForFunction(() => JSON.stringify(localStorage).includes('还有货车'))
  await somebody.press('提交')
  await somebody.sees('请记下编号和查询码')
  const [ticket, ...more] = await filed()
  expect(more).toEqual([])
  expect(ticket).toMatchObject({ text: `${WORDS}还有货车。`, place: { address: '曹妃甸出口' } })
  expect(other.errors).toEqual([])
})

test('sent without a network it waits and says so; with one it goes by itself, once', async () => {
  await opensForm(somebody)
  await somebody.context.setOffline(true)
  await writesAll(somebody)
  await somebody.press('提交')
  await somebody.sees('已存好，还没有送出')
  expect(await filed()).toEqual([])
  await somebody.context.setOffline(false)
  await somebody.sees('请记下编号和查询码')
  expect(await filed()).toMatchObject([{ text: WORDS, photos: [{}] }])
})

test('the browser killed while it waits: opened again on the same profile it goes by itself, once', async () => {
  const profile = path.join(folder, 'profile')
  const first = await mortalBrowser(profile)
  const before = await visitorOn(first.context, town.url)
  await opensForm(before)
  await before.page.route(/\/(call|files)\b/, (route) => route.abort())
  await writesAll(before)
  await before.press('提交')
  await first.wrote('waiting')
  await first.kill()
  const second = await mortalBrowser(profile)
  const after = await visitorOn(second.context, town.url)
  await after.goes('pages/tickets/index')
  await after.sees('已送达')
  expect(await filed()).toMatchObject([{ text: WORDS, photos: [{}] }])
  await second.kill()
})

test('where the browser keeps no files the photo is said not to be kept, and words are filed', async () => {
  await somebody.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError')
    }
  })
  await opensForm(somebody)
  await somebody.picks('拍照或选照片', [path.join(folder, 'jam.jpg')])
  await somebody.page.getByRole('alert').first().waitFor()
  await somebody.chooses('道路交通')
  await somebody.fills('说说情况', WORDS)
  await somebody.press('提交')
  await somebody.sees('请记下编号和查询码')
  expect(await filed()).toMatchObject([{ text: WORDS }])
})

test('where the browser keeps nothing at all it is said, and words are filed all the same', async () => {
  await somebody.context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await opensForm(somebody)
  await somebody.chooses('道路交通')
  await somebody.fills('说说情况', WORDS)
  await somebody.page.getByRole('alert').first().waitFor()
  await somebody.press('提交')
  await somebody.sees('请记下编号和查询码')
  expect(await filed()).toMatchObject([{ text: WORDS }])
})
