/**
 * A function that is killed in the middle of its work leaves nothing half done. Each of its requests to the cloud is in
 * turn its last one, before it is performed or after it; then the phone sends the same again, as the app does.
 */

import { LOOSE_LIFE } from '@/server/uploads'
import * as clips from '../clips'
import { WxError } from '../emulator'
import * as pictures from '../pictures'
import { changesBetween, documentsOf, halfDone, orphans } from './cloud-documents'
import { type CloudTown, openCloudTown } from './cloud-town'
import { complaint, newKey, type Person } from './people'
import { allOf } from './published-whole'
import { article, corrects, does, page, signs, writes } from './releases'
import { PASSWORD } from './town'
import { ANSWER, QUESTION, TITLE } from './water'

const HOUR = 60
const DAY = 24 * HOUR
/** After which nothing is left of what was sent and never used. */
const LOOSE = LOOSE_LIFE / 60_000
/**
 * In turn, but not each of them in each run: this many, evenly, from one that the run chooses by its seed. MINHU_THOROUGH=1
 * takes all of them, in an hour.
 */
const DEATHS = 2
const SEED = Number(process.env.MINHU_SEED ?? Date.now() % 1_000_000)
// biome-ignore lint/suspicious/noConsole: to be run again
beforeAll(() => console.log(`MINHU_SEED=${SEED}`))
/** A work that dies has at most this many times the requests of one that does not: the clock finds more to do each time. */
const MOST_TIMES = 4

/** One thing that a person or the clock does, in parts that are each sent again when they were not answered. */
type Work = {
  parts: (() => Promise<unknown>)[]
  /** Minutes until it is sent again. After the first the cloud has forgotten the dead transaction. */
  again?: number
  /** Collections in which every try leaves a document, that ends by itself. */
  leaves?: string[]
}
/** What must be there before, and the work. */
type Prepare = () => Promise<Work>

let town: CloudTown
let wang: Person
let li: Person
let seeds = 0
const anotherPicture = () => pictures.jpeg(64, 48, ++seeds)
beforeEach(async () => {
  town = await openCloudTown()
  ;[wang, li] = [await town.official('wang'), await town.official('li')]
})
afterEach(() => town.close())

/** The first round of the clock has more to do than all others; the next is the turn of another minute. */
async function firstRound() {
  town.pass(1)
  await town.tick()
  town.pass(1)
}

const table: Record<string, Record<string, number>> = {}
// biome-ignore lint/suspicious/noConsole: the table that this test is there to show
afterAll(() => console.table(table))

const TICKETS: [name: string, prepare: Prepare][] = [
  ['filing with a photo and a film', async () => filing(await town.citizen(), clips.mp4({ seed: ++seeds }))],
  [
    'adding words',
    async () => {
      const worker = await town.citizen()
      const { no } = await worker.files()
      return { parts: [acts(worker, no, { do: 'add', text: '今天也一样。' })] }
    },
  ],
  [
    'answering with a photo',
    async () => {
      const { no } = await (await town.citizen()).files()
      await wang.dispatches(no, 'transport')
      await li.takes(no)
      let photo = ''
      const picture = await anotherPicture()
      const upload = async () => {
        photo = (await li.uploads(picture)).id
      }
      const key = newKey()
      const command = () => ({ do: 'answer' as const, result: 'done' as const, text: '已处理。', photos: [photo] })
      const answer = () => li.gets('tickets.act', { no, key, command: command() })
      return { parts: [upload, answer], leaves: ['uploads'] }
    },
  ],
  [
    'closing what the citizen did not answer',
    async () => {
      await firstRound()
      const { no } = await (await town.citizen()).files()
      await wang.asksBack(no, '哪一盏路灯？')
      await hasLapsed(no)
      return { parts: [town.tick] }
    },
  ],
  [
    'removing what has ended',
    async () => {
      town.pass(2 * DAY)
      await town.tick()
      const worker = await town.citizen()
      await worker.gets('uploads.begin', { key: newKey() })
      const { place = '' } = await worker.gets('uploads.begin', { key: newKey() })
      await town.emulator.phone('o-somebody').uploadFile({ cloudPath: place, bytes: await pictures.jpeg(64, 48) })
      await town.world.store.insert('sessions', `ended-${newKey()}`, { expiresAt: '2026-01-01T00:00:00.000Z' })
      await worker.uploads(await anotherPicture())
      await worker.uploadsClip(clips.mp4({ seed: ++seeds }))
      town.pass(LOOSE + HOUR)
      // What was being removed at a death is left alone for two minutes, and gone with the next round.
      const later = async () => {
        town.pass(HOUR)
        await town.tick()
      }
      return { parts: [town.tick, later], again: HOUR }
    },
  ],
  [
    'signing in',
    async () => {
      await town.forgetTries()
      // From a device that is known: the first time leaves the device.
      await town.official('sun')
      const nobody = town.anyone()
      return { parts: [() => nobody.gets('desk.signIn', { account: 'sun', password: PASSWORD })], leaves: ['sessions'] }
    },
  ],
]

const RELEASES: [name: string, prepare: Prepare][] = [
  [
    'writing, submitting and signing an article',
    async () => {
      await town.forgetTries()
      const [lin, chen] = [await town.official('lin'), await town.official('chen')]
      const [key, submit, sign] = [newKey(), newKey(), newKey()]
      let id = ''
      const write = async () => {
        id = (await lin.gets('releases.write', { key, revision: 0, content: article() })).id
      }
      return {
        parts: [
          write,
          () => lin.gets('releases.act', { id, key: submit, command: { do: 'submit' } }),
          () => chen.gets('releases.act', { id, key: sign, command: { do: 'sign', revision: 1 } }),
        ],
      }
    },
  ],
  [
    'publishing a correction',
    async () => {
      await town.forgetTries()
      const [lin, chen] = [await town.official('lin'), await town.official('chen')]
      const { id } = await writes(lin, article())
      await does(lin, id, { do: 'submit' })
      await signs(chen, id)
      await does(lin, id, { do: 'publish' })
      await corrects(lin, id, article({ title: { zh: '公交线路调整（更正）', en: '' } }), '日期写错了')
      await does(lin, id, { do: 'submit' })
      await signs(chen, id)
      return { parts: [publishing(lin, id)] }
    },
  ],
  [
    'publishing and ending what is due',
    async () => {
      await town.forgetTries()
      await firstRound()
      const lin = await town.official('lin')
      const expiresAt = new Date(Date.parse(town.now()) + 5 * 60_000).toISOString()
      const [{ id: ends }, { id: begins }] = [await writes(lin, page({ expiresAt })), await writes(lin, page())]
      for (const id of [ends, begins]) await does(lin, id, { do: 'submit' })
      await publishing(lin, ends)()
      await does(lin, begins, { do: 'publish', at: expiresAt })
      town.pass(5)
      // The officials of earlier deaths are signed out meanwhile.
      return { parts: [town.tick], leaves: ['sessions'] }
    },
  ],
]

const WATER = { kind: 'consult', category: 'other', text: '家里没有水了，什么时候来水？' } as const
const about = (tickets: string[]) => ({ key: newKey(), title: TITLE, question: QUESTION, public: true, tickets })
const answer = () => ({ key: newKey(), edition: 0, text: ANSWER, result: 'done' as const })
const twoAsk = async () => {
  const [one, other] = [await town.citizen(), await town.citizen()]
  return [(await one.files(WATER)).no, (await other.files(WATER)).no]
}

const GROUPS: [name: string, prepare: Prepare][] = [
  [
    'putting two together and answering them',
    async () => {
      await town.forgetTries()
      const [made, written] = [about(await twoAsk()), answer()]
      let id = ''
      const make = async () => {
        id = (await wang.gets('groups.make', made)).id
      }
      return { parts: [make, () => wang.gets('groups.answer', { id, ...written })] }
    },
  ],
  [
    'telling both of them',
    async () => {
      await town.forgetTries()
      await firstRound()
      const { id } = await wang.gets('groups.make', about(await twoAsk()))
      await wang.gets('groups.answer', { id, ...answer() })
      // What was under way at a death is left alone for two minutes.
      const later = async () => {
        town.pass(3)
        await town.tick()
      }
      return { parts: [town.tick, later] }
    },
  ],
  [
    'filing what has an answer',
    async () => {
      await town.forgetTries()
      const { id } = await wang.gets('groups.make', about([]))
      await wang.gets('groups.answer', { id, ...answer() })
      const asker = await town.citizen()
      const form = complaint({ ...WATER, group: id })
      return { parts: [() => asker.gets('tickets.file', form)] }
    },
  ],
]
const WORKS = { tickets: TICKETS, releases: RELEASES, groups: GROUPS }

/** Each work of a part, killed at each of its requests in turn. Parts, for files that run beside each other. */
export function tellDeaths(part: keyof typeof WORKS): void {
  describe.each(WORKS[part])('%s', (name, prepare) => {
    it.each([
      ['before', false],
      ['after', true],
    ])(
      'is done once and whole, wherever it dies: %s a request is performed',
      async (when, after) => {
        const undisturbed = await run(await prepare())
        expect(undisturbed.died).toBe(false)
        const stride = process.env.MINHU_THOROUGH ? 1 : Math.max(1, Math.floor(undisturbed.requests / DEATHS))
        const first = 1 + (SEED % stride)
        const found = { 'first step': first, steps: 0, 'nothing was done': 0, 'a part was done': 0, 'all was done': 0 }
        for (let step = first; ; step += stride) {
          const work = await prepare()
          town.emulator.killAt(step, { after })
          const { died, changes, atDeath } = await run(work)
          expect([step, changes]).toEqual([step, undisturbed.changes])
          if (!died) break
          if (step > MOST_TIMES * undisturbed.requests) throw new Error('it never ends')
          found.steps++
          found[howFar(atDeath, changes)]++
        }
        table[`${name}: ${when}`] = found
        expect(found.steps).toBeGreaterThan(0)
        await expectNothingLeft()
      },
      300_000,
    )
  })
}

/** What else a death may leave to others. */
export function tellRest(): void {
  it('leaves no picture behind when nobody sends it again', async () => {
    for (let step = 1; ; step++) {
      const { parts } = await filing(await town.citizen())
      town.emulator.killAt(step)
      if (await lives(parts[0] ?? town.tick)) break
      // Of what was put before the death nobody has heard.
      expect(await halfDone(town)).toEqual([])
      town.pass(1)
    }
    town.emulator.none()
    town.pass(2 * DAY)
    await town.tick()
    expect(await orphans(town)).toEqual([])
  }, 120_000)

  it('keeps nobody else from filing, though what died is still held by its transaction', async () => {
    // An instance remembers what it has read for its first filing.
    await (await town.citizen()).files()
    const { parts } = await filing(await town.citizen())
    const { parts: undisturbed } = await filing(await town.citizen())
    for (const part of [parts[0], undisturbed[0]]) await part?.()
    // The filing's last request: everything is written and nothing committed.
    const asked = town.emulator.seen.length
    await undisturbed[1]?.()
    const commit = town.emulator.seen.slice(asked).indexOf('database.commitTransaction') + 1
    town.emulator.killAt(commit)
    expect(await lives(parts[1] ?? town.tick)).toBe(false)
    expect(town.emulator.transactionsUnderWay()).toBe(1)
    const numbers = await Promise.all(
      [town.citizen(), town.citizen()].map(async (who) => (await (await who).files()).no),
    )
    expect(numbers.map((no) => no.slice(13, 17)).sort()).toEqual(['0004', '0005'])
    town.pass(1)
    expect(await parts[1]?.()).toMatchObject({ no: expect.stringMatching(/-0003-\d$/) })
  })
}

function howFar(atDeath: string[], changes: string[]) {
  if (atDeath.length === 0) return 'nothing was done'
  return JSON.stringify(atDeath) === JSON.stringify(changes) ? 'all was done' : 'a part was done'
}

/** Does the work. Each part that is not answered, because an instance died, is sent again a while later. */
async function run({ parts, again = 1, leaves = [] }: Work) {
  const before = await documentsOf(town, leaves)
  const changes = async () => changesBetween(before, await documentsOf(town, leaves))
  let atDeath: string[] = []
  let deaths = 0
  const asked = town.emulator.seen.length
  for (const part of parts) {
    while (!(await lives(part))) {
      deaths++
      atDeath = await changes()
      expect(await halfDone(town)).toEqual([])
      town.pass(again)
    }
  }
  const requests = town.emulator.seen.length - asked
  town.emulator.none()
  expect(deaths).toBeLessThan(2)
  expect(await halfDone(town)).toEqual([])
  return { died: deaths > 0, atDeath, changes: await changes(), requests }
}

/** False when the instance died. A refusal is no death. */
async function lives(part: () => Promise<unknown>): Promise<boolean> {
  try {
    await part()
    return true
  } catch (error) {
    if (!(error instanceof WxError) || error.errCode !== -504002) throw error
    return false
  }
}

/** No number is missing, no transaction is under way, and a month later nothing is left of what was on its way. */
async function expectNothingLeft() {
  const [tickets, counters] = [await allOf(town, 'tickets'), await allOf<{ count: number }>(town, 'counters')]
  expect(counters.reduce((sum, { count }) => sum + count, 0)).toBe(tickets.length)
  town.pass(LOOSE + DAY)
  await town.tick()
  expect(town.emulator.transactionsUnderWay()).toBe(0)
  expect(await orphans(town)).toEqual([])
  expect([await allOf(town, 'uploads'), await allOf(town, 'sessions')]).toEqual([[], []])
}

/** A phone that files: each photo and film has its own way, and the form is sent with the same key. */
async function filing(worker: Person, film?: Uint8Array): Promise<Work> {
  const form = complaint()
  const picture = await anotherPicture()
  const media: { photos: string[]; clips: string[] } = { photos: [], clips: [] }
  const upload = async () => {
    media.photos = [(await worker.uploads(picture)).id]
  }
  const uploadFilm = async (bytes: Uint8Array) => {
    media.clips = [(await worker.uploadsClip(bytes)).id]
  }
  const file = () => worker.gets('tickets.file', { ...form, ...media })
  return { parts: [upload, ...(film ? [() => uploadFilm(film)] : []), file], leaves: ['uploads'] }
}

function acts(who: Person, no: string, command: { do: 'add'; text: string }) {
  const key = newKey()
  return () => who.gets('tickets.act', { no, key, command })
}

function publishing(who: Person, id: string) {
  const key = newKey()
  return () => who.gets('releases.act', { id, key, command: { do: 'publish' } })
}

/** As if the citizen's time for an answer had just run out. */
async function hasLapsed(no: string) {
  const found = await town.world.store.get<{ status: string }>('tickets', no)
  if (found?.status !== 'waiting') throw new Error('it does not wait')
  const lapsesAt = new Date(Date.parse(town.now()) - 1_000).toISOString()
  await town.world.store.update('tickets', no, found.version, { set: { lapsesAt } })
}
