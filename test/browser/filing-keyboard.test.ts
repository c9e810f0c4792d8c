/** Without a mouse and by the names that a screen reader says: from home to the number on the receipt. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Ticket } from '@/core/ticket'
import { openTown, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import { byKeyboard, type Typist } from './keyboard'
import { openBrowser, PHONE, type Visitor, visit } from './visit'

let town: ServerTown
let browser: Browser
let visitor: Visitor
let typist: Typist
let folder: string

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-keys-'))
  await writeFile(path.join(folder, 'lamp.jpg'), await pictures.phoneJpeg(1))
  town = await openTown({ pages: 'dist/h5' })
  browser = await openBrowser()
  visitor = await visit(browser, town.url, PHONE)
  typist = byKeyboard(visitor.page)
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
  await rm(folder, { recursive: true })
})
afterEach(() => expect(visitor.errors).toEqual([]))

/** The keyboard comes to it by itself, once the screen has changed. */
const comesTo = (selector: string) =>
  visitor.page.waitForFunction((one) => document.activeElement?.matches(one), selector)
const text = () => visitor.page.getByRole('textbox', { name: '说说情况', exact: true })

test('home leads into the form', async () => {
  await visitor.goes('pages/home/index')
  await visitor.sees('随手拍')
  await typist.presses('button', /^随手拍/)
  await visitor.sees('是哪方面的事')
})

test('a photo is chosen, and another taken out again without losing one’s place', async () => {
  const pick = async () => {
    const [chooser] = await Promise.all([
      visitor.page.waitForEvent('filechooser'),
      typist.presses('button', '拍照或选照片'),
    ])
    await chooser.setFiles(path.join(folder, 'lamp.jpg'))
  }
  await pick()
  await visitor.sees('已传好')
  await pick()
  await typist.presses('button', '去掉 第 2 张照片')
  await visitor.page.getByRole('button', { name: '去掉 第 2 张照片' }).waitFor({ state: 'detached' })
  await comesTo('.taro_page :focus')
})

test('a category is chosen with the space bar, and a question answered', async () => {
  await typist.presses('radio', '路灯照明', 'Space')
  await typist.presses('radio', '好几盏', 'Space')
  await visitor.page.getByRole('radio', { name: '好几盏', checked: true }).waitFor()
})

test('danger stops the form and takes the keyboard; “no danger” brings it back to the words', async () => {
  await typist.presses('radio', '有电线露出')
  await comesTo('#danger')
  await typist.reaches('button', '110 报警')
  await typist.presses('button', '没有危险，继续写')
  await comesTo('#text textarea')
})

test('what is wrong takes the keyboard to its field', async () => {
  await typist.writes('说说情况', '坏了')
  await typist.presses('button', '提交')
  await visitor.page.getByRole('alert').getByText('请再写几个字，至少 5 个字').waitFor()
  await comesTo('#text textarea')
})

test('it is written on where it was left', async () => {
  await typist.writes('说说情况', '三天了，孩子放学看不见路。我的电话 13912345678')
  expect(await text().inputValue()).toBe('坏了三天了，孩子放学看不见路。我的电话 13912345678')
})

test('the map is opened, moved by the arrows, and marked with Enter', async () => {
  await typist.presses('button', '在地图上标位置')
  await visitor.page.locator('.leaflet-container').waitFor()
  await typist.reaches('application', /^地图/)
  await typist.key('ArrowRight')
  await typist.key('ArrowUp')
  await typist.key('Enter')
  await visitor.sees('已标在：')
})

test('a mark taken away again leaves the keyboard where it was', async () => {
  await typist.presses('button', '去掉标记')
  await visitor.page.getByRole('button', { name: '去掉标记' }).waitFor({ state: 'detached' })
  await comesTo('.taro_page :focus')
  await visitor.page.keyboard.press('Shift+Tab')
  await typist.presses('button', '定在地图中间')
  await visitor.sees('已标在：')
})

test('what nobody has to say is unfolded: it is for a mother, and may be published', async () => {
  await typist.presses('button', /^更多/)
  await typist.presses('switch', '帮家人或邻居反映', 'Space')
  await visitor.page.getByRole('radio', { name: '父母', checked: true }).waitFor()
  await typist.writes('他（她）怎么称呼', '王秀兰')
  await typist.presses('switch', '同意公开处理结果', 'Space')
  await visitor.page.getByRole('switch', { name: '同意公开处理结果', checked: true }).waitFor()
})

test('a number in the words is pointed out, and taken out with one key', async () => {
  await typist.presses('button', '提交')
  await comesTo('#private [role=button]')
  await typist.presses('button', '去掉这些号码')
  await visitor.page.locator('#private').waitFor({ state: 'detached' })
  await comesTo('.taro_page :focus')
  expect(await text().inputValue()).not.toContain('139')
})

test('sent, the number is on the receipt, and all of it has arrived', async () => {
  await typist.presses('button', '提交')
  await visitor.sees('请记下编号和查询码')
  const no = await visitor.page.locator('.receipt-number:visible').first().innerText()
  expect(await town.world.store.get<Ticket>('tickets', no)).toMatchObject({
    category: 'light',
    behalf: { relation: 'parent', name: '王秀兰' },
    consent: true,
    photos: [{}],
    place: { point: { lat: expect.any(Number) } },
  })
})

test('from the receipt the keyboard goes on into the ticket', async () => {
  await typist.reaches('button', /./)
  expect(await typist.focused()).toMatchObject({ visible: true })
})
