/** Closed without a fix, and wrong units: what people are sick of, and what becomes of it here. */
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let sun: Person
  let zhao: Person
  let chen: Person
  let no: string
  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
    ;[wang, li, sun, zhao, chen] = (await Promise.all(
      ['wang', 'li', 'sun', 'zhao', 'chen'].map((account) => town.official(account)),
    )) as [Person, Person, Person, Person, Person]
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    ;({ no } = await worker.files())
  })

  describe('a complaint that is answered without anything having been done', () => {
    beforeEach(async () => {
      await wang.dispatches(no, 'transport')
      await li.takes(no)
      await li.does(no, { do: 'answer', result: 'elsewhere', text: '已转有关部门。' })
      await worker.disputes(no, '根本没人来过。')
    })

    it('is not closed: it waits for somebody who has had nothing to do with it', async () => {
      expect((await worker.sees(no)).status).toBe('disputed')
      expect((await chen.opens(no)).may).toContain('review')
      expect((await li.opens(no)).may).not.toContain('review')
    })

    it('goes back, is done, and counts as solved only when its asker says so', async () => {
      await chen.reopens(no, '没有办理，退回重办。')
      expect((await worker.sees(no)).result).toBeUndefined()
      await li.finishes(no, '今天上午已在出口疏导。')
      expect((await worker.sees(no)).outcome).toBeUndefined()
      expect(await worker.confirms(no)).toMatchObject({ status: 'closed', outcome: 'confirmed' })
    })

    it('may be disputed a second time, and is then reviewed again', async () => {
      await chen.reopens(no, '退回重办。')
      await li.finishes(no, '已经处理。')
      expect(await worker.disputes(no, '还是没有。')).toMatchObject({ status: 'disputed' })
      expect((await chen.opens(no)).may).toContain('review')
    })

    it('is not reviewed by whoever had it before it was handed over', async () => {
      await li.does(no, { do: 'hand-over', to: 'o_sun' })
      expect((await li.opens(no)).may).not.toContain('review')
      expect(await li.mayNot(no, { do: 'review', outcome: 'uphold', text: '没问题' })).toMatchObject({
        reason: 'not-yours',
      })
    })

    it('lets the reviewer look at it until it is over, and leave a note for officials', async () => {
      await chen.reopens(no, '退回重办。')
      expect((await chen.opens(no)).may).toEqual(['note'])
    })
  })

  it('is no business of a reviewer as long as nobody has disputed it', async () => {
    await wang.dispatches(no, 'transport')
    expect(await chen.isRefused('desk.open', { no })).toMatchObject({ reason: 'ticket-missing' })
  })

  describe('a complaint that is sent to the wrong unit three times', () => {
    it('stays with the district office after the third, which takes it and sends it to nobody any more', async () => {
      for (const [unit, official] of [
        ['transport', li],
        ['urban', zhao],
        ['transport', sun],
      ] as const) {
        await wang.dispatches(no, unit)
        await official.objects(no, '这不归我们管。')
      }
      expect(await wang.opens(no)).toMatchObject({ status: 'dispatched', unit: { id: 'office' } })
      expect(await wang.mayNot(no, { do: 'dispatch', unit: 'urban' })).toMatchObject({ reason: 'not-now' })
      expect(await wang.mayNot(no, { do: 'object', reason: '也不归我们' })).toMatchObject({ reason: 'not-now' })
      expect(await wang.takes(no)).toMatchObject({ status: 'handling', handler: '王敏' })
    })

    it('says to its asker who has it, and nothing of the quarrel', async () => {
      await wang.dispatches(no, 'urban')
      await zhao.objects(no, '路面归交通局。')
      const seen = JSON.stringify(await worker.sees(no))
      expect(seen).not.toContain('路面归交通局')
      expect((await wang.opens(no)).history.at(-1)).toMatchObject({ did: 'object', reason: '路面归交通局。' })
    })

    it('is sent on without waiting for an objection while nobody has taken it', async () => {
      await wang.dispatches(no, 'urban')
      expect(await wang.does(no, { do: 'dispatch', unit: 'transport', coUnits: ['housing'] })).toMatchObject({
        unit: { id: 'transport' },
        coUnits: [{ id: 'housing' }],
      })
      expect(await zhao.isRefused('desk.open', { no })).toMatchObject({ reason: 'ticket-missing' })
    })
  })
})
