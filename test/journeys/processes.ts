/** Real server processes, and a small proxy in front of them that stops sending to one that is dead. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const SECRET = 'a secret of at least thirty-two characters'
const UNSET = {
  MINHU_MODE: '',
  MINHU_HOST: '',
  MINHU_DATABASE: '',
  MINHU_SECRET: '',
  MINHU_PROXIES: '',
  NODE_ENV: '',
}

/** Runs one of our files with these variables of ours and no others. */
export function run(file: string, args: string[], variables: Record<string, string>) {
  const env = { ...process.env, ...UNSET, MINHU_PORT: '0', MINHU_SECRET: SECRET, ...variables }
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, ended, said: () => said }
}

export type Host = ReturnType<typeof run> & { url: string }

/** The production server; ready when this resolves. */
export async function startHost(variables: Record<string, string>): Promise<Host> {
  const host = run('src/hosts/main.ts', [], variables)
  return { ...host, url: await listening(host) }
}

/** Where it serves, once it does. Throws with what it said when it ends instead. */
export async function listening({ child, said }: { child: ChildProcess; said: () => string }): Promise<string> {
  for (;;) {
    const port = /"event":"listening","port":(\d+)/.exec(said())?.[1]
    if (port) return `http://127.0.0.1:${port}`
    if (child.exitCode !== null) throw new Error(`it ended: ${said()}`)
    await pause(30)
  }
}

/** Ends it in good order; one that is dead already is fine. */
export async function stopHost({ child, ended }: Pick<Host, 'child' | 'ended'>): Promise<void> {
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  await ended
}

/** How long a host that failed gets no requests. */
const REST = 1_000
/** A host that says nothing for this long has failed. */
const PATIENCE = 5_000

/**
 * Sends to each host in turn and says from whom. A request that a host failed is answered with 502 and not sent again:
 * only the caller knows whether it may be.
 */
export async function startProxy(urls: string[]) {
  const resting = new Map<string, number>()
  let turn = 0
  const next = (): string | undefined => {
    const well = urls.filter((url) => (resting.get(url) ?? 0) < performance.now())
    return well[turn++ % well.length]
  }
  const pass = (asked: IncomingMessage, response: ServerResponse) => {
    const url = next()
    const failed = () => {
      if (url) resting.set(url, performance.now() + REST)
      if (!response.headersSent) response.writeHead(502)
      response.end()
    }
    if (!url) return failed()
    const named = [asked.headers['x-forwarded-for'], asked.socket.remoteAddress].filter(Boolean).join(', ')
    const sending = request(`${url}${asked.url}`, {
      method: asked.method,
      headers: { ...asked.headers, 'x-forwarded-for': named, connection: 'close' },
      agent: false,
      timeout: PATIENCE,
    })
    sending.on('timeout', () => sending.destroy(new Error('no answer')))
    sending.on('error', failed)
    sending.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    asked.pipe(sending)
  }
  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A program of the machine, and what it ended with. */
export function finishedProgram(program: string, words: string[], folder = '.'): Promise<number | null> {
  const child = spawn(program, words, { cwd: folder, stdio: 'ignore' })
  return new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
}
