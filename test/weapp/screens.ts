/** Every screen of the mini program with something on it, for what is counted per screen: budgets and the benchmark. */
import { openTown, type ServerTown } from '../journeys/town'
import { publishEverything } from './furnished'
import { type Page, type Phone, startPhone } from './phone'
import { cloudAtServer } from './wx/cloud-server'

export const DIST = 'dist/weapp'
/** The address the mini program was built with. */
export const BUILT_FOR = 'http://127.0.0.1:8750'

/** A screen, words that are there once it has opened, and which official is at the desk: Wang unless it says another. */
type ScreenAbout = { route: string; shows: string; who?: Desk }
type Desk = 'wang' | 'ma' | 'lin'
export type ScreenName = keyof typeof SCREENS
export const SCREENS = {
  home: { route: 'pages/home/index', shows: '我最近的办件' },
  'my tickets, a full page': { route: 'pages/tickets/index', shows: '唐曹高速' },
  me: { route: 'pages/me/index', shows: '大字模式' },
  'privacy and my details': { route: 'pages/privacy/index', shows: '区里保存的' },
  'the form': { route: 'pages/report/index', shows: '是哪方面的事' },
  'the form about an article': { route: 'pages/report/index?about={article}', shows: '是哪方面的事' },
  'the form with a tip': { route: 'pages/report/index?about={appeal}', shows: '提交' },
  'a ticket with twelve lines of history': { route: 'pages/ticket/index?no={no}', shows: '第 9 次补充' },
  'look-up': { route: 'pages/lookup/index', shows: '查询码' },
  news: { route: 'pages/read/news/index', shows: '示例消息第 14 条' },
  'an article': { route: 'pages/read/reading/index?id={article}', shows: '对这条内容有疑问' },
  'a page about a sight': { route: 'pages/read/reading/index?id={page}', shows: '看鸟的规矩' },
  'an appeal': { route: 'pages/read/reading/index?id={appeal}', shows: '法律依据' },
  'a corrected emergency notice': { route: 'pages/read/reading/index?id={notice}', shows: '请您这样做' },
  weather: { route: 'pages/read/weather/index', shows: '未来 7 天' },
  traffic: { route: 'pages/read/traffic/index', shows: '主要路线' },
  hotlines: { route: 'pages/read/hotlines/index', shows: '您要办什么事' },
  issues: { route: 'pages/read/issues/index', shows: '示例：第 14 个' },
  'an issue': { route: 'pages/read/issue/index?id=motorway-exit', shows: '现在的答复' },
  about: { route: 'pages/read/about/index', shows: '曹妃甸概况' },
  'sights, a full page': { route: 'pages/read/about/index?section=sight', shows: '示例景点' },
  services: { route: 'pages/read/services/index', shows: '怎么办' },
  'search with many results': { route: 'pages/read/search/index?words=示例', shows: '找到' },
  'emergency notices': { route: 'pages/read/alerts/index', shows: '正在生效' },
  'the entrance of the desk': { route: 'desk/signin/index', shows: '登录' },
  'the queue': { route: 'desk/queue/index', shows: '刷新' },
  'a ticket at the desk': { route: 'desk/ticket/index?no={no}', shows: '第 9 次补充' },
  'releases, a full page': { route: 'desk/releases/index', shows: '在写的第', who: 'ma' },
  'a notice at the desk': { route: 'desk/release/index?id={notice}', shows: '审签', who: 'lin' },
  'writing a notice': { route: 'desk/write/index?kind=alert', shows: '保存草稿', who: 'lin' },
  'writing an article': { route: 'desk/write/index?kind=article', shows: '保存草稿', who: 'lin' },
  'writing the menu': { route: 'desk/write/index?kind=menu&id={menu}', shows: '保存草稿', who: 'ma' },
} as const satisfies Record<string, ScreenAbout>
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[]

export type Furnished = { phone: Phone; open: (name: ScreenName) => Promise<Page>; close: () => Promise<void> }

/** A phone with both sessions, a list longer than one page, a ticket with a talk of some length, and much to read. */
export async function furnish(dist = DIST, builtFor = BUILT_FOR): Promise<Furnished> {
  const town = await openTown()
  town.pass((Date.now() - Date.parse(town.now())) / 60_000)
  let citizen = ''
  const phone = startPhone({
    ...{ dist, hosts: { [BUILT_FOR]: town.url, [builtFor]: town.url } },
    // A build for a server of one's own never asks for it.
    wx: (kit) => cloudAtServer(kit, () => ({ url: town.url, citizen })),
  })
  const filled = await fill(town, phone)
  citizen = filled.citizen
  const things: Record<string, string> = { ...(await publishEverything(town)), no: filled.no }
  return {
    phone,
    async open(name) {
      const { route, shows, who = 'wang' }: ScreenAbout = SCREENS[name]
      phone.storage.set('minhu.token.desk', JSON.stringify(filled.desk[who]))
      const page = await phone.restart(route.replace(/\{(\w+)\}/, (_, thing: string) => things[thing] ?? ''))
      await phone.until(`“${shows}”`, () => page.text().includes(shows))
      return page
    },
    async close() {
      phone.close()
      await town.close()
    },
  }
}

type Filled = { no: string; citizen: string; desk: Record<Desk, string> }

async function fill(town: ServerTown, phone: Phone): Promise<Filled> {
  const signsIn = async (account: Desk) => (await town.official(account)).token
  const citizen = await town.citizen()
  const desk = { wang: await signsIn('wang'), ma: await signsIn('ma'), lin: await signsIn('lin') }
  const text = '唐曹高速出口早上堵得厉害，一公里要走一个小时，货车和小车挤在一条道上。'
  const { no } = await citizen.files({ text })
  for (let filed = 1; filed < 19; filed++) await citizen.files({ text })
  for (let added = 0; added < 10; added++) await citizen.adds(no, `第 ${added} 次补充：今天早上还是堵了四十分钟。`)
  phone.storage.set('minhu.token.citizen', JSON.stringify(citizen.token))
  return { no, citizen: citizen.token, desk }
}
