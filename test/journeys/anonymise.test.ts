/** What becomes of a ticket when the time for which the district keeps it is over. */
import type { Output } from '@/contract'
import { REMOVED } from '@/core/anonymise'
import { MAX_PAGE } from '@/server/ports'
import type { Entry, TicketRecord } from '@/server/records'
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

const NAME = '吴小明'
const PHONE = '13912345678'
const MOTHER = '吴家老太太'
const DOOR = '垦丰大街12号3单元'
const ASKED = '我妈住在出口边上那一排'
const SAID = '我家就在出口旁边'
/** All that says who asked, where they live, or what they wrote. */
const SECRETS = [NAME, PHONE, MOTHER, DOOR, SAID, ASKED, '高速出口', '明天上门', '打过电话', '办得不错', '39.2719']

everywhere((openTown) => {
  let town: Town
  let wu: Person
  let neighbour: Person
  let wang: Person
  let li: Person

  beforeAll(async () => {
    town = await openTown({ district: { retention: { ticketDays: 40 } } })
    wu = await town.citizen()
    neighbour = await town.citizen()
    wang = await town.official('wang')
    li = await town.official('li')
  })
  afterAll(() => town.close())
  // Time goes on from test to test, as the timer expects it to; an official's session ends with the day.
  beforeEach(async () => {
    wang = await town.official('wang')
    li = await town.official('li')
  })

  /** Every document there is, but for what was counted and what the people here signed in with. */
  async function everything(): Promise<string> {
    const kept: unknown[] = []
    for (const collection of ['tickets', 'entries', 'filings', 'photos', 'follows', 'errands', 'screenings', 'audit']) {
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await town.world.store.find(collection, { by: 'id', limit: MAX_PAGE, ...(after && { after }) })
        kept.push(...page.items)
        after = page.next
      }
    }
    return JSON.stringify(kept)
  }
  const recordOf = async (no: string) => {
    const record = await town.world.store.get<TicketRecord>('tickets', no)
    if (!record) throw new Error(`no ticket ${no}`)
    return record
  }

  /** Solved, rated, and talked about: everything that a ticket may carry. */
  async function solved(): Promise<Output<'tickets.open'>> {
    const { id } = await wu.uploads(await pictures.jpeg(64, 48, 7))
    const { no } = await wu.files({
      ...{ name: NAME, phone: PHONE, photos: [id], consent: true },
      talk: [{ by: 'me', text: ASKED }],
      place: { address: DOOR, point: { lat: 39.2719, lng: 118.4478 } },
      behalf: { relation: 'parent', name: MOTHER, phone: PHONE },
    })
    await neighbour.gets('follows.add', { no })
    await wu.adds(no, SAID)
    await wang.dispatches(no, 'transport', '打过电话了')
    await li.takes(no)
    await li.replies(no, '明天上门')
    await li.finishes(no, `${NAME}您好，已经办好`)
    await wu.confirms(no)
    return wu.rates(no, 5, '办得不错')
  }
  const later = async (days: number) => {
    town.pass(days * 24 * 60)
    await town.tick()
    town.pass(61)
    await town.tick()
    wang = await town.official('wang')
    li = await town.official('li')
  }

  it('is kept as it is until that time is over, and then nothing is left of whoever asked', async () => {
    const ticket = await solved()
    const { askerId } = await recordOf(ticket.no)
    await later(39)
    expect((await recordOf(ticket.no)).asker.name).toBe(NAME)

    await later(2)
    const kept = await everything()
    expect([...SECRETS, askerId, ticket.code ?? 'no code'].filter((secret) => kept.includes(secret))).toEqual([])
  })

  it('keeps what the figures are made of: kind, category, unit, times, states, results, stars', async () => {
    const { no } = await solved()
    const before = await recordOf(no)
    await later(42)
    const after = await recordOf(no)
    for (const field of FIGURES) expect([field, after[field]]).toEqual([field, before[field]])
    expect(after.result).toEqual({ kind: 'done' })
    expect(after.rating).toEqual({ stars: 5 })
    expect(after.place).toEqual({ point: { lat: 39.27, lng: 118.45 } })

    const view = await wang.opens(no)
    expect(view.text).toBe(REMOVED.zh)
    expect(view.history.map(({ did }) => did)).toEqual(
      expect.arrayContaining(['file', 'add', 'dispatch', 'take', 'reply', 'answer', 'confirm', 'rate']),
    )
    expect(view.may).toEqual([])
  })

  it('opens to nobody any more: not to whoever asked, not with number and code', async () => {
    const { no, code = '' } = await solved()
    await later(42)
    expect(await wu.isRefused('tickets.open', { no })).toMatchObject({ reason: 'ticket-missing' })
    expect((await wu.gets('tickets.mine', {})).items).toEqual([])
    expect((await neighbour.gets('follows.mine', {})).items).toEqual([])
    for (const typed of [code, '', '-', 'gone'])
      expect(await town.anyone().isRefused('tickets.lookUp', { no, code: typed })).toMatchObject({
        reason: 'lookup-failed',
      })
  })

  describe('its pictures', () => {
    const old = async (no: string) => {
      await town.world.store.update('tickets', no, (await recordOf(no)).version, {
        set: { movedAt: '2025-01-01T00:00:00.000Z' },
      })
      for (let hours = 0; hours < 2; hours++) {
        town.pass(61)
        await town.tick()
      }
    }
    const withPhoto = async (person: Person, seed: number) => {
      const { id } = await person.uploads(await pictures.jpeg(64, 48, seed))
      const { no } = await person.files({ photos: [id] })
      await person.withdraws(no)
      return no
    }
    beforeEach(async () => {
      await town.forgetTries()
    })

    it('leave the storage', async () => {
      const no = await withPhoto(await town.citizen(), 21)
      const before = await town.fileCount()
      // What an upload has become is remembered for as long as a draft may wait with it.
      await later(42)
      expect(await town.fileCount()).toBeLessThan(before)
      expect((await recordOf(no)).photos).toEqual([])
    })

    it('stay while the same person shows them in another ticket', async () => {
      const person = await town.citizen()
      const { id } = await person.uploads(await pictures.jpeg(64, 48, 22))
      const [first, second] = [await person.files({ photos: [id] }), await person.files({ photos: [id] })]
      await person.withdraws(first.no)
      await old(first.no)
      expect(await town.world.store.get('photos', id)).not.toBeNull()
      await person.withdraws(second.no)
      await old(second.no)
      expect(await town.world.store.get('photos', id)).toBeNull()
    })

    it('stay while somebody else has sent the same', async () => {
      const [one, other] = [await town.citizen(), await town.citizen()]
      const no = await withPhoto(one, 23)
      const { id } = await other.uploads(await pictures.jpeg(64, 48, 23))
      await other.files({ photos: [id] })
      const before = await town.fileCount()
      await old(no)
      expect(await town.fileCount()).toBe(before)
    })
  })

  it('is never touched while somebody still has something to do: open, or disputed', async () => {
    const person = await town.citizen()
    const open = await person.files({ name: NAME })
    const disputed = await person.files({ name: NAME })
    await wang.dispatches(disputed.no, 'transport')
    await li.takes(disputed.no)
    await li.finishes(disputed.no, '已经办好')
    await person.disputes(disputed.no, '没有办好')
    await later(90)
    for (const { no } of [open, disputed]) expect((await recordOf(no)).asker.name).toBe(NAME)
  })

  it('killed in the middle, it counts as kept, and the next hour goes on', async () => {
    const { no } = await solved()
    await later(42)
    // As it lies there when the ticket is done and its second line is not.
    const { items } = await town.world.store.find<Entry>('entries', { where: { no }, by: 'seq', limit: 3 })
    const line = items[2]
    if (!line) throw new Error('no line')
    const record = await recordOf(no)
    await town.world.store.update('entries', line.id, line.version, { set: { text: SAID } })
    await town.world.store.update('tickets', no, record.version, { set: { kept: true }, unset: ['anonymisedAt'] })
    town.pass(61)
    await town.tick()
    expect(await town.world.store.get<Entry>('entries', line.id)).toMatchObject({
      text: expect.not.stringContaining(SAID),
    })
    expect(await recordOf(no)).not.toHaveProperty('kept')
  })
})

const FIGURES = [
  ...(['kind', 'category', 'unit', 'coUnits', 'status', 'outcome', 'filedAt', 'movedAt', 'dispatchedAt'] as const),
  ...(['answeredAt', 'firstReply', 'resolve', 'handler', 'handledBy', 'objections', 'entries'] as const),
]
