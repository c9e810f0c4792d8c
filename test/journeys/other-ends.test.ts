/** The other ways a ticket may go: asked back, sent back, withdrawn, upheld, helped by a second unit, filed at night. */
import { beijing, endOf } from '../situations'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let zhao: Person
  let chen: Person
  let no: string

  /** A complaint that lies with the transport bureau. */
  beforeEach(async () => {
    town = await openTown()
    worker = await town.citizen()
    await everybodyOn('Mon 2026-03-02 10:00')
    no = (await worker.files()).no
    await wang.dispatches(no, 'transport')
  })
  afterEach(() => town.close())

  async function everybodyOn(when: string) {
    town.on(when)
    const signedIn = await Promise.all(['wang', 'li', 'zhao', 'chen'].map((account) => town.official(account)))
    ;[wang, li, zhao, chen] = signedIn as [Person, Person, Person, Person]
  }

  it('a ticket that waits for the citizen has its clock stopped, and goes on where it stood', async () => {
    await li.takes(no)
    expect((await li.asksBack(no, '请问是哪个出口？')).resolve.state).toBe('waits')
    expect((await worker.sees(no)).may).toEqual(['supply', 'withdraw'])
    town.on('Thu 2026-03-05 10:00')
    const supplied = await worker.supplies(no, '北出口')
    expect(supplied).toMatchObject({
      status: 'handling',
      handler: '李强',
      resolve: { state: 'runs', workdaysLeft: 15, dueAt: endOf('Thu 2026-03-26'), promisedAt: endOf('Mon 2026-03-23') },
    })
  })

  it('a unit that is not responsible sends it back; after the third time it stays with the office', async () => {
    for (const unit of ['urban', 'transport']) {
      const who = unit === 'urban' ? li : zhao
      await who.objects(no, '不归我们')
      await wang.dispatches(no, unit)
    }
    const { answer } = await li.asks('tickets.act', {
      no,
      key: 'the-third-objection',
      command: { do: 'object', reason: '真的不归我们' },
    })
    expect(answer.ok).toBe(true)
    const settled = await wang.opens(no)
    expect(settled).toMatchObject({ status: 'dispatched', unit: { id: 'office' } })
    expect(settled.may).toEqual(expect.arrayContaining(['reply', 'take']))
    expect(settled.may).not.toContain('dispatch')
    expect(await wang.mayNot(no, { do: 'object', reason: '也不归我们' })).toMatchObject({ reason: 'not-now' })
    expect((await worker.sees(no)).history.map(({ did }) => did)).not.toContain('object')
  })

  it('a unit may object on the next working day, not on the one after', async () => {
    await everybodyOn('Wed 2026-03-04 09:00')
    expect(await li.mayNot(no, { do: 'object', reason: '不归我们' })).toMatchObject({ status: 409, reason: 'too-late' })
  })

  it('a second unit helps: it sees the ticket and writes, the first one answers', async () => {
    await li.takes(no)
    expect((await li.gets('desk.open', { no })).units.map(({ id }) => id)).toContain('urban')
    await li.does(no, { do: 'add-unit', unit: 'urban' })
    expect(await li.mayNot(no, { do: 'add-unit', unit: 'urban' })).toMatchObject({ status: 400, reason: 'same-unit' })
    expect((await zhao.replies(no, '我们今天清障')).may).toEqual(['reply', 'note'])
    expect(await worker.sees(no)).toMatchObject({ coUnits: [{ id: 'urban' }], firstReply: { minutes: 0 } })
  })

  it('an extension is made once, by at most what the district allows, and the first promise stays beside it', async () => {
    await li.takes(no)
    expect(await li.mayNot(no, { do: 'extend', days: 16, reason: '材料未到' })).toMatchObject({
      status: 400,
      reason: 'too-many-days',
    })
    await li.does(no, { do: 'extend', days: 15, reason: '材料未到' })
    expect((await worker.sees(no)).resolve).toMatchObject({
      extendedDays: 15,
      promisedAt: endOf('Mon 2026-03-23'),
      dueAt: endOf('Tue 2026-04-14'),
    })
    expect(await li.mayNot(no, { do: 'extend', days: 1, reason: '再等等' })).toMatchObject({
      status: 409,
      reason: 'only-once',
    })
  })

  it('what the citizen takes back is over for everybody', async () => {
    expect(await worker.withdraws(no)).toMatchObject({ status: 'withdrawn', may: [], resolve: { state: 'stopped' } })
    expect(await li.mayNot(no, { do: 'take' })).toMatchObject({ status: 409, reason: 'not-now' })
    expect((await wang.gets('desk.queue', { queue: 'open' })).items).toEqual([])
  })

  it('an answer that a reviewer upholds closes the ticket, and it may still be rated', async () => {
    await li.takes(no)
    await li.finishes(no, '已处理')
    await worker.disputes(no, '还是堵')
    expect(await chen.upholds(no, '现场已核实，处理得当。')).toMatchObject({ status: 'closed', outcome: 'upheld' })
    expect((await worker.rates(no, 1)).rating).toEqual({ stars: 1 })
    expect(await worker.mayNot(no, { do: 'rate', stars: 5 })).toMatchObject({ status: 409, reason: 'only-once' })
  })

  it('after seven days an answer can no longer be disputed, only confirmed', async () => {
    await li.takes(no)
    await li.finishes(no, '已处理')
    town.on('Mon 2026-03-09 10:01')
    expect((await worker.sees(no)).may).toEqual(['confirm'])
    expect(await worker.mayNot(no, { do: 'dispute', text: '还是堵' })).toMatchObject({
      status: 409,
      reason: 'too-late',
    })
  })

  it('what is filed at night is due after opening, and the app says when that is', async () => {
    town.on('Mon 2026-03-02 23:30')
    const { firstReply } = await worker.files()
    expect(firstReply).toEqual({
      dueAt: beijing('Tue 2026-03-03 08:40'),
      opensAt: beijing('Tue 2026-03-03 08:30'),
      late: false,
    })
    expect((await town.anyone().gets('filing.open', {})).opensAt).toBe(beijing('Tue 2026-03-03 08:30'))
  })

  it('what is filed half past midnight on a Friday has Friday’s number and Friday’s deadline', async () => {
    town.on('Fri 2026-03-06 00:30')
    const filed = await worker.files({ kind: 'consult' })
    expect(filed.no).toMatch(/^CFD-20260306-0001-/)
    expect(filed.resolve.dueAt).toBe(endOf('Tue 2026-03-10'))
  })

  it('what is due after the known calendar says so, on the ticket and on the desk', async () => {
    town.on('Thu 2026-12-24 10:00')
    const { no: late, resolve } = await worker.files()
    expect(resolve).toEqual({ state: 'runs', days: 15, promisedAt: 'beyond', dueAt: 'beyond', late: false })
    wang = await town.official('wang')
    expect((await wang.opens(late)).resolve.dueAt).toBe('beyond')
  })

  it('a person’s tickets are newest first, page after page, and the newest is on the first screen', async () => {
    const filed = [no]
    for (let n = 0; n < 21; n++) {
      town.pass(4)
      filed.unshift((await worker.files()).no)
    }
    const first = await worker.gets('tickets.mine', {})
    const second = await worker.gets('tickets.mine', { after: first.next ?? '' })
    expect([...first.items, ...second.items].map((item) => item.no)).toEqual(filed)
    expect((await worker.gets('home.open', {})).latest?.no).toBe(filed[0])
  })

  it('the queue of ended tickets begins with the one that ended last', async () => {
    const others = [await worker.files(), await worker.files()]
    for (const ended of [others[1], others[0]]) {
      town.pass(1)
      await worker.withdraws(ended?.no ?? '')
    }
    const { items } = await wang.gets('desk.queue', { queue: 'done' })
    expect(items.map((item) => item.no)).toEqual(others.map((ended) => ended.no))
  })

  it('the queue is in the order in which the clocks run out, page after page', async () => {
    for (let n = 0; n < 24; n++) {
      town.pass(1)
      await worker.files({ text: `第${n + 10}件事情，请处理` })
      if (n % 10 === 9) await town.forgetTries()
    }
    const first = await wang.gets('desk.queue', { queue: 'open' })
    const second = await wang.gets('desk.queue', { queue: 'open', after: first.next ?? '' })
    const all = [...first.items, ...second.items]
    expect([first.items.length, all.length, second.next]).toEqual([15, 25, undefined])
    expect(new Set(all.map((item) => item.no)).size).toBe(25)
    const due = all.map((item) => (item.firstReply.repliedAt ? item.resolve.dueAt : item.firstReply.dueAt))
    expect(due).toEqual([...due].sort())
  })
})
