/**
 * WeChat's HTTP API for the cloud, on loopback: what its pages document and no more. How the real one words its refusals
 * of an index or a collection that exists is not documented: to be confirmed on a real account.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import * as v from 'valibot'

export const APPID = 'wx0123456789abcdef'
export const SECRET = '00112233445566778899aabbccddeeff'
const TOKEN = 'a-token-that-nobody-may-see'

type Fields = Record<string, unknown>
type Index = { name: string; unique: boolean; keys: { name: string; direction: string }[] }
type Collection = { documents: Fields[]; indexes: Index[] }
export type FakeTcb = Awaited<ReturnType<typeof startTcb>>

const Body = v.looseObject({
  collection_name: v.optional(v.string(), ''),
  query: v.optional(v.string(), ''),
  limit: v.optional(v.number(), 10),
  offset: v.optional(v.number(), 0),
})
const Indexes = v.object({
  create_indexes: v.array(
    v.object({
      name: v.string(),
      unique: v.boolean(),
      keys: v.array(v.object({ name: v.string(), direction: v.string() })),
    }),
  ),
  drop_indexes: v.array(v.object({ name: v.string() })),
})

/** A refusal, as WeChat's errcode and errmsg. */
class Refused extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}

/** `invoke` is what the environment's functions do. */
export async function startTcb(invoke: (name: string, event: Fields) => Promise<unknown> = async () => ({})) {
  const collections = new Map<string, Collection>()
  const functions = new Set<string>(['api', 'timer', 'push', 'smoke'])
  const asked: string[] = []
  let failing: { path: string; times: number; after: boolean } | undefined
  let allowed = true

  const collectionAt = (name: string): Collection => {
    const found = collections.get(name)
    if (!found) throw new Refused(-502005, `collection not exists ${name}`)
    return found
  }

  const actions: Record<
    string,
    (body: v.InferOutput<typeof Body>, query: URLSearchParams) => object | Promise<object>
  > = {
    '/tcb/databasecollectionget': ({ limit, offset }) => ({
      collections: [...collections].slice(offset, offset + limit).map(([name, { indexes }]) => ({
        ...{ name, count: 0, size: 0, index_count: indexes.length + 1, index_size: 0 },
      })),
    }),
    '/tcb/databasecollectionadd'({ collection_name }) {
      if (collections.has(collection_name)) throw new Refused(-501000, 'table already exist')
      collections.set(collection_name, { documents: [], indexes: [] })
      return {}
    },
    '/tcb/updateindex'(body) {
      const { create_indexes, drop_indexes } = v.parse(Indexes, body)
      const { indexes } = collectionAt(body.collection_name)
      for (const { name } of drop_indexes) {
        const at = indexes.findIndex((index) => index.name === name)
        if (at < 0) throw new Refused(-501000, `index not found with name [${name}]`)
        indexes.splice(at, 1)
      }
      for (const index of create_indexes) {
        if (indexes.some(({ name }) => name === index.name)) throw new Refused(-501000, 'Index already exists')
        indexes.push(index)
      }
      return {}
    },
    '/tcb/databaseadd': ({ query }) => performed(query, collectionAt),
    '/tcb/databaseupdate': ({ query }) => performed(query, collectionAt),
    '/tcb/databasequery': ({ query }) => performed(query, collectionAt),
    async '/tcb/invokecloudfunction'(body, query) {
      const name = query.get('name') ?? ''
      if (!functions.has(name)) throw new Refused(-501000, 'FunctionName parameter could not be found')
      const { collection_name: _c, query: _q, limit: _l, offset: _o, ...event } = body
      return { resp_data: JSON.stringify(await invoke(name, event)) }
    },
  }

  async function answer(request: http.IncomingMessage): Promise<object | 'broken'> {
    const url = new URL(request.url ?? '', 'http://127.0.0.1')
    const text = await textOf(request)
    asked.push(url.pathname)
    if (!allowed) throw new Refused(40164, 'invalid ip 192.0.2.7, not in whitelist')
    if (url.pathname === '/cgi-bin/stable_token') return tokenFor(JSON.parse(text))
    if (url.searchParams.get('access_token') !== TOKEN) throw new Refused(40001, 'invalid credential')
    const act = actions[url.pathname]
    if (!act) throw new Refused(40066, 'invalid url')
    const fault = failing?.path === url.pathname && failing.times-- > 0 ? failing : undefined
    if (fault && !fault.after) throw new Refused(-1000, 'system error')
    const done = await act(v.parse(Body, JSON.parse(text)), url.searchParams)
    return fault ? 'broken' : done
  }

  const server = http.createServer((request, response) => {
    answer(request).then(
      (reply) =>
        reply === 'broken'
          ? request.socket.destroy()
          : response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', ...reply })),
      (error: unknown) =>
        response.end(
          JSON.stringify({
            errcode: error instanceof Refused ? error.errcode : -1000,
            errmsg: error instanceof Error ? error.message : 'system error',
          }),
        ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    collections,
    functions,
    /** The paths asked for so far. */
    asked,
    /** The next requests to a path fail; `after`: what they ask for is done, and the reply is lost. */
    fail(path: string, { times = 1, after = false } = {}): void {
      failing = { path, times, after }
    },
    /** This machine is not in the list of addresses any more. */
    shutOut(): void {
      allowed = false
    },
    indexesOf: (name: string): string[] => (collections.get(name)?.indexes ?? []).map((index) => index.name).sort(),
    close: () => new Promise<void>((resolve) => server.close(() => resolve()) && server.closeAllConnections()),
  }
}

function tokenFor({ appid, secret }: { appid?: string; secret?: string }): object {
  if (appid !== APPID) throw new Refused(40013, 'invalid appid')
  if (secret !== SECRET) throw new Refused(40125, 'invalid appsecret')
  return { access_token: TOKEN, expires_in: 7200 }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

/** A statement is JavaScript over `db`, as on WeChat's side. Each verb changes and answers as its page says. */
function performed(query: string, collectionAt: (name: string) => Collection): object {
  const db = {
    collection(name: string) {
      const { documents } = collectionAt(name)
      const selected = (where: Fields) => ({
        limit: () => selected(where),
        get: () => ({ data: meeting(documents, where).map((document) => JSON.stringify(document)) }),
        update({ data }: { data: Fields }) {
          const found = meeting(documents, where)
          for (const document of found) Object.assign(document, data)
          return { matched: found.length, modified: found.length, id: '' }
        },
      })
      return {
        where: selected,
        add({ data }: { data: Fields[] }) {
          for (const document of data) {
            if (documents.some(({ _id }) => _id === document._id))
              throw new Refused(-502001, 'E11000 duplicate key error')
            documents.push(document)
          }
          return { id_list: data.map(({ _id }) => _id) }
        },
      }
    },
  }
  return new Function('db', `return ${query}`)(db)
}

const meeting = (documents: Fields[], where: Fields): Fields[] =>
  documents.filter((document) => Object.entries(where).every(([field, value]) => document[field] === value))
