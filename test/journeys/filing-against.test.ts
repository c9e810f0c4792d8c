/** A complaint about an official, or about a whole unit, never reaches those whom it is about, by any way there is. */
import type { Ask } from '@/contract'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let sun: Person
  let zhao: Person
  let chen: Person

  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
    const signedIn = await Promise.all(['wang', 'li', 'sun', 'zhao', 'chen'].map((name) => town.official(name)))
    ;[wang, li, sun, zhao, chen] = signedIn as [Person, Person, Person, Person, Person]
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  const listed = async (who: Person, queue: Ask<'desk.queue'>['queue'] = 'open') =>
    (await who.gets('desk.queue', { queue })).items.map(({ no }) => no)

  /** Neither listed, nor counted, nor opened, nor worked on. */
  async function knowsNothing(who: Person, no: string) {
    expect(await listed(who)).not.toContain(no)
    const { queues } = await who.gets('desk.queue', { queue: 'open' })
    for (const { name } of queues) expect(await listed(who, name)).not.toContain(no)
    expect((await who.counts()).open ?? 0).toBe((await listed(who)).length)
    for (const action of ['desk.open', 'tickets.act'] as const) {
      const input = { no, ...(action === 'tickets.act' && { key: newKey(), command: { do: 'take' } }) }
      expect(await who.isRefused(action, input)).toMatchObject({ status: 404, reason: 'ticket-missing' })
    }
  }

  describe('about Li of the transport bureau', () => {
    let no: string
    const against = { unit: 'transport', name: '李强科长' }

    it('is seen by the desk with his name, and may go to his bureau, where others answer too', async () => {
      ;({ no } = await worker.files({ text: '办事时态度很差，推来推去', against }))
      expect(await wang.opens(no)).toMatchObject({ against: { unit: { id: 'transport' }, name: '李强科长' } })
      const { units } = await wang.gets('desk.open', { no })
      expect(units.map(({ id }) => id)).toContain('transport')
      await wang.dispatches(no, 'transport')
    })

    it('is nowhere for Li, whatever he does', async () => {
      await knowsNothing(li, no)
      for (const command of [
        { do: 'reply', text: '不是这样' },
        { do: 'object', reason: '不归我们' },
        { do: 'release', part: { seq: 1 } },
      ]) {
        expect(await li.isRefused('tickets.act', { no, key: newKey(), command })).toMatchObject({ status: 404 })
      }
    })

    it('is handled by Sun, who is not told whom it is about', async () => {
      expect(await listed(sun)).toContain(no)
      const seen = await sun.takes(no)
      expect(seen.against).toBeUndefined()
      expect(JSON.stringify(seen)).not.toContain('李强')
    })

    it('is not reviewed by Li either, nor counted among what he might review', async () => {
      await sun.finishes(no, '已经谈话提醒。')
      await worker.disputes(no, '没有人联系过我')
      expect(await listed(li, 'disputed')).not.toContain(no)
      expect((await li.counts()).disputed).toBeUndefined()
      expect(await listed(chen, 'disputed')).toContain(no)
      await chen.upholds(no, '已经核实。')
    })

    it('is shown to its asker as they wrote it', async () => {
      expect(await worker.sees(no)).toMatchObject({ against: { unit: { id: 'transport' }, name: '李强科长' } })
    })
  })

  it('a report whose words name Sun is nowhere for him, and Li has it', async () => {
    const { no } = await worker.files({ kind: 'report', text: '我亲眼看见孙磊收了施工队的红包' })
    await wang.dispatches(no, 'transport')
    await knowsNothing(sun, no)
    expect(await listed(li)).toContain(no)
  })

  it('a name in an ordinary complaint keeps nobody away', async () => {
    const { no } = await worker.files({ text: '上次孙磊来看过，还是堵' })
    await wang.dispatches(no, 'transport')
    expect(await listed(sun)).toContain(no)
  })

  it('about the only one of a unit who answers, it cannot go to that unit', async () => {
    const { no } = await worker.files({ against: { name: '赵静' } })
    expect((await wang.gets('desk.open', { no })).units.map(({ id }) => id)).not.toContain('urban')
    expect(await wang.mayNot(no, { do: 'dispatch', unit: 'urban' })).toMatchObject({
      status: 409,
      reason: 'unit-concerned',
      field: 'unit',
    })
    await knowsNothing(zhao, no)
  })

  describe('about the transport bureau', () => {
    let no: string

    it('cannot be dispatched to it, nor is that offered', async () => {
      ;({ no } = await worker.files({ text: '打了三次电话都没有人接', against: { unit: 'transport' } }))
      expect((await wang.gets('desk.open', { no })).units.map(({ id }) => id)).not.toContain('transport')
      expect(await wang.mayNot(no, { do: 'dispatch', unit: 'transport' })).toMatchObject({
        status: 409,
        reason: 'unit-concerned',
      })
    })

    it('is nowhere for anybody there', async () => {
      for (const who of [li, sun]) await knowsNothing(who, no)
    })

    it('goes to another, which may not bring it in either', async () => {
      await wang.dispatches(no, 'urban')
      await zhao.takes(no)
      expect((await zhao.gets('desk.open', { no })).units.map(({ id }) => id)).not.toContain('transport')
      expect(await zhao.mayNot(no, { do: 'add-unit', unit: 'transport' })).toMatchObject({ reason: 'unit-concerned' })
    })
  })

  it('about somebody there whom nobody knows by that name, it is as about the whole bureau', async () => {
    const { no } = await worker.files({ against: { unit: 'transport', name: '窗口戴眼镜的' } })
    await knowsNothing(li, no)
    expect(await wang.mayNot(no, { do: 'dispatch', unit: 'transport' })).toMatchObject({ reason: 'unit-concerned' })
  })

  it('about the district office, the desk passes it on and cannot answer it', async () => {
    const { no } = await worker.files({ against: { unit: 'office' } })
    const { may } = await wang.opens(no)
    expect(may).toContain('dispatch')
    expect(may).not.toContain('answer')
    await knowsNothing(chen, no)
    expect((await wang.dispatches(no, 'transport')).status).toBe('dispatched')
  })

  it('is not told by where a page of the queue ends either', async () => {
    const mine = await town.citizen()
    // The newest is first among what is over: fourteen of others below it, and one about Li at the end of the page.
    const over = async (changed: Parameters<Person['files']>[0] = {}) => {
      town.pass(1)
      const { no } = await mine.files(changed)
      await wang.dispatches(no, 'transport')
      await mine.withdraws(no)
      return no
    }
    const below = await over()
    const about = await over({ kind: 'report', text: '李强收了施工队的红包' })
    const above: string[] = []
    for (let n = 0; n < 14; n++) above.unshift(await over())
    await town.forgetTries()
    const { items, next = '' } = await li.gets('desk.queue', { queue: 'done' })
    expect(items.map(({ no }) => no)).toEqual([...above, below])
    expect(Buffer.from(next, 'base64url').toString()).not.toContain(about)
    expect(await listed(li, 'done')).not.toContain(about)
  })

  it('about all who dispatch, it lies with those who review, who dispatch it instead', async () => {
    const { no } = await worker.files({ text: '王敏一直不转办', against: { unit: 'office', name: '王敏、示例员' } })
    await knowsNothing(wang, no)
    expect(await listed(chen)).toContain(no)
    expect(await chen.opens(no)).toMatchObject({ against: { name: '王敏、示例员' } })
    expect((await chen.dispatches(no, 'transport')).status).toBe('dispatched')
    expect((await li.takes(no)).status).toBe('handling')
    await knowsNothing(wang, no)
  })

  it('about everybody at the office who could pass it on, it lies with a reviewer of another unit', async () => {
    const { no, unit } = await worker.files({ against: { name: '王敏、示例员、陈华、宋岩' } })
    expect(unit.id).toBe('transport')
    expect(await listed(li)).toContain(no)
    expect((await li.dispatches(no, 'urban')).unit.id).toBe('urban')
    for (const who of [wang, chen]) await knowsNothing(who, no)
  })

  it('with the number and the code it is found without a word about whom it concerns', async () => {
    const { no, code = '' } = await worker.files({ against: { name: '李强' } })
    const seen = await li.gets('tickets.lookUp', { no, code })
    expect(JSON.stringify(seen)).not.toContain('李强')
  })
})
