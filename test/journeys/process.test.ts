/** The production server as a process: how it starts, what it refuses, and how it stops. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { listening, run } from './processes'
import { citizenOf } from './server-door'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-process-'))
})
afterEach(() => rm(folder, { recursive: true }))

const serve = (variables: Record<string, string> = {}) =>
  run('src/hosts/main.ts', [], { MINHU_VAR: folder, ...variables })

it.each(['SIGTERM', 'SIGINT'] as const)('serves people until %s, then ends in good order', async (signal) => {
  const server = serve()
  const worker = await citizenOf(await listening(server))
  const ticket = await worker.files()
  expect(ticket.sample).toBe(false)
  server.child.kill(signal)
  expect(await server.ended).toBe(0)
  expect(server.said()).toContain('"event":"stopped"')
  expect(server.said()).not.toContain(ticket.no)
})

it.each([
  ['without a secret', { MINHU_SECRET: '' }, 'MINHU_SECRET'],
  ['with a port that is none', { MINHU_PORT: 'eighty' }, 'MINHU_PORT'],
])('does not start %s, and says which variable it is', async (_, variables, name) => {
  const server = serve(variables)
  expect(await server.ended).toBe(1)
  expect(server.said().trim()).toMatch(new RegExp(`^Environment: ${name}`))
})
