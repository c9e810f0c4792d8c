/** A world to seed: a database of its own, a clock that stands on a Friday morning, and pictures by name only. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openSqlite } from '@/drivers/sql'
import { silentLog } from '@/hosts/log'
import type { World } from '@/hosts/world'
import { manifest } from '@/server/manifest'
import type { Files } from '@/server/ports'
import { reads } from './reads'
import { beijing } from './situations'

/** What is stored of pictures is another test's. */
const names: Files = {
  put: async (bytes) => ({
    ok: true,
    picture: { name: createHash('sha256').update(bytes).digest('hex'), width: 1, height: 1, bytes: 1 },
  }),
  urls: async (all) => Object.fromEntries(all.map((name) => [name, { url: `/${name}`, thumb: `/${name}` }])),
  remove: async () => undefined,
}

export type SeedWorld = World & { close(): Promise<void> }

export async function openSeedWorld(): Promise<SeedWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-seed-'))
  const store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
  return {
    store,
    files: names,
    district: caofeidian,
    calendar: chinaCalendar({ worked: [], free: [] }),
    chance: { bytes: (count) => randomBytes(count) },
    ...reads,
    log: silentLog,
    production: false,
    clock: () => new Date(beijing('Fri 2026-03-20 10:00')),
    async close() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
