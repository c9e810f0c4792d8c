/** A journey holds wherever the program runs: on a server with either database, and in WeChat's cloud. */
import { type Extras, openPostgresTown, openTown, type Town } from './town'

export type OpenTown<T extends Town = Town> = (extras?: Extras) => Promise<T>

const postgres = process.env.MINHU_TEST_PG
const CLOUD = 'WeChat cloud'

const PLACES: [name: string, open: OpenTown][] = [
  ['SQLite', openTown],
  ...(postgres ? ([['PostgreSQL', (extras) => openPostgresTown(postgres, extras)]] as [string, OpenTown][]) : []),
  // Loaded where it is told alone: its SDK takes as long to load as all of the server.
  [CLOUD, async (extras) => (await import('./cloud-town')).openCloudTown(extras)],
]

/** Of a table whose rows differ in what is sent alone: all of them on the first place, and on the others this many. */
const ROWS_ELSEWHERE = 1
type Rows = <T>(table: readonly T[]) => T[]

/**
 * All of them everywhere takes twice the time that a run may. So each file is told on SQLite in every run, and on each of the
 * others on one day of four; MINHU_THOROUGH=1 tells all of them everywhere.
 */
const DAYS = 4
const DAY = Math.floor(Date.now() / 86_400_000)
const isTold = (order: number): boolean => {
  const path = expect.getState().testPath ?? ''
  const name = path.slice(path.lastIndexOf('/') + 1)
  const turn = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), DAY)
  return order === 0 || process.env.MINHU_THOROUGH !== undefined || (turn + order) % DAYS === 0
}

/** `always`: what the program is there for is told everywhere in every run. */
type How = { always?: true }

/**
 * Tells the whole story once for each place. `inCloud` is for the few cases that only a server of one's own has. `rows`
 * is for tables that try what no database sees: told whole once, and elsewhere by their first row.
 */
export function everywhere(
  tell: (openTown: OpenTown, inCloud: boolean, rows: Rows) => void,
  { always }: How = {},
): void {
  PLACES.forEach(([place, open], order) => {
    const rows: Rows = (table) => table.slice(0, order ? ROWS_ELSEWHERE : undefined)
    if (always || isTold(order)) describe(place, () => tell(open, place === CLOUD, rows))
  })
  if (!postgres) it.skip('PostgreSQL: skipped, MINHU_TEST_PG is not set', () => undefined)
}
