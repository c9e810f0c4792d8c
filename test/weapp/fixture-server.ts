// The server that the hand-written mini program in fixture/ talks to, on a free port of this machine.

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export const FIXTURE = join(__dirname, 'fixture')

export interface FixtureServer {
  address: string
  /** The requests that reached it: 'GET /items'. */
  heard: string[]
  close(): void
}

export async function startFixtureServer(): Promise<FixtureServer> {
  const heard: string[] = []
  const server = createServer(async (request, response) => {
    heard.push(`${request.method} ${request.url}`)
    if (request.url === '/never') return
    const body = await bodyOf(request)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(reply(request, body)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    heard,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function reply({ url = '', method, headers }: IncomingMessage, body: Buffer): unknown {
  if (url.startsWith('/items')) return [{ id: '8', title: url, votes: 2 }]
  if (url !== '/photo') return { method, type: headers['content-type'], body: body.toString() }
  const ticket = body.includes('name="ticket"\r\n\r\n7\r\n')
  return { length: Number(headers['content-length']), size: body.length, ticket }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
