/** What a phone says to the real server and what it makes of the answer: the paths of client/call and client/upload, over a bad line. */
import { request } from 'node:http'
import * as v from 'valibot'
import type { Phone } from '@/client/drafts/phone'
import type { Answer } from '@/contract'
import { CODES } from '@/contract/phoneRefusals'
import { FILE_FIELD, MediaView, uploads } from '@/contract/uploads'
import { failed, UNREACHABLE } from './paper-server'
import type { Device } from './phone'

const Wrong = v.object({ code: v.picklist(CODES), reason: v.string(), message: v.string() })
const Ours = v.object({ ok: v.boolean() })

export type Line = Phone['server'] & {
  call<T>(action: string, input: unknown, gives: v.GenericSchema<unknown, T>): Promise<Answer<T>>
  /** One file; who sends it how is their business. */
  send(bytes: Buffer, key: string, seconds?: number): Promise<Answer<MediaView>>
}

/** `patience`: after so many milliseconds the phone gives up. */
export function lineOf(device: Device, url: string, patience: number): Line {
  async function post<T>(
    path: string,
    type: string,
    body: Buffer,
    gives: v.GenericSchema<unknown, T>,
  ): Promise<Answer<T>> {
    const headers = { 'content-type': type, ...(device.token && { authorization: `Bearer ${device.token}` }) }
    const raw = await posted(`${url}${path}`, headers, body, patience).catch(() => undefined)
    if (!v.is(Ours, raw)) return UNREACHABLE
    const answer = v.safeParse(v.object({ ok: v.literal(true), data: gives }), raw)
    if (answer.success) return answer.output
    const refused = v.safeParse(v.object({ ok: v.literal(false), error: Wrong }), raw)
    return refused.success ? refused.output : failed('failed', 'broken')
  }
  const ask = <T>(action: string, input: unknown, gives: v.GenericSchema<unknown, T>) =>
    post(`/call/${action}`, 'application/json', Buffer.from(JSON.stringify(input)), gives)

  async function signIn(): Promise<Answer<null>> {
    if (device.token) return { ok: true, data: null }
    const opened = await ask('session.open', {}, v.object({ token: v.string() }))
    if (!opened.ok) return opened
    device.token ??= opened.data.token
    return { ok: true, data: null }
  }
  async function inSession<T>(does: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const opened = await signIn()
    if (!opened.ok) return opened
    const answer = await does()
    if (answer.ok || answer.error.reason !== 'signed-out') return answer
    delete device.token
    const again = await signIn()
    return again.ok ? does() : again
  }
  const call: Line['call'] = (action, input, gives) => inSession(() => ask(action, input, gives))

  async function send(bytes: Buffer, key: string, seconds?: number): Promise<Answer<MediaView>> {
    const form = new FormData()
    form.append(FILE_FIELD, new Blob([new Uint8Array(bytes)]), 'photo')
    const packed = new Response(form)
    const type = packed.headers.get('content-type') ?? ''
    const body = Buffer.from(await packed.arrayBuffer())
    return inSession(() =>
      post(`/files?key=${key}${seconds === undefined ? '' : `&seconds=${seconds}`}`, type, body, MediaView),
    )
  }

  return {
    call,
    send,
    async upload({ key, path, seconds, again }, tell) {
      const bytes = device.files.get(path)
      if (!bytes) return UNREACHABLE
      if (again) {
        const begun = await call('uploads.begin', { key }, uploads['uploads.begin'].gives)
        if (!begun.ok && begun.error.reason !== 'unknown-action') return begun
        if (begun.ok && begun.data.media) return { ok: true, data: begun.data.media }
      }
      tell(50)
      return send(bytes, key, seconds)
    },
    file: (filing) => call('tickets.file', filing, v.object({ no: v.string() })),
  }
}

/** One request on a connection of its own, so that each has a fate of its own. Rejects when no whole answer comes in time. */
function posted(url: string, headers: Record<string, string>, body: Buffer, patience: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': body.length, connection: 'close' },
    })
    const giveUp = setTimeout(() => asking.destroy(new Error('time-out')), patience)
    asking.on('close', () => clearTimeout(giveUp))
    asking.on('error', reject)
    asking.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        try {
          if (!response.complete) throw new Error('cut off')
          resolve(JSON.parse(Buffer.concat(parts).toString()))
        } catch (error) {
          reject(error)
        }
      })
    })
    asking.end(body)
  })
}
