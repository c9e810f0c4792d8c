/** What the desk's page of questions that many ask costs the host: the newest open tickets, put into heaps. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@/core/actor'
import { heapsIn } from '@/server/groupSuggest'
import { learnWording } from '@/server/wording'
import { printTable, type Row } from '../table'
import { madeUp, NOW } from './times'
import { contextOn, fill, onSqlite } from './town'

/** More than are looked at. */
const OPEN = 500
const TIMES = 20
/** What one person asks may keep nobody else waiting for longer than this. */
const HELD_MS = 100
const WHO: Actor = { role: 'official', id: 'o_wang', name: '王敏', unit: 'office', duties: ['dispatch', 'answer'] }

export async function measureHeaps(say: (line: string) => void): Promise<boolean> {
  const { store, remove } = await onSqlite()
  await fill(store, madeUp(OPEN))
  const ctx = { ...contextOn(store, new Date(NOW)), caller: WHO }
  await learnWording(ctx)
  const times: number[] = []
  const held: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const watch = watchLoop()
    const start = performance.now()
    await heapsIn(ctx)
    times.push(performance.now() - start)
    held.push(await watch.worst())
  }
  await remove()
  const p50 = (all: number[]) => all.sort((one, other) => one - other)[TIMES / 2] ?? 0
  const row: Row = {
    what: `SQLite, ${OPEN} open tickets`,
    measured: `p50 ${p50(times).toFixed(0)} ms, of which nobody else had a turn for ${p50(held).toFixed(0)} ms`,
    budget: `<= ${HELD_MS} ms without a turn`,
    within: p50(held) <= HELD_MS,
  }
  printTable(say, `Which open tickets are about the same thing (${TIMES} times)`, [row])
  return row.within
}

/** The longest that a timer of a millisecond had to wait. */
function watchLoop() {
  let last = performance.now()
  let worst = 0
  const timer = setInterval(() => {
    const now = performance.now()
    worst = Math.max(worst, now - last)
    last = now
  }, 1)
  return {
    async worst() {
      await pause(2)
      clearInterval(timer)
      return worst
    },
  }
}
