/**
 * Figures and exports among 100,000 tickets on SQLite: how long the timer counts, what the screen and each page of an export
 * cost, and what a file of 100,000 rows needs of time and memory where it is put together. `npx tsx test/bench/export.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Cell, csvWriter, type TableWriter } from '@/client/table/csv'
import { fill } from '@/client/table/fill'
import { xlsxWriter } from '@/client/table/xlsx'
import type { Answer, Ask, Output } from '@/contract'
import { NEVER } from '@/core/deadline'
import type { Ticket } from '@/core/ticket'
import { startOf, weekAfter, weekOf } from '@/core/weeks'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openSqlite } from '@/drivers/sql'
import { silentLog } from '@/hosts/log'
import type { Context } from '@/server/context'
import { countWeeks } from '@/server/counting'
import { handle } from '@/server/handle'
import { manifest } from '@/server/manifest'
import type { Store } from '@/server/ports'
import { recordOf } from '@/server/records'
import { ticket } from '../situations'
import { printTable, type Row } from './table'

type Print = (line: string) => void

const TICKETS = 100_000
const WEEKS = 52
const NOW = '2026-03-22T10:00:00.000Z'
const LAST = weekOf(NOW)
const FIRST = weekAfter(LAST, 1 - WEEKS)
/** Of a cloud function, and of its answer. */
const MOST_MS = 2_500
const MOST_BYTES = 500_000
/** What putting a file together may hold at once, beside the file itself. */
const MOST_HELD_MB = 16

export async function benchExport(print: Print): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-export-'))
  const store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
  await fillStore(store)
  const rows: Row[] = [...(await counting(store)), ...(await pages(store))]
  for (const format of ['csv', 'xlsx'] as const) rows.push(await file(store, format))
  printTable(print, `Figures and exports among ${TICKETS.toLocaleString('en')} tickets of ${WEEKS} weeks`, rows)
  await store.close()
  await rm(folder, { recursive: true })
}

/** Evenly over a year, the units and the categories; most of them answered and confirmed. */
async function fillStore(store: Store): Promise<void> {
  const start = Date.parse(startOf(FIRST))
  const step = (Date.parse(NOW) - start) / TICKETS
  for (let from = 0; from < TICKETS; from += 1000) {
    await store.tx(async (tx) => {
      for (let n = from; n < from + 1000; n++) {
        const one = ticketAt(n, new Date(start + n * step).toISOString())
        await tx.insert('tickets', one.no, recordOf(one))
      }
    })
  }
}

function ticketAt(n: number, filedAt: string): Ticket {
  const [unit, category] = [caofeidian.units[n % 7]?.id ?? '', caofeidian.categories[n % 9]?.id ?? '']
  const no = `CFD-${filedAt.slice(0, 10).replaceAll('-', '')}-${String(n).padStart(6, '0')}-0`
  const firstReply = { dueAt: NEVER, alarmAt: NEVER, repliedAt: filedAt, minutes: n % 90 }
  const solved = { status: 'closed', answeredAt: filedAt, outcome: 'confirmed', result: { kind: 'done' } } as const
  return ticket({ no, filedAt, movedAt: filedAt, unit, category, firstReply, ...(n % 5 ? solved : {}) })
}

async function counting(store: Store): Promise<Row[]> {
  const times: number[] = []
  const ctx = { store, now: new Date(NOW), production: true }
  for (;;) {
    const start = performance.now()
    if (!(await countWeeks(ctx)).more) break
    times.push(performance.now() - start)
  }
  const whole = times.reduce((sum, time) => sum + time, 0)
  const longest = Math.max(...times)
  return [
    {
      what: `the timer counts ${WEEKS} weeks, ${times.length} rounds`,
      measured: `${(whole / 1000).toFixed(1)} s, a round ${longest.toFixed(0)} ms at most`,
      budget: `<= ${MOST_MS / 10} ms`,
      within: longest <= MOST_MS / 10,
    },
  ]
}

async function pages(store: Store): Promise<Row[]> {
  const open = await asked(store, 'figures.open', { weeks: 52, by: 'week' })
  let next: string | undefined
  let [count, slowest, largest] = [0, 0, 0]
  do {
    const page: Asked<'figures.rows'> = await asked(store, 'figures.rows', rowsAfter(next))
    next = page.value.next
    count++
    slowest = Math.max(slowest, page.ms)
    largest = Math.max(largest, page.bytes)
  } while (next)
  return [
    row('figures.open, 52 weeks by week', open.ms, open.bytes),
    row(`figures.rows, the worst of ${count} pages`, slowest, largest),
  ]
}

const row = (what: string, ms: number, bytes: number): Row => ({
  what,
  measured: `${ms.toFixed(0)} ms, ${(bytes / 1000).toFixed(0)} KB`,
  budget: `<= ${MOST_MS} ms, ${MOST_BYTES / 1000} KB`,
  within: ms <= MOST_MS && bytes <= MOST_BYTES,
})

const rowsAfter = (after?: string) => ({ from: FIRST, to: LAST, ...(after && { after }) })

/** Whoever puts the file together asks the server as the screen does, through its answers as text. */
async function file(store: Store, format: 'csv' | 'xlsx'): Promise<Row> {
  const head = ['编号', '提交时间', '类别', '单位', '状态', '首次回复', '期限', '按时', '结果', '结束', '评分']
  const writer: TableWriter =
    format === 'csv' ? csvWriter(head, (text) => new TextEncoder().encode(text)) : xlsxWriter('工单明细', head)
  let [bytes, most] = [0, 0]
  const before = held()
  let pagesTaken = 0
  const taken = {
    // The pieces go to where a browser keeps files: they are counted and let go.
    add: async (pieces: Uint8Array[]) => {
      bytes += pieces.reduce((sum, piece) => sum + piece.length, 0)
      if (pagesTaken++ % EVERY === 0) most = Math.max(most, held() - before)
    },
    finish: async () => ({ drop: () => undefined }),
    drop: () => undefined,
  }
  let waited = 0
  const page = async (after: string | undefined) => {
    const start = performance.now()
    const { value } = await asked(store, 'figures.rows', rowsAfter(after))
    waited += performance.now() - start
    return { ok: true, data: { rows: value.rows.map(cellsOf), ...(value.next && { next: value.next }) } } as const
  }
  const filling = { page, writer, file: taken, rows: 0 }
  const start = performance.now()
  await fill(
    filling,
    () => false,
    () => undefined,
  )
  const own = performance.now() - start - waited
  const megabytes = most / 1e6
  return {
    what: `a file of ${filling.rows.toLocaleString('en')} rows, ${format}`,
    measured: `${(bytes / 1e6).toFixed(1)} MB, ${(waited / 1000).toFixed(1)} s asking, ${(own / 1000).toFixed(1)} s writing, ${megabytes.toFixed(1)} MB held`,
    budget: `<= ${MOST_HELD_MB} MB held`,
    within: megabytes <= MOST_HELD_MB && filling.rows === TICKETS,
  }
}

/** What is still needed: rubbish is collected first. */
function held(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
/** Collecting takes time. */
const EVERY = 25

const cellsOf = (found: Output<'figures.rows'>['rows'][number]): Cell[] => [
  ...[found.no, found.filedAt, found.category, found.unit, found.status, found.firstReplyMinutes ?? ''],
  ...[found.dueAt, String(found.onTime ?? ''), found.result ?? '', found.outcome ?? '', found.stars ?? ''],
]

type Asked<A extends 'figures.open' | 'figures.rows'> = { value: Output<A>; ms: number; bytes: number }

async function asked<A extends 'figures.open' | 'figures.rows'>(
  store: Store,
  action: A,
  input: Ask<A>,
): Promise<Asked<A>> {
  const start = performance.now()
  const answer = (await handle(action, input, context(store))) as Answer<Output<A>>
  const ms = performance.now() - start
  if (!answer.ok) throw new Error(answer.error.reason)
  return { value: answer.data, ms, bytes: Buffer.byteLength(JSON.stringify(answer)) }
}

let calls = 0
/** Each call from somebody of their own, so that no limit is met. */
const context = (store: Store): Context =>
  ({
    ...{ store, district: caofeidian, calendar: chinaCalendar({ worked: [], free: [] }) },
    caller: { role: 'official', id: `o_${++calls}`, name: '林悦', unit: 'office', duties: ['admin'] },
    ...{ lang: 'zh', address: '10.0.0.1', now: new Date(NOW), production: true, log: silentLog },
  }) as unknown as Context

if (process.argv[1]?.endsWith('export.ts')) {
  void benchExport((line) => void process.stdout.write(`${line}\n`))
}
