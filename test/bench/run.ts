/** `npm run bench`: sizes, setData per screen, store timings and requests per second, each beside its budget (design.md part 7). */
import { existsSync } from 'node:fs'
import { benchHttp } from './http'
import { benchNearby } from './nearby'
import { benchQueue } from './queue'
import { benchReading } from './reading'
import { benchScreens } from './screens'
import { benchSizes } from './sizes'
import { benchStore } from './store'

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function main() {
  for (const [made, command] of [
    ['dist/weapp/app.json', 'npm run build:weapp'],
    ['dist/h5/index.html', 'npm run build:h5'],
  ] as const) {
    if (!existsSync(made)) throw new Error(`${made} is missing: ${command}`)
  }
  await benchSizes(say)
  await benchScreens(say)
  await benchStore(say, { million: process.argv.includes('--million') })
  await benchHttp(say)
  await benchReading(say)
  await benchQueue(say)
  await benchNearby(say)
  process.exit(0)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
