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

/** Tells the whole story once for each place. `inCloud` is for the few cases that only a server of one's own has. */
export function everywhere(tell: (openTown: OpenTown, inCloud: boolean) => void): void {
  describe.each(PLACES)('%s', (_, open) => tell(open, open === openCloudTown))
  if (!postgres) it.skip('PostgreSQL: skipped, MINHU_TEST_PG is not set', () => undefined)
}
