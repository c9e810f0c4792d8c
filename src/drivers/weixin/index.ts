import * as v from 'valibot'
import type { WeChat, WeChatReply } from '@/server/ports'
import { type Exchange, exchangeWith } from './exchange'
import { type Ask, PATIENCE_MS, read, type Service, servicesBy } from './services'
import { stableToken, type Token } from './token'

export { isRecent, openPush, type Push, type PushKeys, pushKeys, replyTo, sealReply, verifyUrl } from './push'

export type WeixinOptions = {
  appid: string
  secret: string
  /** Where WeChat's server is. A test has its own. */
  origin?: string
  /** Milliseconds. */
  now?: () => number
  timeoutMs?: number
}

const PATHS: Record<Service, string> = {
  subscribeSend: '/cgi-bin/message/subscribe/send',
  customSend: '/cgi-bin/message/custom/send',
  msgSecCheck: '/wxa/msg_sec_check',
  mediaCheckAsync: '/wxa/media_check_async',
  unlimitedCode: '/wxa/getwxacodeunlimit',
}

/** The token is wrong, malformed or over: nothing was done, and a new one may help. */
const NEEDS_TOKEN = [40001, 40014, 42001]

const Person = v.object({ openid: v.pipe(v.string(), v.nonEmpty()), unionid: v.optional(v.string()) })

/** WeChat over HTTPS, for a server of one's own. Its address must be on the list that WeChat keeps for the app. */
export function weixin({
  appid,
  secret,
  origin = 'https://api.weixin.qq.com',
  now = () => Date.now(),
  timeoutMs = PATIENCE_MS,
}: WeixinOptions): WeChat {
  const exchange = exchangeWith(origin, timeoutMs)
  const token = stableToken(exchange, { appid, secret }, now)

  return {
    ...servicesBy(askingWith(exchange, token)),

    async code2session(code) {
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
      const reply = read(Person, await exchange('/sns/jscode2session', { query }))
      if (!reply.ok) return reply
      const { openid, unionid } = reply.value
      return { ok: true, value: { openid, ...(unionid && { unionid }) } }
    },
  }
}

/** Asks with a token, and once more with another one when the first is not taken. */
function askingWith(exchange: Exchange, token: Token): Ask {
  return async (service, request) => {
    const once = async (): Promise<{ token?: string; reply: WeChatReply<unknown> }> => {
      const given = await token.get()
      if (!given.ok) return { reply: given }
      const query = { access_token: given.value }
      return { token: given.value, reply: await exchange(PATHS[service], { query, body: request }) }
    }
    const first = await once()
    if (first.reply.ok || first.token === undefined || !NEEDS_TOKEN.includes(first.reply.errcode)) return first.reply
    token.drop(first.token)
    return (await once()).reply
  }
}
