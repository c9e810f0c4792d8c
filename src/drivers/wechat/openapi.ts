import { Unavailable, type WeChat, type WeChatReply } from '@/server/ports'
import { type Ask, BUSY, PATIENCE_MS, type Service, servicesBy } from '../weixin/services'

/** wx-server-sdk after its `init`, as far as it is used here. Its own type says nothing of a call. */
export type OpenapiCloud = { openapi: unknown }
type Openapi = Record<string, Record<string, (request: object) => Promise<unknown>>>

/** What the SDK and a function's config.json (permissions.openapi) call WeChat's services. */
const NAMES: Record<Service, [topic: string, verb: string]> = {
  subscribeSend: ['subscribeMessage', 'send'],
  customSend: ['customerServiceMessage', 'send'],
  msgSecCheck: ['security', 'msgSecCheck'],
  mediaCheckAsync: ['security', 'mediaCheckAsync'],
  unlimitedCode: ['wxacode', 'getUnlimited'],
}

/** The services as permissions.openapi lists them. */
export const openapiPermissions = Object.values(NAMES).map((name) => name.join('.'))

/**
 * The SDK's numbers for "could not be asked" and "did not answer": of the cloud (-501001 is also every broken connection),
 * of its way to WeChat, and WeChat's own. Every other number is an answer, -604101 (not permitted) among them.
 */
const OUT_OF_REACH = [BUSY, -501001, -501002, -501003, -501004, -601001, -601003, -601008, -604102, -604103]

/**
 * WeChat as a cloud function asks it: without secret and token, since the cloud knows whose function it is. Needs the
 * permissions of `openapiPermissions`.
 */
export function cloudWeChat(cloud: OpenapiCloud, { timeoutMs = PATIENCE_MS } = {}): WeChat {
  // The words of the HTTP documents: else the SDK renames fields both ways, those of templates among them.
  const openapi = (cloud.openapi as (options: { convertCase: false }) => Openapi)({ convertCase: false })

  const ask: Ask = async (service, request) => {
    const [topic, verb] = NAMES[service]
    try {
      const answer = await inTime(openapi[topic]?.[verb]?.(request), timeoutMs)
      return { ok: true, value: pictureIn(answer) ?? answer }
    } catch (error) {
      return refusalOf(`${topic}.${verb}`, error)
    }
  }

  return {
    ...servicesBy(ask),
    async code2session() {
      throw new Error('in the cloud WeChat says itself who asks: getWXContext().OPENID')
    },
  }
}

/** The SDK waits for 15 seconds; a function may not. What it asked for goes on all the same. */
async function inTime<T>(work: Promise<T> | undefined, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`WeChat did not answer within ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What is no JSON comes as `{ contentType, buffer }`. */
function pictureIn(answer: unknown): Uint8Array | undefined {
  const buffer: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'buffer') : undefined
  return buffer instanceof Uint8Array ? new Uint8Array(buffer) : undefined
}

/** An error of the SDK as WeChat's refusal. Its text may quote a whole answer, so an Unavailable has only the number. */
function refusalOf(name: string, error: unknown): WeChatReply<never> {
  if (error instanceof Unavailable) throw error
  const [errcode, errmsg] = ['errCode', 'errMsg'].map((key): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined,
  )
  if (typeof errcode !== 'number') throw error
  if (OUT_OF_REACH.includes(errcode)) throw new Unavailable(`WeChat could not be asked for ${name}: ${errcode}`)
  return { ok: false, errcode, errmsg: String(errmsg ?? '').replace(/^openapi\.[\w.]+:fail /, '') }
}
