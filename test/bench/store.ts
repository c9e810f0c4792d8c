/**
 * The store through the port beside the same work on the bare driver, in the same run on the same tables:
 * `npx tsx test/bench/store.ts [--million]`, with PostgreSQL too when MINHU_TEST_PG is set (in databases of its own,
 * which it removes). Timings are printed, never asserted: they belong to the machine and the moment.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { openPostgres, openSqlite } from '@/drivers/sql'
import type { Manifest, Query, Store } from '@/server/ports'
import { newDatabase } from '../databases'
import { type Bare, barePostgres, bareSqlite, type Start, type Ticket } from './store-bare'

type Print = (line: string) => void
type Step = {
  name: string
  looksUp?: true
  rounds: number
  port(round: number): Promise<unknown>
  bare?(round: number): Promise<unknown>
}
type Timing = { p50: number; p99: number }
type Result = { name: string; port: Timing; bare?: Timing }
type Place = { store: Store; bare: Bare; settle(): Promise<unknown>; close(): Promise<unknown> }
type Engine = { name: string; open(size: number): Promise<Place> }

const BUDGET = 1.5
const SMALL = 10_000
const LARGE = 1_000_000
const UNITS = 24
const STATUSES = ['open', 'handling', 'answered', 'closed']
const WORDS = '曹妃甸区唐海路与新城大街交叉口东侧路灯连续三天不亮，夜间行人和电动车通行不便，请有关部门尽快安排检修。'

const manifest: Manifest = {
  tickets: {
    fields: { unit: 'text', status: 'text', filedAt: 'text', asker: 'text', heat: 'number' },
    indexes: [
      {
        name: 'queue',
        keys: [
          ['unit', 'asc'],
          ['status', 'asc'],
          ['filedAt', 'desc'],
        ],
      },
      {
        name: 'asker',
        keys: [
          ['asker', 'asc'],
          ['filedAt', 'desc'],
        ],
      },
    ],
  },
  events: { fields: { ticket: 'text' }, indexes: [{ name: 'ticket', keys: [['ticket', 'asc']] }] },
}

/** Fills databases with tickets and prints how long the port and the bare driver take. */
export async function benchStore(print: Print, { million = false } = {}): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minhu-bench-'))
  const url = process.env.MINHU_TEST_PG
  try {
    for (const engine of [sqlite(folder), ...(url ? [postgres(url)] : [])]) await benchEngine(engine, million, print)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

async function benchEngine(engine: Engine, million: boolean, print: Print): Promise<void> {
  const small = await engine.open(SMALL)
  await fill(small, SMALL)
  const smallSteps = await steps(small, SMALL)
  await benchSteps(`${engine.name}, 10,000 tickets`, smallSteps, print)
  if (million) {
    const large = await engine.open(LARGE)
    await fill(large, LARGE)
    const largeSteps = await steps(large, LARGE)
    await benchSteps(`${engine.name}, 1,000,000 tickets`, largeSteps, print)
    await benchGrowth(engine.name, smallSteps, largeSteps, print)
    await large.close()
  }
  await small.close()
}

function sqlite(folder: string): Engine {
  return {
    name: 'SQLite',
    async open(size) {
      const file = path.join(folder, `${size}.db`)
      const store = await openSqlite(file, manifest)
      const bare = await bareSqlite(file)
      return { store, bare, settle: async () => undefined, close: () => Promise.all([store.close(), bare.close()]) }
    },
  }
}

function postgres(server: string): Engine {
  return {
    name: 'PostgreSQL',
    async open(size) {
      const database = await newDatabase(server, `minhu_bench_${size}`)
      const store = await openPostgres(database.url, manifest)
      const bare = await barePostgres(database.url)
      const admin = new Client({ connectionString: database.url })
      await admin.connect()
      const settle = () => admin.query('vacuum analyze tickets')
      const close = async () => {
        await Promise.all([store.close(), bare.close(), admin.end()])
        await database.remove()
      }
      return { store, bare, settle, close }
    },
  }
}

const idOf = (n: number) => `T${String(n).padStart(8, '0')}`
const unitOf = (n: number) => `unit${n % UNITS}`
const statusOf = (n: number) => STATUSES[Math.floor(n / UNITS) % STATUSES.length] ?? 'open'

function ticketOf(n: number): Ticket {
  const filedAt = new Date(Date.UTC(2024, 0, 1) + ((n * 7919) % 1_000_003) * 31_000).toISOString()
  const place = { address: WORDS.slice(0, 20), longitude: 118.46 + (n % 100) / 1000, latitude: 39.27 }
  const history = [{ at: filedAt, command: 'submit', by: `citizen${n % 5000}`, from: null, to: 'submitted' }]
  const asker = `citizen${Math.floor(n / 8)}`
  return { unit: unitOf(n), status: statusOf(n), filedAt, asker, heat: n % 50, text: WORDS.repeat(4), place, history }
}

async function fill({ bare, settle }: Place, size: number): Promise<void> {
  for (let start = 0; start < size; start += 5000) {
    const numbers = Array.from({ length: Math.min(5000, size - start) }, (_, n) => start + n)
    await bare.fill(numbers.map((n) => [idOf(n), ticketOf(n)]))
  }
  await settle()
}

async function benchSteps(title: string, list: Step[], print: Print): Promise<void> {
  print(`\n${title}; milliseconds`)
  print(row(['', 'port p50', 'p99', 'bare p50', 'p99', 'ratio', `budget ${BUDGET}`]))
  for (const step of list) print(resultRow(await measure(step)))
}

/** The same look-ups in both sizes, turn by turn: whatever else the machine does slows both. */
async function benchGrowth(name: string, small: Step[], large: Step[], print: Print): Promise<void> {
  print(`\n${name}, look-ups among 1,000,000 tickets and among 10,000, both through the port; milliseconds`)
  print(row(['', '1M p50', 'p99', '10k p50', 'p99', 'ratio', `budget ${BUDGET}`]))
  for (const [index, before] of small.entries()) {
    const after = large[index]
    if (after?.looksUp) print(resultRow(await measure({ ...after, bare: before.port })))
  }
}

/** Each step works on tickets of its own, so that their versions are known. */
async function steps({ store, bare }: Place, count: number): Promise<Step[]> {
  const spread = (round: number) => (round * 7919) % 9_000
  const newest: Omit<Query, 'where'> = { by: 'filedAt', dir: 'desc', limit: 20 }
  const queue = (n: number): Query => ({ ...newest, where: { unit: unitOf(n), status: statusOf(n) } })
  const next = await secondPages(store, queue)
  const secondPage = (n: number) => next[n % next.length] ?? { after: '', start: { filedAt: '', id: '' } }
  const versions = new Map<string, number>()
  const guarded = (id: string, write: (version: number) => Promise<unknown>) => {
    const version = versions.get(id) ?? 1
    versions.set(id, version + 1)
    return write(version)
  }
  const fresh = (name: string, round: number) => `${name}${count}-${round}`
  const ours = (round: number) => idOf(count - 1 - 3 * round)
  const theirs = (round: number) => idOf(count - 2 - 3 * round)
  return [
    {
      name: 'get',
      looksUp: true,
      rounds: 1000,
      port: (n) => store.get('tickets', idOf(spread(n))),
    },
    {
      name: 'page of 20, a queue',
      looksUp: true,
      rounds: 1000,
      port: (n) => store.find('tickets', queue(n)),
      bare: (n) => bare.page(unitOf(n), statusOf(n)),
    },
    {
      name: 'page of 20, its second page',
      looksUp: true,
      rounds: 1000,
      port: (n) => store.find('tickets', { ...queue(n), after: secondPage(n).after }),
      bare: (n) => bare.page(unitOf(n), statusOf(n), secondPage(n).start),
    },
    {
      name: 'page of 20, three queues in one',
      looksUp: true,
      rounds: 300,
      port: (n) => store.find('tickets', { ...newest, where: { unit: unitOf(n), status: { in: STATUSES.slice(1) } } }),
    },
    {
      name: "page of 20, a citizen's tickets",
      looksUp: true,
      rounds: 1000,
      port: (n) => store.find('tickets', { ...newest, where: { asker: `citizen${spread(n) % 1000}` } }),
    },
    {
      name: 'insert',
      rounds: 300,
      port: (n) => store.insert('tickets', fresh('port', n), ticketOf(n)),
      bare: (n) => bare.insert(fresh('bare', n), ticketOf(n)),
    },
    {
      name: 'guarded write',
      rounds: 300,
      port: (n) =>
        guarded(ours(n), (version) => store.update('tickets', ours(n), version, { set: { status: 'handling' } })),
      bare: (n) => guarded(theirs(n), (version) => bare.update(theirs(n), version, 'handling')),
    },
    {
      name: 'transaction: get, guarded write, insert',
      rounds: 300,
      port: (n) => portTransaction(store, ours(n), fresh('port', n)),
      bare: (n) => bare.tx(theirs(n), fresh('bare', n)),
    },
  ]
}

function portTransaction(store: Store, id: string, event: string): Promise<void> {
  return store.tx(async (tx) => {
    const ticket = await tx.get<Ticket>('tickets', id)
    if (!ticket) throw new Error('the ticket is gone')
    await tx.update('tickets', id, ticket.version, { set: { status: 'handling' } })
    await tx.insert('events', event, { ticket: id })
  })
}

async function secondPages(store: Store, queue: (n: number) => Query): Promise<{ after: string; start: Start }[]> {
  const pages = Array.from({ length: UNITS * STATUSES.length }, async (_, n) => {
    const { items, next = '' } = await store.find<Ticket>('tickets', queue(n))
    const { filedAt = '', id = '' } = items.at(-1) ?? {}
    return { after: next, start: { filedAt, id } }
  })
  return Promise.all(pages)
}

/** Port and bare driver take turns, so that what the machine does meanwhile happens to both. */
async function measure({ name, rounds, port, bare }: Step): Promise<Result> {
  const times = { port: [] as number[], bare: [] as number[] }
  const warmUp = Math.round(rounds / 10)
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const sides = [{ work: port, into: times.port }, ...(bare ? [{ work: bare, into: times.bare }] : [])]
    for (const { work, into } of round % 2 ? sides : sides.reverse()) {
      const began = performance.now()
      await work(round)
      if (round >= warmUp) into.push(performance.now() - began)
    }
  }
  return bare ? { name, port: timing(times.port), bare: timing(times.bare) } : { name, port: timing(times.port) }
}

function timing(times: number[]): Timing {
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

const verdict = (ratio: number) => (ratio <= BUDGET ? 'PASS' : 'over budget')
const ms = (time: number) => time.toFixed(3)

function row([name = '', ...cells]: string[]): string {
  return name.padEnd(42) + cells.map((cell) => cell.padStart(12)).join('')
}

function resultRow({ name, port, bare }: Result): string {
  if (!bare) return row([name, ms(port.p50), ms(port.p99)])
  const ratio = port.p50 / bare.p50
  return row([name, ms(port.p50), ms(port.p99), ms(bare.p50), ms(bare.p99), ratio.toFixed(2), verdict(ratio)])
}

if (process.argv[1]?.endsWith(path.join('bench', 'store.ts'))) {
  void benchStore((line) => process.stdout.write(`${line}\n`), { million: process.argv.includes('--million') })
}
