/**
 * The desk with 1,000, 10,000 and 100,000 open tickets: a page with all its counts, and what is asked every ten seconds,
 * beside the page alone as one would write it without a port. SQLite, one person asking. `npx tsx test/bench/queue.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import type { Official } from '@/core/actor'
import { NEVER } from '@/core/deadline'
import { STATUSES } from '@/core/status'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openSqlite } from '@/drivers/sql'
import { silentLog } from '@/hosts/log'
import type { Context } from '@/server/context'
import { handle } from '@/server/handle'
import { manifest } from '@/server/manifest'
import type { Files, Store } from '@/server/ports'
import { pageOf, queuesOf, ringingFor } from '@/server/queues'
import { recordOf } from '@/server/records'
import { reads } from '../reads'
import { printTable, type Row } from './table'

const SIZES = [1_000, 10_000, 100_000]
const TIMES = 100
const NOW = Date.parse('2026-03-20T02:00:00.000Z')
const HOUR = 3_600_000
/** One in so many is about an official, was disputed, or waits for its first reply. */
const ABOUT = 500
const DISPUTED = 200
const WAITS = 200

const WANG: Official = {
  role: 'official',
  id: 'o_wang',
  name: '王敏',
  unit: 'office',
  duties: ['dispatch', 'answer', 'review'],
}
const LI: Official = { role: 'official', id: 'o_li', name: '李强', unit: 'transport', duties: ['answer'] }

export async function benchQueue(print: (line: string) => void): Promise<void> {
  for (const size of SIZES) {
    printTable(print, `The queue, ${size.toLocaleString('en')} open, the middle of ${TIMES}`, await among(size))
  }
}

async function among(size: number): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-queue-'))
  const file = path.join(folder, 'minhu.sqlite')
  const store = await openSqlite(file, manifest)
  for (let from = 0; from < size; from += 1000) {
    await store.tx(async (tx) => {
      for (let n = from; n < from + 1000; n++) await tx.insert('tickets', `T${n}`, ticket(n))
    })
  }
  const [wang, li] = [context(store, WANG), context(store, LI)]
  const bare = new Database(file)
  const page = bare.prepare<unknown[]>('select doc from tickets where f_open = 1 order by "f_nextDue", id limit 16')
  const rows = [
    await row('a page of 15 on the bare driver', async () => page.all([]).map((found) => JSON.parse(docOf(found)))),
    await row('the same page through the port', () => pageOf('open', undefined, WANG, wang)),
    await row('all counts of a dispatcher', () => queuesOf(WANG, wang)),
    await row('all counts of a unit', () => queuesOf(LI, li)),
    await row('for how many it rings', () => ringingFor(WANG, wang)),
    await row('desk.queue, a dispatcher', () => handle('desk.queue', { queue: 'open' }, wang)),
    await row('desk.queue, a unit', () => handle('desk.queue', { queue: 'open' }, li)),
    await row('desk.changes, a dispatcher', () => handle('desk.changes', { queue: 'open' }, wang)),
    await row('desk.changes, a unit', () => handle('desk.changes', { queue: 'open' }, li)),
  ]
  bare.close()
  await store.close()
  await rm(folder, { recursive: true })
  return rows
}

const docOf = (found: unknown): string => {
  const doc: unknown = Reflect.get(Object(found), 'doc')
  return typeof doc === 'string' ? doc : '{}'
}

/** As it lies in the store: spread over the units and states as a district's are. */
function ticket(n: number): object {
  const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString()
  const unit = caofeidian.units[n % caofeidian.units.length]?.id ?? 'office'
  const status =
    n % DISPUTED === 0 ? 'disputed' : (['submitted', 'dispatched', 'handling', 'handling', 'waiting'] as const)[n % 5]
  if (!STATUSES.some((one) => one === status)) throw new Error('no such state')
  const filedAt = at(-(n % 300))
  const replied = n % WAITS !== 1
  return recordOf({
    ...{ no: `T${n}`, code: '222222', kind: 'complaint', category: 'other', lang: 'zh', photos: [], coUnits: [] },
    text: '垦丰大街的路灯不亮，晚上出门看不见路，打过电话没有人来，已经有一个星期了。',
    place: { address: '垦丰大街' },
    asker: { id: `citizen${n}`, visibility: 'shown', name: '某某', phone: '13800000000' },
    ...{ consent: false, filedAt, movedAt: filedAt, status, unit, objections: n % 7 ? 0 : 1, entries: 4 },
    ...(n % ABOUT === 0 && { against: { officials: ['o_li'] } }),
    ...(status === 'handling' && { handler: { id: n % 3 ? 'o_li' : 'o_wang', name: '某某' } }),
    firstReply: { dueAt: at(0.01), alarmAt: at(-0.02), ...(replied && { repliedAt: filedAt, minutes: 4 }) },
    resolve: { days: 15, promisedAt: NEVER, dueAt: at((n % 400) - 40) },
    urge: { at: NEVER, level: 0, since: filedAt },
  } as unknown as Parameters<typeof recordOf>[0])
}

async function row(what: string, work: () => Promise<unknown>): Promise<Row> {
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const start = performance.now()
    const answer = await work()
    if (Reflect.get(Object(answer), 'ok') === false) throw new Error(JSON.stringify(answer))
    times.push(performance.now() - start)
  }
  const sorted = times.sort((a, b) => a - b)
  const [middle = 0, last = 0] = [sorted[TIMES / 2], sorted[Math.floor(TIMES * 0.99)]]
  const measured = `p50 ${middle.toFixed(1)} ms, p99 ${last.toFixed(1)} ms`
  return { what, measured, budget: '(to compare)', within: true }
}

const nothing: Files = {
  put: async () => ({ ok: false, refusal: 'photo-broken' }),
  urls: async () => ({}),
  remove: async () => undefined,
}

const context = (store: Store, caller: Official): Context => ({
  ...reads,
  ...{ store, files: nothing, district: caofeidian, calendar: chinaCalendar({ worked: [], free: [] }) },
  caller,
  ...{ lang: 'zh', address: '10.0.0.1', now: new Date(NOW), production: false },
  chance: { bytes: (count) => new Uint8Array(count) },
  log: silentLog,
})

if (process.argv[1]?.endsWith(path.join('bench', 'queue.ts'))) {
  void benchQueue((line) => process.stdout.write(`${line}\n`))
}
