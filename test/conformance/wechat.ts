import { type SubscribeMessage, Unavailable, type WeChat } from '@/server/ports'
import type { Weixin } from '../emulator/weixin'
import { troubleCases } from './wechat-trouble'

/** A driver, and the WeChat at its other end. */
export type Place = {
  weixin: Weixin
  wechat: WeChat
  /** The same driver with hardly any patience. */
  impatient: WeChat
  close(): Promise<void>
}
/** What the cases share. `li` is somebody new for each of them, who has just opened the mini program. */
export type Scene = Place & { li: string; later: (milliseconds: number) => void }

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const PAGE = 'pages/ticket/index'

const DISPATCHED = 'template-dispatched'
const WEATHER = 'template-weather'
const dispatched = (touser: string): SubscribeMessage => ({
  touser,
  template_id: DISPATCHED,
  page: `${PAGE}?id=1`,
  data: { character_string1: { value: 'CFD-20261121-0017' }, phrase2: { value: '已受理' } },
})

/**
 * The promises of the WeChat port, for every driver. `open` starts a WeChat that lives by `now`, with a driver that
 * reaches it. `signsIn` says what drivers differ in: whether WeChat is asked who somebody is.
 */
export function wechatConforms(
  name: string,
  open: (now: () => number) => Promise<Place>,
  { signsIn }: { signsIn: boolean },
): void {
  describe(`${name} keeps the promises of WeChat`, () => {
    let now = Date.parse('2026-11-21T02:00:00Z')
    const scene = {} as Scene
    scene.later = (milliseconds) => {
      now += milliseconds
    }
    let people = 0

    beforeAll(async () => {
      Object.assign(scene, await open(() => now))
      scene.weixin.releases(PAGE)
      scene.weixin.template(DISPATCHED, { fields: ['character_string1', 'phrase2'] })
      scene.weixin.template(WEATHER, { fields: ['thing1'], longTerm: true })
      scene.weixin.dislikes('代办假证', { suggest: 'risky', label: 20006 })
      scene.weixin.dislikes('加微信', { suggest: 'review', label: 10001 })
    })
    beforeEach(() => {
      people += 1
      scene.li = `oLi${people}`
      scene.weixin.visits(scene.li)
      scene.weixin.recovers()
      for (const list of [scene.weixin.asked, scene.weixin.sent]) list.length = 0
    })
    afterAll(() => scene.close())

    describe('a subscription message', () => subscriptionCases(scene))
    describe('an answer in the customer service chat', () => customerCases(scene))
    describe('the check of a text', () => textCases(scene))
    describe('the check of a picture', () => pictureCases(scene))
    describe('a mini program code', () => codeCases(scene))
    describe('signing in', () => (signsIn ? signInCases(scene) : noSignInCases(scene)))
    describe('trouble', () => troubleCases(scene))
  })
}

function subscriptionCases(scene: Scene): void {
  it('arrives as it was given', async () => {
    const { wechat, weixin, li } = scene
    const message: SubscribeMessage = { ...dispatched(li), miniprogram_state: 'trial', lang: 'zh_CN' }
    weixin.accepts(li, DISPATCHED)
    expect(await wechat.subscribeSend(message)).toMatchObject({ ok: true })
    expect(weixin.sent).toEqual([{ service: 'subscribeSend', request: message }])
  })

  it('may be sent once for each time that the person allowed it', async () => {
    const { wechat, weixin, li } = scene
    weixin.accepts(li, DISPATCHED)
    weixin.accepts(li, DISPATCHED)
    const replies = [1, 2, 3].map(() => () => wechat.subscribeSend(dispatched(li)))
    expect(await replies[0]?.()).toMatchObject({ ok: true })
    expect(await replies[1]?.()).toMatchObject({ ok: true })
    expect(await replies[2]?.()).toMatchObject({ ok: false, errcode: 43101 })
  })

  it('of a long-term template may be sent any number of times until the person switches it off', async () => {
    const { wechat, weixin, li } = scene
    const warning = { touser: li, template_id: WEATHER, data: { thing1: { value: '大风蓝色预警' } } }
    weixin.accepts(li, WEATHER)
    for (let time = 1; time <= 3; time += 1) expect(await wechat.subscribeSend(warning)).toMatchObject({ ok: true })
    weixin.refuses(li, WEATHER)
    expect(await wechat.subscribeSend(warning)).toMatchObject({ ok: false, errcode: 43101 })
  })

  const phrase = (value: string) => ({ ...dispatched('').data, phrase2: { value } })
  it.each<[string, number, Partial<SubscribeMessage>]>([
    ['of a template that does not exist', 40037, { template_id: 'template-other' }],
    ['to nobody that WeChat knows', 40003, { touser: 'oNobody' }],
    ['to a page that is not released', 41030, { page: 'pages/secret/index' }],
    ['to a page with a slash in front', 41030, { page: `/${PAGE}` }],
    ['with a value that is too long for its field', 47003, { data: phrase('正在处理之中') }],
    ['with a value of another kind than its field', 47003, { data: phrase('done') }],
    ['with an empty value', 47003, { data: phrase('') }],
    ['without one of the fields', 47003, { data: { character_string1: { value: '1' } } }],
  ])('%s is refused with %i', async (_, errcode, change) => {
    const { wechat, weixin, li } = scene
    weixin.accepts(li, DISPATCHED)
    const reply = await wechat.subscribeSend({ ...dispatched(li), ...change })
    expect(reply).toMatchObject({ ok: false, errcode })
    if (errcode === 47003) expect(reply).toMatchObject({ errmsg: expect.stringContaining('data.phrase2.value') })
    expect(await wechat.subscribeSend(dispatched(li))).toMatchObject({ ok: true })
  })
}

function customerCases(scene: Scene): void {
  const answer = () => scene.wechat.customSend({ touser: scene.li, msgtype: 'text', text: { content: '您好，请讲' } })

  it('arrives as it was given', async () => {
    scene.weixin.writes(scene.li)
    expect(await answer()).toMatchObject({ ok: true })
    const request = { touser: scene.li, msgtype: 'text', text: { content: '您好，请讲' } }
    expect(scene.weixin.sent).toEqual([{ service: 'customSend', request }])
  })

  it.each([
    ['writes', 'five within 48 hours', 5, 48 * HOUR],
    ['enters', 'two within a minute', 2, MINUTE],
  ] as const)('to somebody who %s may be sent: %s', async (does, _, most, life) => {
    const { weixin, li, later } = scene
    weixin[does](li)
    later(life - 1)
    for (let time = 1; time <= most; time += 1) expect(await answer()).toMatchObject({ ok: true })
    expect(await answer()).toMatchObject({ ok: false, errcode: 45047 })
    weixin[does](li)
    later(life)
    expect(await answer()).toMatchObject({ ok: false, errcode: 45015 })
  })

  it('to somebody who never wrote comes too late: 45015', async () => {
    expect(await answer()).toMatchObject({ ok: false, errcode: 45015 })
  })

  it('to nobody that WeChat knows is refused with 40003', async () => {
    const message = { touser: 'oNobody', msgtype: 'text', text: { content: '您好' } } as const
    expect(await scene.wechat.customSend(message)).toMatchObject({ ok: false, errcode: 40003 })
  })
}

function textCases(scene: Scene): void {
  const check = (content: string, openid = scene.li) => scene.wechat.msgSecCheck({ openid, scene: 2, content })

  it.each([
    ['门口的路灯不亮', { suggest: 'pass', label: 100 }],
    ['代办假证 请联系', { suggest: 'risky', label: 20006 }],
    ['加微信领红包', { suggest: 'review', label: 10001 }],
    ['引号"、斜杠\\、换行\n和😀', { suggest: 'pass', label: 100 }],
  ])('%j is %j', async (content, verdict) => {
    expect(await check(content)).toEqual({ ok: true, value: verdict })
    expect(scene.weixin.asked[0]?.request).toEqual({ version: 2, openid: scene.li, scene: 2, content })
  })

  it('is refused with 61010 when the person was not here within two hours', async () => {
    scene.later(2 * HOUR)
    expect(await check('路灯不亮')).toMatchObject({ ok: true })
    scene.later(1)
    expect(await check('路灯不亮')).toMatchObject({ ok: false, errcode: 61010 })
  })

  it('is refused with 40003 for nobody that WeChat knows', async () => {
    expect(await check('路灯不亮', 'oNobody')).toMatchObject({ ok: false, errcode: 40003 })
  })
}

function pictureCases(scene: Scene): void {
  const check = (openid = scene.li) =>
    scene.wechat.mediaCheckAsync({ openid, scene: 2, media_url: 'https://example.org/1.jpg', media_type: 2 })

  it('promises a verdict under a trace_id', async () => {
    const reply = await check()
    const asked = scene.weixin.checks.at(-1)
    expect(asked).toMatchObject({ openid: scene.li, media_url: 'https://example.org/1.jpg' })
    expect(reply).toEqual({ ok: true, value: { trace_id: asked?.trace_id } })
  })

  it('is refused with 61010 when the person was not here within two hours', async () => {
    scene.later(2 * HOUR + 1)
    expect(await check()).toMatchObject({ ok: false, errcode: 61010 })
  })

  it('is refused with 40003 for nobody that WeChat knows', async () => {
    expect(await check('oNobody')).toMatchObject({ ok: false, errcode: 40003 })
  })
}

function codeCases(scene: Scene): void {
  it('is a picture', async () => {
    const reply = await scene.wechat.unlimitedCode({ scene: 'd=0209&k=report', page: PAGE, width: 430 })
    expect(reply.ok && Buffer.from(reply.value).subarray(1, 4).toString()).toBe('PNG')
    expect(scene.weixin.sent[0]?.request).toEqual({ scene: 'd=0209&k=report', page: PAGE, width: 430 })
  })

  it.each([
    ['for a scene of 32 characters', 'a'.repeat(32), PAGE, 0],
    ['for a scene of 33', 'a'.repeat(33), PAGE, 40169],
    ['for an empty scene', '', PAGE, 40169],
    ['for a scene in Chinese', '路灯', PAGE, 40169],
    ['for a scene with a percent sign', 'a%20b', PAGE, 40169],
    ['for a page that is not released', 'a', 'pages/secret/index', 41030],
    ['for a page with a slash in front', 'a', `/${PAGE}`, 41030],
  ])('%s is given or refused', async (_, code, page, errcode) => {
    const reply = await scene.wechat.unlimitedCode({ scene: code, page })
    expect(reply.ok ? 0 : reply.errcode).toBe(errcode)
  })
}

function signInCases(scene: Scene): void {
  it('tells who opened the mini program, and nothing more', async () => {
    const code = scene.weixin.login(scene.li, 'uLi')
    expect(await scene.wechat.code2session(code)).toEqual({ ok: true, value: { openid: scene.li, unionid: 'uLi' } })
  })

  it('works once: then 40163', async () => {
    const code = scene.weixin.login(scene.li)
    expect(await scene.wechat.code2session(code)).toEqual({ ok: true, value: { openid: scene.li } })
    expect(await scene.wechat.code2session(code)).toMatchObject({ ok: false, errcode: 40163 })
  })

  it('works for five minutes: then 40029', async () => {
    const codes = [scene.weixin.login(scene.li), scene.weixin.login(scene.li)]
    scene.later(5 * MINUTE - 1)
    expect(await scene.wechat.code2session(codes[0] ?? '')).toMatchObject({ ok: true })
    scene.later(1)
    expect(await scene.wechat.code2session(codes[1] ?? '')).toMatchObject({ ok: false, errcode: 40029 })
  })

  it('with a code that WeChat never gave is refused with 40029', async () => {
    expect(await scene.wechat.code2session('made up & odd')).toMatchObject({ ok: false, errcode: 40029 })
  })
}

function noSignInCases(scene: Scene): void {
  it('is no question to WeChat: it throws, and nobody is asked', async () => {
    const attempt = scene.wechat.code2session(scene.weixin.login(scene.li))
    await expect(attempt).rejects.toThrow('getWXContext')
    await expect(attempt).rejects.not.toBeInstanceOf(Unavailable)
    expect(scene.weixin.asked).toEqual([])
  })
}
