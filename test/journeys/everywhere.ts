/** A journey holds wherever the program runs: on a server with either database, and in WeChat's cloud. */
import { openCloudTown } from './cloud-town'
import { type Extras, openPostgresTown, openTown, type Town } from './town'

export type OpenTown<T extends Town = Town> = (extras?: Extras) => Promise<T>

const postgres = process.env.MINHU_TEST_PG

const PLACES: [name: string, open: OpenTown][] = [
  ['SQLite', openTown],
  ...(postgres ? ([['PostgreSQL', (extras) => openPostgresTown(postgres, extras)]] as [string, OpenTown][]) : []),
  ['WeChat cloud', openCloudTown],
]

/** Of a table whose rows differ in what is sent alone: all of them on the first place, and on the others this many. */
const ROWS_ELSEWHERE = 1
type Rows = <T>(table: readonly T[]) => T[]

/**
 * Tells the whole story once for each place. `inCloud` is for the few cases that only a server of one's own has. `rows`
 * is for tables that try what no database sees: told whole once, and elsewhere by their first row.
 */
export function everywhere(tell: (openTown: OpenTown, inCloud: boolean, rows: Rows) => void): void {
  PLACES.forEach(([place, open], order) => {
    const rows: Rows = (table) => table.slice(0, order ? ROWS_ELSEWHERE : undefined)
    describe(place, () => tell(open, open === openCloudTown, rows))
  })
  if (!postgres) it.skip('PostgreSQL: skipped, MINHU_TEST_PG is not set', () => undefined)
}
