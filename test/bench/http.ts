/** The node host under 50 clients, beside a bare node:http server on the same kind of store, one after the other. */
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import Database from 'libsql'
import { idOf } from '@/server/ids'
import { openTown } from '../journeys/town'
import { printTable } from './table'

const CLIENTS = 50
const SECONDS = 4
const WARM_UP = 1.5
const SHARE = 0.6
const P99 = 100

/**
 * A page of a person's tickets. The host goes through session, contract, rules and views; the bare server reads the same
 * session and the same rows from the same file and sends them as they are.
 */
export async function benchHttp(say: (line: string) => void): Promise<void> {
  const town = await openTown()
  const citizen = await town.citizen()
  for (let filed = 0; filed < 20; filed++) await citizen.files()
  const host = await load(`${town.url}/call/tickets.mine`, citizen.token)
  const bare = await bareServer(path.join(town.folder, 'minhu.sqlite'))
  const plain = await load(bare.url, citizen.token)
  bare.close()
  await town.close()
  const share = host.perSecond / plain.perSecond
  printTable(say, `Requests, ${CLIENTS} clients, a page of tickets`, [
    {
      what: 'node host',
      measured: `${Math.round(host.perSecond)}/s, ${Math.round(share * 100)} % of bare ${Math.round(plain.perSecond)}/s`,
      budget: `>= ${SHARE * 100} %`,
      within: share >= SHARE,
    },
    {
      what: 'node host p99',
      measured: `${Math.round(host.p99)} ms (bare ${Math.round(plain.p99)} ms)`,
      budget: `<= ${P99} ms`,
      within: host.p99 <= P99,
    },
  ])
}

async function bareServer(file: string) {
  const db = new Database(file)
  const session = db.prepare('select doc from sessions where id = ?')
  const page = db.prepare('select doc from tickets where "f_askerId" = ? order by "f_filedAt" desc, id desc limit 16')
  const docs = (rows: unknown[]) => rows.map((row) => JSON.parse(String((row as { doc: unknown }).doc)))
  const server = createServer((asked, response) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      const token = String(asked.headers.authorization).slice('Bearer '.length)
      const [{ actor }] = docs(session.all([idOf('session', token)]))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(docs(page.all([actor]))))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
    db.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}

/** Warms up, then keeps every client busy for a few seconds. Server and clients share this process: the comparison counts, not the figure. */
async function load(url: string, token: string) {
  await drive(url, token, WARM_UP)
  return drive(url, token, SECONDS)
}

async function drive(url: string, token: string, seconds: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const took: number[] = []
  const end = performance.now() + seconds * 1000
  const client = async () => {
    while (performance.now() < end) {
      const started = performance.now()
      await post(url, headers, agent)
      took.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  agent.destroy()
  took.sort((a, b) => a - b)
  return { perSecond: took.length / seconds, p99: took[Math.floor(took.length * 0.99)] ?? 0 }
}

function post(url: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
      response.resume().on('end', resolve)
    })
    asked.on('error', reject)
    asked.end('{}')
  })
}
