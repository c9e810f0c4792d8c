/** Asks the function `smoke` one check after the other and prints what came of each. */
import * as v from 'valibot'
import { both, type Given, readDeployment } from './deployment'
import { EXPECTATIONS, type Expectation, ON_A_PHONE } from './expectations'
import { discreet, type Say } from './steps'
import { type Ask, cloudOf, sentenceOf, type TcbCloud } from './tcb'

export type Smoking = {
  given: string[]
  told: Given
  ask: (appid: string, secret: string) => Ask
  say: Say
}
export type Verdict = { expectation: Expectation; found: string; right: boolean }

const Answer = v.union([v.object({ found: v.unknown() }), v.object({ failed: v.string() })])
const OPENID = '--openid='

/** 0 when all is as expected. `--openid=` names somebody who used the mini program within two hours: then a text is checked as theirs. */
export async function smokeFrom({ given, told, ask, say: speak }: Smoking): Promise<number> {
  const { deployment, secret, problems } = readDeployment(told)
  const say = discreet(speak, [secret])
  if (!deployment || !secret || problems.length) {
    for (const problem of problems) say(`- ${problem}`)
    return 1
  }
  const openid = given.find((word) => word.startsWith(OPENID))?.slice(OPENID.length)
  const verdicts = await judge(cloudOf(ask(deployment.appid, secret), deployment.environment), openid)
  for (const line of tableOf(verdicts)) say(line)
  say(
    both(
      '\n其余要在手机一侧看：开发者工具控制台里粘贴',
      'the rest is for a phone: paste into the console of the tools',
    ),
  )
  say(ON_A_PHONE)
  say(both('应当：只有 call api 为 ALLOWED，其余全部 refused', 'expected: call api ALLOWED, all the others refused'))
  return verdicts.every(({ right }) => right) ? 0 : 1
}

export async function judge(cloud: TcbCloud, openid?: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const expectation of EXPECTATIONS) {
    const event = { check: expectation.check, ...(openid && { openid }) }
    const reply = await cloud.invoke('smoke', event)
    const answer = reply.ok ? v.safeParse(Answer, reply.value) : undefined
    verdicts.push({ expectation, ...foundIn(expectation, answer?.output, reply.ok ? '' : sentenceOf(reply)) })
  }
  return verdicts
}

function foundIn(expectation: Expectation, answer: unknown, refusal: string): Pick<Verdict, 'found' | 'right'> {
  if (v.is(v.object({ found: v.unknown() }), answer)) {
    return { found: JSON.stringify(answer.found), right: expectation.right(answer.found) }
  }
  const failed = v.is(v.object({ failed: v.string() }), answer) ? answer.failed : refusal || 'no answer'
  return { found: failed, right: false }
}

function tableOf(verdicts: Verdict[]): string[] {
  const wide = Math.max(...verdicts.map(({ expectation }) => expectation.check.length))
  return verdicts.flatMap(({ expectation: { check, expected, otherwise }, found, right }) => [
    `${right ? '✓' : '✗'} ${check.padEnd(wide)}  ${both('应为', 'expected')}: ${expected}`,
    `  ${' '.repeat(wide)}  ${both('实际', 'found')}: ${found}`,
    ...(right ? [] : [`  ${' '.repeat(wide)}  → ${otherwise}`]),
  ])
}
