/** What a rule is, and what comes of one. */
import type { Build } from './build'

/** `line` is counted from 1; a thing found by drawing a screen has the screen's page as its file and no line. */
export type Finding = { file: string; line?: number; thing: string }
export type Skipped = { skipped: string }
export type Found = Finding[] | Skipped

/** What a rule looks at, and so what it costs: text, running screens, drawn screens, WeChat's project checker. */
export type Sight = 'files' | 'screens' | 'browser' | 'checker'

export type Rule = {
  name: string
  /** 'audits 14, weight 8' is rule 14 of WeChat's 体验评分; 'design 7' is part 7 of our own design. */
  source: string
  needs: Sight
  check: (build: Build) => Found | Promise<Found>
}

export type Verdict = { rule: Rule; found: Found }
export type State = 'clean' | 'broken' | 'skipped'

export const skip = (why: string): Skipped => ({ skipped: why })

export function stateOf({ found }: Verdict): State {
  if ('skipped' in found) return 'skipped'
  return found.length > 0 ? 'broken' : 'clean'
}

/** One after the other. A rule that cannot look (a page that does not run) is broken, and says why. */
export async function judge(rules: readonly Rule[], build: Build): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const rule of rules) verdicts.push({ rule, found: await look(rule, build) })
  return verdicts
}

async function look(rule: Rule, build: Build): Promise<Found> {
  try {
    return await rule.check(build)
  } catch (error) {
    return [{ file: build.dist, thing: error instanceof Error ? error.message : String(error) }]
  }
}
