/** People in front of a server: over HTTP. */
import type { Answer } from '@/contract'
import { type Door, type Headers, newKey, Person, type Replied } from './people'

export type ServerDoor = Door & {
  /** Any request at all; nothing is checked. */
  sends(place: string, init: RequestInit, token?: string, headers?: Headers): Promise<Replied<unknown>>
}

export function serverDoor(url: string): ServerDoor {
  async function sends(place: string, init: RequestInit, token = '', headers: Headers = {}) {
    const authorization: Headers = token ? { authorization: `Bearer ${token}` } : {}
    const response = await fetch(`${url}${place}`, { ...init, headers: { ...authorization, ...headers } })
    const raw = await response.text()
    const answer: Answer<unknown> = raw.startsWith('{')
      ? JSON.parse(raw)
      : { ok: false, error: { code: 'failed', reason: 'broken', message: raw } }
    return { status: response.status, answer, trace: response.headers.get('x-request-id') ?? '', raw }
  }
  return {
    sends,
    asks: (action, input, token, headers) =>
      sends(`/call/${action}`, { method: 'POST', body: JSON.stringify(input) }, token, {
        'content-type': 'application/json',
        ...headers,
      }),
    sendsFile(bytes, name, token, headers) {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name)
      return sends(`/files?key=${newKey()}`, { method: 'POST', body: form }, token, headers)
    },
  }
}

/** Somebody in front of this server, with a session that was opened before. */
export const personAt = (url: string, token = ''): Person => new Person(serverDoor(url), token)

export async function citizenOf(url: string): Promise<Person> {
  return personAt(url, (await personAt(url).gets('session.open', {})).token)
}

export const officialOf = (url: string, account: string, password: string, code?: string): Promise<Person> =>
  personAt(url).signsIn(account, password, code)
