/** Emulated cloud functions: the real SDK in real instances, started by phones, timers, pushes and each other. */
import { APP_ID, type Emulator, type Phone, startEmulator } from '.'
import { counting, written } from './written'

const timer = { triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }] }

const folder = written({
  identity: {
    code: `exports.main = async (event, context) => {
      const before = cloud.getWXContext()
      await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
      return { event, before, after: cloud.getWXContext(), context, timer: process.env.TRIGGER_SRC }
    }`,
    config: { timeout: 30, ...timer },
  },
  state: counting,
  bad: {
    code: `let calls = 0
    exports.main = async ({ what, size }) => {
      calls += 1
      if (what === 'throw') throw new Error('out of paper')
      if (what === 'reject') await Promise.reject('only words')
      if (what === 'sleep') await new Promise(() => setInterval(() => {}, 1000))
      if (what === 'block') for (;;);
      if (what === 'exit') process.exit(1)
      if (what === 'crash') await new Promise(() => setTimeout(() => { throw new Error('crashed') }))
      if (what === 'loop') { const self = {}; return { self: Object.assign(self, { self }) } }
      return { calls, text: 'x'.repeat(size ?? 0) }
    }`,
    config: { timeout: 2 },
  },
  unloadable: { code: `throw new Error('half a bundle')` },
  calling: {
    code: `exports.main = async ({ name, data }) => (await cloud.callFunction({ name, data })).result`,
    config: { timeout: 20 },
  },
  checking: {
    code: `exports.main = ({ content }) => cloud.openapi.security.msgSecCheck({ content, version: 2, scene: 1, openid: 'openid-li' })`,
  },
  push: { code: `exports.main = async (event) => ({ event, ...cloud.getWXContext() })` },
})

let emulator: Emulator
let li: Phone
let later = 0

beforeAll(async () => {
  emulator = await startEmulator({ clock: () => Date.now() + later })
  await emulator.deployFunctions(folder)
  li = emulator.phone('openid-li')
})
beforeEach(async () => {
  later = 0
  emulator.deployRules({ functions: { '*': { invoke: 'auth != null' } } })
})
afterAll(() => emulator.close())

const call = async (name: string, data: object = {}, phone = li) => (await phone.callFunction({ name, data })).result

describe('who is calling', () => {
  const nobody = { OPENID: undefined, UNIONID: undefined, APPID: undefined }

  it('is the person whose phone it is', async () => {
    const wang = emulator.phone('openid-wang', { unionid: 'union-wang' })
    expect(await call('identity', {}, wang)).toMatchObject({
      before: {
        OPENID: 'openid-wang',
        UNIONID: 'union-wang',
        APPID: APP_ID,
        SOURCE: 'wx_client',
        ENV: 'minhu-emulated',
      },
      context: { function_name: 'identity', time_limit_in_ms: 30_000 },
    })
  })

  it('never shows a token', async () => {
    expect(JSON.stringify((await call('identity')) as object).match(/"[A-Z_]*TOKEN[A-Z_0-9]*"/g)).toBeNull()
  })

  it('is written into the event, whatever the phone says', async () => {
    const event = { userInfo: { appId: APP_ID, openId: 'openid-li' }, word: 'hello' }
    expect(await call('identity', { word: 'hello', userInfo: { openId: 'somebody-else' } })).toMatchObject({ event })
  })

  it('is nobody when a timer does, also after somebody', async () => {
    await call('identity')
    later = Date.parse('2030-03-01T00:00:00.500Z') - Date.now()
    const run = (await emulator.runTimers('identity')) as { event: object; before: object }
    expect(run).toMatchObject({ before: { SOURCE: 'wx_trigger', ENV: 'minhu-emulated' }, timer: 'timer' })
    expect({ ...nobody, ...run.before }).toMatchObject(nobody)
    expect(run.event).toEqual({
      Type: 'Timer',
      TriggerName: 'every-minute',
      Time: expect.stringMatching(/^2030-03-01T00:00:0\dZ$/),
      Message: '',
    })
    expect(await call('identity')).not.toMatchObject({ timer: 'timer' })
  })

  it('is the writer of a message when it is pushed', async () => {
    const event = { MsgType: 'text', FromUserName: 'openid-zhao', Content: '你好' }
    expect(await emulator.push(event)).toMatchObject({ event, OPENID: 'openid-zhao', SOURCE: 'wx_http' })
  })

  it('is a function when a function does', async () => {
    const { before } = (await call('calling', { name: 'identity', data: {} })) as { before: object }
    expect(before).toMatchObject({ SOURCE: 'wx_client,scf' })
    expect({ ...nobody, ...before }).toMatchObject(nobody)
  })

  it('is not mixed up among 60 at once', async () => {
    const openids = Array.from({ length: 60 }, (_, n) => `openid-${n}`)
    const seen = await Promise.all(openids.map((openid) => call('identity', { wait: 5 }, emulator.phone(openid))))
    expect(seen).toMatchObject(openids.map((OPENID) => ({ before: { OPENID }, after: { OPENID } })))
  })
})

describe('a call fails', () => {
  it.each([
    ['when the function throws', { what: 'throw' }, -404011, 'out of paper'],
    ['when the function rejects with words', { what: 'reject' }, -404011, 'only words'],
    ['when the result is no JSON', { what: 'loop' }, -404011, 'circular'],
    ['when the function takes too long', { what: 'sleep' }, -504003, 'timed out after 2 seconds'],
    ['when the function never gives way', { what: 'block' }, -504003, 'timed out after 2 seconds'],
    ['when the instance ends', { what: 'exit' }, -504002, 'code 1'],
    ['when the instance crashes', { what: 'crash' }, -504002, 'crashed'],
    ['when the result is larger than 1 MB', { size: 1024 * 1024 }, -604001, '1MB'],
    ['when the request is larger than 100 KB', { text: 'x'.repeat(100 * 1024) }, -501007, '100KB'],
  ])('%s', async (_when, data, errCode, words) => {
    const errMsg = expect.stringMatching(new RegExp(`^cloud.callFunction:fail requestID .*${words}`, 's'))
    await expect(call('bad', data)).rejects.toMatchObject({ errCode, errMsg })
    expect(await call('bad')).toMatchObject({ text: '' })
  })

  it.each([
    ['an error', 'throw', 2],
    ['running out of time', 'sleep', 1],
    ['dying', 'exit', 1],
  ])('and after %s the same instance goes on, or a new one', async (_what, what, calls) => {
    await emulator.deployFunctions(folder)
    await expect(call('bad', { what })).rejects.toMatchObject({ errCode: expect.any(Number) })
    expect(await call('bad')).toMatchObject({ calls })
  })

  it('when the function cannot be loaded', async () => {
    await expect(call('unloadable')).rejects.toThrow('half a bundle')
  })

  it('when there is no such function', async () => {
    await expect(call('nowhere')).rejects.toMatchObject({ errCode: -501000 })
  })

  it('in the function that called, too', async () => {
    const asked = { name: 'bad', data: { what: 'throw' } }
    await expect(call('calling', asked)).rejects.toThrow('out of paper')
  })

  it('but results up to 1 MB arrive', async () => {
    expect(await call('bad', { size: 1024 * 1024 - 100 })).toMatchObject({ text: expect.stringMatching(/^x+$/) })
  })
})

describe('the rules of functions', () => {
  it('keep phones from a function, but not timers and pushes', async () => {
    emulator.deployRules({ functions: { '*': { invoke: false }, state: { invoke: true } } })
    await expect(call('identity')).rejects.toMatchObject({ errCode: -504001 })
    expect(await call('state')).toMatchObject({ calls: expect.any(Number) })
    expect(await emulator.runTimers('identity')).toMatchObject({ before: { SOURCE: 'wx_trigger' } })
    expect(await emulator.push({})).toMatchObject({ event: {} })
  })

  it.each([
    ['without one for the rest', { api: { invoke: true } }],
    ['that say nothing', { '*': {} }],
    ['with an expression that the cloud does not take', { '*': { invoke: 'auth.openid != null' } }],
  ])('are refused %s', (_what, functions) => {
    expect(() => emulator.deployRules({ functions })).toThrow()
  })
})

describe('config.json', () => {
  it.each([
    ['two triggers', { triggers: [timer.triggers[0], timer.triggers[0]] }],
    ['five fields of cron', { triggers: [{ name: 't', type: 'timer', config: '* * * * *' }] }],
    ['a timeout over a minute', { timeout: 61 }],
  ])('is refused with %s', async (_what, config) => {
    await expect(emulator.deployFunctions(written({ refused: { code: '', config } }))).rejects.toThrow()
  })

  it('says which services of WeChat a function may use', async () => {
    await expect(call('checking', { content: '你好' })).rejects.toThrow('-604101')
  })

  it('without a timer runs no timer', async () => {
    await expect(async () => emulator.runTimers('state')).rejects.toThrow('state has no timer')
  })
})
