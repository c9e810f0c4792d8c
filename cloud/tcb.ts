/**
 * WeChat's HTTP API for the cloud, as far as deploying needs it:
 * developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-http-api
 */
import * as v from 'valibot'
import { exchangeWith } from '@/drivers/weixin/exchange'
import { stableToken } from '@/drivers/weixin/token'
import { Unavailable, type WeChatReply } from '@/server/ports'
import { both } from './deployment'

/** The port: a POST with the token. Refusals are values; `errcode` -1 says that WeChat could not be asked. */
export type Ask = (path: string, body: object, query?: Record<string, string>) => Promise<WeChatReply<unknown>>
export type Reply<T> = WeChatReply<T>

const ORIGIN = 'https://api.weixin.qq.com'
const PATIENCE_MS = 30_000
const UNREACHED = -1
const PAGE = 100

/** Asks as this mini program. The secret goes to WeChat and nowhere else. */
export function askWeixin(owner: { appid: string; secret: string }, origin = ORIGIN): Ask {
  const exchange = exchangeWith(origin, PATIENCE_MS)
  const token = stableToken(exchange, owner, () => Date.now())
  return async (path, body, query = {}) => {
    try {
      const given = await token.get()
      if (!given.ok) return given
      return await exchange(path, { query: { access_token: given.value, ...query }, body })
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      return { ok: false, errcode: UNREACHED, errmsg: error.message }
    }
  }
}

/** What to do about a refusal, where it is known. */
const ADVICE: Record<number, string> = {
  [UNREACHED]: both(
    '连不上微信服务器，请检查网络后再运行',
    'WeChat was not reached: look at the network and run again',
  ),
  40013: both('appid 不对', 'the appid is wrong'),
  40125: both('AppSecret 不对，或已被重置', 'the secret is wrong, or has been reset'),
  40164: both('本机 IP 不在白名单：开发设置 → IP 白名单', 'this machine is not in the IP allow-list of the console'),
  85088: both('该小程序还没有开通云开发', 'cloud development has not been opened for this mini program'),
  [-501005]: both('环境 ID 不对', 'the id of the environment is wrong'),
}

/** A refusal in a sentence. WeChat's text says nothing secret: it does not hold what was sent. */
export function sentenceOf({ errcode, errmsg }: { errcode: number; errmsg: string }): string {
  return [`${errcode} ${errmsg}`, ADVICE[errcode]].filter(Boolean).join('；')
}

/** The cloud of one environment. */
export function cloudOf(ask: Ask, env: string) {
  const nameOf = (name: string) => `db.collection(${JSON.stringify(name)})`
  const run = (verb: 'add' | 'update' | 'query' | 'count', query: string) => ask(`/tcb/database${verb}`, { env, query })

  return {
    /** The names of all collections. The API tells how many indexes each has, and not which. */
    async collections(): Promise<Reply<string[]>> {
      const names: string[] = []
      for (;;) {
        const body = { env, limit: PAGE, offset: names.length }
        const page = understood(Collections, await ask('/tcb/databasecollectionget', body))
        if (!page.ok) return page
        names.push(...page.value.collections.map(({ name }) => name))
        if (page.value.collections.length < PAGE) return { ok: true, value: names }
      }
    },
    addCollection: (name: string) => ask('/tcb/databasecollectionadd', { env, collection_name: name }),
    updateIndexes: (name: string, create: object[], drop: string[]) =>
      ask('/tcb/updateindex', {
        env,
        collection_name: name,
        create_indexes: create,
        drop_indexes: drop.map((index) => ({ name: index })),
      }),
    /** Documents that hold these values, at most a hundred. */
    async find(name: string, where: object): Promise<Reply<unknown[]>> {
      const query = `${nameOf(name)}.where(${JSON.stringify(where)}).limit(${PAGE}).get()`
      const found = understood(Found, await run('query', query))
      if (!found.ok) return found
      return { ok: true, value: found.value.data.map(jsonOf) }
    },
    add: (name: string, document: object) => run('add', `${nameOf(name)}.add({data:[${JSON.stringify(document)}]})`),
    /** Gives how many documents were found. */
    async update(name: string, where: object, change: object): Promise<Reply<number>> {
      const query = `${nameOf(name)}.where(${JSON.stringify(where)}).update({data:${JSON.stringify(change)}})`
      const updated = understood(Updated, await run('update', query))
      return updated.ok ? { ok: true, value: updated.value.matched } : updated
    },
    /** Starts a function; what it returned, parsed. It must be done within five seconds. */
    async invoke(name: string, event: object): Promise<Reply<unknown>> {
      const invoked = understood(Invoked, await ask('/tcb/invokecloudfunction', event, { env, name }))
      return invoked.ok ? { ok: true, value: jsonOf(invoked.value.resp_data) } : invoked
    },
  }
}
export type TcbCloud = ReturnType<typeof cloudOf>

const Collections = v.object({ collections: v.optional(v.array(v.object({ name: v.string() })), []) })
const Found = v.object({ data: v.optional(v.array(v.string()), []) })
const Updated = v.object({ matched: v.number() })
const Invoked = v.object({ resp_data: v.string() })

function understood<T>(schema: v.GenericSchema<unknown, T>, reply: Reply<unknown>): Reply<T> {
  if (!reply.ok) return reply
  const parsed = v.safeParse(schema, reply.value)
  if (parsed.success) return { ok: true, value: parsed.output }
  return { ok: false, errcode: UNREACHED, errmsg: 'an answer that nobody understands' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
