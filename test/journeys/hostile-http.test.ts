/** People who try to break the server with requests that are none. It answers, lives on and tells nothing. */
import net from 'node:net'
import type { Person } from './people'
import { openTown, type ServerTown } from './town'

let town: ServerTown
let worker: Person
beforeAll(async () => {
  town = await openTown()
  worker = await town.citizen()
})
afterAll(() => town.close())

/** What comes back on a bare connection. */
function says(...lines: string[]): Promise<string> {
  const { port } = new URL(town.url)
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    let heard = ''
    socket.on('data', (part) => {
      heard += part
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
    socket.setTimeout(5_000, () => socket.destroy())
  })
}
const get = (place: string, ...headers: string[]) =>
  says(`GET ${place} HTTP/1.1`, 'host: x', 'connection: close', ...headers)

describe('addresses that are none', () => {
  it.each([
    '//',
    '///',
    '//evil.example/x',
    'http://',
    'http://[',
    '*',
    '/%',
    '/call/%',
    '/call/%00',
    '/files/%00?e=%',
    '/call/../../etc/passwd',
    '/..;/',
    '/\\',
    '/?a=%',
    'javascript:1',
  ])('%s is answered, and the server lives on', async (place) => {
    expect(await get(place)).toMatch(/^HTTP\/1.1 (404|400) /)
    expect((await fetch(`${town.url}/healthz`)).status).toBe(200)
  })

  it.each([
    ['a very long address', () => get(`/call/${'a'.repeat(60_000)}`)],
    ['very long headers', () => get('/', `cookie: ${'a'.repeat(60_000)}`)],
    ['something that is not HTTP', () => says('路灯坏了')],
    ['a length that is none', () => says('POST /call/home.open HTTP/1.1', 'host: x', 'content-length: -1')],
    [
      'two lengths',
      () => says('POST /call/home.open HTTP/1.1', 'host: x', 'content-length: 2', 'content-length: 3', '', '{}'),
    ],
    [
      'a length and chunks',
      () =>
        says(
          'POST /call/home.open HTTP/1.1',
          'host: x',
          'content-length: 2',
          'transfer-encoding: chunked',
          '',
          '0',
          '',
        ),
    ],
  ])('%s is refused', async (_, send) => {
    expect(await send()).toMatch(/^HTTP\/1.1 4\d\d /)
    expect((await fetch(`${town.url}/healthz`)).status).toBe(200)
  })
})

describe('every reply', () => {
  it.each([
    ['of an action', '/call/home.open', 'POST'],
    ['of an unknown place', '/nowhere', 'GET'],
    ['of a picture that is not there', '/files/x', 'GET'],
    ['of the health check', '/healthz', 'GET'],
  ])('%s carries the headers that keep a browser careful', async (_, place, method) => {
    const { headers } = await fetch(town.url + place, {
      method,
      headers: { origin: 'https://evil.example', 'x-request-id': 'mine' },
    })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('is JSON that no cache keeps, and a script in it stays text', async () => {
    const text = '<script>alert(1)</script> 路灯坏了'
    const { no: own } = await worker.files({ text })
    const response = await fetch(`${town.url}/call/tickets.open`, {
      method: 'POST',
      body: JSON.stringify({ no: own }),
      headers: { authorization: `Bearer ${worker.token}` },
    })
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      'application/json; charset=utf-8',
      'no-store',
    ])
    expect(await response.json()).toMatchObject({ data: { text } })
  })
})

it('left the log with one line an event and without a single failure', () => {
  for (const line of town.log) expect(() => JSON.parse(line)).not.toThrow()
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  expect(town.log.join('')).not.toMatch(/evil\.example|passwd|aaaa|\/call|\/files/)
})
