/** The steps of a deployment, over three ports: WeChat's HTTP API, miniprogram-ci, and what is made here. */
import { indexDefinitions } from '@/drivers/wechat'
import type { IndexDefinitions } from '@/drivers/wechat/indexes'
import { manifest } from '@/server/manifest'
import type { FunctionName } from './bundle'
import { FUNCTIONS, SMOKE } from './bundle'
import type { Ci } from './ci'
import { both, type Deployment } from './deployment'
import { LEDGER, setIndexes } from './indexes'
import type { Outcome, Step } from './steps'
import { cloudOf, type Reply, sentenceOf, type TcbCloud } from './tcb'
import type { BuiltFunction, BuiltProgram } from './workshop'

export type Options = { really: boolean; withSmoke: boolean; replaceIndexes: boolean; sample: boolean }
export const KNOWN_OPTIONS = ['--really', '--with-smoke', '--replace-indexes', '--sample'] as const

export const readOptions = (given: string[]): Options => ({
  really: given.includes('--really'),
  withSmoke: given.includes('--with-smoke'),
  replaceIndexes: given.includes('--replace-indexes'),
  sample: given.includes('--sample'),
})

/** What `smoke` writes into: a unique index to collide with. */
export const SMOKE_COLLECTION: IndexDefinitions = {
  collection_name: SMOKE,
  create_indexes: [{ name: 'one_name', unique: true, keys: [{ name: 'name', direction: '1' }] }],
}

export const functionsFor = ({ withSmoke }: Options): readonly FunctionName[] =>
  withSmoke ? [...FUNCTIONS, SMOKE] : FUNCTIONS

export type Made = { functions: BuiltFunction[]; program: BuiltProgram }
export type Ports = { ask: Parameters<typeof cloudOf>[0]; ci: (projectPath: string) => Ci }

/** In this order: what a function needs is there before it. */
export function stepsOf(deployment: Deployment, made: Made, options: Options, ports: Ports): Step[] {
  const cloud = cloudOf(ports.ask, deployment.environment)
  const ci = () => ports.ci(made.program.project)
  const definitions = [...indexDefinitions(manifest), ...(options.withSmoke ? [SMOKE_COLLECTION] : [])]
  const steps = [
    collectionsStep(cloud, [...definitions.map(({ collection_name }) => collection_name), LEDGER]),
    indexesStep(cloud, definitions, options.replaceIndexes),
    accountsStep(cloud),
    functionsThereStep(cloud, made.functions),
    ...made.functions.map((one) => uploadStep(one, ci)),
    triggersStep(made.functions, ci),
    programStep(deployment, made.program, ci),
  ]
  return steps
}

function collectionsStep(cloud: TcbCloud, wanted: string[]): Step {
  return {
    name: both('建立集合', 'collections'),
    plan: [`${wanted.length}: ${wanted.join(', ')}`],
    async run() {
      const there = await cloud.collections()
      if (!there.ok) return refusal(there)
      const missing = wanted.filter((name) => !there.value.includes(name))
      for (const name of missing) {
        const added = await cloud.addCollection(name)
        if (!added.ok) return refusal(added, name)
      }
      const kept = both(
        `新建 ${missing.length}，已有 ${wanted.length - missing.length}`,
        `${missing.length} made, ${wanted.length - missing.length} were there`,
      )
      return { ok: true, said: [kept] }
    },
  }
}

function indexesStep(cloud: TcbCloud, definitions: IndexDefinitions[], replace: boolean): Step {
  return {
    name: both('建立索引', 'indexes'),
    plan: definitions
      .filter(({ create_indexes }) => create_indexes.length)
      .map(({ collection_name, create_indexes }) => `${collection_name}: ${create_indexes.map(lineOf).join('; ')}`),
    run: () => setIndexes(cloud, definitions, { replace }),
  }
}

const lineOf = ({ name, unique, keys }: IndexDefinitions['create_indexes'][number]): string =>
  `${name}${unique ? ' (unique)' : ''} ${keys.map((key) => `${key.direction === '-1' ? '-' : ''}${key.name}`).join(',')}`

function accountsStep(cloud: TcbCloud): Step {
  return {
    name: both('检查没有示例账号', 'no sample accounts'),
    plan: [both('查询 officials 中的示例账号', 'asks for sample accounts in officials')],
    async run() {
      const found = await cloud.find('officials', { demo: true })
      if (!found.ok) return refusal(found)
      if (!found.value.length) return { ok: true }
      return {
        ok: false,
        why: both(
          `officials 里有 ${found.value.length} 个示例账号，请在控制台删除`,
          `officials holds ${found.value.length} sample accounts: remove them in the console`,
        ),
      }
    },
  }
}

/** Nothing else tells whether a function is there. The timer may be turned by it, which does no harm. */
const NOT_THERE = /-501000|FUNCTION_NOT_FOUND|ResourceNotFound|FunctionName parameter could not be found/

function functionsThereStep(cloud: TcbCloud, functions: BuiltFunction[]): Step {
  const names = functions.map(({ name }) => name)
  return {
    name: both('检查云函数已用新版 Node 建好', 'the functions have been made, with a new Node'),
    plan: [both(`调用一次：${names.join('、')}`, `starts each once: ${names.join(', ')}`)],
    async run() {
      const missing: BuiltFunction[] = []
      for (const one of functions) {
        const answer = await cloud.invoke(one.name, {})
        if (answer.ok) continue
        if (NOT_THERE.test(`${answer.errcode} ${answer.errmsg}`)) missing.push(one)
        else if (answer.errcode > 0) return refusal(answer, one.name)
      }
      return missing.length ? { ok: false, why: howToMake(missing) } : { ok: true }
    },
  }
}

/** miniprogram-ci would make them with Node 8.9, on which none of ours runs. */
function howToMake(missing: BuiltFunction[]): string {
  const list = missing.map(({ name, timeout }) => `${name} (${timeout} s)`).join(', ')
  return both(
    `请先在云开发控制台新建云函数：${list}，运行环境选 Node.js 18 或 20，内存 256 MB，括号里是超时时间；由上传工具自动新建的会是 Node.js 8.9，不能用`,
    `make these functions in the console first: ${list}, on Node.js 18 or 20, 256 MB, with that timeout; the uploader itself would make them on Node.js 8.9, where they do not run`,
  )
}

function uploadStep({ name, folder, bytes, timeout, permissions, triggers }: BuiltFunction, ci: () => Ci): Step {
  const clock = triggers.map((trigger) => `; ${trigger.name} ${trigger.config}`).join('')
  return {
    name: both(`上传云函数 ${name}`, `upload the function ${name}`),
    plan: [`${folder}, ${inKB(bytes)}; ${timeout} s${clock}`, `openapi: ${permissions.join(', ') || '-'}`],
    async run() {
      await ci().uploadFunction(name, folder)
      return { ok: true }
    },
  }
}

function triggersStep(functions: BuiltFunction[], ci: () => Ci): Step {
  const wanted = functions.flatMap(({ name, triggers }) => triggers.map((trigger) => ({ name, trigger })))
  return {
    name: both('定时触发器', 'timers'),
    plan: wanted.map(({ name, trigger }) => `${name}: ${trigger.name} ${trigger.config}`),
    async run() {
      const said: string[] = []
      for (const { name, trigger } of wanted) {
        const made = await ci().createTrigger(name, trigger)
        if (!made) said.push(lookAtTrigger(name, trigger.config))
      }
      return { ok: true, said }
    },
  }
}

/** No failure: on every deployment but the first the trigger is there, and the uploader refuses a second one. */
const lookAtTrigger = (name: string, cron: string): string =>
  both(
    `${name} 的触发器没有新建（多半已经有了）：在控制台核对有且只有一个 ${cron}，npm run smoke:wechat 会验证它在走`,
    `the timer of ${name} was not made (it is probably there): the console must show exactly one, ${cron}; npm run smoke:wechat sees whether it runs`,
  )

function programStep({ version, description }: Deployment, program: BuiltProgram, ci: () => Ci): Step {
  return {
    name: both('上传小程序', 'upload the mini program'),
    plan: [`${version} ${description}; ${program.files} files, ${inKB(program.bytes)}`],
    async run() {
      await ci().uploadProgram(program.project)
      const next = '公众平台 → 版本管理：设为体验版，试用后提交审核'
      return { ok: true, said: [both(next, 'it is now the development version: try it, then submit it for review')] }
    },
  }
}

const inKB = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`

const refusal = (reply: Extract<Reply<unknown>, { ok: false }>, place = ''): Outcome => ({
  ok: false,
  why: [place, sentenceOf(reply)].filter(Boolean).join(': '),
})
