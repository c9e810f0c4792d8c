/** What others have filed and what has been answered, in the form of the built mini program. */
import { existsSync } from 'node:fs'
import { both } from '../journeys/contents'
import { asksTogether } from '../journeys/published'
import { openTown, type ServerTown } from '../journeys/town'
import { SET_DATA } from './limits'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const OFFER = '有人反映过差不多的事'
const WORDS = '垦丰大街的路灯不亮了'
/** Longer than a pause in typing, and than the answer takes. */
const PAUSED = 1500

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
  // The phone's own clock is today's.
  town.pass((Date.now() - Date.parse(town.now())) / 60_000 - 3 * 24 * 60)
  const asker = await town.citizen()
  await asker.files({ category: 'light', text: '垦丰大街路灯坏了，晚上看不见路', place: {} })
  await asker.files({ category: 'light', text: '垦丰大街的路灯不亮', place: {} })
  await asksTogether(town, 'lamps', {
    title: both('垦丰大街的路灯为什么不亮？'),
    question: both('路灯不亮了，什么时候修好？'),
    answer: { text: both('正在换灯。'), edition: 1, at: town.now(), unit: 'urban' },
    ...{ askers: 12, followers: 3, heat: 39, movedAt: town.now() },
  })
  town.pass(3 * 24 * 60)
})
afterAll(() => town.close())
beforeEach(async () => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
  await phone.restart('pages/report/index')
  await sees('是哪方面的事')
})
afterEach(() => {
  expect(phone.errors).toEqual([])
  phone.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSED))
const asked = () =>
  phone.called('request').filter((options) => JSON.stringify(options).includes('/call/filing.look')).length

test('shows them when typing pauses, one of each, for at most 2 KB', async () => {
  await phone.page.tap('路灯照明')
  await pause()
  await phone.page.input('说说情况', WORDS)
  const { bytes } = await phone.page.measure(() => sees(OFFER))
  expect(phone.page.text()).toMatch(/路灯照明 · 3 天前 · /)
  expect(phone.page.text()).toContain('垦丰大街的路灯为什么不亮？')
  expect(phone.page.text().split(OFFER)).toHaveLength(2)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(2048)
})

test('asks once for what is typed without a pause, and draws nothing when the answer is the same', async () => {
  await phone.page.tap('路灯照明')
  await phone.page.input('说说情况', WORDS)
  await sees(OFFER)
  await pause()
  const before = asked()
  await phone.page.input('说说情况', `${WORDS}，晚`)
  await phone.page.input('说说情况', `${WORDS}，晚上`)
  const { calls } = await phone.page.measure(pause)
  expect([asked() - before, calls]).toEqual([1, 0])
})

test('“mine is different” shows the next one, for less than a tap may cost, and then none', async () => {
  await phone.page.tap('路灯照明')
  await phone.page.input('说说情况', WORDS)
  await sees(OFFER)
  const { bytes } = await phone.page.measure(() => phone.page.tap('我的不一样'))
  expect(bytes).toBeLessThanOrEqual(SET_DATA.tap)
  expect(phone.page.text()).toContain(OFFER)
  await phone.page.tap('我的不一样')
  expect(phone.page.text()).not.toContain(OFFER)
})

test('“this does not answer mine” takes the answer away', async () => {
  await phone.page.input('说说情况', WORDS)
  await sees('这件事有答复了')
  await phone.page.tap('我的情况不同，单独反映')
  expect(phone.page.text()).not.toContain('这件事有答复了')
})

test('following asks what becomes of the words that were written, and ends among the tickets', async () => {
  await phone.page.tap('路灯照明')
  await phone.page.input('说说情况', WORDS)
  await sees(OFFER)
  await phone.page.tap('关注这一件')
  await sees('您写到一半的这一件')
  await phone.page.tap('不要了')
  await phone.until('the tickets', () => phone.page.route === 'pages/tickets/index')
  expect(await town.world.store.count('follows')).toBe(1)
})

test('without a network nothing is shown, and nobody is kept from writing', async () => {
  phone.offline = true
  await phone.page.tap('路灯照明')
  await phone.page.input('说说情况', WORDS)
  await pause()
  expect(phone.page.text()).not.toContain(OFFER)
  expect(phone.page.has('提交')).toBe(true)
})
