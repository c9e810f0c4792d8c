/**
 * The function `smoke`: looks at a new environment from inside, for `npm run smoke:wechat`. Deployed with --with-smoke
 * alone, and removed when it has answered.
 */
// biome-ignore-all assist/source/organizeImports: the clock is read before anything else is loaded
import { STARTED } from './smoke-start'
import * as v from 'valibot'
import cloud from 'wx-server-sdk'
import { initCloud } from '@/drivers/wechat'
import { conflict, duplicate, many, push, rememberPush, textOf, timer } from './smoke-database'
import * as around from './smoke-surroundings'
import { whoCalled } from './world'

/** How long it took to load everything that a function needs: the part of a cold start that is ours. */
const LOADED_MS = Math.round(performance.now() - STARTED)
let calls = 0

/** As push.ts tells phones. */
const PHONES = /^wx_(client|devtools)/

const Asked = v.looseObject({ check: v.string(), openid: v.optional(v.string()) })
const Pushed = v.looseObject({ MsgType: v.string() })
const Limits = v.looseObject({ time_limit_in_ms: v.optional(v.number()), memory_limit_in_mb: v.optional(v.number()) })

type Context = { source: string; limits: v.InferOutput<typeof Limits>; openid: string | undefined }
type Check = (context: Context) => Promise<unknown>

const CHECKS: Record<string, Check> = {
  conflict,
  duplicate,
  many,
  timer,
  push,
  storage: around.storage,
  picture: around.picture,
  permitted: ({ openid }) => around.permitted(openid ? { openid } : {}),
  notPermitted: around.notPermitted,
  largeReply: around.largeReply,
  largeRequest: around.largeRequest,
  megabyte: around.megabyte,
  machine: around.machine,
  caller: async ({ source }) => ({ source }),
  limits: async ({ limits }) => ({ ms: limits.time_limit_in_ms ?? 0, mb: limits.memory_limit_in_mb ?? 0 }),
  start: async () => ({ loadedMs: LOADED_MS, calls }),
}

/** One check a call: a call over HTTP must be done within five seconds. Throws for phones alone. */
export async function main(event: unknown, context: unknown): Promise<unknown> {
  const { source, openid } = whoCalled()
  if (PHONES.test(source)) throw new Error('not from a phone')
  initCloud(cloud)
  calls += 1
  if (v.is(Pushed, event)) {
    await rememberPush(source, openid !== undefined)
    return 'success'
  }
  // Somebody with an openid who pushes nothing is a person.
  if (openid !== undefined) throw new Error('not from a phone')
  return answer(event, context, source)
}

async function answer(event: unknown, context: unknown, source: string): Promise<unknown> {
  const asked = v.safeParse(Asked, event)
  const check = asked.success && Object.hasOwn(CHECKS, asked.output.check) ? CHECKS[asked.output.check] : undefined
  if (!asked.success || !check) return { failed: 'no such check' }
  const limits = v.safeParse(Limits, context)
  try {
    const found = await check({ source, limits: limits.success ? limits.output : {}, openid: asked.output.openid })
    return asked.output.check === 'megabyte' ? found : { found }
  } catch (error) {
    return { failed: textOf(error) }
  }
}
