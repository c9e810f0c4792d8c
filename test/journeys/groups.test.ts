/** Many ask the same: who puts their tickets together, and what reaches whom. */
import { runTell, type TellAll } from '@/server/groupTelling'
import { everywhere } from './everywhere'
import { complaint, type Filing, newKey, type Person } from './people'
import { diesAfter, timerContext } from './timer-context'
import type { Town } from './town'
import { ANSWER, CHANGE, CORRECTED, QUESTION, TITLE } from './water'

const WATER = { kind: 'consult', category: 'other', place: {} } as const
const WORDS = '家里没水了，什么时候能来水？'
const NO_WATER = 'No water since the morning. When is it back?'

everywhere((openTown) => {
  let town: Town
  let wu: Person
  let liu: Person
  let wang: Person
  let li: Person
  let zhao: Person
  let chen: Person
  beforeAll(async () => {
    town = await openTown()
    ;[wu, liu] = [await town.citizen(), await town.citizen()]
    ;[wang, li] = [await town.official('wang'), await town.official('li')]
    ;[zhao, chen] = [await town.official('zhao'), await town.official('chen')]
  })
  afterAll(() => town.close())
  beforeEach(() => town.forgetTries())

  const minute = async () => {
    town.pass(1)
    await town.tick()
  }
  const asks = async (who: Person, changed: Partial<Filing> = {}) =>
    (await who.files({ ...WATER, text: WORDS, ...changed })).no
  const about = (changed: object = {}) => ({ title: TITLE, question: QUESTION, public: true, ...changed })
  const makes = async (tickets: string[] = [], changed: object = {}, who = wang) =>
    (await who.gets('groups.make', { key: newKey(), ...about(changed), tickets })).id
  const mayNotMake = (tickets: string[], changed: object = {}, who = wang) =>
    who.isRefused('groups.make', { key: newKey(), ...about(changed), tickets })
  const answer = (id: string, edition = 0, changed: object = {}) => ({
    ...{ key: newKey(), id, edition, text: edition ? CORRECTED : ANSWER, result: 'done' as const },
    ...(edition && { change: CHANGE }),
    ...changed,
  })
  const answers = (...told: Parameters<typeof answer>) => wang.gets('groups.answer', answer(...told))
  const opens = (id: string) => wang.gets('groups.open', { id })
  const toldIn = async (who: Person, no: string) =>
    (await who.sees(no)).history.flatMap(({ did, edition }) => (did === 'tell' ? [edition] : []))

  describe('putting together', () => {
    it('tells nobody: each still reads their own talk', async () => {
      const no = await asks(wu)
      const id = await makes([no])
      const seen = await wu.sees(no)
      expect([seen.status, seen.history.map(({ did }) => did)]).toEqual(['submitted', ['file', 'received']])
      expect(seen.group).toMatchObject({ id, askers: 1, edition: 0 })
    })
    it('sent twice is done once', async () => {
      const input = { key: newKey(), ...about(), tickets: [await asks(wu)] }
      const [one, other] = [await wang.gets('groups.make', input), await wang.gets('groups.make', input)]
      expect([other.id, other.askers]).toEqual([one.id, 1])
    })
    it('takes more at once than one request does: the timer brings the others', async () => {
      const numbers = await Promise.all(Array.from({ length: 20 }, () => asks(wu)))
      await town.forgetTries()
      const id = await makes()
      const { askers } = await wang.gets('groups.join', { key: newKey(), id, tickets: numbers })
      await minute()
      expect([askers < 20, (await opens(id)).askers]).toEqual([true, 20])
    })
    it.each<[string, Partial<Filing>]>([
      ['about somebody who works here', { against: { name: '李强' } }],
      ['a report', { kind: 'report' }],
    ])('is refused for what is %s', async (_, changed) => {
      expect(await mayNotMake([await asks(wu, changed)])).toMatchObject({ reason: 'not-together' })
    })
    it('is refused for what the official may not see, as if it were not there', async () => {
      expect(await mayNotMake([await asks(wu)], {}, zhao)).toMatchObject({ reason: 'not-joined', field: 'tickets' })
      expect(await mayNotMake(['CFD-20260101-0001-8'], {}, zhao)).toMatchObject({ field: 'tickets' })
    })
    it('is refused for what is answered, and for what is among others already', async () => {
      const [answered, joined] = [await asks(wu), await asks(wu)]
      await wang.does(answered, { do: 'answer', result: 'done', text: '今晚八点来水。' })
      await makes([joined])
      for (const no of [answered, joined]) expect(await mayNotMake([no])).toMatchObject({ reason: 'not-joined' })
    })
    it.each([
      ['an asker’s name', { title: { zh: '吴小明家停水', en: '' } }, 'group-names-asker'],
      ['an asker’s telephone', { question: { zh: '停水请打 139 1234 5678', en: '' } }, 'group-names-asker'],
      ['an asker’s own words', { question: { zh: `有人问：${WORDS}`, en: '' } }, 'group-names-asker'],
      ['somebody’s telephone', { question: { zh: '停水请打 13800138000', en: '' } }, 'private-details'],
    ])('tells the public nothing of %s', async (_, changed, reason) => {
      expect(await mayNotMake([await asks(wu)], changed)).toMatchObject({ reason, field: 'question' })
    })
  })

  describe('the answer', () => {
    let no: string
    let id: string
    beforeEach(async () => {
      no = await asks(wu)
      id = await makes([no])
    })

    it('comes within a minute, as an official’s', async () => {
      await answers(id)
      await minute()
      const seen = await wu.sees(no)
      expect(seen).toMatchObject({ status: 'answered', result: { kind: 'done' }, may: ['confirm', 'dispute'] })
      expect(seen.history.at(-1)).toMatchObject({ text: ANSWER.zh, edition: 1, by: { role: 'official', name: '王敏' } })
      expect(seen.firstReply.repliedAt).toBeDefined()
    })
    it('comes once, however often the minute is begun', async () => {
      await answers(id)
      for (let times = 0; times < 3; times++) await minute()
      expect(await toldIn(wu, no)).toEqual([1])
    })
    it('sent twice is one edition', async () => {
      const input = answer(id)
      await wang.gets('groups.answer', input)
      expect(await wang.gets('groups.answer', input)).toMatchObject({ edition: 1 })
    })
    it('written by two at once is that of the faster; the slower is told who it was', async () => {
      const replies = await Promise.all([1, 2].map(() => wang.asks('groups.answer', answer(id))))
      const refused = replies.flatMap(({ answer: one }) => (one.ok ? [] : [one.error]))
      expect(refused).toMatchObject([{ reason: 'edition-moved', message: expect.stringContaining('王敏') }])
      await minute()
      expect([await toldIn(wu, no), (await opens(id)).editions.length]).toEqual([[1], 1])
    })
    it.each<[string, object, object]>([
      ['what is impossible for no reason', { result: 'impossible' }, { reason: 'needs-reason' }],
      ['a slot that is still open', { text: { zh: '【时间】来水', en: '' } }, { reason: 'slot-open' }],
      ['an asker’s name', { text: { zh: '吴先生您好，今晚来水。', en: '' } }, { reason: 'group-names-asker' }],
      ['an asker’s telephone', { reason: { zh: '请打 13912345678', en: '' } }, { reason: 'group-names-asker' }],
      ['somebody’s telephone', { text: { zh: '请打 13800138000', en: '' } }, { reason: 'private-details' }],
    ])('is refused with %s', async (_, changed, reason) => {
      expect(await wang.isRefused('groups.answer', answer(id, 0, changed))).toMatchObject(reason)
    })
    it('is refused with a ticket’s number', async () => {
      const text = { zh: `${no} 的问题：今晚来水。`, en: '' }
      expect(await wang.isRefused('groups.answer', answer(id, 0, { text }))).toMatchObject({
        reason: 'group-names-asker',
      })
    })
    it('may tell a telephone that somebody has looked at', async () => {
      const text = { zh: '送水请打 13800138000', en: '' }
      expect(await answers(id, 0, { text, checked: true })).toMatchObject({ edition: 1 })
    })
    it('is shown in each one’s talk before, with what is wrong with it, and nothing is sent', async () => {
      const { key: _, ...written } = answer(id, 0, { text: { zh: '吴小明：请打 13800138000', en: '' } })
      const { talks, reaches, trouble } = await wang.gets('groups.preview', written)
      expect([talks, reaches]).toEqual([[{ no, asked: WORDS, told: '吴小明：请打 13800138000' }], 1])
      expect(trouble).toEqual([{ no, why: 'names-asker' }, { why: 'private' }])
      await minute()
      expect((await opens(id)).edition).toBe(0)
    })
    it('gives its reason and what is new in the language in which somebody asked', async () => {
      const input = complaint({ ...WATER, text: NO_WATER })
      const { answer: filed } = await liu.asks('tickets.file', input, { 'accept-language': 'en' })
      const { no: english } = filed.ok ? (filed.data as { no: string }) : { no: 'not filed' }
      await wang.gets('groups.join', { key: newKey(), id, tickets: [english] })
      const reason = { zh: '主管还在换', en: 'The main is still being replaced' }
      const why = { result: 'impossible', reason }
      const said = async (who: Person, of: string) => (await who.sees(of)).history.at(-1)
      await answers(id, 0, why)
      await minute()
      expect([await said(wu, no), await said(liu, english)]).toMatchObject([
        { reason: reason.zh },
        { reason: reason.en },
      ])

      const { key: _, ...written } = answer(id, 1, why)
      const { talks } = await wang.gets('groups.preview', written)
      expect(talks).toEqual(
        expect.arrayContaining([
          { no, asked: WORDS, told: CORRECTED.zh, reason: reason.zh, change: CHANGE.zh },
          { no: english, asked: NO_WATER, told: CORRECTED.en, reason: reason.en, change: CHANGE.en },
        ]),
      )
      await answers(id, 1, why)
      await minute()
      expect([await said(wu, no), await said(liu, english)]).toMatchObject([
        { change: CHANGE.zh },
        { change: CHANGE.en },
      ])
    })
    it('reaches who comes in afterwards', async () => {
      await answers(id)
      await minute()
      const late = await asks(liu)
      await wang.gets('groups.join', { key: newKey(), id, tickets: [late] })
      await minute()
      expect([await toldIn(liu, late), (await opens(id)).waiting]).toEqual([[1], 0])
    })
    it('reaches who files while it is on its way, and whoever leaves meanwhile hears nothing', async () => {
      const others = await Promise.all(Array.from({ length: 4 }, () => asks(liu)))
      await wang.gets('groups.join', { key: newKey(), id, tickets: others })
      const [gone = '', ...stay] = others
      const leaves = () => wang.gets('groups.leave', { key: newKey(), id, no: gone })
      const [filed] = await Promise.all([asks(liu, { group: id }), leaves().then(() => answers(id)), town.tick()])
      await minute()
      await minute()
      for (const one of [...stay, filed]) expect([one, await toldIn(liu, one)]).toEqual([one, [1]])
      expect(await toldIn(liu, gone)).toEqual([])
    })
    it('goes on where the timer died in the middle', async () => {
      const others = await Promise.all(Array.from({ length: 3 }, () => asks(liu)))
      await wang.gets('groups.join', { key: newKey(), id, tickets: others })
      await answers(id)
      const errand: TellAll = { kind: 'tell', group: id }
      await expect(runTell(errand, timerContext(town, diesAfter(2, town.world.store)))).rejects.toThrow('died')
      expect((await opens(id)).waiting).toBe(2)
      await minute()
      for (const one of others) expect([one, await toldIn(liu, one)]).toEqual([one, [1]])
    })
  })

  describe('a correction', () => {
    let id: string
    const filed = () => Promise.all(Array.from({ length: 4 }, () => asks(wu)))
    const corrects = async () => {
      await answers(id, 1)
      await minute()
    }
    it('says what is new to who had the older one, and leaves who has spoken in their state', async () => {
      const [quiet = '', disputed = '', closed = '', reopened = ''] = await filed()
      id = await makes([quiet, disputed, closed, reopened])
      await answers(id)
      await minute()
      await wu.disputes(disputed, '还是没有水')
      await wu.confirms(closed)
      await wu.disputes(reopened, '还是没有水')
      await town.forgetTries()
      await chen.reopens(reopened, '请再去看')
      const before = (await wu.sees(quiet)).disputeUntil ?? ''
      await corrects()
      const states = await Promise.all(
        [quiet, disputed, closed, reopened].map(async (no) => (await wu.sees(no)).status),
      )
      expect(states).toEqual(['answered', 'disputed', 'closed', 'handling'])
      for (const no of [quiet, disputed, closed, reopened]) {
        const line = (await wu.sees(no)).history.at(-1)
        expect([no, line]).toMatchObject([no, { did: 'tell', edition: 2, change: CHANGE.zh, text: CORRECTED.zh }])
      }
      expect((await wu.sees(quiet)).disputeUntil ?? '').toMatch(/./)
      expect(((await wu.sees(quiet)).disputeUntil ?? '') > before).toBe(true)
    })
    it('needs to say what is new', async () => {
      id = await makes([await asks(wu)])
      await answers(id)
      const { change: _, ...without } = answer(id, 1)
      expect(await wang.isRefused('groups.answer', without)).toMatchObject({ reason: 'change-missing' })
    })
    it('overtakes an answer that is still on its way: nobody is told the older one', async () => {
      const no = await asks(wu)
      id = await makes([no])
      await answers(id)
      await corrects()
      expect(await toldIn(wu, no)).toEqual([2])
      expect((await wu.sees(no)).history.at(-1)).not.toHaveProperty('change')
    })
  })

  describe('filing among those who ask the same', () => {
    it('is answered at once where there is an answer, which is no first reply and rings at no desk', async () => {
      const id = await makes()
      await answers(id)
      // Whatever else lies there rings already.
      town.pass(9)
      const rings = (await wang.gets('desk.queue', { queue: 'open' })).ringing
      const ticket = await liu.files({ ...WATER, text: WORDS, group: id })
      expect(ticket).toMatchObject({ status: 'answered', firstReply: { ready: true, late: false } })
      expect(ticket.history.at(-1)).toMatchObject({ did: 'tell', ready: true, by: { name: '王敏' } })
      town.pass(9)
      expect((await wang.gets('desk.queue', { queue: 'open' })).ringing).toBe(rings)
    })
    it('sent twice is one asker', async () => {
      const id = await makes()
      const form = { ...WATER, text: WORDS, group: id, key: newKey() }
      await liu.files(form)
      await liu.files(form)
      expect((await opens(id)).askers).toBe(1)
    })
    it('by thirty at once counts thirty', async () => {
      const id = await makes()
      await Promise.all(
        Array.from({ length: 30 }, async () => (await town.citizen()).files({ ...WATER, text: WORDS, group: id })),
      )
      expect((await opens(id)).askers).toBe(30)
    })
    it.each<[string, { public: boolean }, Partial<Filing>]>([
      ['a group that is not public', { public: false }, {}],
      ['a report', { public: true }, { kind: 'report' }],
      ['what is about somebody who works here', { public: true }, { against: { name: '李强' } }],
    ])('%s: it is filed all the same, alone', async (_, group, changed) => {
      const id = await makes([], group)
      await answers(id)
      const ticket = await liu.files({ ...WATER, text: WORDS, group: id, ...changed })
      expect(ticket.status).toBe('submitted')
      expect([ticket, (await opens(id)).askers]).toEqual([expect.not.objectContaining({ group: expect.anything() }), 0])
    })
    it('a group that is none: it is filed all the same, alone', async () => {
      expect(await liu.files({ ...WATER, text: WORDS, group: 'none' })).toMatchObject({ status: 'submitted' })
    })
  })

  describe('taken out', () => {
    it('of an answer, it says why, is answered alone, and hears no more', async () => {
      const no = await asks(wu)
      const id = await makes([no])
      await answers(id)
      await minute()
      expect(await wang.isRefused('groups.leave', { key: newKey(), id, no })).toMatchObject({ reason: 'needs-words' })
      await wang.gets('groups.leave', { key: newKey(), id, no, text: '您家是水表坏了，单独办理。' })
      expect(await wu.sees(no)).toMatchObject({ status: 'submitted', may: ['add', 'withdraw'] })
      expect((await wu.sees(no)).history.at(-1)).toMatchObject({ text: '您家是水表坏了，单独办理。' })
      await answers(id, 1)
      await minute()
      expect([await toldIn(wu, no), (await opens(id)).askers]).toEqual([[1], 0])
    })
    it('by being answered alone, or with another', async () => {
      const [alone, merged, lead] = [await asks(wu), await asks(wu), await asks(liu)]
      const id = await makes([alone, merged])
      await wang.does(alone, { do: 'answer', result: 'done', text: '您家的阀门已换好。' })
      await wang.does(merged, { do: 'merge', into: lead, text: '合并办理' })
      await answers(id)
      await minute()
      expect([await toldIn(wu, alone), await toldIn(wu, merged), (await opens(id)).askers]).toEqual([[], [], 0])
    })
    it('by its asker, who withdraws it', async () => {
      const no = await asks(wu)
      const id = await makes([no])
      await wu.withdraws(no)
      await answers(id)
      await minute()
      expect([await toldIn(wu, no), (await opens(id)).askers]).toEqual([[], 0])
    })
  })

  it('those that are answered with one of them hear the answer, and every correction, too', async () => {
    const [lead, member] = [await asks(wu), await asks(liu)]
    await wang.does(member, { do: 'merge', into: lead, text: '合并办理' })
    const id = await makes([lead])
    await answers(id)
    await minute()
    await minute()
    expect((await liu.sees(member)).history.at(-1)).toMatchObject({ did: 'share', text: ANSWER.zh })
    expect((await opens(id)).askers).toBe(2)
    await answers(id, 1)
    await minute()
    expect([await toldIn(wu, lead), await toldIn(liu, member)]).toEqual([[1, 2], [2]])
  })

  describe('what everybody reads', () => {
    it('is the question, the answer and its chain, and how many ask', async () => {
      const id = await makes([await asks(wu)])
      await answers(id)
      await answers(id, 1)
      expect(await town.anyone().gets('issues.open', { id })).toMatchObject({
        ...{ title: TITLE, question: QUESTION, askers: 1, followed: false },
        answer: { edition: 2 },
        editions: [{ edition: 2, change: CHANGE }, { edition: 1 }],
      })
    })
    const finds = async (id: string) => {
      const anyone = town.anyone()
      const [list, found, offered] = [
        await anyone.gets('issues.list', {}),
        await anyone.gets('search.find', { words: '新城停水' }),
        await anyone.gets('filing.look', { category: 'other', text: '新城停水什么时候恢复供水' }),
      ]
      return [list.items, found.items, offered.answers].map((some) => some.some((one) => one.id === id))
    }
    it('is in no list, found by nothing and offered to nobody where it is not public, or not any more', async () => {
      for (const made of [await makes([], { public: false }), await makes()]) {
        await wang.gets('groups.change', { key: newKey(), id: made, ...about({ public: false }) })
        expect(await finds(made)).toEqual([false, false, false])
        for (const action of ['issues.open', 'issues.follow'])
          expect(await wu.isRefused(action, { id: made })).toMatchObject({ code: 'not-found' })
      }
    })
    it('is followed once by each, until they do not any more', async () => {
      const id = await makes()
      await wu.gets('issues.follow', { id })
      expect(await wu.gets('issues.follow', { id })).toEqual({ followers: 1 })
      expect(await liu.gets('issues.follow', { id })).toEqual({ followers: 2 })
      expect(await wu.gets('issues.open', { id })).toMatchObject({ followed: true, followers: 2 })
      expect(await wu.gets('issues.unfollow', { id })).toEqual({ followers: 1 })
      expect(await wu.gets('issues.unfollow', { id })).toEqual({ followers: 1 })
    })
  })

  it('shows an official of another unit the group, and of its tickets those alone that they may see', async () => {
    const [theirs, mine] = [await asks(wu), await asks(liu)]
    const id = await makes([theirs, mine])
    await wang.does(mine, { do: 'dispatch', unit: 'transport' })
    const { members, may } = await li.gets('groups.open', { id })
    expect([members.map(({ no }) => no), may]).toEqual([[mine], ['join', 'leave']])
  })
})
