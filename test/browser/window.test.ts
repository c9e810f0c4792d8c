/** Somebody without a phone, at the window: an official files for them, prints a slip, and with it they find their ticket. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buttons, type Office, openOffice, opensAnew } from './office'
import { DESK, PHONE, type Visitor } from './visit'

const WORDS = '小学门口的路灯三天不亮了，晚上孩子放学看不见路。'
let office: Office
let folder: string
let wang: Visitor
let resident: Visitor
let no = ''
let code = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-window-'))
  office = await openOffice()
  wang = await office.comes(DESK, 'wang')
  resident = await office.comes(PHONE)
})
afterAll(async () => {
  await office?.close()
  await rm(folder, { recursive: true })
})
afterEach(() => expect(office.errors()).toEqual([]))

/** How many sheets come out, and whether anything does. */
async function paperOf(visitor: Visitor): Promise<number> {
  const file = path.join(folder, 'paper.pdf')
  await visitor.page.pdf({ path: file, preferCSSPageSize: true })
  return (await readFile(file, 'latin1')).match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** What would come out of the printer, as words. */
async function printed(visitor: Visitor): Promise<string> {
  await visitor.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await visitor.page.emulateMedia({ media: 'print' })
  const words = await visitor.page.evaluate(() => document.body.innerText)
  await visitor.page.emulateMedia({ media: null })
  await visitor.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  return words
}

test('a list of lamp posts with a wrong line is not saved, and the line is told; put right, all are there', async () => {
  await opensAnew(wang, 'office/spots/index', '还没有点位')
  await wang.press('批量添加')
  const rows = Array.from({ length: 6 }, (_, n) => `LAMP-${n + 1},${n + 1} 号灯杆,垦丰大街,路灯照明`)
  await wang.sees('每行一个')
  await wang.fills('每行一个', [...rows, 'LAMP 7,7 号灯杆,小学门口'].join('\n'))
  await buttons(wang, '保存').click()
  await wang.sees('第 7 行：编码只能用字母')
  await wang.fills('每行一个', [...rows, 'LAMP-7,7 号灯杆,小学门口,路灯照明,39.27,118.44'].join('\n'))
  await buttons(wang, '保存').click()
  await wang.sees('已保存 7 个')
})

test('their codes are printed, six on a page, and nothing else is', async () => {
  await wang.press('打印选中的 7 个')
  await wang.page.getByText('Scan to report').first().waitFor()
  const words = await printed(wang)
  expect(words).toContain('有问题扫一扫')
  expect(words).toContain('LAMP-7')
  expect(words).not.toMatch(/扫码点位|返回|A4/)
  expect(await paperOf(wang)).toBe(2)
})

test('what is written at the window is there again after the computer was started anew', async () => {
  await opensAnew(wang, 'office/file/index', '对方在哪里')
  await wang.fills('说说情况', WORDS)
  await wang.page.waitForFunction(() => JSON.stringify(localStorage).includes('三天不亮'))
  await opensAnew(wang, 'office/file/index', '上次没有提交的内容已找回')
})

test('another official at the same computer finds an empty form', async () => {
  const shared = await office.comes(DESK, 'li')
  const kept = await wang.page.evaluate(() => localStorage.getItem('minhu.taken') ?? '')
  await shared.page.evaluate((text) => localStorage.setItem('minhu.taken', text), kept)
  await opensAnew(shared, 'office/file/index', '对方在哪里')
  expect(kept).toContain('三天不亮')
  expect(await shared.page.locator('[aria-label="说说情况"]:is(textarea):visible').inputValue()).toBe('')
})

test('the code on the lamp post fills in the place', async () => {
  await wang.fills('现场贴的编号（可不填）', 'lamp-7')
  await wang.press('查编号')
  await wang.sees('7 号灯杆')
  expect(await wang.page.locator('[aria-label="地点"]:is(input):visible').inputValue()).toBe('小学门口')
})

test('filed, the slip is on the screen with number and code, and only the slip is printed', async () => {
  await wang.fills('姓名（可不填）', '王秀兰')
  await buttons(wang, '登记').click()
  await wang.sees('受理回执')
  const numbers = await wang.page.locator('.taking-number:visible').allInnerTexts()
  ;[no = '', code = ''] = numbers
  expect(no).toMatch(/^CFD-\d{8}-\d{4}-\d$/)
  expect(code).toMatch(/^[2-9A-Z]{6}$/)
  await wang.page.locator('.taking-qr:visible').waitFor()
  // The form was read to its end; the slip is read from its beginning.
  expect((await wang.page.getByText('已登记').boundingBox())?.y).toBeGreaterThan(40)
  const words = await printed(wang)
  for (const told of [no, code, '路灯照明', '区民呼办公室', '12345', '2026年3月2日']) expect(words).toContain(told)
  expect(words).not.toMatch(/再登记一件|打印回执/)
  expect(await paperOf(wang)).toBe(1)
})

test('what was sent is no longer kept on the computer', async () => {
  expect(await wang.page.evaluate(() => localStorage.getItem('minhu.taken'))).toBeNull()
})

test('the slip’s address brings the number along, and with the code the ticket is there', async () => {
  await opensAnew(resident, `pages/lookup/index?no=${no}`, '编号和查询码在提交后的回执上')
  await resident.fills('查询码', code)
  await resident.press('查询')
  await resident.sees('三天不亮了')
  await resident.sees('7 号灯杆（LAMP-7）')
})
