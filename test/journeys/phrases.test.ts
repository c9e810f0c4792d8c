/** Reply templates: kept by some, offered to all, and never a way to close a case without saying anything about it. */
import type { Ask } from '@/contract'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { PASSWORD, type Town } from './town'

type Phrase = Ask<'phrases.save'>['phrase']
const REPAIRED: Phrase = {
  title: '路口疏通',
  use: 'answer',
  categories: ['traffic'],
  results: ['done'],
  text: '【地点】的拥堵已安排人员到场疏导，【日期】起【措施】，经办人【经办人】。感谢您的监督。',
}
const HOLLOW = '您反映的问题我们高度重视，已安排工作人员到现场核实处理，感谢您的支持。'

everywhere((openTown, _, rows) => {
  let town: Town
  let wang: Person
  let li: Person
  let ma: Person
  let head: Person
  beforeAll(async () => {
    town = await openTown()
    const { password } = (await town.world.store.get<{ password: string }>('officials', 'o_li')) ?? { password: '' }
    const zhou = { account: 'zhou', name: '周局', unit: 'transport', duties: ['sign', 'answer'] }
    await town.world.store.insert('officials', 'o_zhou', { ...zhou, password })
    expect(PASSWORD).toBeTruthy()
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    wang = await town.official('wang')
    li = await town.official('li')
    ma = await town.official('ma')
    head = await town.official('zhou')
    for (const { id, version } of (await town.world.store.find('phrases', { by: 'id', limit: 50 })).items)
      await town.world.store.remove('phrases', id, version)
  })

  const saves = (person: Person, phrase: Partial<Phrase> = {}, scope: 'district' | 'unit' = 'district') =>
    person.gets('phrases.save', { key: newKey(), scope, phrase: { ...REPAIRED, ...phrase } })
  const listed = async (person: Person, scope: 'district' | 'unit' = 'district') =>
    (await person.gets('phrases.list', { scope })).items
  const offered = async (person: Person, no: string) => (await person.gets('desk.open', { no })).phrases
  /** A complaint that Li has taken. */
  const taken = async (filing: Parameters<Person['files']>[0] = {}) => {
    const { no } = await (await town.citizen()).files(filing)
    await wang.dispatches(no, 'transport')
    await li.takes(no)
    return no
  }
  const answer = (text: string) => ({ do: 'answer', result: 'elsewhere', text }) as const

  describe('keeping them', () => {
    it.each<[who: string, scope: 'district' | 'unit', may: boolean]>([
      ['wang', 'district', true],
      ['ma', 'district', true],
      ['zhou', 'district', false],
      ['li', 'district', false],
      ['chen', 'district', false],
      ['zhou', 'unit', true],
      ['gao', 'unit', true],
      ['li', 'unit', false],
      ['wang', 'unit', false],
      ['ma', 'unit', false],
    ])('%s for the %s: %s', async (who, scope, may) => {
      const person = await town.official(who)
      expect((await person.gets('phrases.list', { scope })).edits).toBe(may)
      const { answer } = await person.asks('phrases.save', { key: newKey(), scope, phrase: REPAIRED })
      expect(answer.ok || answer.error.reason).toBe(may || 'not-allowed')
    })

    it('one is added, changed and removed', async () => {
      const { id, version } = await saves(ma)
      const known = { id, version }
      await ma.gets('phrases.save', { key: newKey(), scope: 'district', known, phrase: { ...REPAIRED, title: '改过' } })
      const [line] = await listed(wang)
      expect(line).toMatchObject({ id, title: '改过', sample: false })
      await wang.gets('phrases.remove', { id, version: line?.version ?? 0 })
      expect(await listed(wang)).toEqual([])
    })

    it('without categories it is for all again', async () => {
      const known = await saves(ma)
      const { categories, results, ...phrase } = REPAIRED
      await ma.gets('phrases.save', { key: newKey(), scope: 'district', known, phrase })
      expect(Object.keys((await listed(ma))[0] ?? {})).not.toContain('categories')
    })

    it('sent twice it is one', async () => {
      const call = { key: newKey(), scope: 'district', phrase: REPAIRED } as const
      expect(await ma.gets('phrases.save', call)).toEqual(await ma.gets('phrases.save', call))
      expect(await listed(ma)).toHaveLength(1)
    })

    it('a change sent twice is one', async () => {
      const known = await saves(ma)
      const call = { key: newKey(), scope: 'district', known, phrase: { ...REPAIRED, title: '改过' } } as const
      expect(await ma.gets('phrases.save', call)).toEqual(await ma.gets('phrases.save', call))
    })

    it('of two who change it at once the second is told who was first, and nothing is overwritten', async () => {
      const known = await saves(ma)
      const change = (title: string) => ({ key: newKey(), scope: 'district', known, phrase: { ...REPAIRED, title } })
      await wang.gets('phrases.save', change('王敏改的') as Ask<'phrases.save'>)
      const refused = await ma.isRefused('phrases.save', change('马丽改的'))
      expect(refused).toMatchObject({ code: 'conflict', reason: 'phrase-moved' })
      expect(refused.message).toContain('王敏')
      expect((await listed(ma)).map(({ title }) => title)).toEqual(['王敏改的'])
      expect(await ma.isRefused('phrases.remove', known)).toMatchObject({ reason: 'phrase-moved' })
    })

    it('what is gone cannot be changed, and removing it again is nothing', async () => {
      const { id, version } = await saves(ma)
      await ma.gets('phrases.remove', { id, version })
      expect(await ma.gets('phrases.remove', { id, version })).toEqual({})
      const change = { key: newKey(), scope: 'district', known: { id, version }, phrase: REPAIRED }
      expect(await wang.isRefused('phrases.save', change)).toMatchObject({ reason: 'phrase-missing' })
    })

    it('a unit’s own is nobody else’s', async () => {
      const { id, version } = await saves(head, {}, 'unit')
      expect(await listed(li, 'unit')).toHaveLength(1)
      expect(await listed(await town.official('zhao'), 'unit')).toEqual([])
      expect(await (await town.official('gao')).isRefused('phrases.remove', { id, version })).toMatchObject({
        reason: 'not-allowed',
      })
    })

    it.each(
      rows<[wrong: string, phrase: Partial<Phrase>, reason: string, field: string]>([
        ['a bracket that is not closed', { text: '【地点' }, 'slot-wrong', 'phrase.text'],
        ['a slot without a name', { text: '【】已办' }, 'slot-wrong', 'phrase.text'],
        ['an answer that asks nothing of a person', { text: HOLLOW }, 'slot-missing', 'phrase.text'],
        ['only what the system fills in', { text: '【地点】【今天】办好了' }, 'slot-missing', 'phrase.text'],
        ['no words', { text: '  ' }, 'content-missing', 'phrase.text'],
        ['too many words', { text: `【措施】${'长'.repeat(400)}` }, 'content-long', 'phrase.text'],
        ['a title of 21 characters', { title: '长'.repeat(21) }, 'content-long', 'phrase.title'],
        ['a category that does not exist', { categories: ['no-such'] }, 'category-unknown', 'phrase.categories'],
      ]),
    )('%s is refused', async (_, phrase, reason, field) => {
      const call = { key: newKey(), scope: 'district', phrase: { ...REPAIRED, ...phrase } }
      expect(await ma.isRefused('phrases.save', call)).toMatchObject({ reason, field })
    })

    it('ten a page, by their titles', async () => {
      for (const n of [3, 1, 2]) for (let left = 4; left > 0; left--) await saves(ma, { title: `${n} 号` })
      const first = await ma.gets('phrases.list', { scope: 'district' })
      const rest = await ma.gets('phrases.list', { scope: 'district', after: first.next ?? '' })
      expect([first.items.length, rest.items.length, rest.next]).toEqual([10, 2, undefined])
      expect([...first.items, ...rest.items].map(({ title }) => title[0]).join('')).toBe('111122223333')
    })
  })

  describe('offering them', () => {
    it('what the system knows stands in it, and nothing of who asked', async () => {
      await saves(ma, { text: '【编号】【地点】【单位】【承办单位】【今天】【期限】【经办人】' })
      const no = await taken({ place: { address: '垦丰小区 3号楼2单元501' } })
      const [phrase] = await offered(li, no)
      expect(phrase?.text).toBe(`${no}垦丰小区交通运输局交通运输局3月2日3月23日【经办人】`)
      expect(JSON.stringify(phrase)).not.toMatch(/吴小明|13912345678|501/)
    })

    it('those for the category stand first, then those for all; those for another are not there', async () => {
      await saves(ma, { title: 'a 都行', categories: [] })
      await saves(ma, { title: 'b 道路' })
      await saves(ma, { title: 'c 路灯', categories: ['light'] })
      expect((await offered(li, await taken())).map(({ title }) => title)).toEqual(['b 道路', 'a 都行'])
    })

    it('one’s own unit’s before the district’s, and not those of other units', async () => {
      await saves(ma, { title: 'a 全区' })
      await saves(head, { title: 'b 本局' }, 'unit')
      await saves(await town.official('gao'), { title: 'c 办公室' }, 'unit')
      expect((await offered(li, await taken())).map(({ title }) => title)).toEqual(['b 本局', 'a 全区'])
    })

    it('only for what may be written now', async () => {
      for (const use of ['reply', 'ask-back', 'extend', 'answer'] as const) await saves(ma, { use, title: use })
      const { no } = await (await town.citizen()).files()
      expect((await offered(wang, no)).map(({ use }) => use)).toEqual(['reply', 'ask-back', 'answer'])
      expect((await offered(await town.official('chen'), no).catch(() => [])).length).toBe(0)
      expect((await offered(li, await taken())).map(({ use }) => use)).toEqual([
        'reply',
        'ask-back',
        'extend',
        'answer',
      ])
    })

    it('at most ten of a kind, and never more than the screen can carry', async () => {
      for (let left = 12; left > 0; left--) await saves(ma, { title: `短 ${left}`, use: 'reply', text: '【措施】' })
      expect(await offered(li, await taken())).toHaveLength(10)
      for (let left = 10; left > 0; left--) await saves(ma, { text: `【措施】${'长'.repeat(390)}` })
      const { raw } = await li.asks('desk.open', { no: await taken() })
      expect(Buffer.byteLength(raw)).toBeLessThan(20 * 1024)
    })
  })

  describe('writing with them', () => {
    it.each(
      rows<[what: string, command: Ask<'tickets.act'>['command'], slot: string]>([
        ['a reply', { do: 'reply', text: '【什么时候】前回您' }, '什么时候'],
        ['a question', { do: 'ask-back', text: '请问是【哪个路口】？' }, '哪个路口'],
        ['a reason for more time', { do: 'extend', days: 3, reason: '等【材料】' }, '材料'],
        ['an answer', { do: 'answer', result: 'elsewhere', text: '【日期】办好了，换了灯泡' }, '日期'],
        [
          'its reason',
          { do: 'answer', result: 'impossible', text: '办不了，路权不在区里', reason: '【依据】' },
          '依据',
        ],
        ['a bracket left behind', { do: 'reply', text: '明天【上午来看' }, '上午来看'],
      ]),
    )('%s with an open slot is refused, and the slot named', async (_, command, slot) => {
      const no = await taken()
      const before = await li.opens(no)
      const refused = await li.mayNot(no, command)
      expect(refused).toMatchObject({ code: 'invalid', reason: 'slot-open' })
      expect(refused.message).toContain(`【${slot}】`)
      expect(await li.opens(no)).toEqual(before)
    })

    it('a word between officials, and what residents write, may hold whatever it likes', async () => {
      const citizen = await town.citizen()
      const { no } = await citizen.files({ text: '【急】高速出口堵得厉害' })
      await citizen.adds(no, '【补充】还是堵')
      await wang.dispatches(no, 'transport', '【请今天办】')
    })

    it('an answer that is only a template is refused, whoever says it came from where', async () => {
      // Written by hand, of a template that another unit keeps for its answers.
      await saves(head, { text: `${HOLLOW}【其他】`, categories: ['noise'], results: [] }, 'unit')
      const no = await taken()
      const refused = await li.mayNot(no, answer(HOLLOW))
      expect(refused).toMatchObject({ code: 'invalid', reason: 'nothing-specific', field: 'text' })
      expect(refused.message).toMatch(/做了什么.*在哪里.*什么时候.*谁/)
      expect((await li.opens(no)).status).toBe('handling')
    })

    it('and so is one in which only the system has filled something in', async () => {
      await saves(ma)
      const no = await taken()
      const place = (await li.opens(no)).place.address
      const filled = `${place}的拥堵已安排人员到场疏导，3月2日起，经办人。感谢您的监督。`
      expect(await li.mayNot(no, answer(filled))).toMatchObject({ reason: 'nothing-specific' })
    })

    it('filled in by a person it is an answer', async () => {
      await saves(ma)
      const no = await taken()
      const text = '唐曹高速曹妃甸出口的拥堵已安排人员到场疏导，3月3日起早高峰加派两人，经办人李强。感谢您的监督。'
      expect((await li.does(no, answer(text))).status).toBe('answered')
    })

    it('a short honest answer is one', async () => {
      await saves(ma)
      const no = await taken()
      expect((await li.does(no, answer('已于今天上午疏通，现在不堵了。'))).status).toBe('answered')
    })

    it('a reply that says little is still a reply: it closes nothing', async () => {
      await saves(ma, { use: 'reply', text: HOLLOW })
      const no = await taken()
      await li.replies(no, HOLLOW)
    })

    it('a reviewer who upholds says why as well; to send it back costs no such words', async () => {
      await saves(ma, { text: `${HOLLOW}【其他】`, use: 'reply' })
      const asker = await town.citizen()
      const { no } = await asker.files()
      await wang.dispatches(no, 'transport')
      await li.takes(no)
      await li.does(no, answer('出口归高速交警管，电话 12122。'))
      await asker.disputes(no, '没人管')
      const chen = await town.official('chen')
      const uphold = (text: string) => ({ do: 'review', outcome: 'uphold', text }) as const
      expect(await chen.mayNot(no, uphold(HOLLOW))).toMatchObject({ reason: 'nothing-specific' })
      expect((await chen.reopens(no, HOLLOW)).status).toBe('handling')
    })
  })
})
