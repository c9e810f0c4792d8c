/** Filings that are still on the phone, above the tickets, in the built mini program. */
import { existsSync } from 'node:fs'
import type { Draft } from '@/client/drafts/draft'
import { EMPTY } from '@/client/drafts/draft'
import { openTown, type ServerTown } from '../journeys/town'
import { SET_DATA } from './limits'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const LIST = 'pages/tickets/index'
const LAMP = '希望路口的路灯不亮'

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
})
afterEach(() => {
  expect(phone.errors).toEqual([])
  phone.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))

const keyOf = (n: number) => `draft-key-${String(n).padStart(12, '0')}`
function lies(n: number, about: Partial<Draft> = {}): string {
  const draft: Draft = {
    id: keyOf(n),
    state: 'writing',
    changedAt: new Date(Date.now() - n * 60_000).toISOString(),
    form: { ...EMPTY, text: LAMP },
    media: [],
    tried: false,
    renewed: 0,
    ...about,
  }
  phone.storage.set(`minhu.draft.${draft.id}`, JSON.stringify(JSON.stringify(draft)))
  return draft.id
}
const opens = async (words: string) => {
  await phone.restart(LIST)
  await sees(words)
}

test('nothing of it is there where there is no draft', async () => {
  await opens('您还没有办件')
  expect(phone.page.text()).not.toContain('没写完')
})

test('one that was begun is known by its first words, and opens where it was left', async () => {
  const id = lies(1)
  await opens('没写完的')
  expect(phone.page.text()).toContain(LAMP)
  await phone.page.tap('接着写')
  expect(phone.page.route).toBe('pages/report/index')
  expect(phone.page.query.draft).toBe(id)
})

test('it is thrown away only after a question', async () => {
  const id = lies(1)
  await opens(LAMP)
  phone.answer('showModal', { confirm: false, cancel: true })
  await phone.page.tap('丢掉')
  expect(phone.storage.has(`minhu.draft.${id}`)).toBe(true)
  phone.answer('showModal', { confirm: true, cancel: false })
  await phone.page.tap('丢掉')
  expect(phone.storage.has(`minhu.draft.${id}`)).toBe(false)
  expect(phone.page.text()).not.toContain(LAMP)
})

test('one that waits says so, and goes by a tap when the network is back', async () => {
  phone.offline = true
  lies(1, { state: 'waiting', form: { ...EMPTY, category: 'light', text: LAMP } })
  await opens('等着发送的')
  expect(phone.page.text()).toContain('有网络就自动发送')
  phone.offline = false
  await phone.page.tap('现在发送')
  await sees('已送达：CFD-')
  expect(await town.world.store.count('tickets')).toBe(1)
})

test('one that arrived meanwhile opens its ticket, and is then seen', async () => {
  const id = lies(1, { state: 'filed', no: 'CFD-20260301-0001-5' })
  await opens('已送达：CFD-20260301-0001-5')
  await phone.page.tap('已送达：CFD-20260301-0001-5')
  expect(phone.page.route).toBe('pages/ticket/index')
  expect(phone.storage.has(`minhu.draft.${id}`)).toBe(false)
})

test('with five drafts and a full page of tickets it opens with 2 setData and 20 KB', async () => {
  const citizen = await town.citizen()
  for (let filed = 0; filed < 15; filed++)
    await citizen.files({ text: '唐曹高速出口早上堵得厉害，一公里要走一个小时。' })
  phone.storage.set('minhu.token.citizen', JSON.stringify(citizen.token))
  for (let n = 1; n <= 5; n++) lies(n, { form: { ...EMPTY, text: `${LAMP}，晚上过马路看不见人，已经三天了。` } })
  await opens('唐曹高速')
  const { calls, bytes } = phone.page.traffic()
  expect(calls).toBeLessThanOrEqual(SET_DATA.calls)
  expect(bytes).toBeLessThanOrEqual(SET_DATA.open)
})

test('all drafts are cleared from the phone, but for one that may have arrived', async () => {
  phone.offline = true
  const begun = lies(1)
  const tried = lies(2, { state: 'waiting', tried: true, form: { ...EMPTY, category: 'light', text: LAMP } })
  await phone.restart('pages/privacy/index')
  await sees('清除这台手机上的草稿')
  await phone.page.tap('清除这台手机上的草稿')
  await sees('有 1 份可能已经送到')
  expect(phone.storage.has(`minhu.draft.${begun}`)).toBe(false)
  expect(phone.storage.has(`minhu.draft.${tried}`)).toBe(true)
})
