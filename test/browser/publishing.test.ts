/** Publishing in a real browser: from pasted words to a resident's phone, and back where something is wrong. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { caofeidian } from '@/district/caofeidian/district'
import { enrol, sealPassword } from '@/server/session'
import * as contents from '../journeys/contents'
import { publishes } from '../journeys/published'
import { openTown, PASSWORD, type ServerTown } from '../journeys/town'
import { feedAnswer } from '../outside/answers'
import { type Provider, says, startProvider } from '../outside/provider'
import * as pictures from '../pictures'
import { atDesk, DESK, openBrowser, PHONE, type Visitor, visit } from './visit'

const PASTED = '自 3 月 10 日起，1 路首班提前到 6:00。<script>alert(1)</script>\n\n末班 20:30。'
const TITLE = '城区公交调整首末班时间'
const everybody: Visitor[] = []
let town: ServerTown
let feeds: Provider
let browser: Browser
let folder: string
let ma: Visitor
let chen: Visitor
let gao: Visitor
let song: Visitor
let resident: Visitor

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-publishing-'))
  await writeFile(path.join(folder, 'bus.jpg'), await pictures.phoneJpeg(1))
  feeds = await startProvider(says(feedAnswer, 'application/rss+xml'))
  const feed = { url: `${feeds.origin}/feed.xml`, channel: caofeidian.channels[0]?.id ?? '', unit: 'office' }
  town = await openTown({ pages: 'dist/h5', openMeteo: feeds.origin, district: { feeds: [feed] } })
  browser = await openBrowser()
  resident = await comes(PHONE)
  for (const account of ['ma', 'chen', 'gao', 'song']) await enters(await comes(DESK), account)
  ;[, ma, chen, gao, song] = everybody as [Visitor, Visitor, Visitor, Visitor, Visitor]
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
  await feeds?.close()
  await rm(folder, { recursive: true })
})
afterEach(() => expect(everybody.flatMap(({ errors }) => errors)).toEqual([]))

/** Somebody whose clock is the town's. */
async function comes(size: typeof PHONE): Promise<Visitor> {
  const visitor = await visit(browser, town.url, size)
  await visitor.context.clock.setFixedTime(new Date(town.now()))
  everybody.push(visitor)
  return visitor
}
async function enters(visitor: Visitor, account: string): Promise<void> {
  await visitor.goes('desk/signin/index')
  await visitor.fills('账号', account)
  await visitor.fills('密码', PASSWORD)
  await visitor.press('登录')
  await visitor.sees('刷新')
}
async function passes(minutes: number): Promise<void> {
  town.pass(minutes)
  for (const { context } of everybody) await context.clock.setFixedTime(new Date(town.now()))
}

/** Opens it anew, as somebody does who was sent its address. */
async function opensAnew(visitor: Visitor, route: string, words: string): Promise<void> {
  await visitor.goes(route)
  await visitor.page.reload()
  await visitor.sees(words)
}
const atRelease = (visitor: Visitor, id: string) => opensAnew(visitor, `desk/release/index?id=${id}`, '群众看到的样子')
const reads = (id: string, words: string) => opensAnew(resident, `pages/read/reading/index?id=${id}`, words)
/** The id of the release on the screen. */
async function idShown(visitor: Visitor): Promise<string> {
  await visitor.sees('群众看到的样子')
  return new URL(visitor.page.url().replace('#/', '')).searchParams.get('id') ?? ''
}
/** The question that stands in front of everything. */
const agrees = (visitor: Visitor, name: string) =>
  visitor.page.locator('.taro__modal, .taro-modal__foot').getByText(name, { exact: true }).last().click()
const buttons = (visitor: Visitor, name: string) =>
  visitor.page.locator('.taro_page:visible').last().getByRole('button', { name, exact: true })

const written = (visitor: Visitor, label: string) =>
  visitor.page.locator(`[aria-label="${label}"]:is(input, textarea):visible`).inputValue()

async function writesArticle(visitor: Visitor, title: string, text: string): Promise<void> {
  await opensAnew(visitor, 'desk/write/index?kind=article', '栏目')
  await visitor.page.getByRole('radiogroup', { name: '栏目' }).getByRole('radio').first().click()
  await visitor.fills('标题', title)
  await visitor.fills('正文（可不填）', text)
}

test('feeds are read into drafts', async () => {
  await opensAnew(ma, 'desk/releases/index', '新建')
  await ma.press('读取订阅源')
  await ma.sees('读到 2 条，新建草稿 2 条')
  await ma.sees('停水 & 停电')
})

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
    await atRelease(ma, id)
    await ma.press('提交')
    await ma.sees('还缺：')
    await atRelease(chen, id)
    await chen.press('签发')
    await chen.sees('陈华（审核人）已签')
  })

  test('is read on a phone once it is published', async () => {
    await atRelease(ma, id)
    await ma.press('发布')
    await agrees(ma, '发布')
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
    await atRelease(ma, id)
    await ma.press('提交')
    await ma.sees('还缺：')
    await atRelease(chen, id)
    await chen.press('签发')
    await chen.sees('已签')
    await atRelease(ma, id)
    await ma.press('发布')
    await agrees(ma, '发布')
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
  await chen.sees('定时 ')
  await passes(61)
  await town.tick()
  await reads(id, '明天上午停水。')
})

test('a draft is dropped when that is meant', async () => {
  await writesArticle(ma, '写错了', '写错了。')
  await ma.press('保存草稿')
  const id = await idShown(ma)
  await ma.press('丢弃草稿')
  await agrees(ma, '丢弃草稿')
  await ma.sees('已撤下')
  expect(await town.world.store.get('releases', id)).toMatchObject({ status: 'withdrawn' })
})

describe('words that are not kept yet', () => {
  test('are asked about before they are left', async () => {
    await writesArticle(ma, '没写完', '还没有写完。')
    await ma.press('返回')
    await ma.page.getByText('还没有保存，要离开吗？').waitFor()
    await agrees(ma, '继续写')
    expect(await written(ma, '标题')).toBe('没写完')
  })

  test('go when that is meant', async () => {
    await ma.press('返回')
    await agrees(ma, '离开')
    await ma.sees('新建')
  })

  test('are there again after the browser led back without asking', async () => {
    await ma.press('新建')
    await ma.press('新闻')
    await ma.sees('栏目')
    await ma.fills('标题', '没写完')
    await ma.page.goBack()
    await ma.sees('新建')
    await ma.press('新闻')
    await ma.sees('上次没有保存的内容已找回。')
    await ma.press('不要了，重新写')
    expect(await written(ma, '标题')).toBe('')
  })
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
    await reads(id, '正在补办签发')
  })

  test('is marked in red when it was not signed in time', async () => {
    await passes(120)
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

test('an appeal is ended with thanks', async () => {
  const id = await publishes(town, contents.appeal({ expiresAt: '2026-03-09T02:00:00.000Z' }), { unit: 'office' })
  await atRelease(ma, id)
  await ma.press('结束寻求线索')
  await ma.fills('结果和感谢的话', '已经找到，谢谢大家。')
  await ma.press('结束寻求线索')
  await ma.sees('已经找到，谢谢大家。')
  await reads(id, '已经找到，谢谢大家。')
})

test('a page that was looked after stays longer', async () => {
  const id = await publishes(town, contents.page(), { unit: 'office', reviewBy: '2026-03-03' })
  await atRelease(ma, id)
  await ma.sees('复查期限 2026-03-03')
  await ma.press('复查无误，延期')
  await ma.sees('延到哪一天再复查')
  await ma.press('复查无误，延期')
  await ma.sees('复查期限 2026-08-29')
})

test('the menu starts from the one that is there, and takes no two entries with one number', async () => {
  await opensAnew(ma, 'desk/write/index?kind=menu', '走进曹妃甸')
  await ma.press('改 天气')
  await ma.fills('编号（0 到 9）', '1')
  await ma.press('好')
  await ma.press('保存草稿')
  await ma.sees('同一级菜单里有两个 1。')
})

test('a road event begins with the place of a ticket, and nothing of the person', async () => {
  const password = await sealPassword(PASSWORD)
  const xu = { account: 'xu', name: '徐静', unit: 'office', duties: ['dispatch' as const, 'author' as const], password }
  await enrol('o_xu', xu, town.world.store)
  await (await town.citizen()).files()
  const desk = await comes(DESK)
  await atDesk(desk, 'xu')
  await desk.press('发布为路况')
  await desk.sees('地点取自工单')
  expect(await written(desk, '道路和路段')).toBe('唐曹高速曹妃甸出口')
  expect(await written(desk, '情况和绕行办法（可不填）')).toBe('')
  await desk.chooses('拥堵')
  await desk.press('保存草稿')
  await desk.press('提交')
  await desk.press('发布')
  await agrees(desk, '发布')
  await opensAnew(resident, 'pages/read/traffic/index', '唐曹高速曹妃甸出口')
})
