/** Deploying to WeChat's cloud, against its HTTP API on loopback. */
import { LEDGER } from '../../cloud/indexes'
import { type FakeTcb, SECRET, startTcb } from './fake-tcb'
import { deploying, INDEXED, recordingCi, told } from './stand-in'

let tcb: FakeTcb
const outputs: string[] = []
const run = async (...all: Parameters<typeof deploying>) => {
  const done = await deploying(...all)
  outputs.push(done.output)
  return done
}

beforeEach(async () => {
  tcb = await startTcb()
})
afterEach(() => tcb.close())
afterAll(() => {
  // In all that was printed here, failures included, there is neither the secret nor the token.
  expect(outputs.join('\n')).not.toMatch(new RegExp(`${SECRET}|a-token-that-nobody-may-see`))
})

describe('without --really', () => {
  it('asks nobody and uploads nothing', async () => {
    const { ci, uploads } = recordingCi()
    const { code } = await run([], tcb, ci)
    expect(code).toBe(0)
    expect([tcb.asked, uploads]).toEqual([[], []])
  })

  it('shows every index, size, timer and rule', async () => {
    const { output } = await run([], tcb)
    for (const { collection_name, create_indexes } of INDEXED) {
      for (const { name } of create_indexes) expect(output).toMatch(new RegExp(`${collection_name}: .*\\b${name}\\b`))
    }
    expect(output).toMatch(/api.*\n.* 1 KB; 20 s/)
    expect(output).toContain('timer: minute 0 * * * * * *')
    expect(output).toContain('"resource.openid == auth.openid"')
  })
})

describe('what is missing is said all at once, and nothing is sent', () => {
  it.each([
    ['no file', { told: { ...told(), file: undefined } }, ['deployment.example.json']],
    ['a file that is no JSON', { told: { ...told(), file: '{' } }, ['is no JSON']],
    [
      'three wrong entries',
      { told: told({ appid: 'wx1', version: 'one', description: '' }) },
      ['appid:', 'version:', 'description:'],
    ],
    ['the secret in the file', { told: told({ secret: SECRET }) }, ['a secret must never be in the file']],
    ['no secret', { told: told({}, {}) }, ['MINHU_WECHAT_SECRET is not set']],
    ['a secret of another shape', { told: told({}, { MINHU_WECHAT_SECRET: 'x' }) }, ['32 characters']],
    ['a key that is not there', { told: told({ uploadKey: '/nowhere' }) }, ['uploadKey:']],
    ["another environment's storage", { told: told({ storage: 'cloud://other.6d69' }) }, ['storage:']],
    ['the sample district', { district: { id: 'caofeidian', sample: true } }, ['is still the sample']],
    ['no uploader', { tools: false }, ['npm ci --prefix cloud/tools']],
    ['an audit that is not clean', { clean: false }, ['the audit of the mini program is not clean']],
  ])('%s', async (_, change, said) => {
    const { ci, uploads } = recordingCi()
    const { code, output } = await run(['--really'], tcb, ci, change)
    expect(code).toBe(1)
    for (const words of said) expect(output).toContain(words)
    expect([tcb.asked, uploads]).toEqual([[], []])
  })

  it('an option that nobody knows', async () => {
    expect((await run(['--realy'], tcb)).output).toContain('--realy is no option')
  })
})

describe('--really', () => {
  it('makes every collection and index, uploads the functions, the timer and the mini program', async () => {
    const { ci, uploads } = recordingCi()
    const { code } = await run(['--really'], tcb, ci)
    expect(code).toBe(0)
    for (const { collection_name, create_indexes } of INDEXED) {
      expect(tcb.indexesOf(collection_name)).toEqual(create_indexes.map(({ name }) => name).sort())
    }
    expect(uploads).toEqual(['api', 'timer', 'push', 'timer of timer', 'mini program'])
  })

  it('with --with-smoke it uploads that function too', async () => {
    const { ci, uploads } = recordingCi()
    await run(['--really', '--with-smoke'], tcb, ci)
    expect(uploads).toContain('smoke')
    expect(tcb.indexesOf('smoke')).toEqual(['one_name'])
  })

  it('a second time nothing is made again', async () => {
    await run(['--really'], tcb)
    const before = tcb.asked.length
    expect((await run(['--really'], tcb)).code).toBe(0)
    const again = tcb.asked.slice(before)
    expect(again).not.toContain('/tcb/databasecollectionadd')
    expect(again).not.toContain('/tcb/updateindex')
  })

  it('it waits for functions that have not been made with a new Node', async () => {
    tcb.functions.delete('push')
    const { ci, uploads } = recordingCi()
    const { code, output } = await run(['--really'], tcb, ci)
    expect([code, uploads]).toEqual([1, []])
    expect(output).toContain('make these functions in the console first: push (20 s), on Node.js 18 or 20')
  })

  it('a sample account in the database ends it', async () => {
    await run(['--really'], tcb)
    tcb.collections.get('officials')?.documents.push({ _id: 'o_wang', demo: true })
    expect((await run(['--really'], tcb)).output).toContain('1 sample accounts')
  })
})

describe('an index that differs', () => {
  const drift = async () => {
    await run(['--really'], tcb)
    const entry = tcb.collections.get(LEDGER)?.documents.find(({ _id }) => _id === 'photos')
    const other = { name: 'owner', unique: false, keys: [{ name: 'owner', direction: '1' }] }
    const kept = (made: { name: string }[] = []) => made.filter(({ name }) => name !== 'owner')
    Object.assign(entry ?? {}, { made: [...kept(entry?.made as { name: string }[]), other, { ...other, name: 'old' }] })
    tcb.collections.get('photos')?.indexes.push({ ...other, name: 'old' })
  }

  it('is reported and left as it is', async () => {
    await drift()
    const { code, output } = await run(['--really'], tcb)
    expect(code).toBe(0)
    expect(output).toContain('photos.owner differs')
    expect(tcb.indexesOf('photos')).toEqual(['loose', 'name', 'old', 'owner'])
  })

  it('is dropped and made with --replace-indexes', async () => {
    await drift()
    await run(['--really', '--replace-indexes'], tcb)
    expect(tcb.indexesOf('photos')).toEqual(['loose', 'name', 'owner'])
    const made = tcb.collections.get('photos')?.indexes.find(({ name }) => name === 'owner')
    expect(made?.keys.map(({ name }) => name)).toEqual(['owner', 'at', '_id'])
  })

  it('a drop whose reply is lost is no trouble for the next run', async () => {
    await drift()
    tcb.fail('/tcb/updateindex', { after: true })
    expect((await run(['--really', '--replace-indexes'], tcb)).code).toBe(1)
    expect((await run(['--really', '--replace-indexes'], tcb)).code).toBe(0)
    expect(tcb.indexesOf('photos')).toEqual(['loose', 'name', 'owner'])
  })

  it('one that somebody else made under our name is not taken for ours', async () => {
    tcb.collections.set('photos', {
      documents: [],
      indexes: [{ name: 'owner', unique: false, keys: [{ name: 'owner', direction: '1' }] }],
    })
    const { code, output } = await run(['--really'], tcb)
    expect(code).toBe(1)
    expect(output).toContain('photos.owner: -501000 Index already exists')
  })
})

describe('a failure in the middle', () => {
  it.each([
    ['/tcb/databasecollectionget', 'refused', false],
    ['/tcb/databasecollectionadd', 'refused', false],
    ['/tcb/databasecollectionadd', 'done and its reply lost', true],
    ['/tcb/databasequery', 'refused', false],
    ['/tcb/databaseadd', 'refused', false],
    ['/tcb/databaseadd', 'done and its reply lost', true],
    ['/tcb/updateindex', 'refused', false],
    ['/tcb/updateindex', 'done and its reply lost', true],
    ['/tcb/databaseupdate', 'refused', false],
    ['/tcb/databaseupdate', 'done and its reply lost', true],
  ])('%s %s: it stops, says what is done, and the next run ends well', async (path, _, after) => {
    tcb.fail(path, { after })
    const first = await run(['--really'], tcb)
    expect(first.code).toBe(1)
    expect(first.output).toMatch(/Stopped at step \d+\. Done: /)
    const { ci, uploads } = recordingCi()
    const second = await run(['--really'], tcb, ci)
    expect([second.code, uploads.at(-1)]).toEqual([0, 'mini program'])
    for (const { collection_name, create_indexes } of INDEXED) {
      expect(tcb.indexesOf(collection_name)).toEqual(create_indexes.map(({ name }) => name).sort())
    }
  })

  it.each(['api', 'push', 'timer of timer', 'mini program'])('of the upload of %s: the same', async (what) => {
    const { ci, uploads, fail } = recordingCi()
    fail(what)
    const { code, output } = await run(['--really'], tcb, ci)
    expect(code).toBe(1)
    expect(output).toContain('upload refused')
    fail(undefined)
    expect((await run(['--really'], tcb, ci)).code).toBe(0)
    expect(uploads.at(-1)).toBe('mini program')
  })

  it.each([
    ['an address that is not in the allow-list', () => tcb.shutOut(), '40164'],
    ['a server that is not there', () => void tcb.close(), 'was not reached'],
  ])('%s', async (_, trouble, said) => {
    trouble()
    expect((await run(['--really'], tcb)).output).toContain(said)
  })

  it('an error that quotes the secret is printed without it', async () => {
    const { ci } = recordingCi()
    const quoting = { ...ci, uploadProgram: () => Promise.reject(new Error(`refused: ${SECRET}`)) }
    expect((await run(['--really'], tcb, quoting)).output).toContain('refused: ***')
  })

  it('a wrong secret, which is not printed', async () => {
    const wrong = 'ffeeddccbbaa99887766554433221100'
    const { output } = await run(['--really'], tcb, recordingCi().ci, {
      told: told({}, { MINHU_WECHAT_SECRET: wrong }),
    })
    expect(output).toContain('the secret is wrong')
    expect(output).not.toContain(wrong)
  })
})
