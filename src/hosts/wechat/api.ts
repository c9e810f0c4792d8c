/** The function `api`: every action of the contract, for the mini program. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Answer } from '@/contract'
import { Lang } from '@/contract/shapes'
import { handle, isAction, refusal } from '@/server/handle'
import { citizenOf, whoAsks } from '@/server/session'
import type { World } from '../world'
import { openWorld, whoCalled } from './world'

/** Whoever says nothing that we know is spoken to in Chinese: nothing is refused for its language. */
const Speaks = v.fallback(v.object({ lang: Lang }), { lang: 'zh' })

/** `token` is an official's: a citizen is known by WeChat alone. One that is none belongs to nobody. */
const Event = v.object({
  action: v.string(),
  input: v.optional(v.unknown(), {}),
  token: v.exactOptional(v.string()),
  device: v.exactOptional(v.string()),
})

/** Never throws: what goes wrong is in the answer, as over HTTP. */
export async function main(event: unknown): Promise<Answer<unknown>> {
  const { openid, address } = whoCalled()
  const world = await openWorld()
  const started = performance.now()
  const trace = randomBytes(6).toString('hex')
  const { lang } = v.parse(Speaks, event)
  const asked = v.safeParse(Event, event)
  if (!asked.success) return traced(refusal('malformed', { lang }), trace)
  const { action, input, token, device } = asked.output
  const answer = await answerTo(action, input, { openid, address, lang, token, device }, world)
  const [what, ms] = [isAction(action) ? action : 'call', Math.round(performance.now() - started)]
  world.log.info('request', { trace, what, code: answer.ok ? 'ok' : answer.error.code, ms })
  return traced(answer, trace)
}

type Caller = {
  openid: string | undefined
  address: string
  lang: 'zh' | 'en'
  token: string | undefined
  device: string | undefined
}

async function answerTo(action: string, input: unknown, caller: Caller, world: World): Promise<Answer<unknown>> {
  const { clock, ...rest } = world
  const { openid, token, device, lang, address } = caller
  // WeChat says who is there: a session of one's own making would be a second person without a name.
  if (action === 'session.open') return refusal('unknown-action', { lang })
  const now = clock()
  try {
    const asker = await whoAsks({ token, device }, rest, now)
    const byWeChat = openid && !token ? { caller: citizenOf(openid) } : {}
    return await handle(action, input, {
      ...rest,
      ...asker,
      ...byWeChat,
      now,
      lang,
      address,
      openid: openid ?? '',
    })
  } catch (error) {
    world.log.error('broken', error)
    return refusal('broken', { lang })
  }
}

const traced = (answer: Answer<unknown>, trace: string): Answer<unknown> =>
  answer.ok ? answer : { ok: false, error: { ...answer.error, trace } }
