/**
 * The WeChat cloud on loopback: as much of it as the unmodified wx-server-sdk 4.0.2 talks to, seen from the SDK and from
 * other people's logs. What the real cloud does otherwise is for a real account to show.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { IndexDefinitions } from '@/drivers/wechat/indexes'
import { databaseActions } from './actions'
import { bodyOf } from './body'
import { Held, openDatabase } from './database'
import { deaths } from './deaths'
import type { Fields } from './ejson'
import { environmentOf, SECRET_ID, SECRET_KEY } from './environment'
import { CloudError, invalid, replyTooLarge } from './errors'
import { faults, ordered } from './faults'
import { cloudFunctions } from './functions'
import { OPENAPI, openapiOf } from './openapi'
import { phones, pushCaller, started } from './phone'
import { securityRules } from './rules'
import { verifySignature } from './signature'
import { FILES, openStorage } from './storage'
import { openWeixin, type Weixin } from './weixin'

export { APP_ID, FILE_PREFIX } from './environment'
export { WxError } from './failures'
export type { Phone, TempFile } from './phone'
export type { DeployedRules } from './rules'

const MAX_REPLY = 1024 * 1024

export type Emulator = Awaited<ReturnType<typeof startEmulator>>

type Options = { clock?: () => number; clockStands?: boolean; weixin?: Weixin }

/**
 * Starts the cloud, with WeChat's own server behind it. `clock` can be turned by a test; in functions it goes on from
 * there, or stands still until it is turned again.
 */
export async function startEmulator({
  clock = () => Date.now(),
  clockStands = false,
  weixin = openWeixin({ now: clock }),
}: Options = {}) {
  const database = openDatabase(clock)
  const { pause, meets, none, ...orders } = faults()
  const seen: string[] = []
  const logs: string[] = []

  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const environment = () => environmentOf(`${origin()}/admin`)
  const log = (text: string) => logs.push(...text.replace(/\n$/, '').split('\n'))
  const functions = cloudFunctions({ now: clock, clockStands, environment, log })
  const openapi = openapiOf(weixin, functions.mayUse)
  const { during, spare, killAt } = deaths(functions.instanceOf)
  const storage = openStorage({ now: clock, origin, during })
  const rules = securityRules()
  const actions = { ...databaseActions(database, clock), ...storage.actions }

  /** What time it is for who signed a request: instances live on the cloud's clock, a test that uses the SDK itself does not. */
  const signerNow = ({ sessionToken }: Fields) => (functions.instanceOf(sessionToken) ? clock() : Date.now())

  /** One request, from its bytes to its reply. */
  async function answer(request: http.IncomingMessage): Promise<Fields | Buffer | 'broken'> {
    const body = bodyOf(request.headers['content-type'] ?? '', await bytesOf(request))
    verifySignature(
      { url: request.url ?? '', headers: request.headers, body },
      { [SECRET_ID]: SECRET_KEY },
      signerNow(body),
    )
    const action = String(body.action)
    seen.push(action)
    const fault = meets(action)
    if (fault && !fault.after) throw ordered()
    const reply = await during(body.sessionToken, () => replyTo(action, body, request.headers))
    return fault ? 'broken' : reply
  }

  function replyTo(
    action: string,
    body: Fields,
    headers: http.IncomingHttpHeaders,
  ): Promise<Fields | Buffer | 'broken'> {
    if (action === OPENAPI) return openapi.answer(body)
    if (action === 'functions.invokeFunction') return functions.invokedBySdk(body, String(headers['x-tcb-source']))
    return inTransaction(body, () => perform(action, body))
  }

  async function perform(action: string, body: Fields): Promise<Fields> {
    const act = actions[action]
    if (!act) throw invalid(`there is no action ${action}`)
    for (;;) {
      try {
        return act(body)
      } catch (error) {
        if (!(error instanceof Held)) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }

  /** A transaction does one thing at a time, and an error inside it is its end, as in Mongo. */
  async function inTransaction(body: Fields, act: () => Promise<Fields>): Promise<Fields> {
    if (body.transactionId === undefined) {
      await pause()
      return act()
    }
    const transaction = database.transaction(body.transactionId)
    transaction.busy = true
    // Time for a second request of the same transaction to arrive and be refused.
    await Promise.all([pause(), new Promise(setImmediate)])
    transaction.busy = false
    try {
      return await act()
    } catch (error) {
      database.abort(body.transactionId)
      throw error
    }
  }

  const server = http.createServer((request, response) => {
    if (request.url?.startsWith(FILES)) {
      storage.serve(request, response).catch(() => request.socket.destroy())
      return
    }
    answer(request).then(
      (reply) => {
        if (reply === 'broken') request.socket.destroy()
        else if (Buffer.isBuffer(reply)) response.setHeader('content-type', 'application/octet-stream').end(reply)
        else send(response, reply)
      },
      (error: unknown) => send(response, errorReply(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `${origin()}/admin`,
    /** The environment variables that a cloud function finds, pointing the SDK here. */
    environment: environment(),
    /** Makes collections and indexes, as deploying does. */
    deploy(definitions: IndexDefinitions[]): void {
      for (const { collection_name, create_indexes } of definitions) {
        const unique = create_indexes.filter((index) => index.unique)
        const indexes = unique.map(({ name, keys }) => ({ name, fields: keys.map((key) => key.name) }))
        database.createCollection(collection_name, indexes)
      }
    },
    transactionsUnderWay: database.underWay,
    /** WeChat's own server: its people, its templates, what was sent. */
    weixin,
    /** The services of WeChat that the function may use, as its config.json lists them. */
    allowOpenapi: openapi.allow,
    /** The actions asked for so far. */
    seen,
    ...orders,
    /** No failures, delays or deaths any more. */
    none(): void {
      none()
      spare()
    },
    killAt,
    /** Security rules, each as its JSON. What is not named stays. */
    deployRules: rules.deploy,
    deployFunctions: functions.deploy,
    /** Somebody's phone, with what wx.cloud offers there. */
    phone: phones({ functions, storage, rules }),
    /** A call that comes from no phone, and of which WeChat knows nobody. */
    callFromOutside: (name: string, event: unknown): Promise<unknown> =>
      started(functions, name, event, { source: 'wx_unknown' }),
    /** Lets a function's timer come now, and gives what the function returned. */
    runTimers: (name: string): Promise<unknown> =>
      started(functions, name, functions.timerEvent(name), { source: 'wx_trigger', timer: true }),
    /** A message push, to the function `push`. Gives what it returned. */
    push: (event: Fields): Promise<unknown> => started(functions, 'push', event, pushCaller(event)),
    /** The paths of the files in storage. */
    files: storage.paths,
    /** What functions have printed, line by line. */
    logs,
    async close(): Promise<void> {
      await functions.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

async function bytesOf(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function send(response: http.ServerResponse, reply: Fields): void {
  const text = JSON.stringify({ requestId: 'emulated', ...reply })
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(Buffer.byteLength(text) > MAX_REPLY ? JSON.stringify(errorReply(replyTooLarge())) : text)
}

function errorReply(error: unknown): Fields {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  return { code: 'SYS_ERR', message: String(error) }
}
