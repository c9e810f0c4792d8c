/**
 * `npm run audit:weapp`: everything official, or computed by official rules, that can be told of the built mini program
 * without WeChat. MINHU_DIST is the folder (dist/weapp); MINHU_SERVER, when set, is the production server it was built
 * for. Ends with 1 when a rule is broken.
 */
import { DIST } from '../weapp/screens'
import { readBuild } from './build'
import { type Finding, judge, stateOf, type Verdict } from './rule'
import { RULES } from './rules'

const say = (line: string) => void process.stdout.write(`${line}\n`)
/** The same mistake a hundred times over is shown a few times. */
const SHOWN = 12

async function main(): Promise<number> {
  const build = readBuild(process.env.MINHU_DIST || DIST, { server: process.env.MINHU_SERVER || undefined })
  const verdicts = await judge(RULES, build)
  const name = Math.max(...RULES.map((rule) => rule.name.length))
  const source = Math.max(...RULES.map((rule) => rule.source.length))
  for (const verdict of verdicts) {
    const { rule, found } = verdict
    say(`${rule.name.padEnd(name)}  ${rule.source.padEnd(source)}  ${resultOf(verdict)}`)
    if ('skipped' in found) continue
    for (const finding of found.slice(0, SHOWN)) say(`    ${describe(finding)}`)
    if (found.length > SHOWN) say(`    and ${found.length - SHOWN} more`)
  }
  const count = (state: string) => verdicts.filter((verdict) => stateOf(verdict) === state).length
  say(`\n${count('clean')} rules clean, ${count('broken')} broken, ${count('skipped')} skipped`)
  return count('broken') ? 1 : 0
}

function resultOf({ rule, found }: Verdict): string {
  if ('skipped' in found) return `skipped: ${found.skipped}`
  if (found.length === 0) return 'clean'
  return `BROKEN: ${found.length} ${found.length === 1 ? 'finding' : 'findings'} ${rule.needs === 'browser' ? '(light, dark, usual, care)' : ''}`.trim()
}

function describe({ file, line, thing }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`} ${thing}`
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
