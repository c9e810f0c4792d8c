/** Every screen of the mini program with something on it, for what is counted per screen: budgets and the benchmark. */
import { openTown, type ServerTown } from '../journeys/town'
import { type Page, type Phone, startPhone } from './phone'
import { cloudAtServer } from './wx/cloud-server'

export const DIST = 'dist/weapp'
/** The address the mini program was built with. */
export const BUILT_FOR = 'http://127.0.0.1:8750'

/** A screen, and words that are there once it has opened. */
export type ScreenName = keyof typeof SCREENS
export const SCREENS = {
  home: { route: 'pages/home/index', shows: '我最近的办件' },
  'my tickets, a full page': { route: 'pages/tickets/index', shows: '唐曹高速' },
  me: { route: 'pages/me/index', shows: '大字模式' },
  'the form': { route: 'pages/report/index', shows: '是哪方面的事' },
  'a ticket with twelve lines of history': { route: 'pages/ticket/index?no={no}', shows: '第 9 次补充' },
  'look-up': { route: 'pages/lookup/index', shows: '查询码' },
  'the entrance of the desk': { route: 'desk/signin/index', shows: '登录' },
  'the queue': { route: 'desk/queue/index', shows: '刷新' },
  'a ticket at the desk': { route: 'desk/ticket/index?no={no}', shows: '第 9 次补充' },
} as const
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[]

export type Furnished = { phone: Phone; open: (name: ScreenName) => Promise<Page>; close: () => Promise<void> }

/** A phone with both sessions, a list longer than one page, and a ticket with a talk of some length. */
export async function furnish(dist = DIST, builtFor = BUILT_FOR): Promise<Furnished> {
  const town = await openTown()
  let citizen = ''
  const phone = startPhone({
    ...{ dist, hosts: { [BUILT_FOR]: town.url, [builtFor]: town.url } },
    // A build for a server of one's own never asks for it.
    wx: (kit) => cloudAtServer(kit, () => ({ url: town.url, citizen })),
  })
  const filled = await fill(town, phone)
  citizen = filled.citizen
  const { no } = filled
  return {
    phone,
    async open(name) {
      const { route, shows } = SCREENS[name]
      const page = await phone.restart(route.replace('{no}', no))
      await phone.until(`“${shows}”`, () => page.text().includes(shows))
      return page
    },
    async close() {
      phone.close()
      await town.close()
    },
  }
}

async function fill(town: ServerTown, phone: Phone): Promise<{ no: string; citizen: string }> {
  const [citizen, wang] = await Promise.all([town.citizen(), town.official('wang')])
  const text = '唐曹高速出口早上堵得厉害，一公里要走一个小时，货车和小车挤在一条道上。'
  const { no } = await citizen.files({ text })
  for (let filed = 1; filed < 19; filed++) await citizen.files({ text })
  for (let added = 0; added < 10; added++) await citizen.adds(no, `第 ${added} 次补充：今天早上还是堵了四十分钟。`)
  phone.storage.set('minhu.token.citizen', JSON.stringify(citizen.token))
  phone.storage.set('minhu.token.desk', JSON.stringify(wang.token))
  return { no, citizen: citizen.token }
}
