/**
 * What is looked up while somebody writes a filing, among 10,000 and 100,000 open tickets, beside the same two look-ups
 * written straight on the driver; and how well it tells what is about the same thing, on messages of a real city.
 * `npx tsx test/bench/nearby.ts`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import * as v from 'valibot'
import { squaresAround } from '@/core/nearby'
import { likeness, type Terms, termsOf } from '@/core/similar'
import { ALIKE } from '@/core/similarOffer'
import type { Point } from '@/core/ticket'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openSqlite } from '@/drivers/sql'
import { silentLog } from '@/hosts/log'
import type { Context } from '@/server/context'
import { handle } from '@/server/handle'
import { manifest } from '@/server/manifest'
import type { Files, Store } from '@/server/ports'
import { recordOf } from '@/server/records'
import { reads } from '../reads'
import { printTable, type Row } from './table'

type Print = (line: string) => void

const SIZES = [10_000, 100_000]
const BUDGET_MS = 20
const TIMES = 200
const NOW = '2026-03-20T02:00:00.000Z'
const DAYS = 60
/** Where half of the people live, and how far the others are from there. */
const TOWN: Point = { lat: 39.27, lng: 118.45 }
const TOWN_METRES = 3_000
const DISTRICT_METRES = 20_000
/** Real messages, for measuring only: nothing of them is in the project. */
const MESSAGES = '../shared/data'

export async function benchNearby(print: Print): Promise<void> {
  const rows: Row[] = []
  for (const size of SIZES) rows.push(...(await timesAmong(size)))
  printTable(print, `Similar tickets while somebody writes (filing.look), the middle of ${TIMES}`, rows)
  quality(print)
}

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const PLACES = [
  '垦丰大街',
  '新城大街',
  '唐海路',
  '滨海大道',
  '长丰路',
  '学校门口',
  '菜市场',
  '公园',
  '小区北门',
  '工业区',
]
const THINGS = [
  '路灯不亮',
  '井盖破损',
  '垃圾没人收',
  '下水道堵了',
  '噪音太大',
  '红绿灯坏了',
  '公交不停',
  '暖气不热',
  '停水',
  '树倒了',
]
const MORE = [
  '晚上出门看不见路',
  '老人和孩子走路容易摔倒',
  '打过电话没有人来',
  '已经有一个星期了',
  '请派人来看一看',
  '下雨以后更厉害',
]

/** A ticket as it lies in the store. */
function ticketAt(n: number, next: () => number): object {
  const pick = (words: string[]) => words[Math.floor(next() * words.length)] ?? ''
  const category = caofeidian.categories[Math.floor(next() * caofeidian.categories.length)]?.id ?? 'other'
  const filedAt = new Date(Date.parse(NOW) - next() * DAYS * 24 * 3_600_000).toISOString()
  return recordOf({
    ...{ no: `T${n}`, code: '222222', kind: 'complaint', category, lang: 'zh', photos: [], coUnits: [] },
    text: `${pick(PLACES)}的${pick(THINGS)}，${pick(MORE)}，${pick(MORE)}，${pick(MORE)}。`,
    place: { address: pick(PLACES), point: somewhere(next) },
    asker: { id: `citizen${n}`, visibility: 'shown', name: '某某', phone: '13800000000' },
    ...{ consent: false, filedAt, movedAt: filedAt, status: 'handling', unit: 'transport', objections: 0, entries: 4 },
    firstReply: { dueAt: filedAt, repliedAt: filedAt, minutes: 4 },
    resolve: { days: 15, startedAt: filedAt, promisedAt: filedAt, dueAt: filedAt, pausedMinutes: 0 },
  } as unknown as Parameters<typeof recordOf>[0])
}

function somewhere(next: () => number): Point {
  const reach = next() < 0.5 ? TOWN_METRES : DISTRICT_METRES
  const metres = () => ((next() * 2 - 1) * reach) / 111_195
  return { lat: TOWN.lat + metres(), lng: TOWN.lng + metres() / Math.cos((TOWN.lat / 180) * Math.PI) }
}

async function timesAmong(size: number): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-nearby-'))
  const file = path.join(folder, 'minhu.sqlite')
  const store = await openSqlite(file, manifest)
  const next = chance(size)
  for (let from = 0; from < size; from += 1000) {
    await store.tx(async (tx) => {
      for (let n = from; n < from + 1000; n++) await tx.insert('tickets', `T${n}`, ticketAt(n, next))
    })
  }
  const bare = bareLookUp(file)
  const times = { port: [] as number[], bare: [] as number[] }
  for (let turn = 0; turn < TIMES; turn++) {
    const point = somewhere(next)
    const input = { category: 'light', text: '垦丰大街的路灯不亮了，晚上老人出门看不见', point }
    times.port.push(await timed(() => handle('filing.look', input, context(store, turn))))
    times.bare.push(await timed(async () => bare.look(point)))
  }
  bare.close()
  await store.close()
  await rm(folder, { recursive: true })
  const among = `among ${size.toLocaleString('en')}`
  return [row(`filing.look ${among}`, times.port, BUDGET_MS), row(`  its two look-ups on the bare driver`, times.bare)]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  const answer = await work()
  if (v.is(v.object({ ok: v.literal(false) }), answer)) throw new Error(JSON.stringify(answer))
  return performance.now() - start
}

function row(what: string, times: number[], budget?: number): Row {
  const sorted = times.sort((a, b) => a - b)
  const [middle = 0, last = 0] = [sorted[Math.floor(TIMES / 2)], sorted[Math.floor(TIMES * 0.99)]]
  return {
    what,
    measured: `p50 ${middle.toFixed(1)} ms, p99 ${last.toFixed(1)} ms`,
    budget: budget ? `<= ${budget} ms` : '(to compare)',
    within: budget === undefined || middle <= budget,
  }
}

/** The squares and the category, as one would write them without a port: parsed, as they must be to be compared. */
function bareLookUp(file: string) {
  const database = new Database(file)
  const since = new Date(Date.parse(NOW) - DAYS * 24 * 3_600_000).toISOString()
  const newest = 'and "f_filedAt" >= ? order by "f_filedAt" desc, id desc limit 50'
  const near = (count: number) =>
    database.prepare<unknown[]>(
      `select doc from tickets where f_cell in (${Array(count).fill('?').join(',')}) ${newest}`,
    )
  const alike = database.prepare<unknown[]>(`select doc from tickets where f_open = 1 and f_category = ? ${newest}`)
  const Docs = v.array(v.object({ doc: v.string() }))
  return {
    look(point: Point): unknown[] {
      const squares = squaresAround(point)
      const found = [...near(squares.length).all([...squares, since]), ...alike.all(['light', since])]
      return v.parse(Docs, found).map(({ doc }) => JSON.parse(doc))
    },
    close: () => database.close(),
  }
}

const nothing: Files = {
  put: async () => ({ ok: false, refusal: 'photo-broken' }),
  urls: async () => ({}),
  remove: async () => undefined,
}

/** Each asks from an address of their own: nobody asks 1,200 times in ten minutes. */
const context = (store: Store, turn: number): Context => ({
  ...reads,
  ...{ store, files: nothing, district: caofeidian, calendar: chinaCalendar({ worked: [], free: [] }) },
  caller: { role: 'citizen', id: 'somebody' },
  ...{ lang: 'zh', address: `10.0.0.${turn % 100}`, now: new Date(NOW), production: false },
  chance: { bytes: (count) => new Uint8Array(count) },
  log: silentLog,
})

const Message = v.object({ id: v.string(), title: v.string(), text: v.string() })
type Read = { id: string; terms: Terms }

/** Each message of a known group against all others: which of them it takes to be about the same thing. */
function quality(print: Print): void {
  if (!existsSync(path.join(MESSAGES, 'groups.json'))) {
    print(`\nHow well it tells what is alike: skipped, ${MESSAGES} is not there`)
    return
  }
  const lines = readFileSync(path.join(MESSAGES, 'messages.jsonl'), 'utf8').trim().split('\n')
  const all = lines.map((line): Read => {
    const { id, title, text } = v.parse(Message, JSON.parse(line))
    return { id, terms: termsOf(`${title}。${text}`) }
  })
  const groups = v.parse(
    v.record(v.string(), v.array(v.string())),
    JSON.parse(readFileSync(path.join(MESSAGES, 'groups.json'), 'utf8')),
  )
  const groupOf = new Map(Object.entries(groups).flatMap(([group, ids]) => ids.map((id) => [id, group] as const)))
  const told = all.flatMap((asked) => (groupOf.has(asked.id) ? [toldOf(asked, all, groupOf)] : []))
  const sum = (what: keyof (typeof told)[number]) => told.reduce((total, one) => total + one[what], 0)
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
  const known = (what: string, measured: string): Row => ({ what, measured, budget: '(no budget)', within: true })
  printTable(print, `${told.length} messages of known groups against ${all.length}`, [
    known(`same thing, and told so (recall, from ${ALIKE} on)`, share(sum('right'), sum('same'))),
    known('told so, and same thing (precision)', share(sum('right'), sum('told'))),
    known('the best one is about the same thing', share(sum('first'), told.length)),
    known('of the best three', share(sum('firstThree'), 3 * told.length)),
  ])
}

function toldOf(asked: Read, all: Read[], groupOf: Map<string, string>) {
  const found = all
    .filter((other) => other !== asked)
    .map(({ id, terms }) => ({
      alike: likeness(asked.terms, terms),
      isSame: groupOf.get(id) === groupOf.get(asked.id),
    }))
    .sort((one, other) => other.alike - one.alike)
  const told = found.filter(({ alike }) => alike >= ALIKE)
  const count = (some: typeof found) => some.filter(({ isSame }) => isSame).length
  return {
    ...{ same: count(found), told: told.length, right: count(told) },
    ...{ first: count(found.slice(0, 1)), firstThree: count(found.slice(0, 3)) },
  }
}

if (process.argv[1]?.endsWith(path.join('bench', 'nearby.ts'))) {
  void benchNearby((line) => process.stdout.write(`${line}\n`))
}
