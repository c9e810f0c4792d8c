/** What an instance of a function is: a process of its own, on the emulator's clock, that can die at any request. */
import { type Emulator, FILE_PREFIX, startEmulator } from '.'
import { counting, written } from './written'

const folder = written({
  state: counting,
  clock: {
    code: `const loadedAt = Date.now()
    exports.main = async () => {
      const first = new Date()
      await new Promise((resolve) => setTimeout(resolve, 30))
      return { loadedAt, at: Date.now(), passed: new Date() - first, day: new Date(0).toISOString(), text: Date(),
        is: first instanceof Date && first.constructor === Date }
    }`,
  },
  printing: {
    code: `exports.main = async ({ die }) => {
      console.log('one\\ntwo %s', 3)
      console.error(new Error('four').message)
      if (die) process.exit(1)
    }`,
  },
  atOnce: {
    code: `exports.main = () => {
      const things = cloud.database().collection('things')
      return Promise.all(['a', 'b', 'c'].map((_id) => things.add({ data: { _id } })))
    }`,
    config: { timeout: 20 },
  },
  steps: {
    code: `exports.main = async () => {
      const things = cloud.database().collection('things')
      await things.add({ data: { _id: 'first' } })
      await cloud.uploadFile({ cloudPath: 'second.txt', fileContent: Buffer.from('x') })
      await things.add({ data: { _id: 'third' } })
      return 'done'
    }`,
    config: { timeout: 20 },
  },
})

let emulator: Emulator
let later = 0

beforeAll(async () => {
  emulator = await startEmulator({ clock: () => Date.now() + later })
  emulator.deploy([{ collection_name: 'things', create_indexes: [] }])
  await emulator.deployFunctions(folder)
})
beforeEach(() => {
  later = 0
  emulator.none()
  emulator.logs.length = 0
})
afterAll(() => emulator.close())

const call = async (name: string, data: object = {}) =>
  (await emulator.phone('openid-li').callFunction({ name, data })).result

describe('an instance', () => {
  type State = { instance: string; calls: number; word?: string }
  const state = (data: object = {}) => call('state', data) as Promise<State>
  beforeEach(() => emulator.deployFunctions(folder, { WORD: 'set in the console' }))

  it('keeps what its modules hold, from call to call', async () => {
    const [first, second] = [await state(), await state()]
    expect(second).toEqual({ ...first, calls: first.calls + 1 })
  })

  it('does one thing at a time, beside at most three others', async () => {
    const seen = await Promise.all(Array.from({ length: 9 }, () => state({ wait: 100 })))
    const instances = new Set(seen.map(({ instance }) => instance))
    expect(instances.size).toBe(4)
  })

  it('is replaced when its function is deployed again', async () => {
    const { instance } = await state()
    await emulator.deployFunctions(folder)
    expect(await state()).not.toMatchObject({ instance })
  })

  it('has the variables that the console sets', async () => {
    expect(await state()).toMatchObject({ word: 'set in the console' })
  })
})

describe('the clock of an instance', () => {
  it('is the one that the test turns, at each call', async () => {
    const day = 86_400_000
    for (const days of [0, 400, -30]) {
      later = days * day
      const before = Date.now() + later
      const seen = (await call('clock')) as { at: number; text: string }
      expect(seen.at).toBeGreaterThanOrEqual(before)
      expect(seen.at).toBeLessThan(before + 60_000)
      expect(new Date(seen.text).getFullYear()).toBe(new Date(before).getFullYear())
    }
  })

  it('goes on by itself, and is a Date like any other', async () => {
    const seen = (await call('clock')) as { passed: number }
    expect(seen).toMatchObject({ day: '1970-01-01T00:00:00.000Z', is: true })
    expect(seen.passed).toBeGreaterThanOrEqual(29)
  })

  it('is right when the module is loaded', async () => {
    later = 400 * 86_400_000
    await emulator.deployFunctions(folder)
    const { loadedAt } = (await call('clock')) as { loadedAt: number }
    expect(Math.abs(loadedAt - Date.now() - later)).toBeLessThan(60_000)
  })

  it('signs requests that the cloud accepts', async () => {
    later = 400 * 86_400_000
    await call('steps')
    expect(emulator.files()).toEqual(['second.txt'])
  })
})

describe('what functions print', () => {
  it('is kept in lines', async () => {
    await call('printing')
    expect(emulator.logs).toEqual(['one', 'two 3', 'four'])
  })

  it('is kept when the instance dies', async () => {
    await expect(call('printing', { die: true })).rejects.toMatchObject({ errCode: -504002 })
    expect(emulator.logs).toEqual(['one', 'two 3', 'four'])
  })
})

describe('an instance that a test kills', () => {
  /** What `steps` has done: its documents and files, in the order it makes them. */
  async function done(): Promise<string[]> {
    const found = (await call('documents', {})) as string[]
    return [...(found.includes('first') ? ['first'] : []), ...emulator.files(), ...found.filter((id) => id === 'third')]
  }

  beforeEach(async () => {
    await emulator.deployFunctions(
      written({
        documents: {
          code: `exports.main = async ({ clear }) => {
            const things = cloud.database().collection('things')
            if (clear) await things.where({ _id: cloud.database().command.exists(true) }).remove()
            if (clear) await cloud.deleteFile({ fileList: clear })
            return (await things.get()).data.map(({ _id }) => _id)
          }`,
          config: { timeout: 20 },
        },
      }),
    )
    const clear = emulator.files().map((path) => FILE_PREFIX + path)
    await call('documents', { clear: clear.length > 0 ? clear : ['cloud://none'] })
  })

  it.each([
    [1, false, []],
    [1, true, ['first']],
    [2, false, ['first']],
    [2, true, ['first']],
    [3, false, ['first']],
    [3, true, ['first', 'second.txt']],
    [4, false, ['first', 'second.txt']],
    [4, true, ['first', 'second.txt', 'third']],
  ])('at its request %i (after it: %s) leaves %j', async (n, after, left) => {
    emulator.killAt(n, { after })
    await expect(call('steps')).rejects.toMatchObject({ errCode: -504002 })
    expect(await done()).toEqual(left)
  })

  it.each([
    [false, 0],
    [true, 1],
  ])('does nothing else that it asked at the same moment (after it: %s)', async (after, count) => {
    emulator.delay(20)
    emulator.killAt(1, { after })
    await expect(call('atOnce')).rejects.toMatchObject({ errCode: -504002 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    emulator.none()
    expect(await call('documents')).toHaveLength(count)
  })

  it('is another one the next time', async () => {
    emulator.killAt(1)
    await expect(call('steps')).rejects.toMatchObject({ errCode: -504002 })
    expect(await call('steps')).toBe('done')
  })

  it('lives when it makes fewer requests', async () => {
    emulator.killAt(5)
    expect(await call('steps')).toBe('done')
  })
})
