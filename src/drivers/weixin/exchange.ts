import * as v from 'valibot'
import { Unavailable, type WeChatReply } from '@/server/ports'
import { BUSY } from './services'

const Answer = v.looseObject({ errcode: v.optional(v.number(), 0), errmsg: v.optional(v.string(), '') })
const OPENS_JSON = '{'.charCodeAt(0)

/** One request to a path of WeChat's server. `query` may hold secrets: they end up in no error. */
export type Exchange = (
  path: string,
  request: { query?: Record<string, string>; body?: object },
) => Promise<WeChatReply<unknown>>

/** Requests to `origin`, each given up after `timeoutMs`. Throws Unavailable and nothing else. */
export function exchangeWith(origin: string, timeoutMs: number): Exchange {
  return async (path, { query = {}, body }) => {
    const url = new URL(path, origin)
    url.search = new URLSearchParams(query).toString()
    const bytes = await fetched(url, {
      ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      // An address that WeChat does not have would get the token too.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return replyOf(path, bytes)
  }
}

/** The error of fetch stays here: only its name goes on, since its text may hold the address, and that the secret. */
async function fetched(url: URL, request: RequestInit): Promise<Uint8Array> {
  const response = await fetch(url, request).catch((error: unknown) => failed(url.pathname, causeOf(error)))
  if (!response.ok) return failed(url.pathname, `status ${response.status}`)
  const bytes = await response.arrayBuffer().catch((error: unknown) => failed(url.pathname, causeOf(error)))
  return new Uint8Array(bytes)
}

function failed(path: string, why: string): never {
  throw new Unavailable(`WeChat could not be asked for ${path}: ${why}`)
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error'
  const code: unknown = error.cause instanceof Error ? Reflect.get(error.cause, 'code') : undefined
  return typeof code === 'string' ? code : error.name
}

/** WeChat tells JSON by its content and not by its type: it sends JSON as text/plain, and pictures otherwise. */
function replyOf(path: string, bytes: Uint8Array): WeChatReply<unknown> {
  if (bytes[0] !== OPENS_JSON) return { ok: true, value: bytes }
  const parsed = v.safeParse(Answer, jsonOf(bytes))
  if (!parsed.success) return failed(path, 'an answer that is broken')
  const { errcode, errmsg, ...value } = parsed.output
  if (errcode === BUSY) return failed(path, 'it is busy')
  return errcode === 0 ? { ok: true, value } : { ok: false, errcode, errmsg }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
