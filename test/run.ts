/** `npm test`: everything that needs no account anywhere, one step after the other, and one true line at the end. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromiumPath } from './browser/chromium'
import { type Case, caseTable } from './cases'

type Counts = { passed: number; failed: number; skipped: number }
type Result = { name: string; status: string; assertionResults: { status: string; fullName: string }[] }
/** `said`: the lines that are printed when it has ended. */
type Ended = Counts & { said: string[] }
type Step = { name: string; run: () => Promise<Ended> }

/** One for each core: by itself jest leaves one free, and of two that is half. */
const CORES = os.availableParallelism()
const say = (line: string) => process.stdout.write(`${line}\n`)
const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }
const skip = (why: string) => async (): Promise<Ended> => ({ ...NOTHING, skipped: 1, said: [`  skipped: ${why}`] })

const build = (type: 'weapp' | 'h5', makes: string, variables: Record<string, string> = {}) =>
  command('npx', ['taro', 'build', '--type', type, '--no-check'], makes, variables)

/** One after the other within a row, and the rows beside each other: a build keeps one core busy. */
const BESIDE: Step[][] = [
  [
    { name: 'build for WeChat', run: build('weapp', 'dist/weapp/app.json') },
    { name: 'audit of the mini program', run: command('npx', ['tsx', 'test/audit/index.ts']) },
  ],
  [
    { name: 'types', run: command('npx', ['tsc', '--noEmit']) },
    { name: 'lint', run: command('npx', ['biome', 'check', '.']) },
    { name: 'build for the web', run: build('h5', 'dist/h5/index.html') },
    {
      name: "build for WeChat's cloud",
      run: build('weapp', 'dist/weapp-cloud/app.json', {
        MINHU_DIST: 'dist/weapp-cloud',
        MINHU_CLOUD: 'minhu-emulated',
      }),
    },
  ],
]
/** Each of these keeps all cores busy. */
const ALONE: Step[] = [
  // One worker more than cores: a journey often waits, for a process to end, a database or a time that has to pass.
  { name: 'rules, architecture, conformance, journeys', run: jest('rules', CORES + 1) },
  { name: "WeChat's own compiler and runtime", run: jest('weapp') },
  { name: 'browser', run: chromiumPath() ? jest('browser') : skip('no Chromium was found; set MINHU_CHROMIUM to one') },
]

async function main() {
  if (!process.env.MINHU_TEST_PG)
    say('PostgreSQL: its part of the store suite is skipped, MINHU_TEST_PG names no server')
  const beside = await Promise.all(BESIDE.map(inTurn))
  const ended = [...beside.flat(), ...(await inTurn(ALONE))]
  const sum = (of: keyof Counts) => ended.reduce((total, { counts }) => total + counts[of], 0)
  const failed = ended.filter(({ counts }) => counts.failed).map(({ name }) => name)
  if (failed.length) say(`\nfailed: ${failed.join('; ')}`)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`)
  process.exit(failed.length ? 1 : 0)
}

async function inTurn(steps: Step[]): Promise<{ name: string; counts: Counts }[]> {
  const ended: { name: string; counts: Counts }[] = []
  for (const { name, run } of steps) {
    const began = Date.now()
    const { said, ...counts } = await run()
    const { passed, failed, skipped } = counts
    say(`\n== ${name}`)
    for (const line of said) say(line)
    say(
      `== ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}, ${Math.round((Date.now() - began) / 1000)} s .`,
    )
    ended.push({ name, counts })
  }
  return ended
}

/**
 * One command counts as one test. `makes`: it must also have made this file, since a failed build may exit with 0. The
 * last line of what it said is shown.
 */
function command(
  program: string,
  args: string[],
  makes?: string,
  variables: Record<string, string> = {},
): () => Promise<Ended> {
  return async () => {
    if (makes) rmSync(path.dirname(makes), { recursive: true, force: true })
    const { code, output } = await spawned(program, args, variables)
    const well = code === 0 && (!makes || existsSync(makes))
    const said = [well ? `  ${output.trim().split('\n').at(-1) ?? ''}` : output.slice(-8000)]
    return well ? { ...NOTHING, passed: 1, said } : { ...NOTHING, failed: 1, said }
  }
}

/** A jest project; its own count of cases, and one failure more when it could not run to its end. */
function jest(project: string, workers = CORES): () => Promise<Ended> {
  return async () => {
    const report = path.join(os.tmpdir(), `minhu-jest-${project}-${process.pid}.json`)
    const { code, output } = await spawned('npx', [
      'jest',
      '--selectProjects',
      project,
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${report}`,
    ])
    const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined
    const counts = text ? countsIn(text) : { ...NOTHING, failed: 1 }
    rmSync(report, { force: true })
    const told = text ? [...tableIn(text), `  slowest: ${slowestIn(text)}`, ...failedIn(text)] : []
    const noted = output.match(/^.*(skipped|seed)[: ].*$/gim)?.slice(0, 12) ?? []
    const isBroken = code !== 0 || counts.failed > 0
    const said = [...told, ...(isBroken ? [output.slice(-20_000)] : []), ...noted.map((line) => `  ${line.trim()}`)]
    return { ...counts, said, ...(isBroken && !counts.failed && { failed: 1 }) }
  }
}

function countsIn(report: string): Counts {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numRuntimeErrorTestSuites = 0,
  } = JSON.parse(report)
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests }
}

/** Whoever wants the whole run to be faster begins here. */
function slowestIn(report: string): string {
  const { testResults = [] }: { testResults?: { name: string; startTime: number; endTime: number }[] } =
    JSON.parse(report)
  return testResults
    .map(({ name, startTime, endTime }) => ({ name: path.basename(name, '.test.ts'), took: endTime - startTime }))
    .sort((one, other) => other.took - one.took)
    .slice(0, 8)
    .map(({ name, took }) => `${name} ${Math.round(took / 1000)} s`)
    .join(', ')
}

/** Of so many failed cases in a file the names are told: what else is in the output may be cut off. */
const FAILED_NAMED = 8

function failedIn(report: string): string[] {
  const { testResults = [] }: { testResults?: Result[] } = JSON.parse(report)
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      const named = failed.slice(0, FAILED_NAMED).map(({ fullName }) => `    ${fullName}`)
      return [`  FAILED: ${path.relative('', name)}, ${failed.length || 'before its first case'}`, ...named]
    })
}

/** Each case × each driver it was told on. */
function tableIn(report: string): string[] {
  const { testResults = [] }: { testResults?: { name: string; assertionResults: Case[] }[] } = JSON.parse(report)
  const files = testResults.map(({ name, assertionResults }) => ({
    name: path.relative('', name).replace(/\.test\.ts$/, ''),
    cases: assertionResults,
  }))
  return caseTable(files.sort((a, b) => a.name.localeCompare(b.name)))
}

function spawned(
  program: string,
  args: string[],
  variables: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...variables, NODE_ENV: args.includes('build') ? 'production' : 'test' },
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

void main()
