/** How long one question takes among many tickets, and how much memory. */
import { alike } from '@/server/alike'
import { traceAll, traceOf, wordsTold } from '@/server/traces'
import { learnWording, wordingOf } from '@/server/wording'
import { printTable, type Row } from '../table'
import { lookUp } from './bare'
import { contextOn, type Filed, fill, onPostgres, onSqlite, type Place } from './town'

type Say = (line: string) => void
const SIZES = [10_000, 100_000]
const BUDGET_MS = 20
const TIMES = 200
export const NOW = '2026-03-20T02:00:00.000Z'
const MEGA = 1024 * 1024

export async function measureTimes(say: Say): Promise<boolean> {
  const rows: Row[] = []
  const url = process.env.MINHU_TEST_PG
  for (const size of SIZES) {
    rows.push(...(await timesOn(await onSqlite(), size)))
    if (url) rows.push(...(await timesOn(await onPostgres(url), size)))
  }
  if (!url) say('\nPostgreSQL: skipped, MINHU_TEST_PG is not set')
  printTable(say, `One question: which tickets are alike (${TIMES} questions)`, rows)
  return rows.every(({ within }) => within)
}

async function timesOn(place: Place, size: number): Promise<Row[]> {
  const { store, name, remove } = place
  const { filed, more } = madeUpFrom(size)
  const ctx = contextOn(store, new Date(NOW))
  await fill(store, filed.slice(0, 1000))
  await learnWording(ctx)
  while ((await traceAll(ctx)).more);
  const wording = await wordingOf(ctx)
  await fill(store, filed.slice(1000), (one) => ['traces', traceOf({ text: one.text, place: {} }, wording)])
  const before = process.memoryUsage().heapUsed
  const bare = await place.bare()
  const [times, bareTimes]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TIMES; turn++) {
    const { text } = more(turn)
    const told = { text, place: {} }
    times.push(await timed(() => alike(told, 10, ctx)))
    const terms = wordsTold(told, wording)
    bareTimes.push(await timed(() => lookUp(terms, bare)))
  }
  const grown = Math.max(0, process.memoryUsage().heapUsed - before) / MEGA
  await bare.close()
  await remove()
  const what = `${name}, ${size.toLocaleString('en')} tickets`
  const [p50, p99] = [at(times, 0.5), at(times, 0.99)]
  const measured = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, heap grew ${grown.toFixed(0)} MB`
  const bareMeasured = `p50 ${at(bareTimes, 0.5).toFixed(1)} ms, p99 ${at(bareTimes, 0.99).toFixed(1)} ms`
  return [
    { what, measured, budget: `<= ${BUDGET_MS} ms`, within: p50 <= BUDGET_MS },
    { what: `${what}: its look-ups alone, straight on the driver`, measured: bareMeasured, budget: '-', within: true },
  ]
}

/** Milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const at = (times: number[], part: number): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)] ?? 0

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const syllables = (next: () => number): string =>
  Array.from({ length: 2 + Math.floor(next() * 3) }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(next() ** 2 * 3000)),
  ).join('')

/** So many tickets in the words of one made-up language, and those that would come after them. */
function madeUpFrom(size: number) {
  const next = chance(size)
  const words = Array.from({ length: 4000 }, () => syllables(next))
  const filed = Array.from({ length: size }, (_, n) => filedAt(n, words, next))
  return { filed, more: (n: number) => filedAt(size + n, words, next) }
}
export const madeUp = (size: number): Filed[] => madeUpFrom(size).filed

/** Common words come often, rare ones seldom, as in any language. */
function filedAt(n: number, words: string[], next: () => number): Filed {
  const said = Array.from({ length: 60 }, () => words[Math.floor(next() ** 3 * words.length)])
  return {
    no: `T-${String(n).padStart(7, '0')}`,
    text: `${said.slice(0, 8).join('')}。${said.slice(8).join('，')}。`,
    filedAt: new Date(Date.parse(NOW) - next() * 60 * 86_400_000).toISOString(),
  }
}
