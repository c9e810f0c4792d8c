import type { IncomingMessage, ServerResponse } from 'node:http'
import { openPush, type PushKeys, verifyUrl } from '@/drivers/weixin'
import { handle } from '@/server/handle'
import { readText } from './body'
import type { World } from './world'

/**
 * What WeChat's server pushes to a server of one's own. GET asks whether this address is ours. A push that was not taken
 * gets no "success", so that WeChat sends it again; taking it twice changes nothing.
 */
export async function answerPush(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { world, keys }: { world: World; keys: PushKeys },
): Promise<void> {
  const say = (status: number, text: string) =>
    void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
  if (request.method === 'GET') {
    const echo = verifyUrl(keys, url.searchParams)
    return echo === null ? say(403, 'not from WeChat') : say(200, echo)
  }
  const body = await readText(request)
  if (body === null) return say(413, 'too large')
  const opened = openPush(keys, url.searchParams, body)
  if (!opened.ok) {
    world.log.info('push refused', { refusal: opened.refusal })
    return say(403, 'not from WeChat')
  }
  const { clock, ...rest } = world
  const answer = await handle('push.receive', opened.push.message, {
    ...rest,
    ...{ caller: { role: 'wechat' }, now: clock(), lang: 'zh', address: 'wechat' },
  })
  return !answer.ok && answer.error.code === 'failed' ? say(500, 'not taken') : say(200, 'success')
}
