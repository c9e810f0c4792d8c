import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { caofeidian } from '@/district/caofeidian/district'
import { openSqlite } from '@/drivers/sql'
import { reads } from '../../test/reads'
import { beijing, year2026 } from '../../test/situations'
import type { Context } from './context'
import { manifest } from './manifest'
import { REMEMBERED, takeNumber } from './numbers'
import { Conflict, type Store } from './ports'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-numbers-'))
  store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const context = (when: string, through: Store): Context => ({
  caller: { role: 'anyone' },
  lang: 'zh',
  address: '127.0.0.1',
  now: new Date(beijing(when)),
  store: through,
  files: { put: jest.fn(), urls: jest.fn(), remove: jest.fn() },
  district: caofeidian,
  calendar: year2026,
  chance: { bytes: (count) => new Uint8Array(count) },
  ...reads,
  log: { info: () => undefined, error: () => undefined },
  production: true,
})
/** The running number that a filing gets. */
async function take(filing: string, when = 'Mon 2026-03-02 10:00', through = store): Promise<number> {
  return Number((await takeNumber(filing, context(when, through))).slice(13, 17))
}
const others = async (count: number) => {
  for (let n = 0; n < count; n++) await take(`other ${n}`)
}
/** The store as a slow caller sees it: `by` happens between what they read and what they write. */
function overtaken(times: number, by: () => Promise<unknown>): Store {
  let left = times
  const first = async () => {
    if (left-- > 0) await by()
  }
  return {
    ...store,
    insert: async (...all) => first().then(() => store.insert(...all)),
    update: async (...all) => first().then(() => store.update(...all)),
  }
}

it('runs from 1 each day', async () => {
  const days = ['Mon 2026-03-02 10:00', 'Mon 2026-03-02 23:59', 'Tue 2026-03-03 00:00']
  expect([await take('a', days[0]), await take('b', days[1]), await take('c', days[2])]).toEqual([1, 2, 1])
})

it.each([
  ['the first of the day', 0],
  ['a later one', 5],
])('is the next one when somebody else takes it at the same moment: %s', async (_, before) => {
  await others(before)
  const through = overtaken(1, () => take('faster'))
  expect(await take('slower', undefined, through)).toBe(before + 2)
  expect(await take('faster')).toBe(before + 1)
})

it('is the same one for the same filing, also when both ask at the same moment', async () => {
  const through = overtaken(1, () => take('filing'))
  expect([await take('filing', undefined, through), await take('filing'), await take('next')]).toEqual([1, 1, 2])
})

it.each([
  [REMEMBERED - 1, 1],
  [REMEMBERED, REMEMBERED + 2],
])('of a filing that is sent again after %i others is %i', async (between, number) => {
  await take('filing')
  await others(between)
  expect(await take('filing')).toBe(number)
})

it('is refused when so many others are faster that something must be wrong', async () => {
  let n = 0
  const through = overtaken(Number.POSITIVE_INFINITY, () => take(`faster ${n++}`))
  await expect(take('slower', undefined, through)).rejects.toBeInstanceOf(Conflict)
  expect(n).toBe(300)
})
