/** `npm run backup` and `npm run restore`, as an administrator meets them: processes, beside a running server. */
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TicketView } from '@/contract/tickets'
import { openPostgres, openSqlite } from '@/drivers/sql'
import { manifest } from '@/server/manifest'
import { MAX_PAGE, type Store } from '@/server/ports'
import type { TicketRecord } from '@/server/records'
import { newDatabase } from '../databases'
import * as pictures from '../pictures'
import { expectNothingLost, gather, soFar } from './crowd'
import type { Person } from './people'
import { finishedProgram, type Host, pause, run, startHost, stopHost } from './processes'
import { citizenOf, personAt } from './server-door'

// Each starts several processes, and some load.
jest.setTimeout(3 * 60_000)

type Place = { variables: Record<string, string>; open: () => Promise<Store>; remove: () => Promise<unknown> }

const server = process.env.MINHU_TEST_PG
describe('the embedded database', () => backsUp(sqlitePlace))
if (server) describe('PostgreSQL', () => backsUp(() => postgresPlace(server)))
else describe.skip('backup of PostgreSQL: skipped, MINHU_TEST_PG names no server', () => it('is whole', () => {}))

const newFolder = () => mkdtemp(path.join(os.tmpdir(), 'minhu-backup-'))

async function sqlitePlace(): Promise<Place> {
  const folder = await newFolder()
  return {
    variables: { MINHU_VAR: folder },
    open: () => openSqlite(path.join(folder, 'minhu.sqlite'), manifest),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

let databases = 0
async function postgresPlace(postgres: string): Promise<Place> {
  const folder = await newFolder()
  const database = await newDatabase(postgres, `minhu_backup_${process.pid}_${++databases}`)
  return {
    variables: { MINHU_VAR: folder, MINHU_DATABASE: database.url },
    open: () => openPostgres(database.url, manifest),
    remove: () => Promise.all([database.remove(), rm(folder, { recursive: true, force: true })]),
  }
}

function backsUp(newPlace: () => Promise<Place>) {
  let place: Place
  let host: Host
  let shelf: string
  let backup: string
  const places: Place[] = []
  const fresh = async () => {
    const another = await newPlace()
    places.push(another)
    return another
  }

  beforeAll(async () => {
    place = await fresh()
    shelf = await newFolder()
    backup = path.join(shelf, 'monday')
    host = await startHost(place.variables)
  })
  afterAll(async () => {
    await stopHost(host)
    await Promise.all(places.map(({ remove }) => remove()))
    await rm(shelf, { recursive: true })
  })

  const backUp = (folder: string, variables = place.variables) => finished('src/hosts/backup.ts', [folder], variables)
  const restore = (words: string[], { variables }: Place) => finished('src/hosts/restore.ts', words, variables)

  it('saves all that was acknowledged, while people go on, and a server on the restored copy has it', async () => {
    const worker = await citizenOf(host.url)
    const photo = await worker.uploads(await pictures.jpeg(640, 480, 3))
    const { no } = await worker.files({ photos: [photo.id] })
    const crowd = await gather(host.url, 10)
    await crowd.until(20)
    const before = soFar(crowd.people)
    const running = backUp(backup)
    const uploading = uploads(worker)
    expect(await running).toEqual({ code: 0, said: expect.stringContaining(`备份完成并已校验：${backup}\nSaved,`) })
    await uploading.stop()
    await crowd.rest()

    const copy = await fresh()
    expect(await restore([backup], copy)).toEqual({ code: 0, said: expect.stringContaining('Restored: ') })
    const second = await startHost(copy.variables)
    await expectNothingLost(before, second.url)
    expect(await picturesOpen(await personAt(second.url, worker.token).sees(no), second.url)).toBe(true)
    const store = await copy.open()
    await expectNothingHalf(store, copy)
    await store.close()
    const filed = await personAt(second.url, worker.token).files()
    expect(filed.no).not.toBe(no)
    await stopHost(second)
  })

  it('keeps its own folder to itself, and its list is one that sha256sum reads', async () => {
    expect(await finishedProgram('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], backup)).toBe(0)
    expect((await backUp(backup)).said).toContain('已经存在，没有备份')
  })

  it('refuses to restore onto what is not empty, and onto a running server', async () => {
    expect(await restore([backup], place)).toEqual({ code: 1, said: expect.stringContaining('add --replace') })
    expect(await restore([backup, '--replace'], place)).toEqual({
      code: 1,
      said: expect.stringMatching(
        /服务还在运行，没有改动任何内容。.*\nA server is still running\. Nothing was touched\./,
      ),
    })
    expect((await citizenOf(host.url)).token).toBeTruthy()
  })

  it('sees a server that nobody has used for a while', async () => {
    // Longer than idle connections are kept.
    await pause(12_000)
    expect((await restore([backup, '--replace'], place)).said).toContain('A server is still running.')
  })

  it('puts the backup in the place of what came later when told to', async () => {
    const copy = await fresh()
    await restore([backup], copy)
    const second = await startHost(copy.variables)
    const late = await citizenOf(second.url)
    await late.files()
    await stopHost(second)
    expect(await restore([backup, '--replace'], copy)).toMatchObject({ code: 0 })
    const third = await startHost(copy.variables)
    expect((await personAt(third.url, late.token).asks('tickets.mine', {})).status).toBe(401)
    await stopHost(third)
  })

  const wholeBut = async (harm: (folder: string) => Promise<unknown>) => {
    const damaged = await mkdtemp(path.join(shelf, 'damaged-'))
    await finishedProgram('cp', ['-r', `${backup}/.`, damaged])
    await harm(damaged)
    return damaged
  }
  const databaseIn = async (folder: string) =>
    path.join(folder, (await readdir(folder)).find((name) => name.startsWith('database.')) ?? '')
  const pictureIn = async (folder: string) =>
    path.join(folder, (await readdir(folder, { recursive: true })).find((name) => name.endsWith('.full.jpg')) ?? '')

  it.each<[string, (folder: string) => Promise<unknown>, string]>([
    ['a byte of the database is another', async (folder) => flip(await databaseIn(folder)), 'database.'],
    ['the database is cut short', async (folder) => truncate(await databaseIn(folder), 5_000), 'database.'],
    ['a byte of a picture is another', async (folder) => flip(await pictureIn(folder)), '.full.jpg'],
    ['a picture is gone', async (folder) => rm(await pictureIn(folder)), '.full.jpg'],
    ['the list is cut short', (folder) => truncate(path.join(folder, 'SHA256SUMS'), 70), 'SHA256SUMS'],
    [
      'the list names a file elsewhere',
      (folder) => appendFile(path.join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  ../x\n`),
      'SHA256SUMS',
    ],
    ['its description is no JSON', (folder) => writeFile(path.join(folder, 'backup.json'), '{'), 'backup.json'],
  ])('is refused when %s, and nothing is touched', async (_, harm, name) => {
    const damaged = await wholeBut(harm)
    const target = await fresh()
    const before = await readdir(target.variables.MINHU_VAR ?? '')
    const { code, said } = await restore([damaged], target)
    expect(code).toBe(1)
    expect(said).toMatch(
      /^备份已损坏：\S*.* 与校验值不符，没有改动任何内容。\nThe backup is damaged: .* Nothing was touched\.\n$/,
    )
    expect(said).toContain(name)
    expect(await readdir(target.variables.MINHU_VAR ?? '')).toEqual(before)
  })

  it('killed in the middle leaves nothing that is taken for a backup and is not whole', async () => {
    const whole = path.join(shelf, 'tuesday')
    await backUp(whole)
    const held = counted((await restore([whole], await fresh())).said)
    expect(held).toMatch(/^tickets/)
    for (const moment of [0, 20, 60, 150]) {
      const folder = path.join(shelf, `killed-${moment}`)
      const { child, ended } = run('src/hosts/backup.ts', [folder], place.variables)
      while (
        !(await readdir(shelf)).some((name) => new RegExp(`^killed-${moment}(\\.|$)`).test(name)) &&
        child.exitCode === null
      )
        await pause(1)
      await pause(moment)
      child.kill('SIGKILL')
      await ended
      const [left = ''] = (await readdir(shelf)).filter((name) => new RegExp(`^killed-${moment}(\\.|$)`).test(name))
      const { code, said } = await restore([path.join(shelf, left)], await fresh())
      // One that the kill met after its last byte is whole, with or without its own name already.
      if (code === 0) expect(counted(said)).toBe(held)
      else
        expect([left === path.basename(folder), said]).toEqual([false, expect.stringMatching(/不是完整的备份|已损坏/)])
    }
  })

  it('says that pictures are missing when the shared storage is not mounted', async () => {
    const elsewhere = await mkdtemp(path.join(shelf, 'var-'))
    if (!place.variables.MINHU_DATABASE)
      await finishedProgram('cp', [
        ...['', '-wal'].map((end) => `${place.variables.MINHU_VAR}/minhu.sqlite${end}`),
        elsewhere,
      ])
    const { code, said } = await backUp(path.join(shelf, 'unmounted'), { ...place.variables, MINHU_VAR: elsewhere })
    expect(code).toBe(2)
    expect(said).toMatch(/张照片不在照片文件夹里.*\nCareful: \d+ pictures/)
  })

  it('of another kind of database is refused', async () => {
    const other = await wholeBut(async (folder) => {
      const about = path.join(folder, 'backup.json')
      const text = await readFile(about, 'utf8')
      await writeFile(
        about,
        text.replace(/"kind": "(\w+)"/, (_, kind) => `"kind": "${kind === 'sqlite' ? 'postgres' : 'sqlite'}"`),
      )
    })
    expect(await restore([other], await fresh())).toEqual({ code: 1, said: expect.stringContaining('数据库种类不同') })
  })

  if (newPlace !== sqlitePlace) {
    it('says which program is missing', async () => {
      const { code, said } = await backUp(path.join(shelf, 'bare'), { ...place.variables, PATH: '/nowhere' })
      expect([code, said]).toEqual([
        1,
        expect.stringMatching(/^缺少程序 pg_dump。.*\nThe program pg_dump is missing\./),
      ])
      expect((await readdir(shelf)).filter((name) => name.startsWith('bare'))).toEqual([])
    })
  }
}

async function finished(file: string, words: string[], variables: Record<string, string>) {
  const { ended, said } = run(file, words, variables)
  const code = await ended
  return { code, said: said() }
}

async function flip(file: string) {
  const bytes = await readFile(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  await writeFile(file, bytes)
}

/** New pictures, one after the other, until told to stop. */
function uploads(person: Person) {
  let going = true
  const busy = (async () => {
    for (let seed = 10; going && seed < 60; seed++) {
      const { id } = await person.uploads(await pictures.jpeg(320, 240, seed))
      if (seed < 20) await person.files({ photos: [id] })
    }
  })()
  return {
    stop: () => {
      going = false
      return busy
    },
  }
}

async function picturesOpen({ photos }: TicketView, url: string): Promise<boolean> {
  const statuses = await Promise.all(
    photos.flatMap(({ url: full, thumb }) => [full, thumb]).map((at) => fetch(url + at)),
  )
  return photos.length > 0 && statuses.every(({ ok }) => ok)
}

/** Every ticket has its filing key, its whole history and its pictures. */
async function expectNothingHalf(store: Store, { variables }: Place) {
  const tickets: (TicketRecord & { entries: number })[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<TicketRecord>('tickets', { by: 'id', limit: MAX_PAGE, ...(after && { after }) })
    tickets.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  expect(await store.count('filings')).toBe(tickets.length)
  expect(await store.count('entries')).toBe(tickets.reduce((sum, { entries }) => sum + entries, 0))
  const files = await readdir(path.join(variables.MINHU_VAR ?? '', 'pictures'), { recursive: true })
  for (const { photos } of tickets)
    for (const { name } of photos) expect(files).toContain(`${name.slice(0, 2)}/${name}.full.jpg`)
}

/** What a restore says it put back, of what is filed: the rest may be tidied away while the server runs. */
const counted = (said: string) => /tickets \d+, entries \d+, traces \d+, filings \d+/.exec(said)?.[0]
