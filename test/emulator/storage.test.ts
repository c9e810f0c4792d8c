/** The emulated storage: from the server by the real SDK in a real instance, and from phones by the rules. */
import { type Emulator, FILE_PREFIX, type Phone, startEmulator } from '.'
import { ruleOf } from './rules'
import { written } from './written'

const code = `exports.main = async ({ upload, address, download, remove }) => {
  if (upload) return cloud.uploadFile({ cloudPath: upload.path, fileContent: Buffer.from(upload.text) })
  if (address) return cloud.getTempFileURL({ fileList: address })
  if (download) return String((await cloud.downloadFile({ fileID: download })).fileContent)
  return cloud.deleteFile({ fileList: remove })
}`

let emulator: Emulator
let li: Phone
let wang: Phone
let later = 0

beforeAll(async () => {
  emulator = await startEmulator({ clock: () => Date.now() + later })
  await emulator.deployFunctions(written({ files: { code, config: { timeout: 20 } } }))
  li = emulator.phone('openid-li')
  wang = emulator.phone('openid-wang')
})
beforeEach(() => {
  later = 0
  emulator.deployRules({ storage: { read: true, write: 'resource.openid == auth.openid' } })
})
afterAll(() => emulator.close())

const server = async (data: object) => (await li.callFunction({ name: 'files', data })).result
const bytes = (text: string) => new TextEncoder().encode(text)
const idOf = (path: string) => FILE_PREFIX + path
const addressOf = async (path: string) => (await wang.getTempFileURL([idOf(path)])).fileList[0]?.tempFileURL ?? ''

describe('the server', () => {
  it('puts, fetches and removes files by the SDK', async () => {
    const fileID = idOf('照片/a.txt')
    expect(await server({ upload: { path: '照片/a.txt', text: '唐海路' } })).toMatchObject({ fileID })
    expect(await server({ download: fileID })).toBe('唐海路')
    const reply = await server({ address: [{ fileID, maxAge: 60 }] })
    expect(reply).toMatchObject({ fileList: [{ fileID, status: 0, maxAge: 60 }] })
    expect(await server({ remove: [fileID] })).toMatchObject({ fileList: [{ fileID, status: 0 }] })
    expect(await server({ address: [fileID] })).toMatchObject({ fileList: [{ status: -503003, tempFileURL: '' }] })
  })

  it('is refused a file of another environment', async () => {
    const theirs = 'cloud://another-env.6d69-another-env-1/a.txt'
    const refused = { fileList: [{ fileID: theirs, status: -503002 }] }
    expect(await server({ address: [theirs] })).toMatchObject(refused)
    expect(await server({ remove: [theirs] })).toMatchObject(refused)
  })

  it('may read and remove what the rules keep from phones', async () => {
    emulator.deployRules({ storage: {} })
    await server({ upload: { path: 'hidden.txt', text: 'hidden' } })
    expect(await server({ download: idOf('hidden.txt') })).toBe('hidden')
    await expect(li.downloadFile(idOf('hidden.txt'))).rejects.toMatchObject({ errCode: -503002 })
  })

  it.each(['', '/a.txt', 'a//b.txt', '../a.txt', 'a\u0007.txt'])('cannot put to %j', async (path) => {
    await expect(server({ upload: { path, text: 'x' } })).rejects.toMatchObject({ errCode: -404011 })
  })
})

describe('an address', () => {
  beforeEach(() => li.uploadFile({ cloudPath: 'a.txt', bytes: bytes('here') }))

  it('can be fetched by anybody', async () => {
    expect(await (await fetch(await addressOf('a.txt'))).text()).toBe('here')
  })

  it('ends after a day', async () => {
    const address = await addressOf('a.txt')
    later = 86_399_000
    expect((await fetch(address)).status).toBe(200)
    later = 86_402_000
    expect((await fetch(address)).status).toBe(403)
  })

  it.each([
    ['for another file', (address: string) => address.replace('a.txt', 'b.txt')],
    ['with a later end', (address: string) => address.replace(/t=\d+$/, 't=99999999999')],
    ['without its signature', (address: string) => address.replace(/\?.*$/, '')],
  ])('cannot be made up: %s', async (_how, forged) => {
    await li.uploadFile({ cloudPath: 'b.txt', bytes: bytes('b') })
    expect((await fetch(forged(await addressOf('a.txt')))).status).toBe(403)
  })

  it('is of no use after the file is removed', async () => {
    const address = await addressOf('a.txt')
    await li.deleteFile([idOf('a.txt')])
    expect((await fetch(address)).status).toBe(404)
  })

  it('cannot be put to without an upload that was asked for', async () => {
    const reply = await fetch(await addressOf('a.txt'), { method: 'PUT', body: 'forged' })
    expect(reply.status).toBe(403)
    expect(await (await fetch(await addressOf('a.txt'))).text()).toBe('here')
  })
})

describe('a phone', () => {
  it('owns what it uploads, and nobody owns what the server does', async () => {
    await li.uploadFile({ cloudPath: 'li.txt', bytes: bytes('li') })
    await server({ upload: { path: 'server.txt', text: 'server' } })
    const status = async (phone: Phone, path: string) => (await phone.deleteFile([idOf(path)])).fileList[0]?.status
    expect(await status(wang, 'li.txt')).toBe(-503002)
    expect(await status(li, 'server.txt')).toBe(-503002)
    expect(await status(li, 'li.txt')).toBe(0)
  })

  it('cannot put a file over that of somebody else', async () => {
    const cloudPath = 'mine.txt'
    expect(await li.uploadFile({ cloudPath, bytes: bytes('li') })).toMatchObject({
      fileID: idOf(cloudPath),
      statusCode: 200,
    })
    await expect(wang.uploadFile({ cloudPath, bytes: bytes('wang') })).rejects.toMatchObject({ errCode: -503002 })
    await li.uploadFile({ cloudPath, bytes: bytes('li again') })
    expect(String((await wang.downloadFile(idOf(cloudPath))).bytes)).toBe('li again')
  })

  it('gets no address of what it may not read', async () => {
    emulator.deployRules({ storage: { read: 'resource.openid == auth.openid', write: true } })
    await li.uploadFile({ cloudPath: 'private.txt', bytes: bytes('private') })
    const asked = [idOf('private.txt')]
    expect((await wang.getTempFileURL(asked)).fileList).toMatchObject([{ status: -503002, tempFileURL: '' }])
    expect((await li.getTempFileURL(asked)).fileList).toMatchObject([{ status: 0 }])
  })
})

describe('a rule of the storage', () => {
  const asking = { openid: 'li', resource: { openid: 'li', path: 'inbox/a.jpg' } }

  it.each([
    ['true', true],
    ['false', false],
    ['auth != null', true],
    ['auth == null', false],
    ['auth.openid == resource.openid', true],
    ['auth.openid != resource.openid', false],
    ["auth.openid == 'li'", true],
    ['auth.openid == "wang"', false],
    ['resource.openid == auth.uid', false],
    ['resource.openid == auth.openid || resource.openid == auth.uid', true],
    ['/^inbox\\//.test(resource.path) == true', true],
    ['/^public\\//.test(resource.path) == true', false],
    ['/^PUBLIC/i.test(resource.path) == false', true],
    ['auth != null && /\\.jpg$/.test(resource.path) == true', true],
    ['auth == null || false && true', false],
    ['true || false && false', true],
  ])('%s is %s', (expression, allowed) => {
    expect(ruleOf(expression)(asking)).toBe(allowed)
  })

  it.each([
    ['nothing', ''],
    ['a bare value', 'auth.openid'],
    ['a test that is not compared', '/^inbox/.test(resource.path)'],
    ['brackets', '(auth != null) && true'],
    ['not', '!auth'],
    ['JavaScript', 'resource.path.startsWith("inbox/") == true'],
    ['an unknown value', 'request.openid == auth.openid'],
    ['one = only', 'auth.openid = resource.openid'],
    ['two comparisons', 'true == true == true'],
    ['an operator with nothing behind it', 'auth != null &&'],
    ['another character', 'auth != null; true'],
  ])('is refused when it has %s', (_what, expression) => {
    expect(() => emulator.deployRules({ storage: { read: expression } })).toThrow('not understood')
  })

  it('is refused when it is about anything but reading and writing', () => {
    expect(() => emulator.deployRules({ storage: { read: true, delete: true } })).toThrow()
  })
})
