/** WeChat's server tells a server of one's own what happened: only WeChat can, and the same news twice is news once. */
import { createHash, randomBytes } from 'node:crypto'
import { pushKeys } from '@/drivers/weixin'
import { sealReply } from '@/drivers/weixin/push'
import * as pictures from '../pictures'
import type { Person } from './people'
import { openTown, type ServerTown } from './town'
import { type Acted, actedWeChat } from './wechat'

const TOKEN = 'minhutoken'
const APPID = 'wx0123456789abcdef'
const keys = pushKeys({ token: TOKEN, appid: APPID, encodingAesKey: 'A'.repeat(43) })
const stranger = pushKeys({ token: TOKEN, appid: APPID, encodingAesKey: 'B'.repeat(43) })

let town: ServerTown
let wechat: Acted
let worker: Person
let no: string
beforeEach(async () => {
  wechat = actedWeChat()
  wechat.answers({ mediaCheckAsync: async () => ({ ok: true, value: { trace_id: 'trace-1' } }) })
  town = await openTown({
    wechat,
    pushes: { push: { action: 'push.receive', keys } },
    env: { MINHU_ORIGIN: 'https://minhu.example' },
  })
  worker = await town.wechatCitizen('code-of-wu')
  const { id } = await worker.uploads(await pictures.jpeg())
  no = (await worker.files({ photos: [id] })).no
  town.pass(1)
  await town.tick()
})
afterEach(() => town.close())

const VERDICT = JSON.stringify({
  ...{ ToUserName: 'gh_minhu', FromUserName: 'o-wu', CreateTime: 1_762_329_554, MsgType: 'event' },
  ...{ Event: 'wxa_media_check', appid: APPID, trace_id: 'trace-1', version: 2, errcode: 0, errmsg: 'ok' },
  result: { suggest: 'risky', label: '20002' },
})

/** Sends it as WeChat does in its safe mode. */
async function pushes(message: string, sealedWith = keys) {
  const [timestamp, nonce] = [Math.floor(Date.parse(town.now()) / 1000), '415670741']
  const { Encrypt, MsgSignature } = JSON.parse(sealReply(sealedWith, message, { format: 'json', timestamp, nonce }))
  const query = new URLSearchParams({ timestamp: String(timestamp), nonce, msg_signature: MsgSignature })
  const body = JSON.stringify({ ToUserName: 'gh_minhu', Encrypt })
  const response = await fetch(`${town.url}/wechat/push?${query}`, { method: 'POST', body })
  return { status: response.status, text: await response.text() }
}
const isHeld = async () => (await worker.sees(no)).held

it('a verdict that WeChat pushes is taken', async () => {
  expect(await pushes(VERDICT)).toEqual({ status: 200, text: 'success' })
  expect(await isHeld()).toBe(true)
})

it('the same verdict again is taken and changes nothing', async () => {
  await pushes(VERDICT)
  const before = await worker.sees(no)
  expect(await pushes(VERDICT)).toEqual({ status: 200, text: 'success' })
  expect(await worker.sees(no)).toEqual(before)
})

it.each<[string, () => Promise<{ status: number }>]>([
  ['sealed with another key', () => pushes(VERDICT, stranger)],
  ['not sealed at all', () => fetch(`${town.url}/wechat/push`, { method: 'POST', body: VERDICT })],
  ['no message', () => fetch(`${town.url}/wechat/push`, { method: 'POST', body: '路灯' })],
  ['empty', () => fetch(`${town.url}/wechat/push`, { method: 'POST' })],
])('a push that is %s is not WeChat’s', async (_, send) => {
  expect((await send()).status).toBe(403)
  expect(await isHeld()).toBe(false)
})

it('a push of a megabyte and more is not read', async () => {
  const response = await fetch(`${town.url}/wechat/push`, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })
  expect(response.status).toBe(413)
})

it('a push that could not be taken is asked for again', async () => {
  const { trace } = ((await town.world.store.find<{ trace: string }>('screenings', { by: 'trace', limit: 1 }))
    .items[0] ?? {}) as { trace?: string }
  expect(trace).toBe('trace-1')
  const find = town.world.store.find.bind(town.world.store)
  town.world.store.find = () => Promise.reject(new Error('the database is away'))
  expect((await pushes(VERDICT)).status).toBe(500)
  town.world.store.find = find
  expect((await pushes(VERDICT)).status).toBe(200)
  expect(await isHeld()).toBe(true)
})

it('the address proves itself to WeChat, and to nobody else', async () => {
  const [timestamp, nonce] = ['1714036504', randomBytes(4).toString('hex')]
  const signature = createHash('sha1').update([TOKEN, timestamp, nonce].sort().join('')).digest('hex')
  const ask = async (signed: string) => {
    const query = new URLSearchParams({ signature: signed, timestamp, nonce, echostr: '4375120948345356249' })
    const response = await fetch(`${town.url}/wechat/push?${query}`)
    return [response.status, await response.text()]
  }
  expect(await ask(signature)).toEqual([200, '4375120948345356249'])
  expect((await ask(signature.replace(/^./, 'z')))[0]).toBe(403)
})

it('without keys there is no such place', async () => {
  const plain = await openTown()
  expect((await fetch(`${plain.url}/wechat/push`, { method: 'POST', body: VERDICT })).status).toBe(404)
  await plain.close()
})
