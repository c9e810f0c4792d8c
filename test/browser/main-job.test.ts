/** The main job in a real browser, on the built web app and the real server, with a photo as a phone takes it. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { Ticket } from '@/core/ticket'
import { openTown, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import { front } from '../shots/front'
import { atDesk, DESK, openBrowser, PHONE, passesOn, type Visitor, visit } from './visit'

let town: ServerTown
let browser: Browser
let worker: Visitor
let official: Visitor
let folder: string
let no: string
const file = (name: string) => path.join(folder, name)

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-browser-'))
  await writeFile(file('jam.jpg'), await pictures.phoneJpeg(1))
  await writeFile(file('text.jpg'), pictures.textFile())
  await writeFile(file('cones.jpg'), await pictures.phoneJpeg(2))
  await writeFile(file('lane.jpg'), await pictures.phoneJpeg(3))
  town = await openTown({ pages: 'dist/h5' })
  browser = await openBrowser()
  worker = await visit(browser, town.url, PHONE)
  official = await visit(browser, town.url, DESK)
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
  await rm(folder, { recursive: true })
})
afterEach(() => expect([...worker.errors, ...official.errors]).toEqual([]))

test('of two chosen files the one that is no photo is named and refused; the other is there', async () => {
  await worker.goes('pages/home/index')
  await worker.press(/随手拍/)
  await worker.picks('拍照或选照片', [file('jam.jpg'), file('text.jpg')])
  await worker.sees('第 2 张照片没传上：这个文件不是照片')
  await worker.sees('已传好')
  await worker.press('去掉 第 2 张照片')
})

test('a text that is too short is refused where it stands, and the photo stays', async () => {
  await worker.chooses('道路交通')
  await worker.fills('说说情况', '堵车')
  await worker.press('提交')
  await worker.sees('请再写几个字，至少 5 个字')
  await worker.sees('已传好')
})

test('it is filed, and the receipt gives number and code', async () => {
  await worker.fills('说说情况', '高速出口每天早上堵一个小时，货车占了小车道。')
  await worker.fills('地点', '唐曹高速曹妃甸出口')
  await worker.press('提交')
  await worker.sees('请记下编号和查询码')
  no = new URL(worker.page.url().replace('#/', '')).searchParams.get('no') ?? ''
  await worker.sees('10:10 前有人回复您')
})

async function pictureUrl(name: string): Promise<string> {
  const addresses = await town.world.files.urls([name], new Date(town.now()))
  return addresses[name]?.url ?? ''
}

test('the stored picture is upright, and carries neither position nor owner nor a rotation flag', async () => {
  const ticket = await town.world.store.get<Ticket>('tickets', no)
  await front(worker.page).locator('.photo-image').first().scrollIntoViewIfNeeded()
  const shown = front(worker.page).locator('img[src^="/files/"]').first()
  const address = (await shown.getAttribute('src')) ?? ''
  for (const url of [address, await pictureUrl(ticket?.photos[0]?.name ?? '')]) {
    const bytes = Buffer.from(await (await fetch(`${town.url}${url}`)).arrayBuffer())
    const { width, height, exif, xmp, icc, orientation } = await sharp(bytes).metadata()
    expect(height).toBeGreaterThan(width)
    expect({ exif, xmp, icc, orientation }).toEqual({})
    expect(bytes.includes(pictures.OWNER)).toBe(false)
  }
})

test('an official replies from the desk computer, in two panes, and passes it to the unit', async () => {
  town.pass(5)
  await atDesk(official, 'wang')
  await official.press('回复')
  await official.fills('回复内容', '您好，收到了，马上请交通运输局到现场看。')
  await official.press('发送')
  await official.sees('5 分钟内就有人回复了')
  await passesOn(official, '交通运输局', '早高峰最堵')
})

test('the unit takes it and answers with a photo of the result', async () => {
  town.pass(60)
  await atDesk(official, 'li')
  await official.press('接办')
  await official.press('答复办结')
  await official.chooses('已办好')
  await official.fills('答复内容', '已增设分道标志。')
  await official.picks('办结照片', [file('cones.jpg')])
  await official.sees('已传好')
  await official.press('答复办结')
  await official.sees('等群众确认')
})

test('the worker reads the answer and disputes it', async () => {
  await worker.goes('pages/tickets/index')
  await worker.page.locator('.ticket-card:visible').first().click()
  await worker.sees('给您的答复')
  await worker.press('没有解决')
  await worker.fills('哪里没有解决', '今天早上还是堵了四十分钟。')
  await worker.press('发送')
  await worker.sees('您有异议，正在复核')
})

test('somebody else reviews and sends it back; it is answered anew', async () => {
  await atDesk(official, 'chen', '待复核 1')
  await official.press('复核')
  await official.chooses('没有解决，退回继续办')
  await official.fills('复核意见', '看了照片，确实没有解决。')
  await official.press('复核')
  await official.sees('没有解决，退回继续办')
  await atDesk(official, 'li')
  await official.press('答复办结')
  await official.chooses('已办好')
  await official.fills('答复内容', '货车专用道已划好。')
  await official.picks('办结照片', [file('lane.jpg')])
  await official.sees('已传好')
  await official.press('答复办结')
  await official.sees('等群众确认')
})

test('the worker confirms and rates', async () => {
  await worker.page.reload()
  await worker.sees('货车专用道已划好')
  await worker.press('已经解决')
  await worker.sees('您确认已解决')
  await worker.chooses('5 分')
  await worker.press('发送')
  await worker.sees('评价 5 分')
  expect(await town.world.store.get<Ticket>('tickets', no)).toMatchObject({
    status: 'closed',
    outcome: 'confirmed',
    rating: { stars: 5 },
  })
})
