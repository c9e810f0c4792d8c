/** Searching over everything that was published. */
import type { Content } from '@/contract/content'
import { LIMITS } from '@/server/limit'
import { alert, appeal, article, both, hotline, menu, page, road, service } from './contents'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { publishes, publishesMany, takesDownAll } from './published'
import { openTown, type Town } from './town'

everywhere((open) => {
  let town: Town
  let reader: Person
  beforeAll(async () => {
    town = await open()
    reader = town.anyone()
  })
  beforeEach(() => takesDownAll(town))
  afterAll(() => town.close())

  const found = async (words: string) => (await reader.gets('search.find', { words })).items

  it.each<[string, string, Content]>([
    ['news by a word of their text', '通告', article()],
    ['a page by its place', '新城大街', page({ address: both('新城大街 1 号') })],
    ['a page by its number without dashes', '03158711234', page({ phone: '0315-8711234' })],
    ['a road event by its direction', '由南向北', road()],
    ['a hotline by what is needed', '停电', hotline()],
    ['a service', '医疗保险', service()],
    ['an appeal', '目击者', appeal()],
    ['an emergency notice', '大雾', alert()],
    ['anything in English', 'birds', page()],
  ])('finds %s', async (_, words, content) => {
    const id = await publishes(town, content)
    expect(await found(words)).toMatchObject([{ id, kind: content.kind }])
  })

  it('shows the number of a hotline, so that it can be called at once', async () => {
    await publishes(town, hotline())
    expect(await found('停电')).toMatchObject([
      { number: '95598', excerpt: both('停电、电费', 'Power cuts and bills') },
    ])
  })

  it('shows the beginning of what has no summary, without its marks', async () => {
    await publishes(
      town,
      article({ summary: both(''), text: both(`## 时间\n看[通告](https://example.cn)，${'长'.repeat(80)}`) }),
    )
    const [line] = await found('通告')
    expect(line?.excerpt.zh).toBe(`时间 看通告，${'长'.repeat(53)}…`)
  })

  it('does not find the menu', async () => {
    await publishes(town, menu([{ id: 'news', number: 1, name: both('新闻'), icon: 'news', opens: 'news' }]))
    expect(await found('菜单')).toEqual([])
  })

  it('says when nothing had all the words', async () => {
    await publishes(town, article())
    expect(await reader.gets('search.find', { words: '车道 飞机' })).toMatchObject({ loose: true, items: [{}] })
    expect(await reader.gets('search.find', { words: '火星' })).toEqual({ loose: false, items: [] })
  })

  it.each([
    ['nothing', '', 'words-missing'],
    ['spaces', '   ', 'words-missing'],
    ['more than anybody types', '长'.repeat(61), 'text-long'],
  ])('refuses %s', async (_, words, reason) =>
    expect(await reader.isRefused('search.find', { words })).toMatchObject({ reason, status: 400 }),
  )

  it.each([
    ['punctuation', '？！'],
    ['sixty characters of nonsense', '齉龘靐齾爨癵'.repeat(10)],
    ['a program', '<script>alert(1)</script>'],
  ])('finds nothing for %s', async (_, words) => {
    await publishes(town, hotline())
    expect(await found(words)).toEqual([])
  })

  it('finds what was published after somebody has searched', async () => {
    expect(await found('大雾')).toEqual([])
    const id = await publishes(town, alert())
    expect(await found('大雾')).toMatchObject([{ id }])
  })

  it('finds what was published, whoever was told first', async () => {
    const id = await publishes(town, alert())
    const all = await Promise.all(Array.from({ length: 8 }, () => found('大雾')))
    expect(all.map(([first]) => first?.id)).toEqual(Array(8).fill(id))
  })

  it('gives twenty at most', async () => {
    await publishesMany(town, Array(30).fill(hotline()))
    expect(await found('停电')).toHaveLength(20)
  })
})

describe('who searches too often from one address', () => {
  it('is asked to wait, and reads on meanwhile', async () => {
    const limit = jest.replaceProperty(LIMITS, 'search.find', { times: 3 as never, minutes: 10 })
    const town = await openTown()
    const reader = town.anyone()
    for (let left = 3; left > 0; left--) await reader.gets('search.find', { words: '停电' })
    expect(await reader.isRefused('search.find', { words: '停电' })).toMatchObject({ reason: 'too-often', status: 429 })
    await reader.gets('hotlines.open', {})
    town.pass(10)
    await reader.gets('search.find', { words: '停电' })
    limit.restore()
    await town.close()
  })

  it('is not one of many behind the address of a carrier', () => {
    expect(LIMITS['search.find'].times / LIMITS['search.find'].minutes).toBeGreaterThanOrEqual(60)
  })
})
