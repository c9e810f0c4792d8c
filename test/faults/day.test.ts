/** A twentieth of the day of test/bench: nothing is lost, doubled, or shown to the wrong unit. MINHU_SEED repeats one. */
import { walkAudit } from '@/hosts/audit-walk'
import type { Entry, TicketRecord } from '@/server/records'
import { type DayOutcome, liveThrough } from '../bench/dayRun'
import { type DayWorld, openDay, type Worker } from '../bench/dayTown'
import { judge, openWatch, type Stored, type Watch } from '../bench/dayWatch'
import { seedOf } from './chance'

// Generous: beside other work it takes minutes, with PostgreSQL more than four.
jest.setTimeout(10 * 60_000)

const seed = seedOf()
const server = process.env.MINHU_TEST_PG
const places: [name: string, database: string | undefined][] = [
  ['SQLite', undefined],
  ...(server ? [['PostgreSQL', server] as [string, string]] : []),
]

describe.each(places)(`a day on %s, MINHU_SEED=${seed}`, (_, database) => {
  let world: DayWorld
  let outcome: DayOutcome

  beforeAll(async () => {
    world = await openDay(database)
    outcome = await liveThrough({ seed, filings: 40, officials: 20, burst: 5, polls: 240 }, world)
  })
  afterAll(() => world.close())

  it('makes one ticket of each filing that was shown as taken, and one line of each command', () => {
    expect(outcome.stored.tickets.length).toBe(40)
    expect({ lost: outcome.verdict.lost, doubled: outcome.verdict.doubled }).toEqual({ lost: [], doubled: [] })
  })

  it('shows officials what they might see at that moment, and nothing else', () => {
    expect(outcome.day.watch.shown.length).toBeGreaterThan(250)
    expect(outcome.verdict.wrongUnit).toEqual([])
    expect(outcome.verdict.named).toEqual([])
  })

  it('breaks nothing, and leaves an audit that is whole', async () => {
    expect(outcome.verdict.broken).toEqual([])
    expect((await walkAudit(world.world.store)).troubles).toEqual([])
  })
})

/** What the watch would say of a day with one ticket, dispatched to the transport bureau between the moments 10 and 20. */
describe('whoever watches the day sees', () => {
  const official = (unit: string, ...duties: Worker['duties']): Worker => ({
    ...{ role: 'official', id: `o_${unit}`, name: unit, unit, duties, shift: { from: '08:30', to: '20:00' } },
  })
  const entry = (seq: number, did: Entry['did'], by: Entry['by'], changed: Partial<Entry> = {}): Entry => ({
    ...{ no: 'N', seq, at: `t${seq}`, did, by, public: true, photos: [], ...changed },
  })
  const lines = [
    entry(1, 'file', { role: 'citizen', id: 'c' }),
    entry(2, 'received', { role: 'system', id: 'system' }),
    entry(3, 'dispatch', { role: 'official', id: 'o_office' }, { unit: 'transport' }),
  ]
  // The watch reads two fields of a ticket.
  const stored = (tickets: { no: string; text: string }[], entries = lines) =>
    ({ tickets: tickets as TicketRecord[], entries }) satisfies Stored
  const one = { no: 'N', text: '路灯不亮【第1件】' }
  const watch = (changed: Partial<Watch> = {}): Watch => ({
    ...openWatch(),
    filed: [{ from: 0, to: 5, mark: '第1件', nos: ['N'], name: '群众1号', hidden: true }],
    acted: [{ from: 10, to: 20, no: 'N', by: 'o_office', did: 'dispatch', at: 't3' }],
    ...changed,
  })
  const shownTo = (to_: Worker, from: number, names: string[] = []) =>
    watch({ shown: [{ to_, no: 'N', from, to: from + 1, names }] })

  it('nothing where nothing is wrong', () => {
    const verdict = judge(shownTo(official('transport', 'answer'), 15), stored([one]))
    expect(Object.values(verdict).flat()).toEqual([])
  })

  it('a ticket that is gone', () => {
    expect(judge(watch(), stored([])).lost).toHaveLength(1)
  })

  it('a ticket that is there twice', () => {
    expect(judge(watch(), stored([one, { ...one, no: 'M' }])).doubled).toHaveLength(1)
  })

  it('a command of which no line is left, or two', () => {
    expect(judge(watch(), stored([one], lines.slice(0, 2))).lost).toHaveLength(1)
    expect(judge(watch(), stored([one], [...lines, ...lines.slice(2)])).doubled).toHaveLength(1)
  })

  it('a line that nobody was seen to write', () => {
    expect(judge(watch({ acted: [] }), stored([one])).broken).toHaveLength(1)
  })

  it.each<[what: string, to: Worker, from: number, wrong: boolean]>([
    ['another unit', official('housing', 'answer'), 30, true],
    ['the unit before it was sent there', official('transport', 'answer'), 7, true],
    ['the unit while it was being sent there', official('transport', 'answer'), 11, false],
    ['the unit afterwards', official('transport', 'answer'), 90, false],
    ['the office while it was being sent away', official('office', 'answer'), 19, false],
    ['an official of the office who only answers, afterwards', official('office', 'answer'), 30, true],
    ['whoever dispatches', official('office', 'dispatch'), 90, false],
    ['a reviewer, although it was never disputed', official('office', 'review'), 90, true],
  ])('that it was shown to %s', (_, to, from, wrong) => {
    expect(judge(shownTo(to, from), stored([one])).wrongUnit).toHaveLength(wrong ? 1 : 0)
  })

  it('that it was shown to whom it is about', () => {
    const about = official('office', 'dispatch')
    const day = shownTo(about, 30)
    const filed = day.filed.map((filing) => ({ ...filing, about: about.name }))
    expect(judge({ ...day, filed }, stored([one])).wrongUnit).toHaveLength(1)
  })

  it('that the unit was told a name that is hidden from it', () => {
    expect(judge(shownTo(official('transport', 'answer'), 30, ['群众1号']), stored([one])).named).toHaveLength(1)
  })
})
