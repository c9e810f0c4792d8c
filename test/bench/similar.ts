/**
 * `npm run bench:similar`: which tickets are about the same thing, and which category is suggested, on messages of a real
 * city. `-- --data DIR`: another folder of the same files. `--test FILE`: other labelled rows, after learning from the given
 * ones. `--quality`: without the timing.
 */
import path from 'node:path'
import { measureCategories } from './similar/categories'
import { measureGroups } from './similar/groups'
import { measureHeaps } from './similar/heaps'
import { measureTimes } from './similar/times'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const GIVEN = path.join(__dirname, '..', '..', '..', 'shared', 'data')

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

async function main() {
  const folder = option('data') ?? GIVEN
  const testFile = option('test')
  const within = [
    await measureGroups({ folder, say }),
    await measureCategories({ folder, ...(testFile && { testFile }), say }),
    process.argv.includes('--quality') || (await measureHeaps(say)),
    process.argv.includes('--quality') || (await measureTimes(say)),
  ]
  process.exit(within.every(Boolean) ? 0 : 1)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
