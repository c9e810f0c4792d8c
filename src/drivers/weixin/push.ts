/**
 * Messages and events that WeChat pushes to a server of one's own (mini program and official account alike).
 * WeChat waits five seconds and asks three times, so that the same push comes again: whoever calls tells repeats by
 * `MsgId`, or by FromUserName, CreateTime and Event, and remembers them for longer than `isRecent` lets them come.
 */

import { isSignature, keyOf, seal, signatureOf, unseal } from './sealing'
import { type Fields, readXml, writeXml } from './xml'

/** What the app's message push is configured with. With a key only sealed pushes are opened. */
export type PushKeys = { token: string; appid: string; key?: Buffer }

export type Format = 'json' | 'xml'
/** The fields as WeChat names them; from XML every value is text. `MsgId` always is: it does not fit into a number. */
export type Push = { message: Fields; format: Format; sealed: boolean }
/** `signature`: not from WeChat. `mode`: sealed or not, other than configured. `broken`: nothing readable. `appid`: for another app. */
export type PushRefusal = 'signature' | 'mode' | 'broken' | 'appid'
export type OpenedPush = { ok: true; push: Push } | { ok: false; refusal: PushRefusal }

/** Throws when `encodingAesKey` is none. Without it pushes are plain, and then the signature does not cover the body. */
export function pushKeys({ token, appid, encodingAesKey }: { token: string; appid: string; encodingAesKey?: string }) {
  return { token, appid, ...(encodingAesKey !== undefined && { key: keyOf(encodingAesKey) }) } satisfies PushKeys
}

/** A push signed longer ago than this is somebody else's copy: WeChat's last try comes after fifteen seconds. */
const RECENT_MS = 10 * 60_000

/** Whether it was signed just now, by their clock and ours. `now` in milliseconds. */
export function isRecent(query: URLSearchParams, now: number): boolean {
  const signedAt = Number(query.get('timestamp')) * 1000
  return Math.abs(now - signedAt) <= RECENT_MS
}

/** What to answer when WeChat looks whether an address is ours: its own word. Null when it is not WeChat. */
export function verifyUrl({ token }: PushKeys, query: URLSearchParams): string | null {
  return isSigned(token, query) ? query.get('echostr') : null
}

/** Opens a push from the query and the body of its POST. */
export function openPush(keys: PushKeys, query: URLSearchParams, body: string): OpenedPush {
  const outer = readBody(body)
  if (!outer) return refused('broken')
  const { Encrypt } = outer.fields
  // In WeChat's mode for moving from one to the other (兼容) a push is both: what is sealed counts where there is a key.
  const isBoth = typeof Encrypt === 'string' && typeof outer.fields.MsgType === 'string'
  const sealed = typeof Encrypt === 'string' && !(isBoth && !keys.key)
  if (sealed !== (keys.key !== undefined)) return refused('mode')
  if (!keys.key || !sealed) return isSigned(keys.token, query) ? opened(outer, false) : refused('signature')

  if (!isSealSigned(keys.token, query, Encrypt)) return refused('signature')
  const content = unseal(keys.key, Encrypt)
  const inner = content && readBody(content.message)
  if (!content || !inner) return refused('broken')
  if (content.appid !== keys.appid) return refused('appid')
  return opened({ ...inner, format: outer.format }, true)
}

/** `message`, which is JSON or XML already, as the answer to a sealed push. `timestamp` in seconds. Needs a key. */
export function sealReply(
  { token, appid, key }: PushKeys,
  message: string,
  { format, timestamp, nonce, random }: { format: Format; timestamp: number; nonce: string; random?: Uint8Array },
): string {
  if (!key) throw new Error('a reply is sealed with an EncodingAESKey, and there is none')
  const Encrypt = seal(key, message, appid, random)
  const MsgSignature = signatureOf(token, String(timestamp), nonce, Encrypt)
  const reply = { Encrypt, MsgSignature, TimeStamp: timestamp, Nonce: nonce }
  return format === 'json' ? JSON.stringify(reply) : writeXml(reply)
}

/** A text for whoever wrote, as the answer to their push. `now` in milliseconds. */
export function replyTo(
  keys: PushKeys,
  { message, format, sealed }: Push,
  text: string,
  { now, nonce }: { now: number; nonce: string },
): string {
  const CreateTime = Math.floor(now / 1000)
  const fields = {
    ...{ ToUserName: String(message.FromUserName), FromUserName: String(message.ToUserName) },
    ...{ CreateTime, MsgType: 'text', Content: text },
  }
  const reply = format === 'json' ? JSON.stringify(fields) : writeXml(fields)
  return sealed ? sealReply(keys, reply, { format, timestamp: CreateTime, nonce }) : reply
}

const refused = (refusal: PushRefusal): OpenedPush => ({ ok: false, refusal })

const opened = ({ fields, format }: Body, sealed: boolean): OpenedPush => ({
  ok: true,
  push: { message: withTextId(fields), format, sealed },
})

function withTextId(fields: Fields): Fields {
  return typeof fields.MsgId === 'number' ? { ...fields, MsgId: String(fields.MsgId) } : fields
}

function isSigned(token: string, query: URLSearchParams): boolean {
  const [timestamp, nonce] = [query.get('timestamp'), query.get('nonce')]
  return Boolean(timestamp && nonce && isSignature(query.get('signature'), token, timestamp, nonce))
}

function isSealSigned(token: string, query: URLSearchParams, sealed: string): boolean {
  const [timestamp, nonce] = [query.get('timestamp'), query.get('nonce')]
  return Boolean(timestamp && nonce && isSignature(query.get('msg_signature'), token, timestamp, nonce, sealed))
}

type Body = { fields: Fields; format: Format }

function readBody(body: string): Body | null {
  if (body.trimStart().startsWith('<')) {
    const fields = readXml(body)
    return fields && { fields, format: 'xml' }
  }
  const fields = readJson(body)
  return fields && { fields, format: 'json' }
}

/** Whole numbers that JavaScript would round become text. Strings are stepped over, so that nothing in them changes. */
const STRING_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g

function readJson(body: string): Fields | null {
  try {
    const exact = body.replace(STRING_OR_LONG_NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`))
    const parsed: unknown = JSON.parse(exact)
    return isFields(parsed) ? parsed : null
  } catch {
    return null
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
