/** The one way out to what we do not run: a GET with limits on time, size and where it may lead. Never throws. */
import * as v from 'valibot'
import type { Outside, Trouble } from '@/server/ports'

const MEGABYTE = 1_000_000
const TIMEOUT_MS = 10_000
const MOST_REDIRECTS = 3
/** They do not want us, or no longer today: that is for a person to settle. */
const REFUSALS = [401, 402, 403, 429]
const REDIRECTS = [301, 302, 303, 307, 308]
/** For tests: nothing else may be asked without encryption. */
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

export type Asked = {
  headers?: Record<string, string>
  /** Bytes of the body, unpacked. */
  most?: number
}
/** What was answered, as text. Its trouble names neither the address nor anything that was sent. */
export type Get = (address: URL, asked?: Asked) => Promise<Outside<string>>

export const trouble = (why: Trouble['why'], detail: string): { ok: false; trouble: Trouble } => ({
  ok: false,
  trouble: { why, detail },
})

/** `timeoutMs` is for all of it together: every redirect and the last byte of the body. */
export function getter(timeoutMs: number = TIMEOUT_MS): Get {
  return async (address, { headers = {}, most = MEGABYTE } = {}) => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await followed(address, headers, signal)
      return response.ok ? await textOf(response.value, most) : response
    } catch (error) {
      return signal.aborted ? trouble('too-slow', `${timeoutMs} ms`) : trouble('unreachable', causeOf(error))
    }
  }
}

async function followed(from: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Outside<Response>> {
  let address = from
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isAllowed(address, from)) return trouble('refused', 'an address without https')
    const own = address.origin === from.origin
    const response = await fetch(address, {
      redirect: 'manual',
      // Another host is not told our keys.
      headers: { 'user-agent': 'Minhu', ...(own && headers) },
      signal,
    })
    const { status } = response
    if (response.ok) return { ok: true, value: response }
    await response.body?.cancel()
    const next = REDIRECTS.includes(status) ? placeOf(response.headers.get('location'), address) : undefined
    if (!next) return trouble(REFUSALS.includes(status) ? 'refused' : 'status', `status ${status}`)
    address = next
  }
  return trouble('status', `more than ${MOST_REDIRECTS} redirects`)
}

/** Whoever answers from outside does not lead us to what only this machine may ask. */
function isAllowed({ protocol, hostname }: URL, from: URL): boolean {
  if (LOOPBACK.includes(hostname)) return LOOPBACK.includes(from.hostname)
  return protocol === 'https:'
}

function placeOf(location: string | null, from: URL): URL | undefined {
  try {
    return location === null ? undefined : new URL(location, from)
  } catch {
    return undefined
  }
}

/** Reads no further than `most`: whoever sends more is cut off. */
async function textOf(response: Response, most: number): Promise<Outside<string>> {
  const reader = response.body?.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > most) {
      // Nobody waits for the other side to agree.
      reader.cancel().catch(() => undefined)
      return trouble('too-large', `more than ${most} bytes`)
    }
    pieces.push(value)
  }
  return decoded(Buffer.concat(pieces), response.headers.get('content-type') ?? '')
}

/**
 * What the header says, then what the XML itself says, then UTF-8: the first in which every byte means something. Many say
 * one and are another, and a text of some length is valid in one only.
 */
function decoded(bytes: Uint8Array, contentType: string): Outside<string> {
  const prolog = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const said = [
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(prolog)?.[1],
  ]
  for (const charset of [...said, 'utf-8']) {
    try {
      if (charset) return { ok: true, value: new TextDecoder(charset, { fatal: true }).decode(bytes) }
    } catch {
      // Not this one, or nobody knows it.
    }
  }
  return trouble('not-understood', 'not in the encoding that it says')
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error'
  const code: unknown = error.cause instanceof Error ? Reflect.get(error.cause, 'code') : undefined
  return typeof code === 'string' ? code : error.name
}

/** Takes text for JSON of this shape. Of what is wrong only the place is told: the shape's own names. */
export function understood<S extends v.GenericSchema>(schema: S, answer: Outside<string>): Outside<v.InferOutput<S>> {
  if (!answer.ok) return answer
  const parsed = v.safeParse(schema, jsonOf(answer.value))
  if (parsed.success) return { ok: true, value: parsed.output }
  return trouble('not-understood', v.getDotPath(parsed.issues[0]) ?? 'not JSON')
}

/** No store holds NUL, nor half a character: they are left out, and what is beside them is kept. */
const asText = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\0|\p{Surrogate}/gu, '') : value

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, asText)
  } catch {
    return undefined
  }
}

/** A number between these, or nothing: what is missing, no number, or out of all reason says nothing. */
export const plausible = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most))
export const perhaps = (least: number, most: number) => v.fallback(v.optional(plausible(least, most)), undefined)
