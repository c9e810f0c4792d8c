/** A small town for the journeys: the real server on a free port, a clock that the test sets, and people who act. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Duty } from '@/core/actor'
import type { District } from '@/core/district'
import { caofeidian } from '@/district/caofeidian/district'
import { type Environment, readEnvironment } from '@/hosts/env'
import { jsonLog } from '@/hosts/log'
import { startNode } from '@/hosts/node'
import { handle } from '@/server/handle'
import { manifest } from '@/server/manifest'
import type { WeChat } from '@/server/ports'
import { enrol, sealPassword } from '@/server/session'
import { beijing } from '../situations'
import { citizenOf, officialOf, Person } from './people'

export const PASSWORD = 'correct horse battery staple'

/** Wang dispatches, Li and Sun answer for the transport bureau, Chen reviews, Lin writes news; Demo is a sample account. */
const OFFICIALS: { account: string; name: string; unit: string; duties: Duty[]; demo?: true }[] = [
  { account: 'wang', name: '王敏', unit: 'office', duties: ['dispatch', 'answer'] },
  { account: 'li', name: '李强', unit: 'transport', duties: ['answer', 'review'] },
  { account: 'sun', name: '孙磊', unit: 'transport', duties: ['answer'] },
  { account: 'zhao', name: '赵静', unit: 'urban', duties: ['answer'] },
  { account: 'chen', name: '陈华', unit: 'office', duties: ['review'] },
  { account: 'lin', name: '林青', unit: 'transport', duties: ['author'] },
  { account: 'demo', name: '示例员', unit: 'office', duties: ['dispatch'], demo: true },
]

export type Town = Awaited<ReturnType<typeof openTown>>
type Changes = { env?: Partial<Environment>; district?: Partial<District>; pages?: string; wechat?: WeChat }

/** Opens at ten on a Monday morning, with nobody's ticket in it. */
export async function openTown({ env = {}, district = {}, pages, wechat }: Changes = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-town-'))
  const log: string[] = []
  let now = new Date(beijing('Mon 2026-03-02 10:00'))
  const { url, world, stop } = await startNode({
    env: { ...readEnvironment({ MINHU_MODE: 'demo', MINHU_PORT: '0', MINHU_VAR: folder }), ...env },
    district: { ...caofeidian, ...district },
    log: jsonLog((line) => log.push(line)),
    secret: 'a secret of at least thirty-two characters',
    clock: () => now,
    ...(pages && { pages }),
    ...(wechat && { wechat }),
  })
  const password = await sealPassword(PASSWORD)
  for (const official of OFFICIALS) await enrol(`o_${official.account}`, { ...official, password }, world.store)

  return {
    url,
    world,
    folder,
    /** What the server wrote to its log. */
    log,
    /** 'Tue 2026-03-03 08:50' in Beijing. */
    on(when: string) {
      now = new Date(beijing(when))
    },
    pass(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    now: () => now.toISOString(),
    /** What the host does once a minute. */
    tick: () => handle('timer.tick', {}, { ...world, caller: { role: 'timer' }, now, lang: 'zh', address: 'timer' }),
    anyone: () => new Person(url),
    citizen: () => citizenOf(url),
    /** Somebody who comes through WeChat: the code that `wx.login` gave them. */
    wechatCitizen: (code: string) => citizenOf(url, { code }),
    official: (account: string) => officialOf(url, account, PASSWORD),
    /** Forgets who tried what, so that a long table meets no limit. */
    async forgetTries() {
      for (;;) {
        const { items } = await world.store.find('tries', { by: 'id', limit: 50 })
        if (!items.length) return
        for (const { id, version } of items) await world.store.remove('tries', id, version)
      }
    },
    stop,
    async close() {
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** How many documents of each kind, and files, there are. Tries are counted for limits and may grow. */
export async function stored({ world, folder }: Town): Promise<Record<string, number>> {
  const collections = Object.keys(manifest).filter((name) => name !== 'tries')
  const counts = await Promise.all(collections.map(async (name) => [name, await world.store.count(name)] as const))
  const pictures = await readdir(path.join(folder, 'pictures'), { recursive: true, withFileTypes: true })
  return { ...Object.fromEntries(counts), files: pictures.filter((entry) => entry.isFile()).length }
}
