/** Steps that are shown first and taken one after the other; each may be taken again. */
import { both } from './deployment'

export type Outcome = { ok: true; said?: string[] } | { ok: false; why: string }
/** `plan`: what would be done, in lines; making it asks nobody. */
export type Step = { name: string; plan: string[]; run: () => Promise<Outcome> }
export type Say = (line: string) => void

export function showPlan(steps: Step[], say: Say): void {
  for (const [index, { name, plan }] of steps.entries()) {
    say(`${index + 1}. ${name}`)
    for (const line of plan) say(`     ${line}`)
  }
}

/** True when all are done. The first failure ends it, with a sentence that says what is already done. */
export async function takeSteps(steps: Step[], say: Say): Promise<boolean> {
  const done: string[] = []
  for (const [index, { name, run }] of steps.entries()) {
    const outcome = await attempt(run)
    say(`${index + 1}. ${name} … ${outcome.ok ? both('完成', 'done') : both('失败', 'FAILED')}`)
    if (!outcome.ok) {
      say(`     ${outcome.why}`)
      say(stopped(index + 1, done))
      return false
    }
    for (const line of outcome.said ?? []) say(`     ${line}`)
    done.push(String(index + 1))
  }
  return true
}

/** The uploader throws; so does what nobody thought of. */
async function attempt(run: Step['run']): Promise<Outcome> {
  try {
    return await run()
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

function stopped(at: number, done: string[]): string {
  const list = done.join(', ') || '-'
  return both(
    `停在第 ${at} 步。已完成：${list}。改正后再运行同一命令，已经做好的不会重做坏`,
    `Stopped at step ${at}. Done: ${list}. Put it right and run the same command: what is done is left alone`,
  )
}

/** Prints without these words, whatever a message may hold. */
export const discreet =
  (say: Say, secrets: (string | undefined)[]): Say =>
  (line) =>
    say(secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '***') : text), line))
