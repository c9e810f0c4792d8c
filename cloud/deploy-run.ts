/** From what was given to an exit code: checks, what is made here, the plan, and, when it is meant, the steps. */
import type { District } from '@/core/district'
import { showByHand } from './by-hand'
import type { Ci } from './ci'
import { functionsFor, KNOWN_OPTIONS, type Made, type Options, readOptions, stepsOf } from './deploying'
import { both, type Deployment, type Given, readDeployment } from './deployment'
import { discreet, type Say, showPlan, takeSteps } from './steps'
import type { Ask } from './tcb'
import type { Workshop } from './workshop'

const MOST_FUNCTION_BYTES = 2 << 20
const MOST_PROGRAM_BYTES = 20 << 20

export type Deploying = {
  given: string[]
  told: Given
  district: Pick<District, 'id' | 'sample'>
  workshop: Workshop
  /** Whether miniprogram-ci is installed. */
  tools: boolean
  ask: (deployment: Deployment, secret: string) => Ask
  ci: (deployment: Deployment, projectPath: string) => Ci
  say: Say
}

/** 0: shown, or done. 1: something is missing or failed. Without --really nobody is asked anything. */
export async function deployFrom(deploying: Deploying): Promise<number> {
  const options = readOptions(deploying.given)
  const { deployment, secret, problems: configured } = readDeployment(deploying.told)
  const say = discreet(deploying.say, [secret])
  const problems = [...configured, ...problemsOf(deploying, options)]
  if (!deployment) return lacking(problems, say)

  const made = await make(deploying.workshop, deployment, options, say)
  problems.push(...made.problems)
  if (!made.made) return lacking(problems, say)
  const steps = stepsOf(deployment, made.made, options, {
    ask: secret ? deploying.ask(deployment, secret) : nobody,
    ci: (project) => deploying.ci(deployment, project),
  })
  if (options.really && problems.length) return lacking(problems, say)
  if (options.really) {
    const done = await takeSteps(steps, say)
    if (done) showByHand(made.made.functions, say)
    return done ? 0 : 1
  }
  say(both(`演习：只显示，不联网。环境 ${deployment.environment}`, 'dry run: nothing is sent'))
  showPlan(steps, say)
  showByHand(made.made.functions, say)
  return problems.length ? lacking(problems, say) : ready(say)
}

function problemsOf({ given, district, tools }: Deploying, { sample }: Options): string[] {
  const unknown = given.filter((option) => !KNOWN_OPTIONS.some((known) => known === option))
  return [
    ...unknown.map((option) => both(`不认识的参数 ${option}`, `${option} is no option`)),
    ...(district.sample && !sample ? [sampleProblem(district.id)] : []),
    ...(tools ? [] : [both('请先运行 npm ci --prefix cloud/tools', 'run npm ci --prefix cloud/tools first')]),
  ]
}

const sampleProblem = (id: string): string =>
  both(
    `区县配置 src/district/${id} 仍是示例（sample: true）：改成本区县的内容；只是试用请加 --sample`,
    `src/district/${id} is still the sample: make it your district's own; --sample for a trial`,
  )

async function make(
  workshop: Workshop,
  deployment: Deployment,
  options: Options,
  say: Say,
): Promise<{ made?: Made; problems: string[] }> {
  say(both('正在生成云函数和小程序，约两分钟…', 'building the functions and the mini program, about two minutes …'))
  const functions = await workshop.functions(deployment, functionsFor(options))
  const program = await workshop.program(deployment)
  const { clean, report } = await workshop.audit()
  if (!clean) say(report)
  const large = [
    ...functions.filter(({ bytes }) => bytes > MOST_FUNCTION_BYTES).map(({ name }) => name),
    ...(program.bytes > MOST_PROGRAM_BYTES ? ['mini program'] : []),
  ]
  const problems = [
    ...(clean ? [] : [both('小程序检查没有通过，见上', 'the audit of the mini program is not clean, see above')]),
    ...large.map((name) => both(`${name} 超过大小上限`, `${name} is too large`)),
  ]
  return { made: { functions, program }, problems }
}

function lacking(problems: string[], say: Say): number {
  say(both(`还缺 ${problems.length} 项：`, `${problems.length} missing:`))
  for (const problem of problems) say(`  - ${problem}`)
  return 1
}

function ready(say: Say): number {
  say(both('可以部署：同一命令加 -- --really', 'ready: the same command with -- --really'))
  return 0
}

const nobody: Ask = async () => ({ ok: false, errcode: -1, errmsg: 'nobody is asked' })
