import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Output } from '@/contract'
import { isRecent, openPush, type Push, type PushKeys, replyTo, verifyUrl } from '@/drivers/weixin'
import { handle } from '@/server/handle'
import { readText } from './body'
import type { World } from './world'

/** Who pushes: the mini program, or the official account; with what each is configured with. */
export type PushDoor = { action: 'push.receive' | 'push.account'; keys: PushKeys }

/** WeChat hangs up after five seconds, whatever may be the matter here. */
const HANGS_UP_MS = 4700

/**
 * What WeChat's server pushes to a server of one's own. GET asks whether this address is ours. A push that was not taken
 * gets no "success", so that WeChat sends it again; taking it twice changes nothing.
 */
export async function answerPush(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { world, door: { action, keys } }: { world: World; door: PushDoor },
): Promise<void> {
  const say = (status: number, text: string, type = 'text/plain') =>
    void response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text)
  if (request.method === 'GET') {
    const echo = verifyUrl(keys, url.searchParams)
    return echo === null ? say(403, 'not from WeChat') : say(200, echo)
  }
  const body = await readText(request)
  if (body === null) return say(413, 'too large')
  const opened = openPush(keys, url.searchParams, body)
  const now = world.clock()
  const refusal = opened.ok ? !isRecent(url.searchParams, now.getTime()) && 'old' : opened.refusal
  if (refusal || !opened.ok) {
    world.log.info('push refused', { refusal: refusal || '' })
    return say(403, 'not from WeChat')
  }
  const answer = await inTime(received(action, opened.push, world))
  if (!answer) world.log.info('push not answered in time', { action })
  if (!answer || wantsAgain(answer)) return say(503, '')
  if (!answer.ok && answer.error.code === 'failed') return say(500, 'not taken')
  const reply = answer.ok && 'reply' in answer.data ? answer.data.reply : undefined
  if (!reply) return say(200, 'success')
  const nonce = Buffer.from(world.chance.bytes(8)).toString('hex')
  const text = replyTo(keys, opened.push, reply, { now: now.getTime(), nonce })
  return say(200, text, opened.push.format === 'json' ? 'application/json' : 'text/xml')
}

type Received = Answer<Output<'push.receive'> | Output<'push.account'>>

async function received(action: PushDoor['action'], { message }: Push, { clock, ...rest }: World): Promise<Received> {
  const ctx = { ...rest, caller: { role: 'wechat' as const }, now: clock(), lang: 'zh' as const, address: 'wechat' }
  // Checked against the contract by `handle`.
  return (await handle(action, message, ctx)) as Received
}

const wantsAgain = (answer: Received): boolean => answer.ok && 'again' in answer.data && answer.data.again === true

/** Undefined when it takes too long; what comes of it then is not told to WeChat. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), HANGS_UP_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
