/** `npm test`: everything that needs no account anywhere, one step after the other, and one true line at the end. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromiumPath } from './browser/chromium'
import { type Case, caseTable } from './cases'

type Counts = { passed: number; failed: number; skipped: number }
type Step = { name: string; run: () => Promise<Counts> }

const say = (line: string) => process.stdout.write(`${line}\n`)
const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }
const skip = (why: string) => async (): Promise<Counts> => {
  say(`  skipped: ${why}`)
  return { ...NOTHING, skipped: 1 }
}

const STEPS: Step[] = [
  { name: 'types', run: command('npx', ['tsc', '--noEmit']) },
  { name: 'lint', run: command('npx', ['biome', 'check', '.']) },
  { name: 'rules, architecture, conformance, journeys', run: jest('rules') },
  {
    name: 'build for WeChat',
    run: command('npx', ['taro', 'build', '--type', 'weapp', '--no-check'], 'dist/weapp/app.json'),
  },
  {
    name: "build for WeChat's cloud",
    run: command('npx', ['taro', 'build', '--type', 'weapp', '--no-check'], 'dist/weapp-cloud/app.json', {
      MINHU_DIST: 'dist/weapp-cloud',
      MINHU_CLOUD: 'minhu-emulated',
    }),
  },
  { name: 'audit of the mini program', run: command('npx', ['tsx', 'test/audit/index.ts']) },
  {
    name: 'build for the web',
    run: command('npx', ['taro', 'build', '--type', 'h5', '--no-check'], 'dist/h5/index.html'),
  },
  { name: "WeChat's own compiler and runtime", run: jest('weapp') },
  { name: 'browser', run: chromiumPath() ? jest('browser') : skip('no Chromium was found; set MINHU_CHROMIUM to one') },
]

async function main() {
  if (!process.env.MINHU_TEST_PG)
    say('PostgreSQL: its part of the store suite is skipped, MINHU_TEST_PG names no server')
  const total = { ...NOTHING }
  const failed: string[] = []
  for (const { name, run } of STEPS) {
    say(`\n== ${name}`)
    const began = Date.now()
    const counts = await run()
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    if (counts.failed) failed.push(name)
    say(
      `== ${name}: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}, ${Math.round((Date.now() - began) / 1000)} s .`,
    )
  }
  if (failed.length) say(`\nfailed: ${failed.join('; ')}`)
  say(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
  process.exit(total.failed ? 1 : 0)
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
): () => Promise<Counts> {
  return async () => {
    if (makes) rmSync(path.dirname(makes), { recursive: true, force: true })
    const { code, output } = await spawned(program, args, variables)
    const well = code === 0 && (!makes || existsSync(makes))
    say(well ? `  ${output.trim().split('\n').at(-1) ?? ''}` : output.slice(-8000))
    return well ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
  }
}

/** A jest project; its own count of cases, and one failure more when it could not run to its end. */
function jest(project: string): () => Promise<Counts> {
  return async () => {
    const report = path.join(tmpdir(), `minhu-jest-${project}-${process.pid}.json`)
    const { code, output } = await spawned('npx', [
      'jest',
      '--selectProjects',
      project,
      // One for each core: by itself jest leaves one free, and of two that is half.
      '--maxWorkers=100%',
      '--json',
      `--outputFile=${report}`,
    ])
    const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined
    const counts = text ? countsIn(text) : { ...NOTHING, failed: 1 }
    rmSync(report, { force: true })
    for (const line of text ? [...tableIn(text), `  slowest: ${slowestIn(text)}`] : []) say(line)
    if (code !== 0 || counts.failed) say(output.slice(-20_000))
    for (const line of output.match(/^.*(skipped|seed)[: ].*$/gim)?.slice(0, 12) ?? []) say(`  ${line.trim()}`)
    return code !== 0 && !counts.failed ? { ...counts, failed: 1 } : counts
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
