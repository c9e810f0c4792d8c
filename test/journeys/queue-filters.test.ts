/** The queues of the desk: what stands in each, in what order, how many are counted, and who has which. */
import type { Ask } from '@/contract'
import { NEVER } from '@/core/deadline'
import { everywhere } from './everywhere'
import { countsIn, empties, type Person } from './people'
import type { Town } from './town'

type Queue = Ask<'desk.queue'>['queue']
const RESULT = { do: 'answer', result: 'elsewhere', text: '请拨打 12345 转水务公司。' } as const

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let sun: Person
  let zhao: Person
  let song: Person

  beforeAll(async () => {
    town = await openTown()
    const names = ['wang', 'li', 'sun', 'zhao', 'song'] as const
    ;[wang, li, sun, zhao, song] = (await Promise.all(names.map((name) => town.official(name)))) as [
      Person,
      Person,
      Person,
      Person,
      Person,
    ]
    worker = await town.citizen()
  })
  beforeEach(() => town.on('Mon 2026-03-02 09:05'))
  afterEach(async () => {
    await empties(town, ['tickets', 'shares'])
    await town.forgetTries()
  })
  afterAll(() => town.close())

  const listed = async (who: Person, queue: Queue) =>
    (await who.gets('desk.queue', { queue })).items.map(({ no }) => no)
  const files = async () => (await worker.files()).no
  const atTransport = async () => {
    const no = await files()
    await wang.dispatches(no, 'transport')
    return no
  }
  const withLi = async () => {
    const no = await atTransport()
    await li.takes(no)
    return no
  }
  const disputed = async () => {
    const no = await withLi()
    await li.does(no, RESULT)
    await worker.disputes(no, '没有解决。')
    return no
  }

  it('open: what runs out next stands first, the first reply before what was answered long ago', async () => {
    const replied = await files()
    await wang.replies(replied, '您好，收到了。')
    town.pass(1)
    const waits = await files()
    town.pass(1)
    const later = await files()
    expect(await listed(wang, 'open')).toEqual([waits, later, replied])
  })

  it('open: of a unit, what lies with it alone', async () => {
    await files()
    const no = await atTransport()
    expect(await listed(li, 'open')).toEqual([no])
    expect(await listed(zhao, 'open')).toEqual([])
    expect(await li.counts()).toMatchObject({ open: 1 })
  })

  it('mine: what somebody has taken, and nobody else’s', async () => {
    const no = await withLi()
    await atTransport()
    expect(await listed(li, 'mine')).toEqual([no])
    expect(await listed(sun, 'mine')).toEqual([])
    expect(await li.counts()).toMatchObject({ mine: 1 })
  })

  it('unit: of a dispatcher, what lies with the district office itself', async () => {
    const here = await files()
    await atTransport()
    expect(await listed(wang, 'unit')).toEqual([here])
    expect(await wang.counts()).toMatchObject({ open: 2, unit: 1 })
  })

  it('unclaimed: until somebody takes it', async () => {
    const no = await atTransport()
    expect(await listed(li, 'unclaimed')).toEqual([no])
    await li.takes(no)
    expect(await listed(li, 'unclaimed')).toEqual([])
    expect(await wang.counts()).not.toHaveProperty('unclaimed')
  })

  it('objected: back at the desk, and gone from there once it was sent on', async () => {
    const no = await atTransport()
    await files()
    await li.objects(no, '应由城管处理')
    expect(await listed(wang, 'objected')).toEqual([no])
    expect(await wang.counts()).toMatchObject({ objected: 1 })
    await wang.dispatches(no, 'urban')
    expect(await listed(wang, 'objected')).toEqual([])
  })

  it('disputed: for those who review, but for what they handled themselves', async () => {
    const no = await disputed()
    expect(await listed(song, 'disputed')).toEqual([no])
    expect(await song.counts()).toMatchObject({ disputed: 1 })
    expect(await listed(li, 'disputed')).toEqual([])
    expect(await li.counts()).not.toHaveProperty('disputed')
  })

  it('today and late: the day it runs out, and afterwards', async () => {
    const no = await withLi()
    await li.replies(no, '您好，马上去看。')
    expect(await listed(li, 'today')).toEqual([])
    town.on('Mon 2026-03-23 23:00')
    const later = await town.official('li')
    expect(await listed(later, 'today')).toEqual([no])
    expect(await later.counts()).toMatchObject({ today: 1 })
    town.on('Tue 2026-03-24 00:01')
    expect(await listed(later, 'today')).toEqual([])
    expect(await listed(later, 'late')).toEqual([no])
    expect(await later.counts()).toMatchObject({ late: 1 })
  })

  it('late: a first reply that nobody gave', async () => {
    const no = await files()
    town.pass(11)
    expect(await listed(wang, 'late')).toEqual([no])
  })

  it('nothing is late while it is the citizen’s turn', async () => {
    const no = await withLi()
    await li.asksBack(no, '请问是哪一个出口？')
    town.on('Mon 2026-04-20 10:00')
    const later = await town.official('li')
    expect(await listed(later, 'late')).toEqual([])
    expect(await listed(later, 'open')).toEqual([no])
  })

  it('helping: what another unit leads, by what runs out next', async () => {
    const led = await withLi()
    await wang.does(led, { do: 'add-unit', unit: 'urban' })
    await sharedWith('urban', led)
    expect(await listed(zhao, 'helping')).toEqual([led])
    expect(await zhao.counts()).toEqual({ helping: 1 })
    expect(await listed(li, 'helping')).toEqual([])
  })

  it('helping: not what is about whoever looks', async () => {
    const { no } = await worker.files({ against: { name: '赵静' } })
    await wang.dispatches(no, 'transport')
    await wang.does(no, { do: 'add-unit', unit: 'housing' })
    await sharedWith('urban', no)
    expect(await listed(zhao, 'helping')).toEqual([])
  })

  it('held: what content security stopped, the longest waiting first; for those who dispatch', async () => {
    expect(await listed(wang, 'held')).toEqual([])
    expect(await li.isRefused('desk.queue', { queue: 'held' })).toMatchObject({ status: 403, reason: 'not-allowed' })
  })

  it('done: what has ended, the newest first, and nobody counts it', async () => {
    const [first, second] = [await atTransport(), await atTransport()]
    await worker.withdraws(first)
    town.pass(1)
    await worker.withdraws(second)
    expect(await listed(li, 'done')).toEqual([second, first])
    const { queues } = await li.gets('desk.queue', { queue: 'done' })
    expect(queues.find(({ name }) => name === 'done')).toEqual({ name: 'done' })
  })

  it.each<[string, Queue[]]>([
    ['wang', ['open', 'mine', 'unit', 'unclaimed', 'objected', 'today', 'late', 'helping', 'held', 'done']],
    ['li', ['open', 'mine', 'unit', 'unclaimed', 'today', 'late', 'helping', 'disputed', 'done']],
    ['sun', ['open', 'mine', 'unit', 'unclaimed', 'today', 'late', 'helping', 'done']],
    ['chen', ['open', 'disputed']],
    ['gao', ['open', 'unit', 'unclaimed', 'today', 'late', 'done']],
  ])('%s has exactly these: %j', async (account, queues) => {
    const who = await town.official(account)
    const page = await who.gets('desk.queue', { queue: 'open' })
    expect(page.queues.map(({ name }) => name)).toEqual(queues)
  })

  it('somebody who only writes has none', async () => {
    const lin = await town.official('lin')
    expect(await lin.isRefused('desk.queue', { queue: 'open' })).toMatchObject({ reason: 'not-allowed' })
    expect(await lin.isRefused('desk.changes', { queue: 'open' })).toMatchObject({ reason: 'not-allowed' })
  })

  it('a head sees what lies with the unit, though they answer nothing', async () => {
    const no = await files()
    await atTransport()
    const gao = await town.official('gao')
    expect(await listed(gao, 'open')).toEqual([no])
    expect(await gao.counts()).toMatchObject({ open: 1, unclaimed: 1 })
  })

  it('what somebody took before they moved to another unit is theirs no more', async () => {
    const no = await withLi()
    const { version } = (await town.world.store.get('officials', 'o_li')) ?? { version: 0 }
    await town.world.store.update('officials', 'o_li', version, { set: { unit: 'urban' } })
    expect(await listed(li, 'mine')).toEqual([])
    expect(await li.counts()).not.toHaveProperty('mine')
    expect(await listed(sun, 'unit')).toEqual([no])
    await town.world.store.update('officials', 'o_li', version + 1, { set: { unit: 'transport' } })
  })

  it('counts and pages agree where a queue is longer than a page', async () => {
    for (let n = 0; n < 17; n++) await atTransport()
    await town.forgetTries()
    const first = await li.gets('desk.queue', { queue: 'open' })
    const second = await li.gets('desk.queue', { queue: 'open', after: first.next ?? '' })
    expect(new Set([...first.items, ...second.items].map(({ no }) => no)).size).toBe(17)
    expect(countsIn(first)).toMatchObject({ open: 17, unclaimed: 17 })
  })

  it('the desk is told while promises made today reach further than the calendar', async () => {
    expect(await wang.gets('desk.queue', { queue: 'open' })).not.toHaveProperty('calendarEnds')
    town.on('Wed 2026-12-30 10:00')
    const { no } = await worker.files()
    const page = await (await town.official('wang')).gets('desk.queue', { queue: 'open' })
    expect(page.calendarEnds).toBe('2026-12-31')
    expect(page.items.find((line) => line.no === no)?.resolve.dueAt).toBe('beyond')
  })

  /** As long as nothing else keeps them: see shares.ts. */
  async function sharedWith(unit: string, no: string): Promise<void> {
    const { store } = town.world
    if (await store.count('shares', { unit, open: true })) return
    await store.insert('shares', `${unit}-${no}`, { unit, no, open: true, nextDue: NEVER })
  }
})
