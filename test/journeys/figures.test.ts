/** A small month, told ticket by ticket and counted by hand; and who may see which of its figures. */
import type { Output } from '@/contract'
import { countWeeks } from '@/server/counting'
import { everywhere } from './everywhere'
import { COMPLAINT, complaint, type Person } from './people'
import { timerContext } from './timer-context'
import type { Town } from './town'

type Shown = Output<'figures.open'>

everywhere((openTown) => {
  let town: Town
  let citizen: Person
  const tickets: Record<string, string> = {}
  beforeAll(async () => {
    town = await openTown()
    await theMonth()
  }, 120_000)
  afterAll(() => town.close())
  beforeEach(() => town.forgetTries())

  const as = (account: string) => town.official(account)
  const figuresFor = async (account: string, changed: object = {}): Promise<Shown> =>
    (await as(account)).gets('figures.open', { weeks: 4, by: 'unit', ...changed })
  const rowOf = ({ rows }: Shown, id: string) => rows.find((row) => row.id === id)?.figures

  /** On Thursday 26 March at ten, the figures of March look back on four weeks. */
  async function theMonth() {
    town.on('Mon 2026-03-02 09:00')
    citizen = await town.citizen()

    tickets.solved = (await citizen.files()).no
    town.on('Mon 2026-03-02 09:04')
    await (await as('wang')).replies(tickets.solved, '收到，马上转给交通运输局。')
    await (await as('wang')).dispatches(tickets.solved, 'transport')
    await (await as('li')).takes(tickets.solved)

    town.on('Mon 2026-03-02 09:30')
    tickets.silent = (await citizen.files()).no
    await (await as('wang')).dispatches(tickets.silent, 'transport')
    town.on('Mon 2026-03-02 09:45')
    await (await as('sun')).replies(tickets.silent, '我们下午去看。')
    await (await as('sun')).takes(tickets.silent)

    town.on('Mon 2026-03-02 10:00')
    tickets.reopened = (await citizen.files({ category: 'light' })).no
    await (await as('wang')).dispatches(tickets.reopened, 'urban')
    town.on('Mon 2026-03-02 10:08')
    await (await as('zhao')).replies(tickets.reopened, '今晚派人检查。')
    await (await as('zhao')).takes(tickets.reopened)

    town.on('Mon 2026-03-02 11:00')
    tickets.withdrawn = (await citizen.files({ category: 'light' })).no
    await (await as('wang')).dispatches(tickets.withdrawn, 'urban')
    town.on('Mon 2026-03-02 11:03')
    await citizen.withdraws(tickets.withdrawn)

    town.on('Wed 2026-03-04 09:00')
    await (await as('li')).finishes(tickets.solved, '信号灯已经调好。')
    await citizen.confirms(tickets.solved)
    await citizen.rates(tickets.solved, 5)
    await (await as('sun')).finishes(tickets.silent, '已经划线。')
    await (await as('zhao')).finishes(tickets.reopened, '路灯已修。')
    town.on('Fri 2026-03-06 09:00')
    await citizen.disputes(tickets.reopened, '昨晚还是不亮。')
    await (await as('chen')).reopens(tickets.reopened, '请再去看。')

    town.on('Tue 2026-03-10 09:00')
    const question = { kind: 'consult', category: 'other', text: '请问居住证在哪里办？', place: {} } as const
    tickets.asked = (await citizen.files(question)).no
    tickets.named = (await citizen.files({ against: { unit: 'transport', name: '李强' } })).no
    town.on('Tue 2026-03-10 09:05')
    await (await as('wang')).does(tickets.asked, { do: 'answer', result: 'done', text: '在派出所户籍窗口办理。' })
    await citizen.confirms(tickets.asked)
    await citizen.rates(tickets.asked, 3)

    town.on('Thu 2026-03-12 09:00')
    await town.tick()

    town.on('Thu 2026-03-26 09:00')
    tickets.unheard = (await citizen.files({ category: 'clean' })).no
    town.on('Thu 2026-03-26 09:55')
    tickets.fresh = (await citizen.files({ category: 'clean' })).no
    town.on('Thu 2026-03-26 10:00')
    await town.tick()
    // Each turn of the clock counts one week.
    while ((await countWeeks(timerContext(town))).did);
  }

  it('tells what became of everything, and of what each figure does not speak', async () => {
    const { whole, ...shown } = await figuresFor('wang')
    expect(whole).toEqual({
      filed: 7,
      // After 4, 8 and 5 minutes; after 15; and one that nobody replied to in its time.
      firstReply: {
        ...{ part: 3, of: 5, percent: 60, unheard: 1, fresh: 1, left: 1, ready: 0 },
        median: { from: 8, to: 8 },
        most: 'unheard',
      },
      // solved, silent and asked; the reopened one had until the 25th, without the two days of its answer.
      onTime: { part: 3, of: 4, overdue: 1, running: 2, dropped: 1, extended: 0 },
      // solved and asked, of three that are closed.
      solved: {
        ...{ part: 2, of: 3, silent: 1, upheld: 0, unsupplied: 0 },
        ...{ awaiting: 0, disputed: 0, unanswered: 3, withdrawn: 1 },
      },
      satisfied: { part: 1, of: 2, unrated: 1 },
      reopened: { part: 1, of: 4, contested: 1 },
    })
    expect(shown).toMatchObject({ from: '2026-03-02', to: '2026-03-23', missing: 0, target: 10, small: 5 })
  })

  it('stands in the order of the district’s units, not of their figures', async () => {
    const { rows } = await figuresFor('wang')
    expect(rows.map(({ id, figures }) => [id, figures.filed])).toEqual([
      ['office', 3],
      ['transport', 2],
      ['urban', 2],
      ...['housing', 'ecology', 'social', 'tanghai'].map((id) => [id, 0]),
    ])
  })

  it('says of two tickets how many, and no part of a hundred', async () => {
    const transport = rowOf(await figuresFor('wang'), 'transport')
    expect(transport?.firstReply).toEqual({ part: 1, of: 2, unheard: 0, fresh: 0, left: 0, ready: 0 })
    expect(transport?.solved).toMatchObject({ part: 1, of: 2, silent: 1 })
  })

  it.each([
    ['by category', { by: 'category' }, { traffic: 2, light: 2, clean: 2, other: 1 }],
    ['by week', { by: 'week' }, { '2026-03-02': 4, '2026-03-09': 1, '2026-03-16': 0, '2026-03-23': 2 }],
    ['of a unit by category', { by: 'category', unit: 'urban' }, { traffic: 0, light: 2 }],
    ['of a category by unit', { by: 'unit', category: 'clean' }, { office: 2, urban: 0 }],
    ['of a unit that nothing lies with', { by: 'week', unit: 'housing' }, { '2026-03-02': 0 }],
  ])('can be had %s', async (_, question, filed) => {
    const shown = await figuresFor('wang', question)
    for (const [id, count] of Object.entries(filed)) expect([id, rowOf(shown, id)?.filed]).toEqual([id, count])
  })

  it('look back on a year', async () => {
    const shown = await figuresFor('wang', { weeks: 52, by: 'week' })
    expect([shown.rows.length, shown.whole.filed, shown.missing]).toEqual([52, 7, 0])
  })

  describe('who sees them', () => {
    it.each([
      ['who dispatches', 'wang', true, false],
      ['who reviews', 'chen', true, false],
      ['a head of the district office', 'gao', true, true],
      ['who keeps the accounts', 'ma', true, true],
      ['who answers in a unit', 'sun', false, false],
    ])('%s', async (_, account, allUnits, mayExport) => {
      expect(await figuresFor(account)).toMatchObject({ allUnits, mayExport })
    })

    it('who answers sees their own unit’s, and nothing of another', async () => {
      const shown = await figuresFor('sun')
      expect([shown.whole.filed, shown.rows.map(({ id }) => id), shown.units.map(({ id }) => id)]).toEqual([
        2,
        ['transport'],
        ['transport'],
      ])
      const weeks = await figuresFor('sun', { by: 'week' })
      expect(weeks.rows.map(({ figures }) => figures.filed)).toEqual([0, 0, 0, 2])
      expect(await (await as('sun')).isRefused('figures.open', { weeks: 4, by: 'week', unit: 'urban' })).toMatchObject({
        reason: 'not-allowed',
      })
    })

    it('who only writes news sees none, and neither do people', async () => {
      for (const person of [await as('lin'), citizen, town.anyone()]) {
        expect((await person.isRefused('figures.open', { weeks: 4, by: 'unit' })).code).toBe('forbidden')
      }
    })
  })

  describe('the rows of a file', () => {
    const month = { from: '2026-03-02', to: '2026-03-23' }
    const rowsFor = async (account: string, changed: object = {}) =>
      (await (await as(account)).gets('figures.rows', { ...month, ...changed })).rows

    it('are the tickets that were counted, the oldest first, without the one about somebody', async () => {
      const { solved, silent, reopened, withdrawn, asked, unheard, fresh } = tickets
      expect((await rowsFor('ma')).map(({ no }) => no)).toEqual([
        solved,
        silent,
        reopened,
        withdrawn,
        asked,
        unheard,
        fresh,
      ])
    })

    it('say what was counted of each', async () => {
      const [solved, , reopened] = await rowsFor('gao')
      expect(solved).toEqual({
        ...{ no: tickets.solved, sample: false, filedAt: '2026-03-02T01:00:00.000Z' },
        ...{ category: 'traffic', unit: 'transport', status: 'closed', firstReplyMinutes: 4 },
        ...{ dueAt: '2026-03-23T15:59:59.999Z', onTime: true, result: 'done', outcome: 'confirmed', stars: 5 },
      })
      expect(reopened).not.toHaveProperty('onTime')
    })

    it('hold no name, telephone, text or place', async () => {
      const said = JSON.stringify(await rowsFor('ma'))
      for (const secret of [COMPLAINT.name, COMPLAINT.phone, COMPLAINT.text, COMPLAINT.place.address, '李强'])
        expect(said).not.toContain(secret)
    })

    it.each([
      ['of one unit', { unit: 'urban' }, 2],
      ['of one category', { category: 'clean' }, 2],
      ['of one week', { to: '2026-03-02' }, 4],
    ])('can be had %s', async (_, changed, count) => expect(await rowsFor('ma', changed)).toHaveLength(count))

    it.each(['wang', 'chen', 'sun', 'lin'])('are not for %s', async (account) => {
      expect((await (await as(account)).isRefused('figures.rows', month)).reason).toBe('not-allowed')
    })

    it('are of days that are days', async () => {
      expect((await (await as('ma')).isRefused('figures.rows', { ...month, to: 'today' })).reason).toBe('day-wrong')
    })
  })

  it('count what happens later with the next hour', async () => {
    await (await as('wang')).replies(tickets.unheard ?? '', '我们去看。')
    town.pass(61)
    await town.tick()
    expect((await figuresFor('wang')).whole.firstReply).toMatchObject({ part: 3, of: 6, unheard: 1, fresh: 0 })
  })

  it('leave five tickets about somebody out of the unit’s figures, and count them with everything when the week is over', async () => {
    for (let n = 0; n < 5; n++) await citizen.asks('tickets.file', complaint({ against: { name: '李强' } }))
    town.pass(61)
    await town.tick()
    const filed = async () => (await figuresFor('wang')).whole.filed
    expect(await filed()).toBe(7)
    town.on('Mon 2026-03-30 09:00')
    await town.tick()
    // The first week has gone out of the four; the sixth of those about somebody came with the second.
    expect(await filed()).toBe(9)
    expect(rowOf(await figuresFor('wang'), 'transport')?.filed).toBe(0)
  })
})
