/** The form and what belongs to it, as axe-core sees it in every state it can be in: by day, by night, and in care mode. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { COMPLAINT, newKey } from '../journeys/people'
import { openTown, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import { seriousOn } from './axe'
import { faultsOf } from './measure'
import { DESK, openBrowser, PHONE, signsIn, type Visitor, visit } from './visit'

const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
let town: ServerTown
let browser: Browser
let folder: string

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-states-'))
  await writeFile(path.join(folder, 'lamp.jpg'), await pictures.phoneJpeg(1))
  town = await openTown({ pages: 'dist/h5' })
  browser = await openBrowser(FAKE_MICROPHONE)
  const neighbour = await town.citizen()
  await neighbour.gets('tickets.file', {
    ...COMPLAINT,
    key: newKey(),
    category: 'light',
    text: '小学门口的路灯三天不亮了，晚上看不见路。',
  })
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
  await rm(folder, { recursive: true })
})

/** By day, by night. Contrast is the ruler's. */
async function wrongOn({ page }: Visitor): Promise<string[]> {
  const wrong = await seriousOn(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    wrong.push(...(await faultsOf(page, 0)).map((fault) => `${colorScheme}: ${fault}`))
  }
  return wrong
}

describe.each([
  ['as it is', false],
  ['in care mode', true],
])('the form, %s', (_, care) => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await visit(browser, town.url, PHONE)
    await visitor.context.addInitScript(
      (settings) => localStorage.setItem('minhu.settings', JSON.stringify({ data: settings })),
      { lang: 'zh', care },
    )
  })
  afterAll(() => visitor.context.close())
  afterEach(async () => {
    expect(await wrongOn(visitor)).toEqual([])
    expect(visitor.errors).toEqual([])
  })

  test('empty', async () => {
    // The screens that are opened without a network later on have been seen once.
    await visitor.goes('pages/home/index')
    await visitor.page.locator('.taro-tabbar__tabbar, taro-tabbar').getByText('办件').first().click()
    await visitor.page.waitForLoadState('networkidle')
    await visitor.goes('pages/report/index')
    await visitor.sees('是哪方面的事')
  })
  test('with errors', async () => {
    await visitor.press('提交')
    await visitor.page.getByRole('alert').first().waitFor()
  })
  test('filled, with a photo, and what is similar', async () => {
    await visitor.picks('拍照或选照片', [path.join(folder, 'lamp.jpg')])
    await visitor.sees('已传好')
    await visitor.chooses('路灯照明')
    await visitor.fills('说说情况', '小学门口的路灯不亮了，晚上看不见路。')
    await visitor.sees('有人反映过')
  })
  test('unfolded', async () => {
    await visitor.press(/^更多/)
    await visitor.page.getByRole('switch', { name: '帮家人或邻居反映' }).click()
    await visitor.page.getByRole('switch', { name: '反映的是单位或工作人员' }).click()
    await visitor.sees('哪个单位')
    await visitor.page.getByRole('switch', { name: '反映的是单位或工作人员' }).click()
    await visitor.page.getByRole('switch', { name: '帮家人或邻居反映' }).click()
  })
  test('the map open', async () => {
    await visitor.press('在地图上标位置')
    await visitor.page.locator('.leaflet-container').waitFor()
    await visitor.press('定在地图中间')
    await visitor.sees('已标在：')
  })
  test('recording', async () => {
    await visitor.page.getByRole('button', { name: /按住说话/ }).focus()
    await visitor.page.keyboard.press('Enter')
    await visitor.page.getByRole('button', { name: /点一下结束 · / }).waitFor()
  })
  test('recorded', async () => {
    await visitor.page.getByRole('button', { name: /点一下结束 · [1-9]/ }).waitFor()
    await visitor.page.getByRole('button', { name: /点一下结束 · / }).focus()
    await visitor.page.keyboard.press('Enter')
    await visitor.page.getByRole('button', { name: /播放录音/ }).waitFor()
  })
  test('danger', async () => {
    await visitor.chooses('有电线露出')
    await visitor.sees('如果现在有人有危险')
  })
  test('personal numbers pointed out', async () => {
    await visitor.press('没有危险，继续写')
    // They are pointed out once the server has looked, a moment after the last letter.
    const looked = visitor.page.waitForResponse(
      (response) => response.request().postData()?.includes('13912345678') ?? false,
    )
    await visitor.fills('说说情况', '小学门口的路灯不亮了，电话 13912345678')
    await (await looked).finished()
    await visitor.press('提交')
    await visitor.page.getByRole('button', { name: '去掉这些号码' }).waitFor()
  })
  test('waiting without a network', async () => {
    await visitor.context.setOffline(true)
    await visitor.press('去掉这些号码')
    await visitor.press('提交')
    await visitor.sees('已存好，还没有送出')
  })
  test('the tab with what waits', async () => {
    await visitor.press('回首页')
    await visitor.page.locator('.taro-tabbar__tabbar, taro-tabbar').getByText('办件').first().click()
    await visitor.sees('等着发送的')
  })
  test('sent', async () => {
    await visitor.context.setOffline(false)
    await visitor.sees('已送达')
    await visitor.shown('已送达').click()
    await visitor.sees('查询码')
  })
})

describe('at the desk', () => {
  let wang: Visitor
  beforeAll(async () => {
    wang = await visit(browser, town.url, DESK)
    await signsIn(wang, 'wang')
  })
  afterEach(async () => expect(await wrongOn(wang)).toEqual([]))

  test('filing for somebody', async () => {
    await wang.goes('office/file/index')
    await wang.sees('对方在哪里')
  })
  test('the slip', async () => {
    await wang.fills('说说情况', '小学门口的路灯三天不亮了。')
    await wang.chooses('路灯照明')
    await wang.press('登记')
    await wang.sees('受理回执')
  })
  test('spots, and the sheet of their codes', async () => {
    await wang.goes('office/spots/index')
    await wang.press('批量添加')
    await wang.fills('每行一个', 'LAMP-1,1 号灯杆,垦丰大街,路灯照明')
    await wang.press('保存')
    await wang.press('打印选中的 1 个')
    await wang.sees('Scan to report')
  })
})
