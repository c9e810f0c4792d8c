/** Asking with the built mini program: a number, a question, a person at the desk; and what is typed when the phone dies. */
import { existsSync } from 'node:fs'
import type { Person } from '../journeys/people'
import { openTown, type ServerTown } from '../journeys/town'
import { SET_DATA } from './limits'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const BOX = '写下您的问题或数字'
const QUESTION = '我家隔壁的鹦鹉天天唱戏怎么办'

let town: ServerTown
let phone: Phone
let wang: Person

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
  // The phone's own clock is today's.
  town.pass((Date.now() - Date.parse(town.now())) / 60_000)
  wang = await town.official('wang')
})
afterAll(() => town.close())
beforeEach(async () => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
  await phone.restart('pages/ask/index')
  await sees('新闻')
})
afterEach(() => {
  expect(phone.errors).toEqual([])
  phone.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))
const asks = async (words: string) => {
  await phone.page.input(BOX, words)
  await phone.page.tap('发送')
}
const at = (route: string) => phone.until(route, () => phone.page.route === route)

test('a number is answered with what it stands for, a tap like what is typed', async () => {
  await asks('4')
  await sees('没帮上忙')
  const { length } = phone.page.text()
  await asks('４')
  await phone.until('the same again', () => phone.page.text().length > length)
})

test('a letter costs no more than letters may', async () => {
  await phone.page.input(BOX, '路灯坏')
  const { bytes } = await phone.page.measure(() => phone.page.input(BOX, '路灯坏了'))
  expect(bytes).toBeLessThanOrEqual(SET_DATA.letter)
})

test('WeChat’s own chat is one tap away, and knows where from and in which language', () => {
  expect(phone.page.attr('<button>', 'open-type')).toBe('contact')
  expect(phone.page.attr('<button>', 'session-from')).toBe('ask;zh')
})

test('a question without an answer goes to a person with the talk, and their reply comes by itself', async () => {
  await asks(QUESTION)
  await phone.until('a reply', () => phone.page.has('.ask-reply'))
  await phone.page.tap('转人工')
  await at('pages/ticket/index')
  const [ticket] = (await wang.gets('desk.queue', { queue: 'open' })).items
  const { text, history } = await wang.opens(ticket?.no ?? '')
  expect(text).toBe(QUESTION)
  expect(history[0]?.talk?.map((line) => line.text)).toContain(QUESTION)
  await wang.replies(ticket?.no ?? '', '您好，正在帮您查，请稍等。')
  await sees('您好，正在帮您查，请稍等。')
})

test('what could not be sent is there when the app is opened again, and goes with one tap', async () => {
  phone.offline = true
  await asks('断网的时候问一句')
  await sees('还没有发出去')
  await phone.restart('pages/ask/index')
  await sees('断网的时候问一句')
  phone.offline = false
  await phone.page.tap('再发一次')
  await phone.until('a reply', () => phone.page.has('.ask-reply'))
})

test('killed while a question is on its way to a person, it arrives once when the app is opened again', async () => {
  const before = await town.world.store.count('tickets')
  await asks('楼道里的灯谁来管呢')
  await phone.until('a reply', () => phone.page.has('.ask-reply'))
  phone.offline = true
  await phone.page.tap('转人工')
  await sees('等有网络时自动送出')
  await phone.restart('pages/ask/index')
  phone.offline = false
  await phone.restart('pages/ask/index')
  const arrived = async () => (await town.world.store.count('tickets')) - before
  for (let tries = 0; tries < 100 && !(await arrived()); tries++) await new Promise((next) => setTimeout(next, 100))
  expect(await arrived()).toBe(1)
})
