/** Tickets in a store, and somebody who asks which are alike, as the server does. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openPostgres, openSqlite } from '@/drivers/sql'
import { silentLog } from '@/hosts/log'
import type { Context } from '@/server/context'
import { manifest } from '@/server/manifest'
import type { Store } from '@/server/ports'
import { recordOf } from '@/server/records'
import { tabledDatabase } from '../../databases'
import { reads } from '../../reads'
import { type Bare, barePostgres, bareSqlite } from './bare'

export type Filed = { no: string; text: string; filedAt: string; point?: { lat: number; lng: number } }
/** `bare`: the same database, straight on its driver. */
export type Place = { name: string; store: Store; bare(): Promise<Bare>; remove(): Promise<void> }

export async function onSqlite(): Promise<Place> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-similar-'))
  const file = path.join(folder, 'minhu.sqlite')
  const store = await openSqlite(file, manifest)
  const remove = async () => {
    await store.close()
    await rm(folder, { recursive: true })
  }
  return { name: 'SQLite', store, bare: () => bareSqlite(file), remove }
}

export async function onPostgres(server: string): Promise<Place> {
  const database = await tabledDatabase(server)
  const store = await openPostgres(database.url, manifest)
  const remove = async () => {
    await store.close()
    await database.remove()
  }
  return { name: 'PostgreSQL', store, bare: () => barePostgres(database.url), remove }
}

export const contextOn = (store: Store, now: Date): Context => ({
  ...reads,
  ...{ store, now, district: caofeidian, calendar: chinaCalendar({ worked: [], free: [] }) },
  files: {
    put: async () => ({ ok: false, refusal: 'photo-broken' }),
    urls: async () => ({}),
    remove: async () => undefined,
  },
  caller: { role: 'timer' },
  ...{ lang: 'zh', address: '10.0.0.1', production: false, log: silentLog },
  chance: { bytes: (count) => new Uint8Array(count) },
})

/** A ticket as it lies in the store. */
export function recordFor({ no, text, filedAt, point }: Filed): object {
  return recordOf({
    ...{ no, code: '222222', kind: 'complaint', category: 'other', lang: 'zh', photos: [], coUnits: [], text },
    place: { ...(point && { point }) },
    asker: { id: `citizen${no}`, visibility: 'shown' },
    ...{ consent: false, filedAt, movedAt: filedAt, status: 'handling', unit: 'transport', objections: 0, entries: 2 },
    firstReply: { dueAt: filedAt, repliedAt: filedAt, minutes: 4 },
    resolve: { days: 15, startedAt: filedAt, promisedAt: filedAt, dueAt: filedAt, pausedMinutes: 0 },
  } as unknown as Parameters<typeof recordOf>[0])
}

const AT_ONCE = 500

export async function fill(store: Store, filed: Filed[], also?: (filed: Filed) => [string, object]): Promise<void> {
  for (let from = 0; from < filed.length; from += AT_ONCE) {
    await store.tx(async (tx) => {
      for (const one of filed.slice(from, from + AT_ONCE)) {
        await tx.insert('tickets', one.no, recordFor(one))
        if (also) await tx.insert(also(one)[0], one.no, also(one)[1])
      }
    })
  }
}
