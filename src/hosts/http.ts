/** HTTP to the server and back. Decides nothing: it finds out who asks, and carries the answer. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Answer } from '@/contract'
import type { Code, Lang } from '@/contract/phoneRefusals'
import type { Reason } from '@/contract/refusals'
import type { Context } from '@/server/context'
import { handle, isAction, refusal } from '@/server/handle'
import { whoAsks } from '@/server/session'
import { readJson } from './body'
import { answerExport, isExport } from './exports'
import { answerFile, answerUpload, type FileDoors } from './files'
import { isLocal, requestMetrics } from './metrics'
import { answerPush, type PushDoor } from './push'
import type { World } from './world'

/**
 * Files are served by the host itself; `proxies` of those in front are believed when they name the caller's address;
 * `pushes`: what WeChat's server tells us, by the last part of the place.
 */
export type Served = {
  world: World
  files: FileDoors
  proxies: number
  pages?: Static
  pushes?: Pushes
}
export type Pushes = { push?: PushDoor; account?: PushDoor }
export type Static = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const STATUS: Record<Code, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
  failed: 500,
}

/** Serves the API, the files and (when given) the built web app. */
export function httpServer(served: Served): Server {
  const { world } = served
  const metrics = requestMetrics()
  const policy = policyOf(world)
  return createServer((request, response) => {
    const trace = randomBytes(6).toString('hex')
    const started = performance.now()
    const url = urlOf(request)
    harden(response, trace, policy)
    response.on('finish', () => {
      const [what, status, ms] = [kindOf(url.pathname), response.statusCode, performance.now() - started]
      metrics.count(what, status, ms)
      world.log.info('request', { trace, what, status, ms: Math.round(ms) })
    })
    if (url.pathname === '/metrics' && isLocal(request)) return void response.end(metrics.text())
    route(request, response, url, trace, served).catch((error: unknown) => {
      // The phone hung up in the middle: nothing is broken here, and nobody is left to answer.
      if (request.destroyed && !request.complete)
        return world.log.info('cut off', { trace, what: kindOf(url.pathname) })
      world.log.error('broken', error, { trace })
      if (!response.headersSent) send(response, refusal('broken', { lang: langOf(request) }), trace)
    })
  })
}

/** `//` is no address and `new URL` throws at it: it is answered like any other place where nothing is. */
function urlOf({ url = '/' }: IncomingMessage): URL {
  return URL.canParse(url, 'http://host') ? new URL(url, 'http://host') : new URL('http://host/call/')
}

async function route(request: IncomingMessage, response: ServerResponse, url: URL, trace: string, served: Served) {
  const { world, pages } = served
  const { pathname } = url
  const refuse = (reason: Reason) => send(response, refusal(reason, { lang: langOf(request) }), trace)
  if (pathname === '/healthz') return health(response, world)
  if (pathname.startsWith('/call/')) {
    if (request.method !== 'POST') return refuse('unknown-action')
    const body = await readJson(request)
    if (!body.ok) return refuse(body.reason)
    return send(
      response,
      await handle(pathname.slice('/call/'.length), body.value, await contextOf(request, served)),
      trace,
    )
  }
  if (pathname === '/files' && request.method === 'POST') {
    return send(response, await answerUpload(request, url, await contextOf(request, served), served.files), trace)
  }
  const door = isPush(pathname) && served.pushes?.[pathname === '/wechat/push' ? 'push' : 'account']
  if (door) return answerPush(request, response, url, { world, door })
  if (pathname.startsWith('/files/')) return answerFile(request, response, url, world.clock(), served.files)
  if (isExport(pathname) && request.method === 'GET') {
    return answerExport(response, pathname, await contextOf(request, served))
  }
  if (pages && (request.method === 'GET' || request.method === 'HEAD'))
    return pages(request, response, () => refuse('unknown-action'))
  return refuse('unknown-action')
}

async function contextOf(request: IncomingMessage, { world, proxies }: Served): Promise<Context> {
  const { clock, ...rest } = world
  const now = clock()
  const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  const device = String(request.headers['x-minhu-device'] ?? '')
  const asker = await whoAsks({ token, device }, rest, now)
  return { ...rest, ...asker, now, lang: langOf(request), address: addressOf(request, proxies) }
}

/** Of the mini program, and of the official account. */
const isPush = (pathname: string) => pathname === '/wechat/push' || pathname === '/wechat/account'

const langOf = (request: IncomingMessage): Lang =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/** The address the nearest believed proxy saw; a header that anybody can write is read only as far as it is believed. */
function addressOf(request: IncomingMessage, proxies: number): string {
  const named = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return networkOf((proxies > 0 && named.at(-proxies)) || request.socket.remoteAddress || 'unknown')
}

/**
 * Of IPv6 whoever has one address has 2^64 beside it: limits count the network that a line is given. IPv4 as it is, also
 * where it is written as IPv6.
 */
export function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (v4 || !isIPv6(address)) return v4 ?? address
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean))
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0))).fill('0')
    : []
  const groups = [...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

/** What an answer is called in HTTP. */
export function statusOf(answer: Answer<unknown>): number {
  if (answer.ok) return 200
  return answer.error.reason === 'signed-out' ? 401 : STATUS[answer.error.code]
}

function send(response: ServerResponse, answer: Answer<unknown>, trace: string) {
  const body = answer.ok ? answer : { ok: false, error: { ...answer.error, trace } }
  response.writeHead(statusOf(answer), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** Well when the store answers. */
async function health(response: ServerResponse, { store }: World) {
  const well = await store.get('counters', 'health').then(
    () => true,
    () => false,
  )
  response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: well }))
}

/** The logs name the kind of request, never an address that holds a ticket number or a picture's name. */
function kindOf(pathname: string): string {
  if (pathname.startsWith('/call/')) return isAction(pathname.slice(6)) ? pathname.slice(6) : 'call'
  if (isPush(pathname)) return 'push'
  if (isExport(pathname)) return 'export'
  return pathname.startsWith('/files') ? 'files' : pathname === '/healthz' ? 'healthz' : 'page'
}

/** What a page of ours may load: its own, and pictures of the map from the hosts that the district has named. */
function policyOf({ tiles }: World): string {
  const hosts = tiles?.url.split(' ').map((address) => new URL(address).origin) ?? []
  return [
    "default-src 'self'",
    ["img-src 'self' data: blob:", ...new Set(hosts)].join(' '),
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

function harden(response: ServerResponse, trace: string, policy: string) {
  response.setHeader('x-request-id', trace)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('content-security-policy', policy)
}
