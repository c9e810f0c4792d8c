/** What else is done at the desk that publishes: drafts that come by themselves or go, endings, the menu, a road event. */
import { caofeidian } from '@/district/caofeidian/district'
import { enrol, sealPassword } from '@/server/session'
import * as contents from '../journeys/contents'
import { publishes } from '../journeys/published'
import { PASSWORD, QUICK } from '../journeys/town'
import { feedAnswer } from '../outside/answers'
import { type Provider, says, startProvider } from '../outside/provider'
import {
  agrees,
  atRelease,
  idShown,
  type Office,
  openOffice,
  opensAnew,
  sendsOut,
  writesArticle,
  written,
} from './office'
import { atDesk, DESK, PHONE, type Visitor } from './visit'

let office: Office
let feeds: Provider
let ma: Visitor
let resident: Visitor

beforeAll(async () => {
  feeds = await startProvider(says(feedAnswer, 'application/rss+xml'))
  const feed = { url: `${feeds.origin}/feed.xml`, channel: caofeidian.channels[0]?.id ?? '', unit: 'office' }
  office = await openOffice({ openMeteo: feeds.origin, district: { feeds: [feed] } })
  resident = await office.comes(PHONE)
  ma = await office.comes(DESK, 'ma')
})
afterAll(async () => {
  await office?.close()
  await feeds?.close()
})
afterEach(() => expect(office.errors()).toEqual([]))

const reads = (id: string, words: string) => opensAnew(resident, `pages/read/reading/index?id=${id}`, words)

test('feeds are read into drafts', async () => {
  await opensAnew(ma, 'desk/releases/index', '新建')
  await ma.press('读取订阅源')
  await ma.sees('读到 2 条，新建草稿 2 条')
  await ma.sees('停水 & 停电')
})

test('a draft is dropped when that is meant', async () => {
  await writesArticle(ma, '写错了', '写错了。')
  await ma.press('保存草稿')
  const id = await idShown(ma)
  await ma.press('丢弃草稿')
  await agrees(ma, '丢弃')
  await ma.sees('已撤下')
  expect(await office.town.world.store.get('releases', id)).toMatchObject({ status: 'withdrawn' })
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

test('an appeal is ended with thanks', async () => {
  const id = await publishes(office.town, contents.appeal({ expiresAt: '2026-03-09T02:00:00.000Z' }), {
    unit: 'office',
  })
  await atRelease(ma, id)
  await ma.press('结束寻求线索')
  await ma.fills('结果和感谢的话', '已经找到，谢谢大家。')
  await ma.press('结束寻求线索')
  await ma.sees('已经找到，谢谢大家。')
  await reads(id, '已经找到，谢谢大家。')
})

test('a page that was looked after stays longer', async () => {
  const id = await publishes(office.town, contents.page(), { unit: 'office', reviewBy: '2026-03-03' })
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
  const password = await sealPassword(PASSWORD, QUICK)
  const xu = { account: 'xu', name: '徐静', unit: 'office', duties: ['dispatch' as const, 'author' as const], password }
  await enrol('o_xu', xu, office.town.world.store)
  await (await office.town.citizen()).files()
  const desk = await office.comes(DESK)
  await atDesk(desk, 'xu')
  await desk.press('发布为路况')
  await desk.sees('地点取自工单')
  expect(await written(desk, '道路和路段')).toBe('唐曹高速曹妃甸出口')
  expect(await written(desk, '情况和绕行办法（可不填）')).toBe('')
  await desk.chooses('拥堵')
  await desk.press('保存草稿')
  await desk.press('提交')
  await sendsOut(desk)
  await opensAnew(resident, 'pages/read/traffic/index', '唐曹高速曹妃甸出口')
})
