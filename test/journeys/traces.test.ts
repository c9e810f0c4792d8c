/** By what tickets about the same thing find each other: it comes with the ticket, or after it, and goes with whoever asked. */
import { everywhere } from './everywhere'
import type { Filing, Person } from './people'
import type { Town } from './town'

const WATER = { kind: 'consult', category: 'other', place: {} } satisfies Partial<Filing>
const DAYS = 40

everywhere((openTown) => {
  let town: Town
  let wang: Person
  beforeEach(async () => {
    town = await openTown({ district: { retention: { ticketDays: DAYS } } })
    wang = await town.official('wang')
  })
  afterEach(() => town.close())

  const asks = async (text: string) => (await (await town.citizen()).files({ ...WATER, text })).no
  const alike = async (no: string) => (await wang.gets('groups.near', { no })).tickets.map((ticket) => ticket.no)
  const traceOf = (no: string) => town.world.store.get('traces', no)
  /** As a store was before there were traces. */
  const loses = async (...numbers: string[]) => {
    const { store } = town.world
    for (const [collection, id] of [...numbers.map((no) => ['traces', no] as const), ['marks', 'traces'] as const]) {
      const there = await store.get(collection, id)
      if (there) await store.remove(collection, id, there.version)
    }
  }
  const minutes = async (count: number) => {
    town.pass(count)
    await town.tick()
  }

  it('is there as soon as the ticket is', async () => {
    const one = await asks('新城北片停水了，什么时候来水？')
    const other = await asks('新城北片家里没水，几点恢复供水？')
    expect(await alike(one)).toEqual([other])
  })

  it('is made for what was filed before there were traces, by the next minute', async () => {
    const one = await asks('新城北片停水了，什么时候来水？')
    const other = await asks('新城北片家里没水，几点恢复供水？')
    await loses(one, other)
    expect(await alike(one)).toEqual([])
    await minutes(1)
    expect(await alike(one)).toEqual([other])
  })

  it('is removed when whoever asked is taken out of the ticket', async () => {
    const wu = await town.citizen()
    const { no } = await wu.files({ ...WATER, text: '新城北片停水了，什么时候来水？' })
    await wu.withdraws(no)
    await minutes((DAYS - 1) * 24 * 60)
    expect(await traceOf(no)).not.toBeNull()
    await minutes(2 * 24 * 60)
    await minutes(61)
    expect(await traceOf(no)).toBeNull()
  })
})
