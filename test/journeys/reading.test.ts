/** What everybody reads, without an account. */
import type { Content } from '@/contract/content'
import * as pictures from '../pictures'
import { beijing } from '../situations'
import { alert, appeal, article, both, hotline, menu, page, road, service } from './contents'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { asksTogether, publishes, publishesMany, takesDownAll } from './published'
import type { Town } from './town'

const NOON = 'Mon 2026-03-02 12:00'
const AFTER_NOON = 'Mon 2026-03-02 12:01'

everywhere((openTown) => {
  let town: Town
  let reader: Person
  beforeAll(async () => {
    town = await openTown()
    reader = town.anyone()
  })
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await takesDownAll(town)
  })
  afterAll(() => town.close())

  /** Publishes in this order, each a minute after the one before it. */
  async function publishesAll(...contents: Content[]): Promise<string[]> {
    const ids: string[] = []
    for (const content of contents) {
      ids.push(await publishes(town, content))
      town.pass(1)
    }
    return ids
  }
  const idsOf = (lines: { id: string }[]) => lines.map(({ id }) => id)

  describe('news', () => {
    it('has the newest first, by channel or all together', async () => {
      const [old, policy, fresh] = await publishesAll(article(), article({ channel: 'policy' }), article())
      expect(idsOf((await reader.gets('news.list', {})).items)).toEqual([fresh, policy, old])
      expect(idsOf((await reader.gets('news.list', { channel: 'policy' })).items)).toEqual([policy])
      expect(idsOf((await reader.gets('news.list', { channel: 'gone' })).items)).toEqual([])
    })

    it('names its channels, and the appeals that hold', async () => {
      const [id] = await publishesAll(appeal())
      const { channels, appeals } = await reader.gets('news.list', {})
      expect(channels.map((channel) => channel.id)).toEqual(['notice', 'news', 'policy', 'life'])
      expect(appeals).toMatchObject([{ id, title: both('寻找目击者', 'Witnesses wanted') }])
      town.on('Wed 2026-03-04 10:00')
      expect((await reader.gets('news.list', {})).appeals).toEqual([])
    })

    it('shows the first picture of each, small, and all of them in the article', async () => {
      const lin = await town.official('lin')
      const photos = [
        await lin.uploads(await pictures.jpeg(320, 240, 1)),
        await lin.uploads(await pictures.jpeg(240, 320, 2)),
      ]
      const [id = ''] = await publishesAll(article({ photos: idsOf(photos) }))
      const [line] = (await reader.gets('news.list', {})).items
      expect((await fetch(town.address(line?.thumb ?? ''))).status).toBe(200)
      const read = await reader.gets('release.read', { id })
      expect(read.photos).toMatchObject([
        { width: 320, height: 240 },
        { width: 240, height: 320 },
      ])
      expect((await fetch(town.address(read.photos[1]?.url ?? ''))).status).toBe(200)
    })

    it('keeps its title while another is being prepared', async () => {
      const [news = '', wanted = ''] = await publishesAll(article(), appeal())
      for (const id of [news, wanted]) {
        const { version } = (await town.world.store.get('releases', id)) ?? { version: 0 }
        await town.world.store.update('releases', id, version, { set: { title: both('尚未签发') } })
        expect((await reader.asks('release.read', { id })).raw).not.toContain('尚未签发')
      }
      expect((await reader.asks('news.list', {})).raw).not.toContain('尚未签发')
    })

    it('is left out when its time is over, before the timer has come', async () => {
      await publishesAll(article({ expiresAt: beijing(NOON) }))
      town.on(NOON)
      expect((await reader.gets('news.list', {})).items).toEqual([])
      expect((await reader.gets('search.find', { words: '车道' })).items).toEqual([])
    })
  })

  describe('an article', () => {
    it('is blocks of words and links in both languages, and says whose it is', async () => {
      const [id = ''] = await publishesAll(article({ source: '示例报', sourceUrl: 'https://example.cn/news' }))
      expect(await reader.gets('release.read', { id })).toMatchObject({
        kind: 'article',
        status: 'published',
        blocks: {
          zh: [
            { is: 'h', spans: [{ text: '时间' }] },
            { is: 'p', spans: [{ text: '3 月 9 日起。' }] },
            { is: 'p', spans: [{ text: '看' }, { text: '通告', href: 'https://example.cn/x' }, { text: '。' }] },
          ],
          en: [{ is: 'p', spans: [{ text: 'From 9 March.' }] }],
        },
        channel: { id: 'news' },
        unit: { id: 'transport' },
        source: '示例报',
        sourceUrl: 'https://example.cn/news',
      })
    })

    it('shows its corrections, the newest first', async () => {
      const id = await publishes(town, article(), { changes: ['改了日期', '改了地点'] })
      const read = await reader.gets('release.read', { id })
      expect(read).toMatchObject({ edition: 3, correctedAt: town.now() })
      expect(read.editions.map(({ edition, change }) => [edition, change?.zh])).toEqual([
        [3, '改了地点'],
        [2, '改了日期'],
        [1, undefined],
      ])
    })
  })

  describe('what may be read of a release', () => {
    it.each([
      ['a draft', 'draft', 'release-missing'],
      ['one that nobody has looked after', 'stale', 'release-missing'],
      ['one that is out', 'published', 'published'],
      ['one that has ended', 'expired', 'expired'],
      ['one that was withdrawn', 'withdrawn', 'withdrawn'],
    ] as const)('%s', async (_, status, read) => {
      const id = await publishes(town, article(), { status })
      const { answer } = await reader.asks('release.read', { id })
      expect(answer.ok ? (answer.data as { status: string }).status : answer.error.reason).toBe(read)
    })

    it.each([
      ['a road event, which is a line of a list', road()],
      ['the menu', menu([{ id: 'news', number: 1, name: both('新闻'), icon: 'news', opens: 'news' }])],
    ])('nothing: %s', async (_, content) => {
      const id = await publishes(town, content)
      expect(await reader.isRefused('release.read', { id })).toMatchObject({ status: 404, reason: 'release-missing' })
    })

    it('only how it ended: an appeal has neither words nor pictures any more', async () => {
      const photo = await (await town.official('lin')).uploads(await pictures.jpeg(320, 240, 3))
      const told = { status: 'expired', ending: '已找到，谢谢大家。' } as const
      const id = await publishes(town, appeal({ photos: [photo.id] }), told)
      const { answer, raw } = await reader.asks('release.read', { id })
      expect(answer).toMatchObject({ data: { ending: '已找到，谢谢大家。', title: { zh: '寻找目击者' }, photos: [] } })
      for (const gone of ['如果您当时在场', '刮擦', '示例条例', photo.id]) expect(raw).not.toContain(gone)
    })

    it('that its time is over, before the timer has come', async () => {
      const [id = ''] = await publishesAll(alert())
      town.on(NOON)
      expect(await reader.gets('release.read', { id })).toMatchObject({
        status: 'expired',
        blocks: { zh: [], en: [] },
        expiresAt: beijing(NOON),
      })
    })
  })

  describe('emergency notices', () => {
    it('stand on every screen while they hold, the worst first', async () => {
      const [fog, storm] = await publishesAll(
        alert(),
        alert({ colour: 'red', type: 'storm' }),
        alert({ colour: 'blue' }),
      )
      const { now } = await reader.gets('alerts.now', {})
      expect(now.map(({ colour }) => colour)).toEqual(['red', 'yellow', 'blue'])
      expect(idsOf(now).slice(0, 2)).toEqual([storm, fog])
      expect((await reader.gets('home.open', {})).alerts).toEqual(now)
      expect((await reader.gets('alerts.open', {})).now).toEqual(now)
      town.on(NOON)
      expect(await reader.gets('alerts.now', {})).toEqual({ now: [] })
    })

    it('are read whole, with advice, and say when they went out unsigned', async () => {
      const dueAt = beijing('Mon 2026-03-02 10:30')
      const override = { by: { id: 'o_lin', name: '林青' }, reason: '来不及', dueAt }
      const id = await publishes(town, alert(), { override })
      const read = await reader.gets('release.read', { id })
      expect(read).toMatchObject({ unsigned: true, colour: 'yellow', area: both('全区', 'The whole district') })
      expect(read.advice?.zh).toMatchObject([{ is: 'li' }, { is: 'li' }])
    })

    it('are listed for a month after they ended, with the reason when they were withdrawn', async () => {
      await publishes(town, alert(), { at: beijing('Thu 2026-01-29 10:00'), status: 'expired' })
      const old = await publishes(town, alert(), { at: beijing('Mon 2026-02-02 10:00'), status: 'expired' })
      const [over] = await publishesAll(alert())
      const told = { status: 'withdrawn', ending: '误报' } as const
      const wrong = await publishes(town, alert(), { ...told, at: beijing('Fri 2026-02-27 10:00') })
      town.on(AFTER_NOON)
      const { past } = await reader.gets('alerts.open', {})
      expect(past.map(({ id, ending }) => [id, ending])).toEqual([
        [over, undefined],
        [wrong, '误报'],
        [old, undefined],
      ])
    })
  })

  it('emergency notices that ended today come before those that ended before, however old they are', async () => {
    const months = { at: beijing('Mon 2025-12-01 10:00'), status: 'expired' } as const
    const today = beijing('Mon 2026-03-02 09:00')
    const long = await publishes(town, alert({ expiresAt: today }), months)
    const { version } = (await town.world.store.get('releases', long)) ?? { version: 0 }
    await town.world.store.update('releases', long, version, { set: { movedAt: today } })
    const short = await publishes(town, alert(), { at: beijing('Fri 2026-02-27 10:00'), status: 'withdrawn' })
    expect(idsOf((await reader.gets('alerts.open', {})).past)).toEqual([long, short])
  })

  it('hotlines have emergencies first, and short numbers before long ones', async () => {
    await publishesAll(
      hotline(),
      hotline({ group: 'emergency', number: '120' }),
      hotline({ group: 'home', number: '0315-8711234' }),
      hotline({ group: 'government', number: '12345' }),
      hotline({ group: 'emergency', number: '110' }),
    )
    const { items } = await reader.gets('hotlines.open', {})
    expect(items.map(({ number }) => number)).toEqual(['110', '120', '12345', '95598', '0315-8711234'])
  })

  it('services come by situations of life', async () => {
    await publishesAll(service({ situation: 'travel' }), service({ situation: 'child' }), service())
    const { items } = await reader.gets('services.open', {})
    expect(items.map(({ situation }) => situation)).toEqual(['child', 'health', 'travel'])
  })

  it('pages about the district come by section, and topics go when they are over', async () => {
    await publishesAll(page(), page({ section: 'overview' }), page({ section: 'topic', expiresAt: beijing(NOON) }))
    const sections = async () => (await reader.gets('about.open', {})).items.map(({ section }) => section)
    expect(await sections()).toEqual(['overview', 'sight', 'topic'])
    town.on(NOON)
    expect(await sections()).toEqual(['overview', 'sight'])
  })

  it('fifty and more of a kind are all there', async () => {
    await publishesMany(town, Array(60).fill(hotline()))
    expect((await reader.gets('hotlines.open', {})).items).toHaveLength(60)
  })

  describe('popular issues', () => {
    const group = (heat: number) => ({
      title: both(`示例问题 ${heat}`),
      question: both('什么时候修好？'),
      askers: heat,
      followers: 1,
      heat,
      movedAt: beijing('Fri 2026-02-27 10:00'),
    })
    const answer = { text: both('- 四月修好'), edition: 2, at: beijing('Fri 2026-02-27 10:00'), unit: 'transport' }

    it('come by heat, fifteen a page', async () => {
      for (let heat = 1; heat <= 16; heat++) await asksTogether(town, `g-${heat}`, group(heat))
      const first = await reader.gets('issues.list', {})
      expect(first.items.map(({ askers }) => askers)).toEqual([16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
      const rest = await reader.gets('issues.list', { after: first.next ?? '' })
      expect([idsOf(rest.items), rest.next]).toEqual([['g-1'], undefined])
    })

    it('are read with the answer in force, and are found', async () => {
      await asksTogether(town, 'lamps', { ...group(3), title: both('路灯不亮'), answer })
      expect(await reader.gets('issues.open', { id: 'lamps' })).toMatchObject({
        answered: true,
        question: both('什么时候修好？'),
        answer: {
          edition: 2,
          unit: { id: 'transport' },
          blocks: { zh: [{ is: 'li', spans: [{ text: '四月修好' }] }] },
        },
      })
      expect((await reader.gets('search.find', { words: '路灯' })).items).toMatchObject([
        { id: 'lamps', kind: 'issue' },
      ])
      expect(await reader.isRefused('issues.open', { id: 'none' })).toMatchObject({ reason: 'release-missing' })
    })
  })

  describe('the first screen', () => {
    it('shows three news and three issues', async () => {
      await publishesAll(article(), article(), article(), article())
      const { news, issues, menu: entries } = await reader.gets('home.open', {})
      expect([news.length, issues.length]).toEqual([3, 0])
      expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
    })

    it('has the menu that was published, 1 to 9 and then 0', async () => {
      const entry = (id: string, number: number) =>
        ({ id, number, name: both(id), icon: 'news', opens: 'news' }) as const
      const under = { ...entry('under', 1), parent: 'two' }
      await publishesAll(menu([under, entry('zero', 0), entry('two', 2), entry('one', 1)]))
      expect(idsOf((await reader.gets('home.open', {})).menu)).toEqual(['one', 'two', 'zero', 'under'])
    })
  })
})
