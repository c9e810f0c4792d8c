/**
 * WeChat's server as a server of one's own meets it: pushes what people do, plain or sealed, as JSON or XML; hangs up when it
 * has waited long enough, and tries three times in all. Its time is scaled: half a second stands for five.
 */
import { randomBytes } from 'node:crypto'
import type { PushKeys } from '@/drivers/weixin'
import { keyOf, seal, signatureOf, unseal } from '@/drivers/weixin/sealing'
import { readXml, writeXml } from '@/drivers/weixin/xml'

export const TOKEN = 'minhutoken'
export const APPID = 'wx0123456789abcdef'
export const AES_KEY = 'A'.repeat(43)
const TRIES = 3

export type Fields = Record<string, string | number>
export type Pushed = {
  /** Of each try; 0 where WeChat hung up. */
  statuses: number[]
  /** What the person read: the first text that came in time. */
  read: string | undefined
  texts: string[]
}
type How = {
  url: string
  keys: PushKeys
  format: 'json' | 'xml'
  now: () => string
  patienceMs?: number
}

export function pusher({ url, keys, format, now, patienceMs = 500 }: How) {
  /** The place and the body of one push. */
  function packed(message: Fields, signedAt = Math.floor(Date.parse(now()) / 1000)) {
    const nonce = randomBytes(4).toString('hex')
    const plain = format === 'json' ? jsonOf(message) : writeXml(message)
    const stamp = { timestamp: String(signedAt), nonce }
    if (!keys.key) {
      const signature = signatureOf(keys.token, stamp.timestamp, nonce)
      return { place: `${url}?${new URLSearchParams({ ...stamp, signature })}`, body: plain }
    }
    const Encrypt = seal(keyOf(AES_KEY), plain, keys.appid)
    const msg_signature = signatureOf(keys.token, stamp.timestamp, nonce, Encrypt)
    const outer = { ToUserName: 'gh_minhu', Encrypt }
    const query = new URLSearchParams({
      ...stamp,
      msg_signature,
      encrypt_type: 'aes',
      openid: String(message.FromUserName),
    })
    return { place: `${url}?${query}`, body: format === 'json' ? JSON.stringify(outer) : writeXml(outer) }
  }

  /** One try. */
  async function once({ place, body }: { place: string; body: string }) {
    try {
      const response = await fetch(place, { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) })
      return { status: response.status, text: await response.text() }
    } catch {
      return { status: 0, text: '' }
    }
  }

  /** What a person would read of an answer; undefined where there is nothing for them. */
  function readable(text: string): string | undefined {
    if (!text || text === 'success') return undefined
    const outer = readXml(text) ?? JSON.parse(text)
    const inner = keys.key ? unseal(keys.key, String(outer.Encrypt))?.message : text
    const fields = readXml(inner ?? '') ?? JSON.parse(inner ?? '{}')
    return String(fields.Content)
  }

  /** As WeChat does it: once more, with the same message, where nothing came in time. */
  async function pushes(message: Fields): Promise<Pushed> {
    const packet = packed(message)
    const pushed: Pushed = { statuses: [], read: undefined, texts: [] }
    for (let left = TRIES; left > 0; left--) {
      const { status, text } = await once(packet)
      pushed.statuses.push(status)
      if (status !== 200) continue
      pushed.read = readable(text)
      pushed.texts.push(text)
      break
    }
    return pushed
  }

  return { packed, once, pushes, readable }
}

/** A long id is a number in WeChat's JSON, with more digits than JavaScript keeps. */
function jsonOf({ MsgId, ...message }: Fields): string {
  const text = JSON.stringify(message)
  return MsgId === undefined ? text : `${text.slice(0, -1)},"MsgId":${MsgId}}`
}
