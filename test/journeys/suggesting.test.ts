/** People file, the desk sends it on, the clock learns from it at night: who writes the like is told what it probably is. */
import { learnCategories } from '@/server/learning'
import type { ModelRecord } from '@/server/suggesting'
import { everywhere } from './everywhere'
import { empties, type Filing, type Person } from './people'
import { diesAfter, timerContext } from './timer-context'
import type { Town } from './town'

/** A word that the district has not among its own. */
const WORDS = '楼下有一辆僵尸车'
const NEXT_NIGHT = 'Tue 2026-03-03 03:10'

everywhere((openTown) => {
  let town: Town
  let writer: Person
  let wang: Person

  beforeAll(async () => {
    town = await openTown()
    writer = await town.citizen()
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await empties(town, ['tickets', 'models', 'jobs', 'tries'])
    wang = await town.official('wang')
    // A host goes on for a minute with what it knew.
    town.pass(10)
    await suggested('，')
  })

  const suggested = async (text: string, category = '') =>
    (await writer.gets('filing.look', { category, text })).categories

  async function filed(text: string, changed: Partial<Filing> = {}, person?: Person): Promise<string> {
    const asker = person ?? (await town.citizen())
    return (await asker.files({ category: 'traffic', text, ...changed })).no
  }
  const sentOn = async (text: string, changed: Partial<Filing> = {}, person?: Person) =>
    wang.dispatches(await filed(text, changed, person), 'transport')
  async function nightPasses() {
    town.on(NEXT_NIGHT)
    await town.tick()
  }

  it('knows the district’s own words before anybody has filed anything', async () => {
    expect((await suggested('楼门口的路灯不亮了，老人晚上看不见'))[0]).toBe('light')
    expect((await suggested('The street lamp is broken'))[0]).toBe('light')
  })

  it('suggests three at most', async () => expect(await suggested('路灯，垃圾，噪音，电梯，停水')).toHaveLength(3))

  it.each([
    ['when nobody can tell', '您好，请问一下', ''],
    ['when a category is chosen', '路灯不亮了', 'noise'],
    ['when nothing is written', '', ''],
  ])('suggests nothing %s', async (_, text, category) => expect(await suggested(text, category)).toEqual([]))

  it('suggests what others filed it under, the morning after', async () => {
    await sentOn('有辆僵尸车停了半年')
    await sentOn('僵尸车没人挪走')
    expect(await suggested(WORDS)).toEqual([])
    await nightPasses()
    expect(await suggested(WORDS)).toEqual(['traffic'])
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'what nobody at the desk has looked at',
      () => Promise.all(['甲', '乙'].map((one) => filed(`${one}楼前有辆僵尸车`))),
    ],
    [
      'a word of one person',
      async () => {
        const one = await town.citizen()
        for (const text of ['有辆僵尸车停了半年', '僵尸车没人挪走']) await sentOn(text, {}, one)
      },
    ],
    [
      'reports of misconduct, which are between their asker and the desk',
      async () => {
        for (const text of ['有人卖僵尸车', '僵尸车又被卖了']) await sentOn(text, { kind: 'report' })
      },
    ],
  ])('learns nothing from %s', async (_, happens) => {
    await happens()
    await nightPasses()
    expect(await suggested(WORDS)).toEqual([])
  })

  it('keeps no sentence of anybody, and no number', async () => {
    for (const who of ['1', '2']) await sentOn(`僵尸车停在${who}号楼，我的电话 13912345678`)
    await nightPasses()
    const words = (await town.world.store.get<ModelRecord>('models', 'categories'))?.model.words ?? ''
    expect(words).toContain('僵尸')
    expect(words).not.toMatch(/\d|僵尸车/)
  })

  it('learns once a night, whichever host is first, and again the next', async () => {
    const context = () => timerContext(town)
    await sentOn('有辆僵尸车停了半年')
    town.on(NEXT_NIGHT)
    const both = await Promise.all([learnCategories(context()), learnCategories(context())])
    expect(both.map(({ did }) => did).sort()).toEqual([0, 1])
    town.on('Tue 2026-03-03 23:00')
    expect(await learnCategories(context())).toEqual({ did: 0, more: false })
    town.on('Wed 2026-03-04 03:10')
    expect(await learnCategories(context())).toEqual({ did: 1, more: false })
  })

  it('learns nothing where nobody has been answered: the district’s own words are known without it', async () => {
    await filed('有辆僵尸车停了半年')
    town.on(NEXT_NIGHT)
    expect(await learnCategories(timerContext(town))).toEqual({ did: 0, more: false })
    expect(await town.world.store.count('models')).toBe(0)
  })

  it('cut off before it has written anything down, it learns in its next turn', async () => {
    await sentOn('有辆僵尸车停了半年')
    await sentOn('僵尸车没人挪走')
    town.on(NEXT_NIGHT)
    await expect(learnCategories(timerContext(town, diesAfter(0, town.world.store)))).rejects.toThrow('died')
    await town.tick()
    expect(await suggested(WORDS)).toEqual(['traffic'])
  })

  it('the desk sees what it probably is, where it was filed under something else', async () => {
    const no = await filed('路灯不亮了，灯杆也歪了', { category: 'noise' })
    expect((await wang.gets('desk.open', { no })).otherCategory?.id).toBe('light')
  })

  it('the desk sees nothing of it where the category is the likely one', async () => {
    const no = await filed('路灯不亮了，灯杆也歪了', { category: 'light' })
    expect((await wang.gets('desk.open', { no })).otherCategory).toBeUndefined()
  })
})
