/** `npm start`: builds the web app when its sources have changed, fills the sample district once, serves everything here. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { caofeidian } from '@/district/caofeidian/district'
import { DEMO_PASSWORD, officials } from '@/district/caofeidian/people'
import { readEnvironment } from './env'
import { jsonLog } from './log'
import { startNode, stopOnSignal } from './node'
import { openOutside } from './outside'
import { type Seeded, seed, seedPast } from './seed'
import { seedGroups } from './seed-groups'

const PAGES = 'dist/h5'
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main() {
  const env = readEnvironment({ ...process.env, MINHU_MODE: 'demo' })
  const started = performance.now()
  say('民呼 Minhu：示例演示 / sample demonstration\n')
  await buildPages()
  const log = jsonLog(() => undefined)
  const running = await startNode({
    env,
    district: caofeidian,
    log,
    secret: await secretIn(env.MINHU_VAR),
    pages: PAGES,
    outside: openOutside(env),
  })
  say('[2/2] 填入示例 / filling in the sample district')
  const seeded = await seed(running.world, (line) => say(`      ${line}`))
  say('      前几周的示例 / the weeks before')
  await seedPast(running.world)
  await seedGroups(running.world)
  say(greeting(running.url, seeded, Math.round((performance.now() - started) / 1000)))
  stopOnSignal(running.stop)
}

/** Builds with a line of progress now and then; a build of the very same sources is used again. */
async function buildPages(): Promise<void> {
  const mark = path.join(PAGES, '.sources')
  const sources = sourcesHash()
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === sources) {
    say('[1/2] 网页已是最新 / web app is up to date')
    return
  }
  say('[1/2] 正在生成网页，第一次约一分钟 / building the web app, about a minute the first time')
  const began = Date.now()
  const ticking = setInterval(() => say(`      ${Math.round((Date.now() - began) / 1000)} s …`), 10_000)
  await run('npx', ['taro', 'build', '--type', 'h5', '--no-check']).finally(() => clearInterval(ticking))
  await writeFile(mark, sources)
}

/** What the web app is made of. Tests and the server are left out: changing them needs no new build. */
function sourcesHash(): string {
  const hash = createHash('sha256')
  const add = (file: string): void => {
    if (file.includes('.test.')) return
    if (!statSync(file).isDirectory()) {
      hash.update(file).update(readFileSync(file))
      return
    }
    for (const name of readdirSync(file).sort()) add(path.join(file, name))
  }
  const parts = [
    'pages',
    'desk',
    'office',
    'ui',
    'client',
    'contract',
    'core',
    'assets',
    'app.tsx',
    'app.css',
    'app.config.ts',
    'index.html',
    'theme.json',
  ]
  for (const part of [...parts.map((name) => path.join('src', name)), 'config', 'package-lock.json']) add(part)
  return hash.digest('hex')
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 && existsSync(path.join(PAGES, 'index.html')) ? resolve() : reject(new Error(output.slice(-4000))),
    )
  })
}

/** Made once and kept beside the data, so that the addresses of pictures outlive a restart. */
async function secretIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'secret')
  if (!existsSync(file)) await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFile(file, 'utf8')
}

function greeting(url: string, seeded: Seeded[], seconds: number): string {
  const [first] = seeded
  return `
Ready in ${seconds} s. Ctrl-C stops it; everything lies in ./var and can be deleted.

  群众 citizens     ${url}/
  工作人员 officials ${url}/#/desk/signin/index
${officials.map(({ account, name, unit, duties }) => `     ${account.padEnd(6)} ${DEMO_PASSWORD}   ${name}（示例） ${unit}: ${duties.join(', ')}`).join('\n')}

  查工单 look up a sample ticket: ${first?.no}  ${first?.code}
`
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
