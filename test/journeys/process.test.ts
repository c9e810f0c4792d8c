/** The production server as a process: how it starts, what it refuses, and how it stops. In the cloud there is none. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Person } from './people'
import { serverDoor } from './server-door'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-process-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Runs `npm run serve`'s file with these variables of ours and no others. */
function serve(variables: Record<string, string>) {
  const unset = { MINHU_MODE: '', MINHU_HOST: '', MINHU_DATABASE: '', MINHU_SECRET: '', MINHU_PROXIES: '' }
  const env = { ...process.env, ...unset, MINHU_VAR: folder, MINHU_PORT: '0', ...variables }
  const child = spawn('node_modules/.bin/tsx', ['src/hosts/main.ts'], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, ended, said: () => said }
}

async function listening({ child, said }: { child: ChildProcess; said: () => string }): Promise<string> {
  for (;;) {
    const port = /"event":"listening","port":(\d+)/.exec(said())?.[1]
    if (port) return `http://127.0.0.1:${port}`
    if (child.exitCode !== null) throw new Error(`it ended: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const SECRET = { MINHU_SECRET: 'a secret of at least thirty-two characters' }

it.each(['SIGTERM', 'SIGINT'] as const)('serves people until %s, then ends in good order', async (signal) => {
  const server = serve(SECRET)
  const worker = new Person(serverDoor(await listening(server)))
  worker.token = (await worker.gets('session.open', {})).token
  const ticket = await worker.files()
  expect(ticket.sample).toBe(false)
  server.child.kill(signal)
  expect(await server.ended).toBe(0)
  expect(server.said()).toContain('"event":"stopped"')
  expect(server.said()).not.toContain(ticket.no)
})

it.each([
  ['without a secret', {}, 'MINHU_SECRET'],
  ['with a port that is none', { ...SECRET, MINHU_PORT: 'eighty' }, 'MINHU_PORT'],
])('does not start %s, and says which variable it is', async (_, variables, name) => {
  const server = serve(variables)
  expect(await server.ended).toBe(1)
  expect(server.said().trim()).toMatch(new RegExp(`^Environment: ${name}`))
})
