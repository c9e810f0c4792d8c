/** `npm run bench:faults`: 500 filings in a storm, counted. */
import { seedOf } from '../faults/chance'
import { type Outcome, storm } from '../faults/storm'
import { tableOf } from '../faults/told'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const FILINGS = Number(process.env.MINHU_FILINGS) || 500

const isWell = ({ stormy, calm }: Outcome) =>
  [stormy, calm].every(({ lost, doubled }) => !lost.length && !doubled.length)

async function main() {
  const seed = seedOf()
  say(`MINHU_SEED=${seed}`)
  const outcome = await storm({ filings: FILINGS, seed, together: 16, say })
  say(tableOf(outcome))
  return isWell(outcome)
}

main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
