/** What happens when the citizen says nothing: an answer and a question do not wait for ever, and silence is never content. */
import * as v from 'valibot'
import { JOBS } from '@/contract/timer'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

const lapsed = (closed: number) => ({ ok: true, data: { did: expect.objectContaining({ lapse: closed }) } })
const notTheirTurn = { ok: true, data: { did: {} } }
/** What one turn of the timer did, job by job. */
const Turn = v.object({ ok: v.literal(true), data: v.object({ did: v.record(v.string(), v.number()) }) })

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let li: Person
  let no: string

  /** A complaint that Li of the transport bureau handles on Monday 2 March at 10:00. */
  beforeEach(async () => {
    town = await openTown()
    worker = await town.citizen()
    li = await town.official('li')
    no = (await worker.files()).no
    await (await town.official('wang')).dispatches(no, 'transport')
    await li.takes(no)
  })
  afterEach(() => town.close())

  it('an answer that nobody confirmed is closed after seven days as “no answer”, not a minute before, and can still be rated', async () => {
    await li.finishes(no, '已处理')
    town.on('Mon 2026-03-09 10:00')
    expect(await town.tick()).toEqual(lapsed(0))
    expect((await worker.sees(no)).may).toEqual(['confirm', 'dispute'])
    town.pass(1)
    expect((await worker.sees(no)).may).toEqual(['confirm'])
    expect(await town.tick()).toEqual(lapsed(1))
    const ticket = await worker.sees(no)
    expect(ticket).toMatchObject({ status: 'closed', outcome: 'no-answer', result: { kind: 'done' }, may: ['rate'] })
    expect(ticket.history.at(-1)).toMatchObject({ did: 'lapse', by: { role: 'system' } })
  })

  it('a question that nobody answers closes the ticket as not supplied', async () => {
    await li.asksBack(no, '请问是哪个出口？')
    town.on('Mon 2026-03-09 10:01')
    expect(await town.tick()).toEqual(lapsed(1))
    expect(await worker.sees(no)).toMatchObject({
      status: 'closed',
      outcome: 'not-supplied',
      result: { kind: 'unverifiable' },
    })
  })

  it('whoever has spoken in time is not closed by an earlier turn', async () => {
    await li.asksBack(no, '请问是哪个出口？')
    await worker.supplies(no, '北出口')
    town.on('Mon 2026-03-16 10:00')
    expect(await town.tick()).toEqual(lapsed(0))
    expect((await worker.sees(no)).status).toBe('handling')
  })

  it('two timers at once close a ticket once', async () => {
    await li.finishes(no, '已处理')
    town.on('Mon 2026-03-09 10:01')
    const answers = await Promise.all([town.tick(), town.tick()])
    // Each job went to one of the two, whichever was first.
    const jobs = answers.flatMap((answer) => Object.entries(v.parse(Turn, answer).data.did))
    expect(jobs.map(([job]) => job).sort()).toEqual([...JOBS].sort())
    // One of them may have met the other's reminder on this very ticket: then it is closed a minute later.
    town.pass(1)
    await town.tick()
    expect((await worker.sees(no)).history.filter(({ did }) => did === 'lapse')).toHaveLength(1)
  })

  it('the timer and the citizen at the same moment: one of the two, and the history says which', async () => {
    await li.finishes(no, '已处理')
    town.on('Mon 2026-03-09 10:01')
    const [, confirmed] = await Promise.all([
      town.tick(),
      worker.asks('tickets.act', { no, key: 'at-the-last-moment', command: { do: 'confirm' } }),
    ])
    const { outcome, history } = await worker.sees(no)
    expect(outcome).toBe(confirmed.status === 200 ? 'confirmed' : 'no-answer')
    expect(history.filter(({ did }) => did === 'lapse' || did === 'confirm')).toHaveLength(1)
  })

  it('many that are due are closed in one turn, page by page', async () => {
    await li.finishes(no, '已处理')
    const record = await town.world.store.get<object>('tickets', no)
    for (let n = 0; n < 50; n++)
      await town.world.store.insert('tickets', `copy-${n}`, { ...record, id: `copy-${n}`, no: `copy-${n}` })
    town.on('Mon 2026-03-09 10:01')
    expect(await town.tick()).toEqual(lapsed(51))
    town.pass(1)
    expect(await town.tick()).toEqual(lapsed(0))
  })

  it('no person may act as the timer', async () => {
    for (const who of [town.anyone(), worker, li]) {
      expect((await who.isRefused('timer.tick', {})).code).toBe('forbidden')
    }
  })

  it('a minute’s turn is taken once, and the next minute has its own', async () => {
    expect(await town.tick()).toEqual(lapsed(0))
    expect(await town.tick()).toEqual(notTheirTurn)
    town.pass(1)
    expect(await town.tick()).toEqual(lapsed(0))
  })

  it('counted tries and sessions that have ended are removed within the hour, and no others', async () => {
    await town.tick()
    const count = () => Promise.all([town.world.store.count('tries'), town.world.store.count('sessions')])
    const [, sessions] = await count()
    town.on('Mon 2026-03-02 21:59')
    await town.tick()
    expect(await count()).toEqual([0, sessions])
    town.on('Mon 2026-03-02 23:00')
    await town.tick()
    // Officials' sessions last twelve hours; a citizen's is the only key to its tickets. In the cloud it needs none.
    expect(await count()).toEqual([0, worker.token ? 1 : 0])
    expect((await worker.sees(no)).no).toBe(no)
  })

  it('an errand that was given up is kept for a month to look at, and then removed; one that waits stays', async () => {
    const dueAt = town.now()
    await town.world.store.insert('errands', 'given-up', { state: 'dropped', dueAt, tries: 8 })
    await town.world.store.insert('errands', 'waiting', {
      state: 'waiting',
      dueAt: '2027-01-01T00:00:00.000Z',
      tries: 0,
    })
    const left = async () => (await town.world.store.find('errands', { by: 'id', limit: 9 })).items.map(({ id }) => id)
    town.on('Wed 2026-04-01 10:00')
    await town.tick()
    expect(await left()).toEqual(['given-up', 'waiting'])
    town.pass(60)
    await town.tick()
    expect(await left()).toEqual(['waiting'])
  })
})
