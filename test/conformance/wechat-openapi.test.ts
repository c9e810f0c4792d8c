/** What only the driver of the cloud has to get right: the surprises of the SDK, and what a function may not do. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import cloud from 'wx-server-sdk'
import { cloudWeChat, openapiPermissions } from '@/drivers/wechat'
import { Unavailable, type WeChat } from '@/server/ports'
import { type Emulator, startEmulator } from '../emulator'

let emulator: Emulator
let wechat: WeChat

beforeAll(async () => {
  emulator = await startEmulator()
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
  wechat = cloudWeChat(cloud)
  emulator.weixin.visits('oLi')
})
beforeEach(() => {
  emulator.none()
  emulator.allowOpenapi(openapiPermissions)
  emulator.weixin.asked.length = 0
})
afterAll(() => emulator.close())

const check = () => wechat.msgSecCheck({ openid: 'oLi', scene: 2, content: '路灯不亮' })

it('names the permissions that its services need', async () => {
  expect(await check()).toMatchObject({ ok: true })
  expect([...openapiPermissions].sort()).toEqual([
    'customerServiceMessage.send',
    'security.mediaCheckAsync',
    'security.msgSecCheck',
    'subscribeMessage.send',
    'wxacode.getUnlimited',
  ])
})

it('is refused with -604101 where the function has no permission', async () => {
  emulator.allowOpenapi(openapiPermissions.filter((name) => name !== 'security.msgSecCheck'))
  expect(await check()).toMatchObject({ ok: false, errcode: -604101 })
  expect(emulator.weixin.asked).toEqual([])
})

it('gives the words of WeChat and not those of the SDK', async () => {
  const reply = await wechat.msgSecCheck({ openid: 'oNobody', scene: 2, content: '路灯不亮' })
  expect(reply).toMatchObject({ ok: false, errmsg: expect.stringMatching(/^invalid openid rid: /) })
})

it('leaves the names of fields as they are, those with capitals too', async () => {
  await wechat.subscribeSend({ touser: 'oLi', template_id: 'none', data: { someThing1: { value: '1' } } })
  expect(emulator.weixin.asked[0]?.request).toMatchObject({ data: { someThing1: { value: '1' } } })
})

it.each([
  ['the cloud refuses', { times: 1, action: 'wx.openApi' }],
  ['the cloud breaks the connection after the work', { times: 1, action: 'wx.openApi', after: true }],
])('is Unavailable when %s', async (_, fault) => {
  emulator.fail(fault)
  await expect(check()).rejects.toBeInstanceOf(Unavailable)
  expect(await check()).toMatchObject({ ok: true })
})

it('is Unavailable when the cloud is gone', async () => {
  const gone = await startEmulator()
  await gone.close()
  process.env.TCB_CONTEXT_CNFG = gone.environment.TCB_CONTEXT_CNFG
  await expect(check()).rejects.toBeInstanceOf(Unavailable)
  Object.assign(process.env, emulator.environment)
})

describe('the signature of a form', () => {
  type Sent = { url: string; headers: http.IncomingHttpHeaders; body: Buffer }

  /** What the SDK sends, on its way to nowhere. */
  async function recorded(): Promise<Sent> {
    let sent: Sent | undefined
    const recorder = http.createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk))
      sent = { url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) }
      response.destroy()
    })
    await new Promise<void>((done) => recorder.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}/admin`
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: url })
    await check().catch(() => undefined)
    Object.assign(process.env, emulator.environment)
    recorder.close()
    if (!sent) throw new Error('nothing was sent')
    return sent
  }

  const resend = ({ url, headers, body }: Sent): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(emulator.url)
      const request = http.request({ port, path: url, method: 'POST', headers }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        resolve(text)
      })
      request.on('error', reject).end(body)
    })

  it('holds for what was sent, and for nothing else', async () => {
    const sent = await recorded()
    expect(await resend(sent)).toContain('"suggest":"pass"')
    const body = Buffer.from(sent.body)
    body.write('门', body.indexOf('路'))
    expect(await resend({ ...sent, body })).toContain('SIGN_PARAM_INVALID')
  })
})
