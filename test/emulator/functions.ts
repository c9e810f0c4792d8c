/** Cloud functions: what is deployed, the instances that run it, and everybody who may start it. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import type { Fields } from './ejson'
import { APP_ID } from './environment'
import { CloudError, invalid } from './errors'
import { FAILURES, type Failure, failed } from './failures'
import { contextOf, type Instance, type Outcome, startInstance } from './instance'

const MOST_INSTANCES = 4
/** "100 KB for text": docs.cloudbase.net/en/error-code/EXCEED_MAX_PAYLOAD_SIZE */
const MOST_REQUEST_BYTES = 100 * 1024
const MOST_RESULT_BYTES = 1024 * 1024
const CLIENT_IP = '192.0.2.1'

const Trigger = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]{0,59}$/)),
  type: v.literal('timer'),
  config: v.pipe(v.string(), v.regex(/^\S+( \S+){6}$/, 'seven fields')),
})
/** `config.json`, as the developer tool reads it. `timeout` is in seconds. */
const Config = v.object({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 3),
  triggers: v.optional(v.pipe(v.array(Trigger), v.maxLength(1, 'a function has one trigger')), []),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), { openapi: [] }),
})

/**
 * Who starts a function. `source` is one of getWXContext's:
 * developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
export type Caller = { source: string; openid?: string; unionid?: string; timer?: boolean }
/** `text` is JSON. */
export type Answer = { ok: true; text: string; requestId: string } | { ok: false; failure: Failure; requestId: string }

type Deployed = {
  name: string
  entry: string
  config: v.InferOutput<typeof Config>
  environment: Record<string, string>
  instances: Set<Instance>
  idle: Instance[]
  waiting: ((instance: Instance) => void)[]
}
type World = { now: () => number; environment: () => Record<string, string>; log: (text: string) => void }
export type Functions = ReturnType<typeof cloudFunctions>

/** No function yet. `environment` is what every instance finds, `now` the clock that it lives on. */
export function cloudFunctions({ now, environment, log }: World) {
  const deployed = new Map<string, Deployed>()

  const owner = (token: unknown): { of: Deployed; instance: Instance } | undefined => {
    for (const of of deployed.values()) {
      for (const instance of of.instances) if (instance.id === token) return { of, instance }
    }
    return undefined
  }

  function start(of: Deployed): Instance {
    const instance = startInstance({
      entry: of.entry,
      environment: { ...environment(), ...of.environment },
      now: now(),
      log,
    })
    of.instances.add(instance)
    return instance
  }

  function take(of: Deployed): Promise<Instance> {
    for (const instance of of.instances) if (instance.dead()) of.instances.delete(instance)
    for (let idle = of.idle.pop(); idle; idle = of.idle.pop()) if (!idle.dead()) return Promise.resolve(idle)
    if (of.instances.size < MOST_INSTANCES) return Promise.resolve(start(of))
    return new Promise((resolve) => of.waiting.push(resolve))
  }

  function giveBack(of: Deployed, instance: Instance): void {
    if (instance.dead()) of.instances.delete(instance)
    const next = of.waiting.shift()
    if (!next && !instance.dead()) of.idle.push(instance)
    next?.(instance.dead() ? start(of) : instance)
  }

  async function retire(of: Deployed): Promise<void> {
    deployed.delete(of.name)
    await Promise.all([...of.instances].map((instance) => instance.kill()))
  }

  /** Starts a function with `event`, which is JSON, and answers what came of it. */
  async function invoke(name: string, event: string, caller: Caller): Promise<Answer> {
    const requestId = randomUUID()
    const of = deployed.get(name)
    if (!of) return { ok: false, failure: FAILURES.noFunction, requestId }
    if (Buffer.byteLength(event) > MOST_REQUEST_BYTES)
      return { ok: false, failure: FAILURES.requestTooLarge, requestId }
    const instance = await take(of)
    const limitMs = of.config.timeout * 1000
    const base = environment()
    const outcome = await instance.run({
      event,
      context: contextOf(name, requestId, base.SCF_NAMESPACE ?? '', limitMs),
      environment: variablesOf(caller, requestId),
      now: now(),
    })
    giveBack(of, instance)
    return { ...judged(outcome, of.config.timeout), requestId }
  }

  return {
    invoke,
    /**
     * Deploys every function in a folder, each an index.js and a config.json. `environment` is what the console would
     * set for all of them. One that was deployed before is replaced, and its instances end.
     */
    async deploy(folder: string, environment: Record<string, string> = {}): Promise<void> {
      const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
      for (const { name } of names) {
        const before = deployed.get(name)
        if (before) await retire(before)
        const config = v.parse(Config, JSON.parse(readFileSync(path.join(folder, name, 'config.json'), 'utf8')))
        const entry = path.join(path.resolve(folder), name, 'index.js')
        if (!existsSync(entry)) throw new Error(`${entry} is not there`)
        deployed.set(name, { name, entry, config, environment, instances: new Set(), idle: [], waiting: [] })
      }
    },

    /** The event of a function's timer, now. Throws when it has none. */
    timerEvent(name: string): Fields {
      const trigger = deployed.get(name)?.config.triggers[0]
      if (!trigger) throw new Error(`${name} has no timer`)
      const time = new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z')
      return { Type: 'Timer', TriggerName: trigger.name, Time: time, Message: '' }
    },

    /** The instance with this session token. */
    instanceOf: (token: unknown): Instance | undefined => owner(token)?.instance,

    /** Whether a request with this session token may use an openapi: config.json says so. From outside all may. */
    mayUse(token: unknown, api: string): boolean {
      if (typeof token !== 'string' || token === '') return true
      return owner(token)?.of.config.permissions.openapi.includes(api) ?? false
    },

    /**
     * The SDK's callFunction. `source` is its header. The one who started the calling function is not passed on: whether
     * the cloud does is not documented.
     */
    async invokedBySdk({ function_name, request_data }: Fields, source: string): Promise<Fields> {
      if (typeof function_name !== 'string') throw invalid('no function_name')
      const answer = await invoke(function_name, String(request_data || '{}'), { source })
      if (!answer.ok) throw new CloudError(answer.failure.code, answer.failure.message)
      return { data: { response_data: answer.text } }
    },

    close: async (): Promise<void> => {
      await Promise.all([...deployed.values()].map(retire))
    },
  }
}

/**
 * What is set for one invocation, in the names of wx-server-sdk. getWXContext gives what WX_CONTEXT_KEYS lists, without
 * the tokens; with nothing listed it would be empty. A timer has a token of its own and nobody's openid.
 */
function variablesOf({ source, openid, unionid, timer }: Caller, requestId: string): Record<string, string> {
  const person = openid === undefined ? {} : { WX_CLIENTIP: CLIENT_IP, WX_APPID: APP_ID, WX_OPENID: openid }
  const token = timer ? { WX_TRIGGER_API_TOKEN_V0: 'emulated' } : { WX_API_TOKEN: 'emulated' }
  const context = { ...person, ...(unionid === undefined ? {} : { WX_UNIONID: unionid }), ...token }
  return {
    ...context,
    WX_CONTEXT_KEYS: Object.keys(context).join(','),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    TCB_SEQID: requestId,
    TCB_SOURCE: source,
    ...(timer ? { TRIGGER_SRC: 'timer' } : {}),
  }
}

function judged(outcome: Outcome, timeout: number): { ok: true; text: string } | { ok: false; failure: Failure } {
  if (outcome.kind === 'late') {
    return { ok: false, failure: failed('late', `Invoking task timed out after ${timeout} seconds`) }
  }
  if (outcome.kind !== 'returned') return { ok: false, failure: failed(outcome.kind, outcome.message) }
  if (Buffer.byteLength(outcome.text) > MOST_RESULT_BYTES) return { ok: false, failure: FAILURES.resultTooLarge }
  return { ok: true, text: outcome.text }
}
