import { Unavailable, type WeChat } from '@/server/ports'
import type { Trouble } from '../emulator/weixin-troubles'
import { PAGE, type Scene } from './wechat'

const SECRET_TEXT = '我家住在垦丰大街'

/** A call of each service that would succeed. */
const SERVICES: [name: string, call: (wechat: WeChat, li: string) => Promise<unknown>][] = [
  [
    'subscribeSend',
    (wechat, li) =>
      wechat.subscribeSend({ touser: li, template_id: 'template-weather', data: { thing1: { value: '大风' } } }),
  ],
  ['customSend', (wechat, li) => wechat.customSend({ touser: li, msgtype: 'text', text: { content: SECRET_TEXT } })],
  ['msgSecCheck', (wechat, li) => wechat.msgSecCheck({ openid: li, scene: 2, content: SECRET_TEXT })],
  [
    'mediaCheckAsync',
    (wechat, li) =>
      wechat.mediaCheckAsync({ openid: li, scene: 2, media_url: 'https://example.org/1.jpg', media_type: 2 }),
  ],
  ['unlimitedCode', (wechat) => wechat.unlimitedCode({ scene: 'a', page: PAGE })],
]

const TROUBLES: [what: string, trouble: Trouble][] = [
  ['is busy (-1)', { errcode: -1 }],
  ['breaks the connection', { down: 'before' }],
  ['breaks the connection when it is done', { down: 'after' }],
  ['answers what nobody understands', { reply: 'well, well' }],
  ['answers half', { reply: '{"errcode":0,' }],
]

/** A WeChat that fails on the way. */
export function troubleCases(scene: Scene): void {
  const arrange = () => {
    scene.weixin.writes(scene.li)
    scene.weixin.accepts(scene.li, 'template-weather')
  }

  describe.each(SERVICES)('%s', (service, call) => {
    it.each(TROUBLES)('is Unavailable when WeChat %s, and is not tried again by itself', async (_, trouble) => {
      arrange()
      scene.weixin.trouble(trouble)
      const error: unknown = await call(scene.wechat, scene.li).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Unavailable)
      expect(scene.weixin.asked.map((asked) => asked.service)).toEqual([service])
      expect(scene.weixin.sent).toHaveLength('down' in trouble && trouble.down === 'after' ? 1 : 0)
    })

    it('is Unavailable when WeChat takes too long', async () => {
      arrange()
      scene.weixin.slow(60_000)
      await expect(call(scene.impatient, scene.li)).rejects.toBeInstanceOf(Unavailable)
    })

    it('is a refusal like others when the quota is used up: 45009', async () => {
      arrange()
      scene.weixin.trouble({ errcode: 45009 })
      expect(await call(scene.wechat, scene.li)).toMatchObject({ ok: false, errcode: 45009 })
      expect(await call(scene.wechat, scene.li)).toMatchObject({ ok: true })
    })
  })

  it.each(TROUBLES)('never puts texts or openids into an error: WeChat %s', async (_, trouble) => {
    scene.weixin.trouble(trouble)
    const attempt = scene.wechat.msgSecCheck({ openid: scene.li, scene: 2, content: SECRET_TEXT })
    const error: unknown = await attempt.catch((thrown: unknown) => thrown)
    const text = error instanceof Error ? `${error.message} ${error.stack} ${String(error.cause)}` : ''
    expect(text).toContain('WeChat')
    expect(text).not.toContain(SECRET_TEXT)
    expect(text).not.toContain(scene.li)
    expect(text).not.toContain('well, well')
  })
}
