/** What only a folder has: addresses that the host takes apart. The rest is in test/conformance/files.ts. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as pictures from '../../../test/pictures'
import { type Address, type DiskFiles, diskFiles } from './disk'

const SECRET = 'a secret of at least thirty-two characters'
const NOW = new Date('2026-03-02T02:00:00.000Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

let folder: string
let files: DiskFiles
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-files-'))
  files = await diskFiles(path.join(folder, 'pictures'), SECRET)
})
afterEach(() => rm(folder, { recursive: true }))

async function put(bytes: Uint8Array) {
  const result = await files.put(bytes)
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.picture
}
const urlOf = async (name: string, now: Date) => (await files.urls([name], now))[name]?.url ?? ''
/** What the host reads out of an address. */
function parts(address: string): Address {
  const url = new URL(address, 'http://host')
  const query = (name: string) => url.searchParams.get(name) ?? ''
  const size = query('s') === 'thumb' ? 'thumb' : 'full'
  return { name: url.pathname.slice('/files/'.length), size, expires: query('e'), signature: query('k') }
}

describe('the address of a picture', () => {
  let name: string
  let url: string
  beforeEach(async () => {
    name = (await put(await pictures.jpeg(1000, 500))).name
    url = await urlOf(name, NOW)
  })

  it('stays the same all day, so that a phone can keep the picture', async () => {
    expect(await urlOf(name, later(13))).toBe(url)
  })

  it.each([
    ['an hour later', 1, true],
    ['a day later', 24, true],
    ['two days later', 48, true],
    ['three days later', 72, false],
  ])('opens %s: %s', async (_, hours, opens) => {
    expect((await files.open(parts(url), later(hours))) !== null).toBe(opens)
  })

  it.each<[string, (right: Address) => Partial<Address>]>([
    ['another key', () => ({ signature: 'A'.repeat(22) })],
    ['a key of another length', ({ signature }) => ({ signature: signature.slice(1) })],
    ['no key', () => ({ signature: '' })],
    ['a key with a letter that takes two bytes', ({ signature }) => ({ signature: `é${signature.slice(1)}` })],
    ['a key of Chinese letters', () => ({ signature: '曹'.repeat(22) })],
    ['another size', () => ({ size: 'thumb' as const })],
    ['a later end', () => ({ expires: '2999-01-01' })],
    ['no end', () => ({ expires: '' })],
    ['a picture that is not there', () => ({ name: 'b'.repeat(64) })],
    ['a name in capitals', ({ name }) => ({ name: name.toUpperCase() })],
    ['a way out of the folder', () => ({ name: '../../etc/passwd' })],
    ['a way out behind a good name', ({ name }) => ({ name: `${name}/../../x` })],
    ['a NUL in the name', ({ name }) => ({ name: `${name}\0` })],
    ['a line break behind the name', ({ name }) => ({ name: `${name}\n` })],
    ['no name', () => ({ name: '' })],
  ])('opens nothing with %s', async (_, changed) => {
    const right = parts(url)
    expect(await files.open({ ...right, ...changed(right) }, NOW)).toBeNull()
  })

  it('opens nothing that another secret has signed', async () => {
    const other = await diskFiles(path.join(folder, 'pictures'), 'another secret of thirty-two characters')
    expect(await other.open(parts(url), NOW)).toBeNull()
  })

  it.each(['x/../../secret', 'B'.repeat(64)])(
    'opens nothing named %s, even when it is signed and such a file exists',
    async (wrong) => {
      const lies = path.join(folder, 'pictures', wrong.slice(0, 2), `${wrong}.full.jpg`)
      await mkdir(path.dirname(lies), { recursive: true })
      await writeFile(lies, 'secret')
      expect(await files.open({ ...parts(await urlOf(wrong, NOW)), name: wrong }, NOW)).toBeNull()
      await rm(lies)
    },
  )
})
