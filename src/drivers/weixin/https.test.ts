/** What only the driver over HTTPS has to get right: its token, and that no secret ever shows. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { Unavailable, type WeChat } from '@/server/ports'
import { openWeixin, type Weixin } from '../../../test/emulator/weixin'
import { startWeixinHttp } from '../../../test/emulator/weixin-http'
import { weixin as openDriver } from './index'

const SECOND = 1000
const TOKEN = '/cgi-bin/stable_token'

let now: number
let server: Weixin
let site: Awaited<ReturnType<typeof startWeixinHttp>>
let wechat: WeChat

beforeEach(async () => {
  now = Date.parse('2026-11-21T02:00:00Z')
  server = openWeixin({ now: () => now })
  site = await startWeixinHttp(server)
  wechat = open({})
  server.visits('oLi')
})
afterEach(() => site.close())

const open = (change: Partial<Parameters<typeof openDriver>[0]>) => {
  const { appid, secret } = server
  return openDriver({ appid, secret, origin: site.origin, now: () => now, ...change })
}
const check = (driver = wechat) => driver.msgSecCheck({ openid: 'oLi', scene: 2, content: '路灯不亮' })
const tokensAsked = () => site.requests.filter((path) => path === TOKEN).length
const thrownBy = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the token', () => {
  it('is asked for when it is needed, and then kept', async () => {
    expect(tokensAsked()).toBe(0)
    await check()
    await check()
    expect(tokensAsked()).toBe(1)
  })

  it('is kept until five minutes before its end, and then the next one is used', async () => {
    await check()
    now += (7200 - 300) * SECOND - 1
    server.visits('oLi')
    expect(await check()).toMatchObject({ ok: true })
    expect(tokensAsked()).toBe(1)
    now += 1
    expect(await check()).toMatchObject({ ok: true })
    expect(tokensAsked()).toBe(2)
    now += 400 * SECOND
    expect(await check()).toMatchObject({ ok: true })
    expect(tokensAsked()).toBe(2)
  })

  it('is asked for once when many wait for it', async () => {
    site.delayTokens(50)
    const replies = await Promise.all(Array.from({ length: 20 }, () => check()))
    expect(replies.every((reply) => reply.ok)).toBe(true)
    expect(tokensAsked()).toBe(1)
  })

  it('is not lost to all when one request for it fails', async () => {
    const broken = open({ origin: 'http://127.0.0.1:1' })
    expect(await thrownBy(check(broken))).toBeInstanceOf(Unavailable)
    expect(await thrownBy(check(broken))).toBeInstanceOf(Unavailable)
    server.trouble({ down: 'before' })
    expect(await thrownBy(check())).toBeInstanceOf(Unavailable)
    expect(await check()).toMatchObject({ ok: true })
  })

  it('that somebody made worthless (40001) is replaced, and what was asked for is done once', async () => {
    await check()
    server.tokens.revoke()
    expect(await check()).toMatchObject({ ok: true })
    expect(tokensAsked()).toBe(2)
    expect(server.sent).toHaveLength(2)
  })

  it('that is over before its time (42001) is replaced', async () => {
    const slowClock = open({ now: () => 0 })
    await check(slowClock)
    now += 7200 * SECOND
    server.visits('oLi')
    expect(await check(slowClock)).toMatchObject({ ok: true })
    expect(tokensAsked()).toBe(2)
  })

  it.each([40001, 40014, 42001])(
    'is replaced once after %i and no more: the second refusal stands',
    async (errcode) => {
      server.trouble({ errcode, times: 9 })
      expect(await check()).toMatchObject({ ok: false, errcode })
      expect(server.asked).toHaveLength(2)
      expect(tokensAsked()).toBe(2)
    },
  )

  it('is not replaced after another refusal', async () => {
    server.trouble({ errcode: 45009, times: 9 })
    expect(await check()).toMatchObject({ ok: false, errcode: 45009 })
    expect(tokensAsked()).toBe(1)
  })

  it('that others have replaced meanwhile is not thrown away', async () => {
    await check()
    server.tokens.revoke()
    await Promise.all([check(), check(), check()])
    expect(tokensAsked()).toBe(2)
  })

  it('that WeChat does not give is a refusal of what was asked for', async () => {
    expect(await check(open({ secret: 'wrong' }))).toMatchObject({ ok: false, errcode: 40001 })
    expect(await check(open({ appid: 'wxother' }))).toMatchObject({ ok: false, errcode: 40013 })
    expect(server.asked).toEqual([])
    expect(tokensAsked()).toBe(2)
  })
})

describe('a secret', () => {
  /** Everything that could be logged of an error. */
  const shown = (error: unknown) => inspect(error, { depth: 9, showHidden: true })

  async function findings(driver: WeChat): Promise<string> {
    const attempts = [check(driver), driver.code2session('code'), driver.unlimitedCode({ scene: 'a', page: 'p' })]
    return (await Promise.all(attempts.map((attempt) => attempt.then(shown, shown)))).join('\n')
  }

  it('is in no error when nobody is there', async () => {
    const text = await findings(open({ origin: 'http://127.0.0.1:1' }))
    expect(text).toContain('Unavailable')
    expect(text).not.toContain(server.secret)
  })

  it('is in no error when WeChat is slow, busy or broken', async () => {
    await check()
    const { access_token } = server.tokens.stable()
    const impatient = open({ timeoutMs: 100 })
    await check(impatient)
    const texts: string[] = []
    server.slow(60_000)
    texts.push(await findings(impatient))
    server.recovers()
    for (const trouble of [{ errcode: -1 }, { down: 'before' }, { reply: '<html>' }] as const) {
      server.trouble({ ...trouble, times: 3 })
      texts.push(await findings(wechat))
    }
    expect(texts.join().match(/Unavailable/g)?.length).toBeGreaterThanOrEqual(12)
    expect(texts.join()).not.toContain(server.secret)
    expect(texts.join()).not.toContain(access_token)
  })

  it('does not follow WeChat to another address', async () => {
    const seen: string[] = []
    const elsewhere = http.createServer((request, response) => response.end(String(seen.push(request.url ?? ''))))
    const redirecting = http.createServer((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${portOf(elsewhere)}/` }).end()
    })
    await Promise.all(
      [elsewhere, redirecting].map((one) => new Promise<void>((done) => one.listen(0, '127.0.0.1', done))),
    )
    const text = await findings(open({ origin: `http://127.0.0.1:${portOf(redirecting)}` }))
    for (const one of [elsewhere, redirecting]) {
      one.close()
      one.closeAllConnections()
    }
    expect(text).toContain('Unavailable')
    expect(text).not.toContain(server.secret)
    expect(seen).toEqual([])
  })
})

const portOf = (one: http.Server) => (one.address() as AddressInfo).port

it.each([
  ['a page of somebody in between', 200, '<html>please sign in</html>'],
  ['an empty page', 200, ''],
  ['an error of the machine', 502, '{"errcode":0,"errmsg":"ok"}'],
  ['JSON that is no object', 200, '[]'],
  ['a number in words', 200, '{"errcode":"0"}'],
])('%s is no answer: Unavailable', async (_, status, body) => {
  const other = http.createServer((request, response) => {
    const token = JSON.stringify({ access_token: 'a'.repeat(64), expires_in: 7200 })
    const isToken = request.url === TOKEN
    response.writeHead(isToken ? 200 : status).end(isToken ? token : body)
  })
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const driver = open({ origin: `http://127.0.0.1:${portOf(other)}` })
  const message = { touser: 'oLi', template_id: 't', data: {} }
  const errors = [
    await thrownBy(driver.subscribeSend(message)),
    await thrownBy(driver.code2session('code')),
    await thrownBy(check(driver)),
    await thrownBy(driver.unlimitedCode({ scene: 'a', page: 'p' })),
  ]
  other.close()
  other.closeAllConnections()
  for (const error of errors) expect(error).toBeInstanceOf(Unavailable)
})
