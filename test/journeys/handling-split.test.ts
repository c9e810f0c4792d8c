/** Two things in one ticket: the second becomes a ticket of its own, of the same asker and as old as the first. */
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { stored, type Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let no: string
  let code: string
  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    town.on('Mon 2026-03-02 10:00')
    wang = await town.official('wang')
    const photo = await worker.uploads(await pictures.jpeg())
    const filed = await worker.files({ photos: [photo.id] })
    no = filed.no
    code = filed.code ?? ''
  })

  const split = { do: 'split', category: 'light', text: '出口处路灯也不亮。' } as const
  const splits = async () => (await wang.does(no, split)).splitInto?.[0] ?? ''

  it('is the same asker’s, with the place and photos of the first, and open to be passed on', async () => {
    town.on('Wed 2026-03-04 09:00')
    wang = await town.official('wang')
    const other = await splits()
    expect(await worker.sees(other)).toMatchObject({
      status: 'submitted',
      text: '出口处路灯也不亮。',
      splitFrom: no,
      place: { address: '唐曹高速曹妃甸出口' },
      may: ['add', 'withdraw'],
    })
    expect((await worker.sees(other)).photos).toHaveLength(1)
    const mine = (await worker.gets('tickets.mine', {})).items.map((item) => item.no)
    expect(mine).toEqual(expect.arrayContaining([no, other]))
  })

  it('is as old as the first: splitting gives nobody more time', async () => {
    const first = await worker.sees(no)
    town.on('Wed 2026-03-11 09:00')
    wang = await town.official('wang')
    const second = await worker.sees(await splits())
    expect(second).toMatchObject({ filedAt: first.filedAt })
    expect(second.resolve.promisedAt).toBe(first.resolve.promisedAt)
    expect(second.firstReply.dueAt).toBe(first.firstReply.dueAt)
  })

  it('leads its asker from the one to the other', async () => {
    const other = await splits()
    expect(await worker.sees(no)).toMatchObject({ splitInto: [other], status: 'submitted' })
    expect((await worker.sees(no)).history.at(-1)).toMatchObject({ did: 'split', other, text: '出口处路灯也不亮。' })
    expect((await worker.sees(other)).history[0]).toMatchObject({ did: 'file', other: no, by: { name: '王敏' } })
  })

  it('is opened with its own number and the code of the first: at the window people have one slip', async () => {
    const other = await splits()
    expect(await town.anyone().gets('tickets.lookUp', { no: other, code })).toMatchObject({ splitFrom: no })
  })

  it('goes its own way', async () => {
    const other = await splits()
    await wang.dispatches(other, 'urban')
    await wang.dispatches(no, 'transport')
    const zhao = await town.official('zhao')
    expect(await zhao.takes(other)).toMatchObject({ status: 'handling' })
    expect(await zhao.isRefused('desk.open', { no })).toMatchObject({ reason: 'ticket-missing' })
    await worker.withdraws(no)
    expect((await worker.sees(other)).status).toBe('handling')
  })

  it('sent ten times at once is split once', async () => {
    const { tickets = 0 } = await stored(town)
    const command = { no, key: newKey(), command: split }
    const replies = await Promise.all(Array.from({ length: 10 }, () => wang.asks('tickets.act', command)))
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(await stored(town)).toMatchObject({ tickets: tickets + 1 })
    expect((await worker.sees(no)).splitInto).toHaveLength(1)
  })

  it('sent again an hour later is still the same one', async () => {
    const command = { no, key: newKey(), command: split }
    await wang.asks('tickets.act', command)
    const before = await stored(town)
    town.pass(60)
    await wang.asks('tickets.act', command)
    expect(await stored(town)).toEqual(before)
  })

  it('uses up no number for somebody who may not do it', async () => {
    const li = await town.official('li')
    await wang.dispatches(no, 'transport')
    expect(await li.mayNot(no, split)).toMatchObject({ reason: 'not-yours' })
    const running = (one: string) => Number(one.slice(13, 17))
    expect(running((await worker.files()).no)).toBe(running(no) + 1)
  })

  it('is refused with a category that there is not', async () => {
    expect(await wang.mayNot(no, { ...split, category: 'no-such' })).toMatchObject({ reason: 'category-unknown' })
  })
})
