/** What somebody is shown while they write: what others have filed nearby, and what has been answered before. */
import type { Ask } from '@/contract'
import { toGcj02 } from '@/core/gcj02'
import type { Point } from '@/core/ticket'
import { both } from './contents'
import { everywhere } from './everywhere'
import type { Filing, Person } from './people'
import { type AskedTogether, asksTogether, takesDownAll } from './published'
import type { Town } from './town'
import { actedWeChat } from './wechat'

const GATE = { lat: 39.2719, lng: 118.4478 }
const NAME = '吴小明'
const PHONE = '13912345678'
const ADDRESS = '垦丰大街 12 号楼 3 单元'
const WORDS = '楼门口的路灯不亮了，老人晚上出门看不见。'
const LAMP = {
  category: 'light',
  text: WORDS,
  place: { address: ADDRESS, point: GATE },
  name: NAME,
  phone: PHONE,
} satisfies Partial<Filing>

/** So many metres north of a point. */
const north = ({ lat, lng }: Point, metres: number): Point => ({ lat: lat + metres / 111_195, lng })

const issue = (changed: Partial<AskedTogether> = {}): AskedTogether => ({
  title: both('唐曹高速曹妃甸出口早上为什么这么堵？', 'Why is the exit jammed every morning?'),
  question: both('每天早上下高速到工业区上班，一公里要走将近一小时。', 'The last kilometre takes nearly an hour.'),
  answer: {
    text: both('货车走东侧匝道。', 'Lorries take the eastern ramp.'),
    edition: 1,
    at: '2026-03-01T02:00:00.000Z',
    unit: 'transport',
  },
  ...{ askers: 47, followers: 132, heat: 273, movedAt: '2026-03-01T02:00:00.000Z' },
  ...changed,
})

/** Nothing was ever filed. */
async function clears({ world: { store } }: Town, collection: string): Promise<void> {
  for (;;) {
    const { items } = await store.find(collection, { by: 'id', limit: 50 })
    if (!items.length) return
    await Promise.all(items.map(({ id, version }) => store.remove(collection, id, version)))
  }
}

everywhere((openTown) => {
  let town: Town
  let asker: Person
  let neighbour: Person

  beforeAll(async () => {
    const wechat = actedWeChat()
    wechat.answers({
      msgSecCheck: async ({ content }) => ({
        ok: true,
        value: content.includes('骂人') ? { suggest: 'risky', label: 10001 } : { suggest: 'pass', label: 100 },
      }),
    })
    town = await openTown({ wechat })
    asker = await town.wechatCitizen('code-of-wu')
    neighbour = await town.citizen()
  })
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await clears(town, 'tickets')
    await town.forgetTries()
  })
  afterAll(() => town.close())

  const looks = (changed: Partial<Ask<'filing.look'>> = {}, person = neighbour) =>
    person.gets('filing.look', { category: 'light', text: '', point: GATE, ...changed })
  const offered = async (changed: Partial<Ask<'filing.look'>> = {}, person = neighbour) =>
    (await looks(changed, person)).similar.map(({ no }) => no)

  it('offers a neighbour what was filed next door, as soon as the category is chosen', async () => {
    const { no, filedAt } = await asker.files(LAMP)
    town.pass(3 * 24 * 60)
    expect((await looks()).similar).toMatchObject([
      { no, filedAt, category: { id: 'light' }, status: 'submitted', followers: 0, followed: false, sample: false },
    ])
  })

  it('tells of it only what gives nobody away', async () => {
    await asker.files(LAMP)
    const { raw } = await neighbour.asks('filing.look', { category: 'light', text: '路灯不亮', point: GATE })
    expect(raw).toContain('"similar":[{')
    for (const secret of [NAME, PHONE, ADDRESS, '老人', '单元', 'point', 'lat', 'code', 'asker'])
      expect(raw).not.toContain(secret)
  })

  it('never tells a distance below 50 m, and the same one to all who stand at one point', async () => {
    await asker.files(LAMP)
    await (await town.citizen()).files({ ...LAMP, place: { point: north(GATE, 2) } })
    const metres = (await looks()).similar.map((line) => line.metres)
    expect(metres).toEqual([metres[0], metres[0]])
    expect(metres[0]).toBeGreaterThanOrEqual(50)
  })

  it('shows nobody their own tickets', async () => {
    await asker.files(LAMP)
    expect(await offered({}, asker)).toEqual([])
  })

  it('offers it to somebody whom nobody knows, too', async () => {
    const { no } = await asker.files(LAMP)
    expect(await offered({}, town.anyone())).toEqual([no])
  })

  it('understands a point on WeChat’s maps', async () => {
    const { no } = await asker.files(LAMP)
    // Taken for the true place it would be half a kilometre off.
    expect(await offered({ point: { ...toGcj02(GATE), system: 'gcj02' } })).toEqual([no])
    expect(await offered({ point: toGcj02(GATE) })).toEqual([])
  })

  it('offers three at most, the best first', async () => {
    for (const metres of [160, 140, 120])
      await asker.files({ ...LAMP, text: '路灯坏了一排', place: { point: north(GATE, metres) } })
    const { no } = await asker.files(LAMP)
    const found = await offered({ text: '楼门口的路灯不亮了' })
    expect([found.length, found[0]]).toEqual([3, no])
  })

  it.each<[string, Partial<Filing>, Partial<Ask<'filing.look'>>, boolean]>([
    ['filed without a place, in the same words', { place: {} }, { text: '楼门口路灯不亮' }, true],
    ['filed without a place, in other words', { place: {} }, { text: '公园的椅子坏了' }, false],
    [
      'a kilometre away, in words a little alike',
      { place: { point: north(GATE, 1000) } },
      { text: '公园的路灯太亮，睡不着觉' },
      false,
    ],
    ['a kilometre away, in the very same words', { place: { point: north(GATE, 1000) } }, { text: WORDS }, true],
    ['of another category, about something else', { category: 'traffic' }, { text: '公园的椅子坏了' }, false],
    ['of another category, in the same words', { category: 'traffic' }, { text: '楼门口的路灯不亮' }, true],
    ['anonymous', { visibility: 'anonymous', name: '', phone: '' }, {}, true],
    ['a report of misconduct', { kind: 'report' }, { text: WORDS }, false],
    ['whose words content security holds', { text: `骂人的话，${WORDS}` }, { text: WORDS }, false],
  ])('of one %s: %#', async (_, filing, asked, isOffered) => {
    const { no } = await asker.files({ ...LAMP, ...filing })
    expect(await offered(asked)).toEqual(isOffered ? [no] : [])
  })

  it('does not offer what is over, or older than sixty days', async () => {
    const { no } = await asker.files(LAMP)
    const withdrawn = await asker.files(LAMP)
    await asker.withdraws(withdrawn.no)
    expect(await offered()).toEqual([no])
    town.pass(61 * 24 * 60)
    expect(await offered()).toEqual([])
  })

  it('finds what was opened again', async () => {
    const { no } = await asker.files(LAMP)
    const [wang, chen] = [await town.official('wang'), await town.official('chen')]
    await wang.dispatches(no, 'transport')
    const li = await town.official('li')
    await li.takes(no)
    await li.finishes(no, '已经修好')
    await asker.disputes(no, '还是不亮')
    await chen.reopens(no, '请再去看')
    expect(await offered()).toEqual([no])
  })

  describe('a question that has been answered', () => {
    const asks = { category: 'traffic', text: '请问高速出口早上为什么这么堵，一公里走了快一个小时' }
    beforeEach(() => takesDownAll(town))

    it('is offered before it is filed', async () => {
      await asksTogether(town, 'exit', issue())
      expect((await looks(asks)).answers).toMatchObject([{ id: 'exit', answered: true, askers: 47 }])
    })
    it('is offered too while the answer is still to come', async () => {
      const { answer, ...open } = issue()
      await asksTogether(town, 'exit', open)
      expect((await looks(asks)).answers).toMatchObject([{ id: 'exit', answered: false }])
    })
    it('is not where it is not public', async () => {
      await asksTogether(town, 'exit', issue({ public: false }))
      expect((await looks(asks)).answers).toEqual([])
    })
    it('is not when it is about something else', async () => {
      await asksTogether(town, 'exit', issue())
      expect((await looks({ text: '早上小区门口没有路灯，走路一个小时都看不清' })).answers).toEqual([])
    })
    it('is not while nothing is written', async () => {
      await asksTogether(town, 'exit', issue())
      expect((await looks({ category: 'traffic' })).answers).toEqual([])
    })
    it('two of them at most, the one that fits better first', async () => {
      await asksTogether(town, 'far', issue({ title: both('高速出口的灯为什么不亮？'), question: both('出口很暗。') }))
      await asksTogether(town, 'near', issue())
      await asksTogether(
        town,
        'third',
        issue({ title: both('高速出口什么时候能修好？'), question: both('出口在修路。') }),
      )
      const { answers } = await looks(asks)
      expect([answers.length, answers[0]?.id]).toEqual([2, 'near'])
    })
  })

  it('points out an identity number and a phone in the words, and where they stand', async () => {
    const text = `我的身份证是 11010519491231002X，电话 ${PHONE}`
    const { private: found } = await looks({ text })
    expect(found.map(({ what, from, to }) => [what, text.slice(from, to)])).toEqual([
      ['identity', '11010519491231002X'],
      ['phone', PHONE],
    ])
  })

  it('keeps nothing of what was asked', async () => {
    await asker.files(LAMP)
    const before = await town.world.store.count('entries')
    await looks({ text: '我的电话 13800138000，路灯不亮' })
    expect(await town.world.store.count('entries')).toBe(before)
    const { items } = await town.world.store.find('tries', { by: 'id', limit: 50 })
    expect(JSON.stringify([items, town.log])).not.toMatch(/13800138000|路灯/)
  })

  it('lets nobody ask without end', async () => {
    // As if twelve hundred had been asked already from this address.
    await looks({}, town.anyone())
    const { items } = await town.world.store.find<{ count: number }>('tries', { by: 'id', limit: 50 })
    for (const { id, version } of items) await town.world.store.update('tries', id, version, { set: { count: 1200 } })
    expect(await town.anyone().isRefused('filing.look', { category: 'light', text: '' })).toMatchObject({
      reason: 'too-often',
    })
  })

  it.each<[string, object]>([
    ['a category that is none', { category: 'x'.repeat(41), text: '' }],
    ['words without end', { category: 'light', text: '长'.repeat(2001) }],
    ['a point that is nowhere', { category: 'light', text: '', point: { lat: 91, lng: 0 } }],
    ['a spot that cannot be one', { category: 'light', text: '', spot: '../x' }],
  ])('refuses %s', async (_, input) => {
    expect(await neighbour.isRefused('filing.look', input)).toMatchObject({ code: 'invalid' })
  })

  it('answers where the words are only signs, and the category is one that nobody knows', async () => {
    expect(await looks({ category: 'nothing', text: '😡！！！' })).toEqual({
      ...{ similar: [], answers: [], private: [], categories: [] },
    })
  })
})
