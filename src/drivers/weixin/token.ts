import * as v from 'valibot'
import type { WeChatReply } from '@/server/ports'
import type { Exchange } from './exchange'
import { read } from './services'

/** So long before its end a token is asked for again: from then on WeChat gives another one, and both are good. */
const EARLY_MS = 5 * 60_000

const Given = v.object({ access_token: v.pipe(v.string(), v.nonEmpty()), expires_in: v.number() })

export type Token = ReturnType<typeof stableToken>

/**
 * The token that WeChat's services are asked with: kept until five minutes before its end, and asked for by one request
 * at a time however many wait for it. `now` gives milliseconds.
 */
export function stableToken(exchange: Exchange, owner: { appid: string; secret: string }, now: () => number) {
  let kept: { token: string; until: number } | undefined
  let underWay: Promise<WeChatReply<string>> | undefined

  async function ask(): Promise<WeChatReply<string>> {
    const askedAt = now()
    const body = { grant_type: 'client_credential', ...owner, force_refresh: false }
    const reply = read(Given, await exchange('/cgi-bin/stable_token', { body }))
    if (!reply.ok) return reply
    const { access_token, expires_in } = reply.value
    kept = { token: access_token, until: askedAt + expires_in * 1000 - EARLY_MS }
    return { ok: true, value: access_token }
  }

  return {
    /** The token, or why WeChat refuses one. Throws Unavailable. */
    async get(): Promise<WeChatReply<string>> {
      if (kept && now() < kept.until) return { ok: true, value: kept.token }
      underWay ??= ask().finally(() => {
        underWay = undefined
      })
      return underWay
    },

    /** Forgets a token that WeChat no longer takes, unless another one has come since. */
    drop(token: string): void {
      if (kept?.token === token) kept = undefined
    },
  }
}
