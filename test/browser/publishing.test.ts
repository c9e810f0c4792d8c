/** Publishing in a real browser: from pasted words to a resident's phone, and back where something is wrong. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as pictures from '../pictures'
import { front } from '../shots/front'
import { atRelease, buttons, idShown, type Office, openOffice, opensAnew, sendsOut, writesArticle } from './office'
import { DESK, PHONE, type Visitor } from './visit'

const PASTED = '自 3 月 10 日起，1 路首班提前到 6:00。<script>alert(1)</script>\n\n末班 20:30。'
const TITLE = '城区公交调整首末班时间'
let office: Office
let folder: string
let ma: Visitor
let chen: Visitor
let gao: Visitor
let song: Visitor
let resident: Visitor

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-publishing-'))
  await writeFile(path.join(folder, 'bus.jpg'), await pictures.phoneJpeg(1))
  office = await openOffice()
  resident = await office.comes(PHONE)
  ma = await office.comes(DESK, 'ma')
  chen = await office.comes(DESK, 'chen')
  gao = await office.comes(DESK, 'gao')
  song = await office.comes(DESK, 'song')
})
afterAll(async () => {
  await office?.close()
  await rm(folder, { recursive: true })
})
afterEach(() => expect(office.errors()).toEqual([]))

const reads = (id: string, words: string) => opensAnew(resident, `pages/read/reading/index?id=${id}`, words)

describe('an article', () => {
  let id: string

  test('what is missing is said at its field', async () => {
    await opensAnew(ma, 'desk/releases/index', '新建')
    await ma.press('新建')
    await ma.press('新闻')
    await ma.press('保存草稿')
    await ma.sees('处要改')
  })

  test('is kept without the script that was pasted, and says so', async () => {
    await writesArticle(ma, TITLE, PASTED)
    await ma.picks('加照片', [path.join(folder, 'bus.jpg')])
    await ma.sees('已传好')
    await ma.press('保存草稿')
    await ma.sees('粘贴的内容里去掉了：脚本 1 处')
    await ma.press('去看预览并提交')
    id = await idShown(ma)
    await ma.sees('末班 20:30。')
    expect(await ma.page.locator('.release-shown:visible img').count()).toBeGreaterThan(0)
  })

  test('is not signed by its author', async () => {
    await ma.press('提交')
    await ma.sees('还缺：')
    expect(await buttons(ma, '签发').count()).toBe(0)
  })

  test('comes back with a reason', async () => {
    await atRelease(chen, id)
    await chen.press('退回')
    await chen.fills('退回的原因', '请写明哪一路')
    await chen.press('退回')
    await chen.sees('陈华退回：请写明哪一路')
    await atRelease(ma, id)
    await ma.sees('陈华退回：请写明哪一路')
  })

  test('is changed, submitted again and signed by a reviewer', async () => {
    await ma.press('修改')
    await ma.fills('标题', `${TITLE}（1 路）`)
    await ma.press('保存草稿')
    await idShown(ma)
    await ma.press('提交')
    await ma.sees('还缺：')
    await atRelease(chen, id)
    await chen.press('签发')
    await chen.sees('陈华（审核人）已签')
  })

  test('is read on a phone once it is published', async () => {
    await atRelease(ma, id)
    await sendsOut(ma)
    await ma.sees('各版')
    await reads(id, `${TITLE}（1 路）`)
    await resident.sees('末班 20:30。')
    await opensAnew(resident, 'pages/read/news/index', TITLE)
  })

  test('is corrected, not without saying what; the phone shows the chain', async () => {
    await ma.press('更正')
    await ma.sees('这次更正了什么')
    await ma.fills('标题', '1 路公交末班改为 21:00')
    await ma.press('保存草稿')
    await ma.sees('处要改')
    await ma.fills('这次更正了什么', '更正了末班时间')
    await ma.press('保存草稿')
    await idShown(ma)
    await ma.press('提交')
    await ma.sees('还缺：')
    await atRelease(chen, id)
    await chen.press('签发')
    await chen.sees('已签')
    await atRelease(ma, id)
    await sendsOut(ma)
    await ma.sees('第 2 版')
    await reads(id, '1 路公交末班改为 21:00')
    await resident.sees('更正了末班时间')
  })

  test('is taken down, and says why', async () => {
    await atRelease(ma, id)
    await ma.press('撤下')
    await ma.fills('撤下的原因', '内容有误')
    await ma.press('撤下')
    await ma.sees('已撤下')
    await reads(id, '内容有误')
  })
})

test('what is scheduled goes out when its time has come', async () => {
  await writesArticle(ma, '明天停水', '明天上午停水。')
  await ma.press('保存草稿')
  const id = await idShown(ma)
  await ma.press('提交')
  await ma.sees('还缺：')
  await atRelease(chen, id)
  await chen.press('签发')
  await chen.sees('已签')
  await chen.press('定时发布')
  await chen.sees('什么时候发布')
  await chen.press('定时发布')
  // The state with its time; the button that leads there says 定时发布.
  await front(chen.page)
    .getByText(/定时 \S/)
    .first()
    .waitFor()
  await office.passes(61)
  await office.town.tick()
  await reads(id, '明天上午停水。')
})

describe('an emergency', () => {
  let id: string

  test('goes out before it is signed, and stands on the phone', async () => {
    await opensAnew(ma, 'desk/write/index?kind=alert', '什么情况')
    await ma.chooses('大风')
    await ma.chooses('橙色（二级，严重）')
    await ma.fills('标题', '大风橙色预警')
    await ma.fills('影响范围', '曹妃甸全区')
    await ma.press('6 小时后')
    await ma.fills('发生了什么', '今天下午有九级大风。')
    await ma.press('保存草稿')
    id = await idShown(ma)
    await ma.press('应急先发后签')
    await ma.fills('为什么来不及先签', '大风已到')
    await ma.press('应急先发后签')
    await ma.sees('前补签')
    await opensAnew(resident, 'pages/home/index', '大风橙色预警')
    await reads(id, '负责人正在确认')
  })

  test('is marked in red when it was not signed in time', async () => {
    await office.passes(120)
    await opensAnew(ma, 'desk/releases/index', '条应急发布超时未补签')
  })

  test('is signed afterwards by two heads', async () => {
    await atRelease(gao, id)
    await gao.press('补签')
    await gao.sees('高远（单位负责人）已签')
    expect(await buttons(gao, '补签').count()).toBe(0)
    await atRelease(song, id)
    await song.press('补签')
    await song.sees('审签齐全')
    await opensAnew(ma, 'desk/releases/index', '新建')
    expect(await ma.page.getByText('条应急发布超时未补签').count()).toBe(0)
  })
})
