/**
 * The WeChat cloud on loopback: as much of it as the unmodified wx-server-sdk 4.0.2 talks to, seen from the SDK and from
 * other people's logs. What the real cloud does otherwise is for a real account to show.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { IndexDefinitions } from '@/drivers/wechat/indexes'
import { databaseActions } from './actions'
import { Held, openDatabase } from './database'
import { type Fields, isFields } from './ejson'
import { environmentOf, SECRET_ID, SECRET_KEY } from './environment'
import { CloudError, invalid, replyTooLarge } from './errors'
import { faults, ordered } from './faults'
import { verifySignature } from './signature'

const MAX_REPLY = 1024 * 1024

export type Emulator = Awaited<ReturnType<typeof startEmulator>>

/** Starts the cloud. `clock` can be turned by a test. */
export async function startEmulator({ clock = () => Date.now() }: { clock?: () => number } = {}) {
  const database = openDatabase(clock)
  const actions = databaseActions(database, clock)
  const { pause, meets, ...orders } = faults()
  const seen: string[] = []

  /** One request, from its bytes to its reply. */
  async function answer(request: http.IncomingMessage): Promise<Fields | 'broken'> {
    const body: unknown = JSON.parse(await textOf(request))
    if (!isFields(body)) throw invalid('the body is no object')
    verifySignature({ url: request.url ?? '', headers: request.headers, body }, { [SECRET_ID]: SECRET_KEY }, Date.now())
    const action = String(body.action)
    seen.push(action)
    const fault = meets(action)
    if (fault && !fault.after) throw ordered()
    const reply = await inTransaction(body, () => perform(action, body))
    return fault ? 'broken' : reply
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
    answer(request).then(
      (reply) => {
        if (reply === 'broken') request.socket.destroy()
        else send(response, reply)
      },
      (error: unknown) => send(response, errorReply(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`

  return {
    url,
    /** The environment variables that a cloud function finds, pointing the SDK here. */
    environment: environmentOf(url),
    /** Makes collections and indexes, as deploying does. */
    deploy(definitions: IndexDefinitions[]): void {
      for (const { collection_name, create_indexes } of definitions) {
        const unique = create_indexes.filter((index) => index.unique)
        const indexes = unique.map(({ name, keys }) => ({ name, fields: keys.map((key) => key.name) }))
        database.createCollection(collection_name, indexes)
      }
    },
    transactionsUnderWay: database.underWay,
    /** The actions asked for so far. */
    seen,
    ...orders,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
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
