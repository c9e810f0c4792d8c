/** `npm run audit:verify`, as an administrator meets it: a process, beside a store in which somebody has been at work. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openSqlite } from '@/drivers/sql'
import { append, sealAudit } from '@/server/chains'
import type { Context } from '@/server/context'
import { idOf } from '@/server/ids'
import { manifest } from '@/server/manifest'
import type { Store } from '@/server/ports'
import { run } from './processes'

jest.setTimeout(60_000)

let folder: string
let store: Store
/** As the log has it. */
let sealed: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-audit-'))
  store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
  const chance = { bytes: (count: number) => new Uint8Array(count) }
  for (const who of ['o_li', 'o_wang']) {
    for (let times = 0; times < 60; times++) {
      await append(who, { at: '2026-03-02T02:00:00.000Z', who, did: 'desk.open' }, { store, chance })
    }
  }
  const log: Context['log'] = {
    info: (_, fields) => {
      sealed = String(fields?.hash)
    },
    error: () => undefined,
  }
  await sealAudit({ store, now: new Date('2026-03-02T03:00:00.000Z'), log } as Context)
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function verify(...seals: string[]) {
  const { ended, said } = run('src/hosts/audit-verify.ts', seals, { MINHU_VAR: folder })
  const code = await ended
  return { code, said: said() }
}

it('counts, names the last seal, and ends with 0 where nobody has touched anything', async () => {
  const { code, said } = await verify(sealed)
  expect(said).toContain('操作记录 121 条，3 条链')
  expect(said).toContain(`The last seal: 2026-03-02T03:00:00.000Z, number 1, ${sealed}`)
  expect(said).toContain('没有发现改动')
  expect(code).toBe(0)
})

it('ends with 1 where the log has a seal that the store has not', async () => {
  const { code, said } = await verify('another')
  expect(said).toContain('Trouble')
  expect(code).toBe(1)
})

it('names the first line that was touched, and ends with 1', async () => {
  const line = await store.get('audit', idOf('audit', 'o_li', '55'))
  if (!line) throw new Error('no line')
  await store.update('audit', line.id, line.version, { set: { did: 'home.open' } })
  const { code, said } = await verify()
  expect(said).toContain('发现问题：o_li 第 55 条被改动')
  expect(code).toBe(1)
})

it('ends with 1 where there is no database', async () => {
  const { ended, said } = run('src/hosts/audit-verify.ts', [], { MINHU_VAR: path.join(folder, 'nothing') })
  expect(await ended).toBe(1)
  expect(said()).toContain('There is no database')
})
