/** The function `api`: every action of the contract, for the mini program. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Answer } from '@/contract'
import { Lang } from '@/contract/shapes'
import type { Actor } from '@/core/actor'
import { handle, isAction, refusal } from '@/server/handle'
import { actorOf, citizenOf } from '@/server/session'
import type { World } from '../world'
import { openWorld, whoCalled } from './world'

/** `token` is an official's: a citizen is known by WeChat alone. */
const Event = v.object({
  action: v.string(),
  input: v.optional(v.unknown(), {}),
  lang: v.optional(Lang, 'zh'),
  token: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{20,100}$/))),
})

/** Never throws: what goes wrong is in the answer, as over HTTP. */
export async function main(event: unknown): Promise<Answer<unknown>> {
  const { openid, address } = whoCalled()
  const world = await openWorld()
  const started = performance.now()
  const trace = randomBytes(6).toString('hex')
  const asked = v.safeParse(Event, event)
  if (!asked.success) return traced(refusal('malformed', { lang: 'zh' }), trace)
  const { action, input, lang, token } = asked.output
  const answer = await answerTo(action, input, { openid, address, lang, token }, world)
  const [what, ms] = [isAction(action) ? action : 'call', Math.round(performance.now() - started)]
  world.log.info('request', { trace, what, code: answer.ok ? 'ok' : answer.error.code, ms })
  return traced(answer, trace)
}

type Caller = { openid: string | undefined; address: string; lang: 'zh' | 'en'; token: string | undefined }

async function answerTo(action: string, input: unknown, caller: Caller, world: World): Promise<Answer<unknown>> {
  const { clock, ...rest } = world
  const { openid, token, lang, address } = caller
  const now = clock()
  try {
    const who: Actor = token
      ? await actorOf(token, rest.store, now, rest.production)
      : openid
        ? citizenOf(openid)
        : { role: 'anyone' }
    return await handle(action, input, { ...rest, caller: who, now, lang, address, ...(token && { token }) })
  } catch (error) {
    world.log.error('broken', error)
    return refusal('broken', { lang })
  }
}

const traced = (answer: Answer<unknown>, trace: string): Answer<unknown> =>
  answer.ok ? answer : { ok: false, error: { ...answer.error, trace } }
