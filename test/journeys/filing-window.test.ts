/** Somebody without a phone comes to the window, or calls: an official files for them, and a slip is all they need. */
import * as pictures from '../pictures'
import { beijing } from '../situations'
import { everywhere } from './everywhere'
import { COMPLAINT, newKey, type Person } from './people'
import type { Town } from './town'

everywhere((openTown, _, rows) => {
  let town: Town
  let wang: Person
  let li: Person
  let zhao: Person

  beforeEach(async () => {
    town = await openTown()
    wang = await town.official('wang')
    li = await town.official('li')
    zhao = await town.official('zhao')
  })
  afterEach(() => town.close())

  const taken = (changed: object = {}) => ({ ...COMPLAINT, key: newKey(), channel: 'window' as const, ...changed })

  it('it arrives like anybody’s, with who took it, and with their name and phone', async () => {
    const { ticket } = await wang.gets('desk.file', taken())
    expect(ticket).toMatchObject({
      status: 'submitted',
      unit: { id: 'office' },
      asker: { name: '吴小明', phone: '13912345678' },
      taken: { by: '王敏', unit: { id: 'office' }, channel: 'window' },
      history: [{ did: 'file', by: { role: 'official', name: '王敏' } }, { did: 'received' }],
    })
    expect((await wang.gets('desk.queue', { queue: 'open' })).items.map(({ no }) => no)).toEqual([ticket.no])
  })

  it('both clocks run as for anybody: to have been listened to is no answer', async () => {
    const { ticket } = await wang.gets('desk.file', taken({ channel: 'phone' }))
    expect(ticket.firstReply).toEqual({ dueAt: beijing('Mon 2026-03-02 10:10'), late: false })
    expect(ticket.resolve.state).toBe('runs')
  })

  it('with the number and the code on the slip the talk is seen, with who took it and without any name of theirs', async () => {
    const { ticket, code } = await wang.gets('desk.file', taken())
    await wang.replies(ticket.no, '今天就派人去看。')
    const seen = await town.anyone().gets('tickets.lookUp', { no: ticket.no, code })
    expect(seen).toMatchObject({ taken: { by: '王敏', channel: 'window' }, asker: { visibility: 'shown' }, may: [] })
    expect(seen.history.at(-1)).toMatchObject({ did: 'reply', text: '今天就派人去看。' })
    expect(JSON.stringify(seen)).not.toMatch(/吴小明|13912345678/)
  })

  it('a wrong code shows nothing', async () => {
    const { ticket } = await wang.gets('desk.file', taken())
    expect(await town.anyone().isRefused('tickets.lookUp', { no: ticket.no, code: '222222' })).toMatchObject({
      reason: 'lookup-failed',
    })
  })

  it('sent again after a lost answer, the same number and code are on the second slip', async () => {
    const filing = taken()
    const first = await wang.gets('desk.file', filing)
    expect(await wang.gets('desk.file', filing)).toEqual(first)
    expect(await town.world.store.count('tickets')).toBe(1)
  })

  it('the same key of another official is another ticket', async () => {
    const filing = taken()
    const [first, second] = [await wang.gets('desk.file', filing), await li.gets('desk.file', filing)]
    expect(second.ticket.no).not.toBe(first.ticket.no)
  })

  it('who took it at another bureau has the slip, and as little of the ticket as whoever holds it', async () => {
    const filing = taken()
    const { ticket, code } = await zhao.gets('desk.file', filing)
    expect(code).toMatch(/^[2-9A-Z]{6}$/)
    expect(ticket).toMatchObject({ may: [], taken: { by: '赵静', unit: { id: 'urban' } } })
    expect(JSON.stringify(ticket)).not.toMatch(/吴小明|13912345678/)
    expect(await zhao.isRefused('desk.open', { no: ticket.no })).toMatchObject({ status: 404 })
    await wang.dispatches(ticket.no, 'transport', '请勿外传')
    expect((await zhao.asks('desk.file', filing)).raw).not.toContain('请勿外传')
  })

  it('it carries the photos that the official has taken, and not those of others', async () => {
    const { id } = await wang.uploads(await pictures.jpeg())
    expect((await wang.gets('desk.file', taken({ photos: [id] }))).ticket.photos).toHaveLength(1)
    expect(await li.isRefused('desk.file', taken({ photos: [id] }))).toMatchObject({ reason: 'photo-missing' })
  })

  it('nobody else has such a ticket among their own, nor may speak in it', async () => {
    const { ticket } = await wang.gets('desk.file', taken())
    const worker = await town.citizen()
    expect((await worker.gets('tickets.mine', {})).items).toEqual([])
    expect(await worker.mayNot(ticket.no, { do: 'add', text: '是我' })).toMatchObject({ status: 404 })
    const { askerId = '' } = (await town.world.store.get<{ askerId: string }>('tickets', ticket.no)) ?? {}
    expect(askerId).toMatch(/^desk:/)
  })

  it('it goes its whole way to an end', async () => {
    const { ticket } = await wang.gets('desk.file', taken())
    await wang.dispatches(ticket.no, 'transport')
    await li.takes(ticket.no)
    await li.finishes(ticket.no, '已经派人疏导。')
    town.on('Tue 2026-03-10 10:00')
    await town.tick()
    wang = await town.official('wang')
    expect(await wang.opens(ticket.no)).toMatchObject({ status: 'closed', outcome: 'no-answer' })
  })

  it.each([
    ['who only reviews', 'chen'],
    ['who only writes news', 'ma'],
  ])('is nothing for somebody %s', async (_, account) => {
    const other = await town.official(account)
    expect(await other.isRefused('desk.file', taken())).toMatchObject({ status: 403, reason: 'not-allowed' })
  })

  it('and nothing for a citizen', async () => {
    const worker = await town.citizen()
    expect(await worker.isRefused('desk.file', taken())).toMatchObject({ status: 403, reason: 'not-allowed' })
  })

  it.each(
    rows<[name: string, changed: object, reason: string]>([
      ['no channel', { channel: undefined }, 'malformed'],
      ['another channel', { channel: 'letter' }, 'malformed'],
      ['four characters', { text: '路灯坏了' }, 'text-short'],
      ['an unknown category', { category: 'weather' }, 'category-unknown'],
    ]),
  )('%s is refused, and nothing is kept', async (_, changed, reason) => {
    expect(await wang.isRefused('desk.file', taken(changed))).toMatchObject({ status: 400, reason })
    expect(await town.world.store.count('tickets')).toBe(0)
  })
})
