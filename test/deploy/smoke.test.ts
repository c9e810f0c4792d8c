/** The checks for a real environment, in the built function on the emulated one: all well, and each seen to find its fault. */
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { indexDefinitions } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import { SMOKE_COLLECTION } from '../../cloud/deploying'
import { EXPECTATIONS } from '../../cloud/expectations'
import { functionRules } from '../../cloud/settings'
import { smokeFrom } from '../../cloud/smoking'
import { askWeixin } from '../../cloud/tcb'
import { type Emulator, startEmulator } from '../emulator'
import { FUNCTIONS_FOLDER, SMOKE_FOLDER } from '../emulator/build'
import { SECRET, startTcb } from './fake-tcb'
import { told } from './stand-in'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator()
  emulator.deploy([...indexDefinitions(manifest), SMOKE_COLLECTION])
  emulator.deployRules({ functions: functionRules })
  await emulator.deployFunctions(FUNCTIONS_FOLDER)
  await emulator.deployFunctions(SMOKE_FOLDER)
})
afterEach(() => emulator.close())

/** As a person would run it; a failing call of a function is a refusal, as WeChat's API has it. */
async function smoking() {
  const tcb = await startTcb((name, event) => emulator.callFromOutside(name, event))
  const lines: string[] = []
  try {
    const code = await smokeFrom({
      ...{ given: [], told: told(), say: (line) => void lines.push(line) },
      ask: (appid, secret) => askWeixin({ appid, secret }, tcb.url),
    })
    const output = lines.join('\n')
    // How long loading takes is this machine's affair: it is printed, and not judged here.
    const wrong = [...output.matchAll(/^✗ (\w+)/gm)].map(([, check]) => check).filter((check) => check !== 'start')
    return { code, output, wrong }
  } finally {
    await tcb.close()
  }
}

/** The timer has run, and one push has gone to `smoke` for once. */
async function settled() {
  await emulator.runTimers('timer')
  await emulator.callFromOutside('smoke', { MsgType: 'event', Event: 'debug_demo' })
}

/** The same function with another config.json. */
async function configured(change: object, { sharp }: { sharp: boolean }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'minhu-smoke-'))
  cpSync(SMOKE_FOLDER, folder, { recursive: true })
  const file = path.join(folder, 'smoke/config.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }))
  if (sharp) symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  await emulator.deployFunctions(folder)
}

it('in a cloud that is as expected every check is right, also the second time', async () => {
  await settled()
  expect((await smoking()).wrong).toEqual([])
  const { output, wrong } = await smoking()
  expect(wrong).toEqual([])
  for (const { check } of EXPECTATIONS) expect(output).toMatch(new RegExp(`^[✓✗] ${check} `, 'm'))
  expect(output).toMatch(/"loadedMs":\d+/)
  expect(output).not.toContain(SECRET)
})

const action = (name: string) => () => emulator.fail({ action: name, times: 1000 })
it.each([
  ['a conflict in other words', ['conflict'], action('database.modifyDocument')],
  ['a duplicate in other words', ['conflict', 'duplicate', 'many'], action('database.insertDocument')],
  ['a list that cannot be read', ['many', 'timer', 'push'], action('database.getDocument')],
  ['a large reply refused in other words', ['largeReply', 'largeRequest'], action('functions.invokeFunction')],
  ['addresses that are not given', ['storage', 'picture'], action('storage.batchGetDownloadUrl')],
  ['openapi permissions that were not uploaded', ['permitted'], () => emulator.allowOpenapi([])],
])('%s', async (_, wrong, trouble) => {
  await settled()
  trouble()
  expect((await smoking()).wrong).toEqual(wrong)
})

it('a timer that never ran, and a push that never came', async () => {
  expect((await smoking()).wrong).toEqual(['timer', 'push'])
})

it('no unique index', async () => {
  await settled()
  const bare = await startEmulator()
  bare.deploy([...indexDefinitions(manifest), { ...SMOKE_COLLECTION, create_indexes: [] }])
  await bare.deployFunctions(SMOKE_FOLDER)
  await emulator.close()
  emulator = bare
  expect((await smoking()).wrong).toContain('duplicate')
})

it('another timeout, and a permission more, than the configuration says', async () => {
  await settled()
  const openapi = ['security.msgSecCheck', 'wxacode.getUnlimited']
  await configured({ timeout: 15, permissions: { openapi } }, { sharp: true })
  expect((await smoking()).wrong).toEqual(['limits', 'notPermitted'])
})

it('a function without sharp beside it does not even start: every check says so', async () => {
  await configured({}, { sharp: false })
  const { output, wrong } = await smoking()
  expect(wrong).toHaveLength(EXPECTATIONS.length - 1)
  expect(output).toContain("Cannot find module 'sharp'")
})

it.each([
  ['start', { loadedMs: 4000, calls: 1 }],
  ['machine', { node: '8.9.4', glibc: '2.17', sharp: '8.17.3', zone: 'UTC' }],
  ['machine', { node: '20.19.0', glibc: 'none', sharp: '8.17.3', zone: 'UTC' }],
  ['machine', { node: '20.19.0', glibc: '2.31', sharp: 'Error: Could not load', zone: 'UTC' }],
  ['machine', { node: '20.19.0', glibc: '2.31', sharp: '8.17.3', zone: 'Asia/Shanghai' }],
  ['caller', { source: 'wx_client' }],
  ['push', { source: 'wx_client', openid: true }],
  ['storage', { head: 403, length: false, maxAge: 0, missing: -503003 }],
  ['many', { plain: 20, limited: 1000 }],
  ['largeRequest', { refusal: 'accepted' }],
  ['conflict', 'something of another shape'],
])('%s is not right with %j', (check, found) => {
  expect(EXPECTATIONS.find((one) => one.check === check)?.right(found)).toBe(false)
})

it('the function refuses phones, by the rules and by itself', async () => {
  await expect(emulator.phone('o-zhang').callFunction({ name: 'smoke' })).rejects.toThrow('Permission denied')
  emulator.deployRules({ functions: { '*': { invoke: true } } })
  await expect(emulator.phone('o-zhang').callFunction({ name: 'smoke' })).rejects.toThrow('not from a phone')
})
