/** Two production servers as processes, on one PostgreSQL and one folder of pictures, behind a proxy. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openPostgres } from '@/drivers/sql'
import { LIMITS } from '@/server/limit'
import { manifest } from '@/server/manifest'
import { codeOf, stepAt } from '@/server/oneTimeCode'
import type { Store } from '@/server/ports'
import { enrol, sealPassword } from '@/server/session'
import { type Database, newDatabase } from '../databases'
import * as pictures from '../pictures'
import { expectNothingLost, gather } from './crowd'
import { complaint, type Person } from './people'
import { type Host, pause, startHost, startProxy, stopHost } from './processes'
import { citizenOf, officialOf, personAt } from './server-door'
import { openTown, QUICK } from './town'

const server = process.env.MINHU_TEST_PG
if (server) describe('two hosts on one PostgreSQL', () => twoHosts(server))
else describe.skip('two hosts: skipped, MINHU_TEST_PG names no PostgreSQL', () => it('serve the same people', () => {}))

const PASSWORD = 'correct horse battery staple'
const CODE_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const MINUTE = 60_000
// The longest takes 15 seconds on a machine that does nothing else.
jest.setTimeout(3 * MINUTE)

function twoHosts(postgres: string) {
  let folder: string
  let database: Database
  let store: Store
  let variables: Record<string, string>
  let one: Host
  let two: Host
  let proxy: Awaited<ReturnType<typeof startProxy>>

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-hosts-'))
    database = await newDatabase(postgres, `minhu_hosts_${process.pid}`)
    variables = { MINHU_VAR: folder, MINHU_DATABASE: database.url, MINHU_PROXIES: '1' }
    // At the same moment, on a database with nothing in it.
    ;[one, two] = (await Promise.all([startHost(variables), startHost(variables)])) as [Host, Host]
    proxy = await startProxy([one.url, two.url])
    store = await openPostgres(database.url, manifest)
    const official = { account: 'wang', name: '王敏', unit: 'office', duties: ['dispatch' as const] }
    await enrol('o_wang', { ...official, codeKey: CODE_KEY, password: await sealPassword(PASSWORD, QUICK) }, store)
  })
  afterAll(async () => {
    await Promise.all([one, two].map(stopHost))
    await proxy.close()
    await store.close()
    await database.remove()
    await rm(folder, { recursive: true })
  })

  /** The same person at another host. */
  const at = (host: { url: string }, person: Person) => personAt(host.url, person.token)

  it('start together on an empty database, and neither fails', () => {
    for (const host of [one, two]) expect(host.said()).not.toContain('"level":"error"')
  })

  it('know a session that the other opened, and a sign-out at once', async () => {
    const wang = await officialOf(one.url, 'wang', PASSWORD, codeOf(CODE_KEY, stepAt(new Date())))
    const queue = { queue: 'open' }
    expect((await at(two, wang).asks('desk.queue', queue)).status).toBe(200)
    await at(two, wang).gets('desk.signOut', {})
    expect((await wang.asks('desk.queue', queue)).status).toBe(401)
  })

  it('count filings together: so many in all, not so many at each', async () => {
    const { times, minutes } = LIMITS['tickets.file']
    await clearOfTheEdge(minutes)
    const person = await citizenOf(proxy.url)
    const replies = await Promise.all(
      Array.from({ length: times + 10 }, () => person.asks('tickets.file', complaint())),
    )
    expect(counted(replies.map(({ status }) => status))).toEqual({ 200: times, 429: 10 })
  })

  it('believe the proxy about who calls: one address is refused while another is served', async () => {
    const { times, minutes } = LIMITS['tickets.lookUp']
    await clearOfTheEdge(minutes)
    const { no } = await (await citizenOf(proxy.url)).files()
    const looks = () => personAt(proxy.url).asks('tickets.lookUp', { no, code: 'ABCDEFGH' })
    const replies = await Promise.all(Array.from({ length: times + 6 }, looks))
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(6)
    const elsewhere = { 'x-forwarded-for': '203.0.113.7' }
    const other = await personAt(one.url).asks('tickets.lookUp', { no, code: 'ABCDEFGH' }, elsewhere)
    expect(other.status).toBe(404)
  })

  it('make one ticket of the same filing sent to both at the same moment', async () => {
    const person = await citizenOf(proxy.url)
    for (let round = 0; round < 5; round++) {
      const filing = complaint()
      const sent = [one, two, one, two].map((host) => at(host, person).gets('tickets.file', filing))
      expect(new Set((await Promise.all(sent)).map(({ no }) => no)).size).toBe(1)
    }
    expect((await person.gets('tickets.mine', {})).items).toHaveLength(5)
  })

  it('serve a picture that was uploaded through the other', async () => {
    const person = await citizenOf(one.url)
    const photo = await person.uploads(await pictures.jpeg(640, 480, 7))
    const { photos } = await at(two, person).files({ photos: [photo.id] })
    const url = photos[0]?.url ?? ''
    const [first, second] = await Promise.all(
      [one, two].map(async (host) => Buffer.from(await (await fetch(host.url + url)).arrayBuffer())),
    )
    expect(first?.length).toBeGreaterThan(1_000)
    expect(second).toEqual(first)
  })

  it('lose and double nothing when one is killed under load, and the other serves on', async () => {
    const before = await store.count('tickets')
    const crowd = await gather(proxy.url, 40)
    await crowd.until(100)
    two.child.kill('SIGKILL')
    await two.ended
    await crowd.until(250)
    await crowd.rest()
    process.stdout.write(`answers while one of two hosts was killed: ${JSON.stringify(crowd.statuses)}\n`)
    expect(await store.count('tickets')).toBe(before + crowd.acknowledged())
    const numbers = crowd.people.flatMap(({ filed }) => [...filed.values()])
    expect(new Set(numbers).size).toBe(numbers.length)
    await expectNothingLost(crowd.people, one.url)
    expect(one.said()).not.toContain('"level":"error"')
    await replace()
  })

  it('serve on while one of them hangs in the middle of its work', async () => {
    const before = await store.count('tickets')
    const crowd = await gather(proxy.url, 20)
    await crowd.until(50)
    await hang(two)
    const reached = crowd.acknowledged()
    await crowd.until(reached + 60)
    two.child.kill('SIGCONT')
    await crowd.rest()
    expect(await store.count('tickets')).toBe(before + crowd.acknowledged())
    await expectNothingLost(crowd.people, one.url)
  })

  it('live through the database ending all their connections, as it does when it restarts', async () => {
    const before = await store.count('tickets')
    const crowd = await gather(proxy.url, 20)
    for (let times = 1; times <= 10; times++) {
      await crowd.until(15 * times)
      await database.cut()
    }
    await crowd.until(200)
    await crowd.rest()
    for (const host of [one, two]) expect([host.child.exitCode, host.said()]).toEqual([null, expect.any(String)])
    expect(await store.count('tickets')).toBe(before + crowd.acknowledged())
    await expectNothingLost(crowd.people, one.url)
  })

  it('do each job of the timer once a turn, whoever is first', async () => {
    const empty = await newDatabase(postgres, `minhu_timers_${process.pid}`)
    const env = { MINHU_DATABASE: empty.url }
    const towns = await Promise.all([openTown({ env }), openTown({ env })])
    try {
      for (let turn = 0; turn < 20; turn++) {
        for (const town of towns) town.pass(1)
        const answers = await Promise.all([...towns, ...towns].map((town) => town.tick()))
        expect([turn, answers.filter((answer) => JSON.stringify(answer).includes('"lapse"')).length]).toEqual([turn, 1])
      }
    } finally {
      await Promise.all(towns.map((town) => town.close()))
      await empty.remove()
    }
  })

  /**
   * Freezes a host, if it can be at a moment when others wait for something that it holds. Filings hold nothing that
   * others need, so that such a moment may not come.
   */
  async function hang({ child }: Host) {
    for (let left = 30; ; left--) {
      child.kill('SIGSTOP')
      await pause(150)
      if (left === 0 || (await database.isHeldUp(100))) return
      child.kill('SIGCONT')
      await pause(7)
    }
  }

  /** Another second host in place of a dead one. */
  async function replace() {
    two = await startHost(variables)
    await proxy.close()
    proxy = await startProxy([one.url, two.url])
  }
}

function counted(statuses: number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** Limits are counted in fixed stretches of so many minutes: not begun at the very end of one. */
async function clearOfTheEdge(minutes: number) {
  const left = minutes * MINUTE - (Date.now() % (minutes * MINUTE))
  if (left < 10_000) await pause(left + 100)
}
