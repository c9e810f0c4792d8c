/** The built mini program asks for leave to send messages, in the tap, and nothing hangs on the answer. */
import { existsSync } from 'node:fs'
import { NONE, openSubscribed, type Subscribed } from '../journeys/subscriptions'
import { openTown, type ServerTown } from '../journeys/town'
import { fail, type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

/** Whom the harness’s `wx.login` vouches for. */
const OPENID = 'o-this-phone'
const MOST = ['t-answered', 't-asked', 't-replied']

let subscribed: Subscribed<ServerTown>
let phone: Phone

beforeEach(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error('build it first: npm run build:weapp')
  subscribed = await openSubscribed(openTown)
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: subscribed.town.url } })
})
afterEach(async () => {
  expect(phone.errors).toEqual([])
  phone.close()
  await subscribed.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))

/** A person who is here for the first time writes a filing and is about to send it. */
async function written() {
  const form = await phone.open('pages/report/index')
  await sees('是哪方面的事')
  await form.tap('道路交通')
  await form.input('说说情况', '高速出口每天早上堵一个小时，货车占了小车道。')
}

/** Files it, and gives the ticket’s number. */
async function files(): Promise<string> {
  await phone.page.tap('提交')
  return filed()
}

async function filed(): Promise<string> {
  await sees('请记下编号和查询码')
  return phone.page.query.no ?? ''
}

const asked = () => phone.called('requestSubscribeMessage').map((options) => (options as { tmplIds: unknown }).tmplIds)

async function replies(no: string) {
  for (const one of MOST) subscribed.leaves(OPENID, one, 9)
  await (await subscribed.town.official('wang')).replies(no, '收到')
  subscribed.town.pass(1)
  await subscribed.town.tick()
  return subscribed.arrived()
}

test('whoever files for the first time is asked before anything is sent, and hears of the first reply', async () => {
  await written()
  phone.answer('requestSubscribeMessage', {
    't-answered': 'reject',
    't-asked': 'filter',
    't-replied': 'acceptWithAudio',
  })
  const before = phone.calls.length
  const no = await files()
  expect(phone.calls.slice(before).map(({ name }) => name)[0]).toBe('requestSubscribeMessage')
  expect(asked()).toEqual([MOST])
  expect(await replies(no)).toEqual([`${OPENID}: 工作人员回复了您，点开查看`])
  expect((await subscribed.town.world.store.find('grants', { by: 'id', limit: 9 })).items).toHaveLength(2)
})

test.each([
  ['says no', () => ({ 't-answered': 'reject', 't-asked': 'reject', 't-replied': 'reject' })],
  ['has switched all messages off', () => fail('The main switch is switched off', 20004)],
  ['has a WeChat that cannot ask', () => fail('can not be invoked')],
])('a person who %s has filed all the same', async (_, answer) => {
  await written()
  phone.answer('requestSubscribeMessage', answer())
  expect(await replies(await files())).toEqual([])
})

test('a text that is too short is said before anybody is asked; what waits for a network asks no second time', async () => {
  await written()
  await phone.page.input('说说情况', '堵车')
  await phone.page.tap('提交')
  await sees('请再写几个字')
  expect(asked()).toEqual([])
  await phone.page.input('说说情况', '高速出口每天早上堵一个小时。')
  phone.offline = true
  await phone.page.tap('提交')
  await sees('还没有送出')
  phone.offline = false
  await filed()
  expect(asked()).toEqual([MOST])
})

test('the answer whose reply was lost is told again, and counts once', async () => {
  await written()
  // A session first, so that the two requests of the tap are the filing and the answer.
  await phone.open('pages/tickets/index')
  await sees('您还没有办件')
  await phone.restart('pages/report/index')
  await written()
  phone.loseNext(2)
  const no = await files()
  expect(await replies(no)).toHaveLength(1)
  expect(await replies(no)).toHaveLength(0)
})

test('adding to a ticket asks about what there is no leave for yet', async () => {
  await written()
  await files()
  await phone.page.tap('补充情况')
  await phone.page.input('想补充什么', '早上七点最堵')
  await phone.page.tap('发送')
  await sees('早上七点最堵')
  expect(asked()).toEqual([MOST, MOST])
})

test('a district without templates asks for nothing', async () => {
  await subscribed.close()
  subscribed = await openSubscribed(openTown, { notices: NONE })
  phone.close()
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: subscribed.town.url } })
  await written()
  await files()
  expect(asked()).toEqual([])
})
