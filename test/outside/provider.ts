/** A provider on loopback: answers as it is told, or fails in all the ways that providers fail. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behaviour = (request: http.IncomingMessage, response: http.ServerResponse) => void
export type Provider = {
  origin: string
  /** Paths with their queries, and headers, in the order they came. */
  asked: { path: string; headers: http.IncomingHttpHeaders }[]
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

export async function startProvider(first: Behaviour): Promise<Provider> {
  let behaviour = first
  const asked: Provider['asked'] = []
  const server = http.createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers })
    behaviour(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    behave: (next) => {
      behaviour = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const says =
  (body: string | Uint8Array, type = 'application/json'): Behaviour =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body)
  }
export const saysJson = (value: unknown): Behaviour => says(JSON.stringify(value))

/** What any of them may do on a bad day, and what it is called then. */
export const FAULTS: [fault: string, behave: Behaviour, why: string][] = [
  ['status 500', (_, response) => void response.writeHead(500).end('{}'), 'status'],
  ['status 403, for the key', (_, response) => void response.writeHead(403).end('{}'), 'refused'],
  ['status 429, for today', (_, response) => void response.writeHead(429).end('{}'), 'refused'],
  ['a page instead of an answer', says('<!doctype html><title>登录</title>', 'text/html'), 'not-understood'],
  ['nothing in the answer', says(''), 'not-understood'],
  ['half an answer', says('{"current":{"time":"2026-0'), 'not-understood'],
  ['another answer', saysJson({ hello: 'world' }), 'not-understood'],
  ['bytes of no encoding', says(new Uint8Array([0xff, 0xfe, 0xfd, 0x80])), 'not-understood'],
  ['no answer', () => undefined, 'too-slow'],
  ['an answer that stops in the middle', (_, response) => void response.writeHead(200).write('{"a":'), 'too-slow'],
  ['a line that breaks', (request) => void request.socket.destroy(), 'unreachable'],
  ['fifty megabytes', (_, response) => pour(response, 50), 'too-large'],
  ['redirects without end', (_, response) => void response.writeHead(302, { location: '/again' }).end(), 'status'],
  [
    'a redirect to where nothing is encrypted',
    (_, response) => void response.writeHead(302, { location: 'http://a.example/' }).end(),
    'refused',
  ],
  [
    'a redirect to a file',
    (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    'refused',
  ],
]

function pour(response: http.ServerResponse, megabytes: number): void {
  let left = megabytes
  const piece = Buffer.alloc(1_000_000, ' ')
  const more = () => {
    while (left-- > 0) if (!response.write(piece)) return
    response.end()
  }
  response.on('drain', more)
  more()
}
