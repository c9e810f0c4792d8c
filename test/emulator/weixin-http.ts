/** The model of WeChat's server at a loopback address, with the paths of api.weixin.qq.com. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Fields, isFields } from './ejson'
import type { Answer, Service, Weixin } from './weixin'
import { Refused, refused } from './weixin-refusals'

const SIGN_IN = '/sns/jscode2session'
const TOKEN = '/cgi-bin/stable_token'
/** What is asked with a token. */
const PATHS: Record<string, Service> = {
  '/cgi-bin/message/subscribe/send': 'subscribeSend',
  '/cgi-bin/message/custom/send': 'customSend',
  '/wxa/msg_sec_check': 'msgSecCheck',
  '/wxa/media_check_async': 'mediaCheckAsync',
  '/wxa/getwxacodeunlimit': 'unlimitedCode',
}

/** Starts it. `requests` are the paths asked for so far, and `delayTokens` makes the next token take its time. */
export async function startWeixinHttp(weixin: Weixin) {
  const requests: string[] = []
  let tokenDelayMs = 0

  async function answer(request: http.IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    requests.push(pathname)
    if (pathname === SIGN_IN) return signIn(Object.fromEntries(searchParams))
    if (request.method !== 'POST') throw refused(43002, 'require POST method')
    const body = await bodyOf(request)
    if (pathname === TOKEN) return token(body)
    const service = PATHS[pathname]
    if (!service) throw refused(40066, 'invalid url')
    weixin.tokens.check(searchParams.get('access_token'))
    return weixin.ask(service, body)
  }

  function signIn(query: Fields): Promise<Answer> {
    weixin.tokens.checkSecret(query)
    if (query.grant_type !== 'authorization_code') throw refused(40002, 'invalid grant_type')
    return weixin.ask('jscode2session', query)
  }

  async function token(body: Fields): Promise<Answer> {
    if (tokenDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, tokenDelayMs))
    weixin.tokens.checkSecret(body)
    if (body.grant_type !== 'client_credential') throw refused(40002, 'invalid grant_type')
    return { json: weixin.tokens.stable() }
  }

  const server = http.createServer((request, response) => {
    answer(request)
      .catch((error: unknown): Answer => ({ json: errorReply(error) }))
      .then((result) => send(response, result))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    delayTokens(milliseconds: number): void {
      tokenDelayMs = milliseconds
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: http.IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
    if (isFields(body)) return body
  } catch {}
  throw refused(47001, 'data format error')
}

function send(response: http.ServerResponse, answer: Answer): void {
  if (answer === 'broken') {
    response.destroy()
    return
  }
  // WeChat sends some of its JSON as text/plain.
  response.setHeader('content-type', 'png' in answer ? 'image/png' : 'text/plain')
  if ('png' in answer) response.end(answer.png)
  else response.end('text' in answer ? answer.text : JSON.stringify(answer.json))
}

function errorReply(error: unknown): Fields {
  if (error instanceof Refused) return { errcode: error.errcode, errmsg: error.errmsg }
  return { errcode: -1, errmsg: String(error) }
}
