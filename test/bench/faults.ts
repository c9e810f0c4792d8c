/** `npm run bench:faults`: 500 filings in a storm, counted. `--broken`: with a queue that is broken, in each of five ways. */
import { BROKEN } from '../faults/broken'
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
  if (process.argv.includes('--broken')) return breakIt(seed)
  const outcome = await storm({ filings: FILINGS, seed, together: 16, say })
  say(tableOf(outcome))
  return isWell(outcome)
}

async function breakIt(seed: number): Promise<boolean> {
  let noticed = 0
  for (const [how, broken] of Object.entries(BROKEN)) {
    const outcome = await storm({ filings: Math.min(FILINGS, 60), seed, broken })
    const { lost, doubled } = { lost: [...outcome.stormy.lost, ...outcome.calm.lost], doubled: outcome.calm.doubled }
    say(
      `a queue that ${how}: ${lost.length} lost, ${doubled.length} doubled; ${[...lost, ...doubled][0] ?? 'NOT NOTICED'}`,
    )
    if (!isWell(outcome)) noticed++
  }
  return noticed === Object.keys(BROKEN).length
}

main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
