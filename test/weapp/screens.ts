/** Every screen of the mini program with something on it, for what is counted per screen: budgets and the benchmark. */

import { type Draft, EMPTY } from '@/client/drafts/draft'
import { DEVICE } from '../journeys/people'
import { openTown, type ServerTown } from '../journeys/town'
import { publishEverything } from './furnished'
import { type Page, type Phone, startPhone } from './phone'
import { reminds, runsTheDesk, worked } from './running'
import { cloudAtServer } from './wx/cloud-server'

export const DIST = 'dist/weapp'
/** The address the mini program was built with. */
export const BUILT_FOR = 'http://127.0.0.1:8750'

/** A screen, words that are there once it has opened, and which official is at the desk: Wang unless it says another. */
type ScreenAbout = {
  route: string
  shows: string
  who?: Desk
  /** What lies on the phone: nothing, unless it says so. */
  drafts?: Draft[]
  talk?: readonly unknown[]
  /** What is tapped once it has opened, for what is looked at then. `offline`: without a network from there on. */
  taps?: readonly string[]
  offline?: boolean
  /** Words that are there after that. */
  after?: string
}
type Desk = 'wang' | 'ma' | 'lin'
export type ScreenName = keyof typeof SCREENS
const LAMP = '希望路口的路灯不亮，晚上过马路看不见人，已经三天了。'
function draftOf(n: number, about: Partial<Draft>, form: Partial<Draft['form']> = {}): Draft {
  const id = `draft-key-${String(n).padStart(12, '0')}`
  const changedAt = new Date(Date.now() - n * 60_000).toISOString()
  const filled = { ...EMPTY, text: LAMP, category: 'light', ...form }
  return { id, state: 'writing', changedAt, form: filled, media: [], tried: false, renewed: 0, ...about }
}
const TEN = Array.from({ length: 10 }, (_, n) => draftOf(n, n % 3 ? {} : { state: 'filed', no: 'CFD-20260301-0001-5' }))
const FILLED = draftOf(
  0,
  {},
  {
    kind: 'complaint',
    place: { address: '垦丰大街小学门口', point: { lat: 39.27, lng: 118.45, system: 'wgs84' } },
    name: '吴小明',
    phone: '13912345678',
    behalf: { relation: 'parent', name: '吴老先生', phone: '13912345678' },
    against: { name: '示例人员' },
  },
)
const UNFOLDED = ['更多（都可以不填）', '我们收集什么、为什么', '在地图上标位置']
const FORM = { route: 'pages/report/index', shows: '是哪方面的事' } as const
const PEOPLE = { route: 'office/people/index', shows: '周示例', who: 'ma' } as const
const DUTY = { route: 'office/duty/index', shows: '没有人值班', who: 'ma' } as const
const PHRASES = { route: 'office/phrases/index', shows: '路口疏通', who: 'ma' } as const
const RULES = { route: 'office/routing/index', shows: '高速出口', who: 'ma' } as const
const FIGURES = { route: 'office/figures/index', shows: '首次回复', who: 'ma' } as const
const KEPT = { route: `${FORM.route}?draft=${FILLED.id}`, shows: FORM.shows, drafts: [FILLED] }

const ASK = { route: 'pages/ask/index', shows: '找人工' } as const
/** As long as a talk gets, with answers as long as they get. */
const WEEK = Array.from({ length: 30 }, (_, n) =>
  n % 2
    ? { is: 'program', key: n + 1, reply: { is: 'answer', said: { zh: LAMP.repeat(40), en: '' }, lines: [] } }
    : { is: 'me', key: n + 1, text: '路灯坏了找谁，几天能修？', state: 'sent' },
)

export const SCREENS = {
  home: { route: 'pages/home/index', shows: '我最近的办件' },
  'my tickets, a full page': { route: 'pages/tickets/index', shows: '唐曹高速' },
  'my tickets and what I follow': {
    ...{ route: 'pages/tickets/index', shows: '唐曹高速' },
    ...{ taps: ['我关注的'], after: '不再关注' },
  },
  'messages, a full page': { route: 'pages/inbox/index', shows: '通知设置' },
  'what I am told': { route: 'pages/read/wishes/index', shows: '夜间不打扰' },
  me: { route: 'pages/me/index', shows: '大字模式' },
  'privacy and my details': { route: 'pages/privacy/index', shows: '区里保存的' },
  'my tickets with ten drafts': { route: 'pages/tickets/index', shows: '唐曹高速', drafts: TEN },
  'home with the line of drafts': { route: 'pages/home/index', shows: '没写完', drafts: TEN },
  'the form': FORM,
  'the form, filled': KEPT,
  'the form, unfolded': { ...KEPT, taps: UNFOLDED, after: '按地址找' },
  'the form, waiting': { ...KEPT, taps: ['提交'], offline: true, after: '还没有送出' },
  'the form, in danger': {
    ...{ route: KEPT.route, shows: '请先打电话' },
    drafts: [{ ...FILLED, form: { ...FILLED.form, text: '路口有人触电了，快来' } }],
  },
  'the form of a code': { route: 'pages/report/index?spot=LAMP-0001', shows: '您扫的是' },
  'the form about an article': { route: 'pages/report/index?about={article}', shows: '是哪方面的事' },
  'the form with a tip': { route: 'pages/report/index?about={appeal}', shows: '提交' },
  'a ticket with twelve lines of history': { route: 'pages/ticket/index?no={no}', shows: '第 9 次补充' },
  'asking, before anything is asked': ASK,
  'asking, with a talk of a week': { ...ASK, shows: '看前面的对话', talk: WEEK },
  'look-up': { route: 'pages/lookup/index', shows: '查询码' },
  news: { route: 'pages/read/news/index', shows: '示例消息第 14 条' },
  'an article': { route: 'pages/read/reading/index?id={article}', shows: '对这条内容有疑问' },
  'a page about a sight': { route: 'pages/read/reading/index?id={page}', shows: '看鸟的规矩' },
  'an appeal': { route: 'pages/read/reading/index?id={appeal}', shows: '法律依据' },
  'a corrected emergency notice': { route: 'pages/read/reading/index?id={notice}', shows: '请您这样做' },
  weather: { route: 'pages/read/weather/index', shows: '未来 7 天' },
  traffic: { route: 'pages/read/traffic/index', shows: '主要路线' },
  hotlines: { route: 'pages/read/hotlines/index', shows: '您要办什么事' },
  issues: { route: 'pages/read/issues/index', shows: '示例：第 9 个' },
  'an issue': { route: 'pages/read/issue/index?id=motorway-exit', shows: '现在的答复' },
  about: { route: 'pages/read/about/index', shows: '曹妃甸概况' },
  'sights, a full page': { route: 'pages/read/about/index?section=sight', shows: '示例景点' },
  services: { route: 'pages/read/services/index', shows: '怎么办' },
  'search with many results': { route: 'pages/read/search/index?words=示例', shows: '找到' },
  'emergency notices': { route: 'pages/read/alerts/index', shows: '正在生效' },
  'filing at the desk': { route: 'office/file/index', shows: '在窗口' },
  'things with a code': { route: 'office/spots/index', shows: 'LAMP-0019' },
  'the entrance of the desk': { route: 'desk/signin/index', shows: '登录' },
  'the queue': { route: 'desk/queue/index', shows: '刷新' },
  'a ticket at the desk': { route: 'desk/ticket/index?no={no}', shows: '第 9 次补充' },
  'releases, a full page': { route: 'desk/releases/index', shows: '在写的第', who: 'ma' },
  'a notice at the desk': { route: 'desk/release/index?id={notice}', shows: '审签', who: 'lin' },
  'writing a notice': { route: 'desk/write/index?kind=alert', shows: '保存草稿', who: 'lin' },
  'writing an article': { route: 'desk/write/index?kind=article', shows: '保存草稿', who: 'lin' },
  'writing the menu': { route: 'desk/write/index?kind=menu&id={menu}', shows: '保存草稿', who: 'ma' },
  'reminders, a full page': { route: 'office/reminders/index', shows: '马上要到首次回复时间' },
  'a computer asks to be let in': { route: 'office/approve/index?offer={offer}', shows: '电脑上显示的两位数字' },
  'officials, a full page': { ...PEOPLE },
  'one official': { ...PEOPLE, taps: ['周示例0'], after: '还没有登录过' },
  'adding an official': { ...PEOPLE, taps: ['添加工作人员'], after: '真实姓名' },
  'shifts of a week': { ...DUTY },
  'hours of the desk': { ...DUTY, taps: ['值班时间'], after: '没有特殊日期' },
  'the handover sheet': { ...DUTY, who: 'wang', taps: ['交接单'], after: '未办结' },
  'templates, a full page': { ...PHRASES },
  'writing a template': { ...PHRASES, taps: ['新增模板'], after: '保存模板' },
  'rules, a full page': { ...RULES },
  'writing a rule': { ...RULES, taps: ['新增规则'], after: '保存规则' },
  'who is blocked': { route: 'office/blocks/index', shows: '被限制的人', who: 'ma' },
  'blocking somebody': { route: 'office/blocks/index?no={no}', shows: '开始限制' },
  'what many ask': { route: 'office/groups/index', shows: '示例：第 25 个' },
  'what is like a ticket': { route: 'office/groups/index?no={no}', shows: '和它相像的工单' },
  'one thing that many ask': { route: 'office/group/index?id={group}', shows: '归在一起的工单' },
  'writing the one answer': {
    route: 'office/group/index?id={group}',
    shows: '更正答复',
    taps: ['更正答复'],
    after: '办理结果',
  },
  figures: { ...FIGURES },
  'figures of each category': { ...FIGURES, taps: ['按类别'], after: '路灯照明' },
  'figures of a year': { ...FIGURES, taps: ['近 52 周', '按周'], after: '起的一周' },
  'what was written down': { route: 'office/audit/index', shows: '马丽', who: 'ma' },
  'my account': { route: 'office/me/index', shows: '我的设备' },
  'setting up codes': { route: 'office/me/index', shows: '我的设备', taps: ['设置验证码'], after: '下一步' },
} as const satisfies Record<string, ScreenAbout>
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[]

export type Furnished = { phone: Phone; open: (name: ScreenName) => Promise<Page>; close: () => Promise<void> }

/** It shows nothing of the town. */
const BARE: ScreenName = 'look-up'

/** `names`: the screens that will be opened. A town is filled where one of them shows something of it: it takes ten seconds. */
type Furnish = { dist?: string; builtFor?: string | undefined; names?: readonly ScreenName[] }

/** A phone with both sessions, a list longer than one page, a ticket with a talk of some length, and much to read. */
export async function furnish({
  dist = DIST,
  builtFor = BUILT_FOR,
  names = SCREEN_NAMES,
}: Furnish = {}): Promise<Furnished> {
  const town = await openTown()
  let filled = NOTHING
  const phone = startPhone({
    ...{ dist, hosts: { [BUILT_FOR]: town.url, [builtFor]: town.url } },
    // A build for a server of one's own never asks for it.
    wx: (kit) => cloudAtServer(kit, () => ({ url: town.url, citizen: filled.citizen })),
  })
  let things: Record<string, string> = {}
  if (names.some((name) => name !== BARE)) {
    await reminds(town)
    await worked(town, (Date.now() - Date.parse(town.now())) / 60_000)
    filled = await fill(town, phone)
    things = { ...(await publishEverything(town)), ...(await runsTheDesk(town)), no: filled.no }
  }
  return {
    phone,
    async open(name) {
      const {
        route,
        shows,
        who = 'wang',
        drafts = [],
        talk = [],
        taps = [],
        offline = false,
        after = shows,
      }: ScreenAbout = SCREENS[name]
      // The town's clock stands still: what one official asked on screen after screen would be too often.
      await town.forgetTries()
      phone.offline = false
      phone.storage.set('minhu.token.desk', JSON.stringify(filled.desk[who]))
      phone.storage.set('minhu.device', JSON.stringify(DEVICE))
      lays(phone, drafts)
      phone.storage.delete(TALK)
      const at = new Date().toISOString()
      if (talk.length) phone.storage.set(TALK, JSON.stringify(JSON.stringify({ at, data: talk })))
      const page = await phone.restart(route.replace(/\{(\w+)\}/, (_, thing: string) => things[thing] ?? ''))
      await phone.until(`“${shows}”`, () => page.text().includes(shows))
      const opening = page.traffic()
      phone.offline = offline
      for (const tap of taps) await page.tap(tap)
      await phone.until(`“${after}”`, () => page.text().includes(after))
      return { ...page, traffic: () => opening }
    },
    async close() {
      phone.close()
      await town.close()
    },
  }
}

/** Where a phone keeps what was said with the assistant. */
const TALK = 'minhu.kept.ask.talk {}'

function lays(phone: Phone, drafts: readonly Draft[]): void {
  const old = [...phone.storage.keys()].filter((key) => key.startsWith('minhu.draft.'))
  for (const key of old) phone.storage.delete(key)
  for (const draft of drafts) phone.storage.set(`minhu.draft.${draft.id}`, JSON.stringify(JSON.stringify(draft)))
}

type Filled = { no: string; citizen: string; desk: Record<Desk, string> }
const NOTHING: Filled = { no: '', citizen: '', desk: { wang: '', ma: '', lin: '' } }

async function fill(town: ServerTown, phone: Phone): Promise<Filled> {
  const signsIn = async (account: Desk) => (await town.official(account)).token
  const citizen = await town.citizen()
  const desk = { wang: await signsIn('wang'), ma: await signsIn('ma'), lin: await signsIn('lin') }
  const text = '唐曹高速出口早上堵得厉害，一公里要走一个小时，货车和小车挤在一条道上。'
  const { no } = await citizen.files({ text })
  for (let filed = 1; filed < 19; filed++) await citizen.files({ text })
  for (let added = 0; added < 10; added++) await citizen.adds(no, `第 ${added} 次补充：今天早上还是堵了四十分钟。`)
  const neighbour = await (await town.citizen()).files({ text })
  await citizen.gets('follows.add', { no: neighbour.no })
  phone.storage.set('minhu.token.citizen', JSON.stringify(citizen.token))
  const lamps = Array.from({ length: 20 }, (_, n) => ({
    ...{ id: `LAMP-${String(n).padStart(4, '0')}`, kind: 'lamp' as const, name: `${n} 号灯杆`, category: 'light' },
    ...{ address: '垦丰大街小学门口东侧', point: { lat: 39.2719, lng: 118.4478 } },
  }))
  await (await town.official('wang')).gets('spots.save', { spots: lamps })
  return { no, citizen: citizen.token, desk }
}
