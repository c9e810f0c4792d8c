/** The mini program in front of a server of one's own: WeChat says who is there. In its cloud nobody signs in. */
import { Unavailable } from '@/server/ports'
import { openTown, type ServerTown } from './town'
import { type Acted, actedWeChat } from './wechat'

let town: ServerTown
let wechat: Acted
beforeEach(async () => {
  wechat = actedWeChat()
  town = await openTown({ wechat })
})
afterEach(() => town.close())

it('a person who comes through WeChat finds their tickets on another phone', async () => {
  const { no } = await (await town.wechatCitizen('code-of-wu')).files()
  const elsewhere = await town.wechatCitizen('code-of-wu')
  expect((await elsewhere.gets('tickets.mine', {})).items.map((ticket) => ticket.no)).toEqual([no])
  expect((await (await town.wechatCitizen('code-of-sun')).gets('tickets.mine', {})).items).toEqual([])
})

it('the openid goes out to nobody, and into no log', async () => {
  const worker = await town.wechatCitizen('code-of-wu')
  const { no } = await worker.files()
  const seen = [
    await worker.asks('tickets.open', { no }),
    await (await town.official('wang')).asks('desk.open', { no }),
  ].map(({ raw }) => raw)
  expect(`${seen.join()} ${town.log.join()}`).not.toContain('o-wu')
})

it.each([
  ['WeChat does not know the code', async () => ({ ok: false as const, errcode: 40029, errmsg: 'invalid code' })],
  ['WeChat cannot be reached', () => Promise.reject(new Unavailable())],
])('%s: no session, a sentence, and a next try succeeds', async (_, code2session) => {
  wechat.answers({ code2session })
  const refused = await town.anyone().isRefused('session.open', { code: 'code-of-wu' })
  expect(refused).toMatchObject({ code: 'unavailable', reason: 'wechat-login', status: 503 })
  wechat.answers({ code2session: async () => ({ ok: true, value: { openid: 'o-wu' } }) })
  expect((await (await town.wechatCitizen('code-of-wu')).files()).no).toMatch(/^CFD-/)
})

it('without a code the session is this device’s own', async () => {
  await town.citizen()
  expect(wechat.asked).toEqual([])
})
