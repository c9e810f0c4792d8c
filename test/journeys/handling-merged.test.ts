/** Two people report the same thing. One of the two tickets is answered, and each asker judges the answer for themselves. */
import { type Members, runMembers } from '@/server/joining'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { LASTING, openSubscribed } from './subscriptions'
import { diesAfter, timerContext } from './timer-context'
import type { Town } from './town'

const SECRETS = ['刘大海', '13700001111']

everywhere((openTown) => {
  let town: Town
  let wu: Person
  let liu: Person
  let wang: Person
  let li: Person
  let zhao: Person
  /** The one that came first, and the one that says the same. */
  let first: string
  let second: string
  beforeAll(async () => {
    town = await openTown()
    wu = await town.citizen()
    liu = await town.citizen()
    ;[wang, li, zhao] = (await Promise.all(['wang', 'li', 'zhao'].map((one) => town.official(one)))) as [
      Person,
      Person,
      Person,
    ]
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    first = (await wu.files()).no
    second = (await liu.files({ name: '刘大海', phone: '13700001111' })).no
    await wang.dispatches(first, 'transport')
    await li.takes(first)
  })

  const merges = (text = '您反映的事已有人在办，合并一起办理。') =>
    wang.does(second, { do: 'merge', into: first, text })
  const minute = async () => {
    town.pass(1)
    await town.tick()
  }

  describe('merging', () => {
    it('is told to both, each in their own ticket', async () => {
      await merges()
      expect(await liu.sees(second)).toMatchObject({ status: 'merged' })
      expect((await liu.sees(second)).history.at(-1)).toMatchObject({ did: 'merge', by: { name: '王敏' } })
      expect((await wu.sees(first)).history.at(-1)).toMatchObject({ did: 'absorb', public: true })
    })

    it('shows neither of them the other’s number, name or phone', async () => {
      await merges()
      await li.finishes(first, '已经疏导。')
      await minute()
      const seenByWu = JSON.stringify(await wu.sees(first))
      for (const secret of [...SECRETS, second]) expect(seenByWu).not.toContain(secret)
      const seenByLiu = JSON.stringify(await liu.sees(second))
      for (const secret of ['吴小明', '13912345678', first]) expect(seenByLiu).not.toContain(secret)
    })

    it('shows officials which is which', async () => {
      await merges()
      expect(await wang.opens(second)).toMatchObject({ mergedInto: first })
      expect(await li.opens(first)).toMatchObject({ merged: [second] })
    })

    it.each([
      ['a number that is none', 'CFD-1', 'number-wrong'],
      ['itself', '', 'same-ticket'],
    ])('into %s is refused', async (_, into, reason) => {
      expect(await wang.mayNot(second, { do: 'merge', into: into || second, text: '合并' })).toMatchObject({ reason })
    })

    it('into one that the official may not see is as if there were none', async () => {
      const theirs = (await wu.files()).no
      await wang.dispatches(theirs, 'urban')
      expect(await zhao.mayNot(theirs, { do: 'merge', into: first, text: '合并' })).toMatchObject({
        reason: 'other-ticket-missing',
        field: 'into',
      })
    })

    it('into one that has ended, or is merged itself, is refused', async () => {
      const third = (await liu.files()).no
      await merges()
      expect(await wang.mayNot(third, { do: 'merge', into: second, text: '合并' })).toMatchObject({
        reason: 'same-ticket',
      })
      await wu.withdraws(first)
      expect(await wang.mayNot(third, { do: 'merge', into: first, text: '合并' })).toMatchObject({
        reason: 'same-ticket',
      })
    })

    it('into one about somebody else is refused: who is meant in the one would answer in the other', async () => {
      const against = (await liu.files({ against: { name: '李强' } })).no
      expect(await wang.mayNot(against, { do: 'merge', into: first, text: '合并' })).toMatchObject({
        reason: 'same-ticket',
      })
    })

    it.each([
      ['number', () => first],
      ['asker', () => '吴先生'],
    ])('does not tell the other’s %s in its words', async (_, secret) => {
      expect(await wang.mayNot(second, { do: 'merge', into: first, text: `与${secret()}那件合并` })).toMatchObject({
        reason: 'names-other',
      })
    })

    it('sent ten times at once is done once, in both', async () => {
      const command = {
        no: second,
        key: newKey(),
        command: { do: 'merge', into: first, text: '合并' },
      }
      const replies = await Promise.all(Array.from({ length: 10 }, () => wang.asks('tickets.act', command)))
      expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200))
      expect((await li.opens(first)).merged).toEqual([second])
      expect((await wu.sees(first)).history.filter(({ did }) => did === 'absorb')).toHaveLength(1)
    })
  })

  describe('the answer', () => {
    beforeEach(async () => {
      await merges()
      await li.finishes(first, '已在出口疏导，增设标志。')
    })

    it('comes to the other within a minute, with its words, result and photos', async () => {
      expect((await liu.sees(second)).status).toBe('merged')
      await minute()
      const answered = await liu.sees(second)
      expect(answered).toMatchObject({ status: 'answered', result: { kind: 'done' }, may: ['confirm', 'dispute'] })
      expect(answered.history.at(-1)).toMatchObject({
        did: 'share',
        text: '已在出口疏导，增设标志。',
        by: { role: 'official', name: '李强' },
      })
      expect(answered.history.at(-1)?.photos).toHaveLength(1)
    })

    it('is judged by each for themselves', async () => {
      await minute()
      await wu.confirms(first)
      expect(await liu.disputes(second, '我这里还是堵。')).toMatchObject({ status: 'disputed' })
      expect((await wu.sees(first)).status).toBe('closed')
    })

    it('is not reviewed, where it is disputed, by whoever gave it', async () => {
      await minute()
      await liu.disputes(second, '我这里还是堵。')
      expect((await li.opens(second)).may).not.toContain('review')
      const chen = await town.official('chen')
      expect(await chen.reopens(second, '退回。')).toMatchObject({ status: 'handling', handler: '李强' })
    })

    it('comes once, however often the minute is begun', async () => {
      await minute()
      await minute()
      await minute()
      const { history } = await liu.sees(second)
      expect(history.filter(({ did }) => did === 'share')).toHaveLength(1)
    })

    it('does not come to one that was taken apart in between', async () => {
      await wang.does(second, { do: 'unmerge' })
      await minute()
      expect((await liu.sees(second)).status).toBe('submitted')
    })
  })

  it('an answer that names who asked is not sent to the others', async () => {
    await merges()
    const answer = { do: 'answer', result: 'elsewhere', text: '吴女士您好，已转办。' } as const
    expect(await li.mayNot(first, answer)).toMatchObject({ reason: 'names-asker', field: 'text' })
    expect(await li.does(first, { ...answer, text: '您好，已转办。' })).toMatchObject({ status: 'answered' })
  })

  describe('one that ends without an answer', () => {
    it('withdrawn: the others go on by themselves', async () => {
      await merges()
      await wu.withdraws(first)
      await minute()
      expect(await liu.sees(second)).toMatchObject({ status: 'submitted', may: ['add', 'withdraw'] })
      expect((await liu.sees(second)).resolve.promisedAt).toBe((await wu.sees(first)).resolve.promisedAt)
    })
  })

  it('whoever withdraws the one that was merged is no longer counted with the other', async () => {
    await merges()
    await liu.withdraws(second)
    expect((await li.opens(first)).merged).toBeUndefined()
    expect(JSON.stringify(await wu.sees(first))).not.toContain('let-go')
  })

  it('a timer that dies after the first of two goes on with the second', async () => {
    const third = (await liu.files()).no
    await merges()
    await wang.does(third, { do: 'merge', into: first, text: '合并' })
    await li.finishes(first, '已经疏导。')
    const { items } = await town.world.store.find<{ errand: Members }>('errands', { by: 'id', limit: 50 })
    const [errand] = items.flatMap((one) => (one.errand.lead === first ? [one.errand] : []))
    if (!errand) throw new Error('nothing was written down')
    await expect(runMembers(errand, timerContext(town, diesAfter(1, town.world.store)))).rejects.toThrow('died')
    town.pass(5)
    await town.tick()
    for (const no of [second, third]) {
      const { status, history } = await liu.sees(no)
      expect([no, status, history.filter(({ did }) => did === 'share').length]).toEqual([no, 'answered', 1])
    }
  })

  // The clock goes forward only: this one is the last.
  it('one that lapses for want of an answer from its asker lets the others go on by themselves', async () => {
    await merges()
    await li.asksBack(first, '是哪个方向？')
    town.on('Tue 2026-03-10 12:00')
    await town.tick()
    await minute()
    expect((await wu.sees(first)).outcome).toBe('not-supplied')
    expect((await liu.sees(second)).status).toBe('submitted')
  })
})

everywhere((openTown) => {
  it('both askers are told in WeChat, and so is whoever gets an answer with the other', async () => {
    const subscribed = await openSubscribed(openTown, { notices: LASTING })
    const { town, agrees, arrived } = subscribed
    const [wu, liu] = [await town.wechatCitizen('code-of-wu'), await town.wechatCitizen('code-of-liu')]
    await agrees(wu, 'o-wu', 't-all')
    await agrees(liu, 'o-liu', 't-all')
    const [first, second] = [(await wu.files()).no, (await liu.files()).no]
    const wang = await town.official('wang')
    const minute = async () => {
      town.pass(1)
      await town.tick()
      return arrived().sort()
    }
    await wang.does(second, { do: 'merge', into: first, text: '合并办理。' })
    expect(await minute()).toEqual(['o-liu: 工作人员回复了您，点开查看', 'o-wu: 办理有新情况，请点开查看'])
    await wang.does(first, { do: 'answer', result: 'elsewhere', text: '不归本区办。' })
    // The answer reaches the other ticket first, and is told with the minute after.
    expect([...(await minute()), ...(await minute())].sort()).toEqual([
      'o-liu: 有答复了，请点开看是否解决',
      'o-wu: 有答复了，请点开看是否解决',
    ])
    await subscribed.close()
  })
})
