/** The district in which a day is lived through: sixty officials in its units, and the program on a real store. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Duty, Official } from '@/core/actor'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { diskClips } from '@/drivers/files/clips'
import { diskFiles } from '@/drivers/files/disk'
import { openSearch } from '@/drivers/search'
import { openPostgres, openSqlite } from '@/drivers/sql'
import { silentLog } from '@/hosts/log'
import type { World } from '@/hosts/world'
import { readHtml } from '@/providers/html'
import { manifest } from '@/server/manifest'
import type { Log, Store } from '@/server/ports'
import { tabledDatabase } from '../databases'

/** early: from the opening of the desk; late: until it closes; they overlap at noon. */
export type Shift = { from: string; to: string }
const EARLY: Shift = { from: '08:30', to: '14:30' }
const LATE: Shift = { from: '13:30', to: '20:00' }
export type Worker = Official & { shift: Shift }

export const OFFICE = 'office'
/** The unit to which what is filed in a category really belongs. */
export const HOME: Record<string, string> = {
  ...{ traffic: 'transport', light: 'urban', clean: 'urban', noise: 'ecology', utility: 'housing' },
  ...{ housing: 'housing', health: 'social', school: 'social', other: 'tanghai' },
}
const UNITS = ['transport', 'urban', 'housing', 'ecology', 'social', 'tanghai']

/** Of the office a quarter dispatches and a few review; in the other units the first of each shift heads it, and all answer. */
export function workersOf(count: number): Worker[] {
  const dispatchers = Math.max(2, Math.round(count / 4))
  const reviewers = Math.max(2, Math.round(count / 15))
  return Array.from({ length: count }, (_, place) => {
    const [unit, duties] = postOf(place, dispatchers, reviewers)
    const id = `o_day${place}`
    return { role: 'official', id, name: `工作人员${place}号`, unit, duties, shift: place % 2 ? LATE : EARLY }
  })
}

function postOf(place: number, dispatchers: number, reviewers: number): [unit: string, duties: Duty[]] {
  if (place < dispatchers) return [OFFICE, ['dispatch', 'answer']]
  if (place < dispatchers + reviewers) return [OFFICE, ['review']]
  const seat = place - dispatchers - reviewers
  // Two neighbours in one unit: one for each shift.
  const unit = UNITS[Math.floor(seat / 2) % UNITS.length] ?? OFFICE
  return [unit, seat < 2 * UNITS.length ? ['answer', 'sign'] : ['answer']]
}

export type DayWorld = { world: World; close: () => Promise<void> }

/** `database`: of PostgreSQL; without it the embedded one is used. `log` hears of what breaks. */
export async function openDay(database: string | undefined, log: Log = silentLog): Promise<DayWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-day-'))
  const { store, remove } = database ? await postgresIn(database) : await sqliteIn(folder)
  const pictures = path.join(folder, 'pictures')
  const world: World = {
    store,
    files: await diskFiles(pictures, 'a secret of at least thirty-two characters'),
    clips: await diskClips(pictures, 'a secret of at least thirty-two characters'),
    district: { ...caofeidian, feeds: [] },
    calendar: chinaCalendar(caofeidian.calendar),
    chance: { bytes: (count) => randomBytes(count) },
    readHtml,
    search: openSearch(caofeidian.synonyms),
    log,
    production: false,
    clock: () => new Date(),
  }
  const close = async () => {
    await store.close()
    await remove()
    await rm(folder, { recursive: true })
  }
  return { world, close }
}

type Place = { store: Store; remove: () => Promise<unknown> }

const sqliteIn = async (folder: string): Promise<Place> => ({
  store: await openSqlite(path.join(folder, 'minhu.sqlite'), manifest),
  remove: async () => undefined,
})

async function postgresIn(server: string): Promise<Place> {
  const { url, remove } = await tabledDatabase(server)
  return { store: await openPostgres(url, manifest), remove }
}
