/** What is made here before anything is sent: the functions, the mini program, and what the audit says of that very build. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { buildFunctions, type FunctionName } from './bundle'
import type { Trigger } from './ci'
import type { Deployment } from './deployment'
import { writeSettings } from './settings'

export type BuiltFunction = {
  name: FunctionName
  folder: string
  bytes: number
  timeout: number
  permissions: string[]
  triggers: Trigger[]
}
/** `project` is a folder as WeChat's tools expect one. */
export type BuiltProgram = { project: string; files: number; bytes: number }
export type Workshop = {
  functions(deployment: Deployment, names: readonly FunctionName[]): Promise<BuiltFunction[]>
  program(deployment: Deployment): Promise<BuiltProgram>
  /** Whether the audit found the mini program clean, and its report. */
  audit(): Promise<{ clean: boolean; report: string }>
}

const FUNCTIONS_FOLDER = 'dist/cloud/functions'
const PROGRAM = 'dist/weapp'
const PROJECT = 'dist/cloud/project'

const Config = v.object({
  timeout: v.number(),
  permissions: v.object({ openapi: v.array(v.string()) }),
  triggers: v.optional(v.array(v.object({ name: v.string(), type: v.string(), config: v.string() })), []),
})
const ProjectConfig = v.looseObject({ miniprogramRoot: v.string() })

export const workshop: Workshop = {
  async functions({ storage }, names) {
    rmSync(FUNCTIONS_FOLDER, { recursive: true, force: true })
    await buildFunctions({ folder: FUNCTIONS_FOLDER, storage, names })
    await writeSettings('dist/cloud/settings')
    return names.map((name) => readFunction(FUNCTIONS_FOLDER, name))
  },

  async program({ appid, environment }) {
    const built = await run('npx', ['taro', 'build', '--type', 'weapp', '--no-check'], {
      MINHU_CLOUD: environment,
      MINHU_DIST: PROGRAM,
      NODE_ENV: 'production',
    })
    if (built.code !== 0) throw new Error(built.output)
    if (!speaksOf(PROGRAM, environment)) throw new Error(`${PROGRAM} was not built for ${environment}`)
    return layOut(appid)
  },

  async audit() {
    const { code, output } = await run('npm', ['run', '--silent', 'audit:weapp'], { MINHU_SERVER: '', MINHU_DIST: '' })
    return { clean: code === 0, report: output }
  },
}

export function readFunction(folder: string, name: FunctionName): BuiltFunction {
  const own = path.join(folder, name)
  const json: unknown = JSON.parse(readFileSync(path.join(own, 'config.json'), 'utf8'))
  const { timeout, permissions, triggers } = v.parse(Config, json)
  return { name, folder: own, bytes: weigh(own).bytes, timeout, permissions: permissions.openapi, triggers }
}

/** A copy of the build below a project.config.json with the real appid; ours says that it is nobody's. */
function layOut(appid: string): BuiltProgram {
  const config = v.parse(ProjectConfig, JSON.parse(readFileSync('project.config.json', 'utf8')))
  rmSync(PROJECT, { recursive: true, force: true })
  mkdirSync(PROJECT, { recursive: true })
  writeFileSync(path.join(PROJECT, 'project.config.json'), JSON.stringify({ ...config, appid }, null, 2))
  cpSync(PROGRAM, path.join(PROJECT, config.miniprogramRoot), { recursive: true })
  rmSync(path.join(PROJECT, config.miniprogramRoot, 'project.config.json'), { force: true })
  return { project: path.resolve(PROJECT), ...weigh(path.join(PROJECT, config.miniprogramRoot)) }
}

/** A build may come from a cache: it is looked at before it is sent. */
const speaksOf = (folder: string, environment: string): boolean =>
  readdirSync(folder).some(
    (file) => file.endsWith('.js') && readFileSync(path.join(folder, file), 'utf8').includes(environment),
  )

function weigh(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file)))
    .filter((file) => file.isFile())
  return { files: files.length, bytes: files.reduce((total, { size }) => total + size, 0) }
}

/** The secret is not handed on: a build has no use for it. */
function run(command: string, given: string[], extra: Record<string, string>) {
  const { MINHU_WECHAT_SECRET: _, ...env } = process.env
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(command, given, { env: { ...env, ...extra }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.slice(-8000) }))
  })
}
