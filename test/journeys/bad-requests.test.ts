/** Requests that a server of one's own cannot read: what a call is before it is one. The cloud has no requests. */
import { complaint, type Person } from './people'
import { type Refusal, refusal, refused } from './refusals'
import { openTown, type ServerTown } from './town'

let town: ServerTown
let worker: Person
beforeAll(async () => {
  town = await openTown()
  worker = await town.citizen()
})
afterAll(() => town.close())

type Headers = Record<string, string>
const sends = (place: string, init: RequestInit, headers?: Headers) =>
  town.door.sends(place, init, worker.token, headers)

describe('a request', () => {
  it.each<[string, Refusal, string, string]>([
    ['of malformed JSON', [400, 'invalid', 'malformed'], 'tickets.file', '{"text": "路灯坏了'],
    ['of no JSON at all', [400, 'invalid', 'malformed'], 'tickets.file', '路灯坏了'],
    ['of half a million brackets', [400, 'invalid', 'malformed'], 'tickets.file', '['.repeat(500_000)],
    [
      'of brackets within brackets within brackets',
      [400, 'invalid', 'malformed', 'key'],
      'tickets.file',
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    ],
    [
      'over 1 MB',
      [400, 'invalid', 'body-large'],
      'tickets.file',
      JSON.stringify(complaint({ text: '堵'.repeat(400_000) })),
    ],
    ['over 1 MB to an unknown action', [400, 'invalid', 'body-large'], 'tickets.burn', ' '.repeat(1024 * 1024 + 1)],
  ])('%s', async (_, expected, action, body) => {
    const send = (headers: Headers) => sends(`/call/${action}`, { method: 'POST', body }, headers)
    expect(await refused(town, send)).toEqual(refusal(expected))
  })

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s finds nothing', async (method) => {
    expect(await refused(town, (headers) => sends('/call/home.open', { method }, headers))).toEqual(
      refusal([404, 'not-found', 'unknown-action']),
    )
  })

  it('of an empty body is a call without input', async () => {
    expect((await sends('/call/home.open', { method: 'POST' })).status).toBe(200)
  })
})

it('left the log without a single failure', () => {
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
