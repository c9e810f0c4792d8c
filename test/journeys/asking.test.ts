/** Asking: by number, by name, in one's own words. Nobody has to be signed in. */
import type { AskReply } from '@/contract/ask'
import { beijing } from '../situations'
import { alert, appeal, article, both, hotline, menu, page, road, service } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { asksTogether, publishes, takesDownAll } from './published'
import { corrects, does, faq, writes } from './releases'
import type { Town } from './town'

const COLD = {
  ...{ title: both('家里暖气不热怎么办？'), question: both('屋里很冷。') },
  ...{ askers: 3, followers: 1, heat: 10, movedAt: beijing('Mon 2026-03-02 09:00') },
}

everywhere((open, _inCloud, rows) => {
  let town: Town
  let asker: Person
  beforeAll(async () => {
    town = await open()
    asker = town.anyone()
  })
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await town.forgetTries()
    await takesDownAll(town)
  })
  afterAll(() => town.close())

  const say = (words: string): Promise<AskReply> => asker.gets('ask.say', { words })
  const titles = ({ lines }: AskReply) => lines.map(({ title }) => title.zh)

  describe('a number', () => {
    it.each(
      rows([
        '1',
        '１',
        '一',
        '壹',
        '①',
        '1️⃣',
        '1.',
        '1、',
        '(1)',
        '按1',
        '回复 1',
        '请按1键',
        '第一个',
        '1 新闻',
        'press 1',
        'menu:news',
        '新闻',
        '有什么新闻',
        'NEWS',
      ]),
    )('typed as "%s" gives the newest three of its category at once', async (typed) => {
      for (const [minutes, name] of ['甲', '乙', '丙', '丁'].entries()) {
        const at = beijing(`Mon 2026-03-02 09:0${minutes}`)
        await publishes(town, article({ title: both(`${name}条新闻`) }), { at })
      }
      const reply = await say(typed)
      expect(titles(reply)).toEqual(['丁条新闻', '丙条新闻', '乙条新闻', '看全部'])
      expect(reply.lines.map(({ number }) => number)).toEqual(['1.1', '1.2', '1.3', undefined])
    })

    it('gives what was published a moment ago', async () => {
      await publishes(town, article({ title: both('旧消息') }), { at: beijing('Mon 2026-03-02 09:00') })
      expect(titles(await say('1'))[0]).toBe('旧消息')
      await publishes(town, article({ title: both('刚刚发布') }))
      expect(titles(await say('1'))[0]).toBe('刚刚发布')
    })

    it('with a second one gives that line whole', async () => {
      const id = await publishes(town, article({ title: both('第一条') }))
      const reply = await say('1.1')
      expect(reply).toMatchObject({ is: 'answer', from: { id, kind: 'article' } })
    })

    it.each(rows(['11', '十一', '1.7', '99', '3-3']))(
      'that is not in the menu ("%s") says so and shows the menu',
      async (typed) => {
        const reply = await say(typed)
        expect(reply).toMatchObject({ is: 'menu', said: { zh: expect.stringContaining('没有') } })
        expect(reply.lines.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'])
      },
    )

    it('reaches the emergency lines, the hottest issues, the roads, the pages and a person', async () => {
      await publishes(town, hotline({ group: 'emergency', number: '110', title: both('公安报警') }))
      await publishes(town, hotline({ group: 'government', number: '12345', title: both('政务热线') }))
      await publishes(town, hotline())
      await publishes(town, road())
      await publishes(town, page())
      await publishes(town, service())
      await asksTogether(town, 'cold', COLD)
      expect(titles(await say('4'))).toEqual(['12345 政务热线', '110 公安报警', '看全部'])
      expect(titles(await say('3'))).toEqual(['示例大道中段 由南向北', '看全部'])
      expect(titles(await say('5'))).toEqual(['家里暖气不热怎么办？', '看全部'])
      expect(titles(await say('6'))).toEqual(['示例湿地', '看全部'])
      expect(titles(await say('9'))).toEqual(['医疗保险费怎么交', '看全部'])
      expect((await say('2')).said.zh).toContain('没有可靠的天气数据')
      expect((await say('7')).lines).toMatchObject([
        { opens: { is: 'page', page: 'report' } },
        { opens: { is: 'phone' } },
      ])
      expect((await say('8')).lines).toMatchObject([{ opens: { is: 'page', page: 'tickets' } }])
      expect(await say('0')).toMatchObject({ is: 'person', person: { minutes: 10 } })
    })
  })

  describe('the menu', () => {
    const entries = [
      { id: 'life', number: 1, name: both('生活'), icon: 'news', opens: 'group' as const },
      {
        id: 'bus',
        parent: 'life',
        number: 2,
        name: both('公交'),
        icon: 'news',
        opens: 'about' as const,
        page: 'the-bus',
      },
      { id: 'town-news', number: 5, name: both('镇里的事'), icon: 'news', opens: 'news' as const },
    ]

    it('is the one that was published last, with its groups', async () => {
      await publishes(town, menu(entries))
      await publishes(town, page({ title: both('公交线路'), text: both('末班车 18:30。') }), { id: 'the-bus' })
      expect((await say('1')).lines).toMatchObject([
        { number: '1.2', title: { zh: '公交' }, opens: { is: 'say', words: '1.2' } },
      ])
      for (const typed of ['1.2', '1-2', '一、二', '１。２', '公交', 'menu:bus']) {
        expect(await say(typed)).toMatchObject({ is: 'answer', said: { zh: expect.stringContaining('末班车') } })
      }
      expect((await say('镇里的事')).is).toBe('list')
      expect((await say('2')).said.zh).toContain('没有 2')
    })

    it('as it is being written is nobody’s yet', async () => {
      const ma = await town.official('ma')
      await writes(ma, menu(entries))
      expect(titles(await say('菜单'))).toContain('走进曹妃甸')
      expect((await say('menu:bus')).said.zh).toContain('已经不在菜单里')
    })
  })

  describe('a person', () => {
    it.each(
      rows(['人工', '转人工', '我要找人工客服', '客服', '你说的不对，我要转人工', 'a person', 'talk to a human']),
    )('is there for "%s"', async (typed) =>
      expect(await say(typed)).toMatchObject({ is: 'person', person: { minutes: 10 } }),
    )

    it('comes when the desk opens, where it is closed', async () => {
      town.on('Mon 2026-03-02 22:00')
      const reply = await say('0')
      expect(reply.person).toEqual({ minutes: 10, opensAt: beijing('Tue 2026-03-03 08:30') })
      expect(reply.said.zh).toContain('没有人值班')
    })
  })

  describe('a question', () => {
    const WATER = faq()

    it('is answered in the words of the desk, with whose they are and when they were checked', async () => {
      const lin = await town.official('lin')
      const { id } = await writes(lin, WATER, { reviewBy: '2026-08-01' })
      await does(lin, id, { do: 'submit' })
      expect((await say('自来水一天没来了')).is).not.toBe('answer')
      await does(lin, id, { do: 'publish' })
      const reply = await say('自来水一天没来了')
      expect(reply).toMatchObject({
        is: 'answer',
        said: { zh: '打 12345。看通知 https://example.cn/x 。' },
        from: {
          id,
          kind: 'faq',
          title: WATER.title,
          unit: { id: 'transport' },
          edition: 1,
          publishedAt: town.now(),
          checkedAt: WATER.checkedAt,
          reviewBy: '2026-08-01',
        },
      })
      expect(reply.blocks?.zh[0]?.spans[1]).toEqual({ text: '通知', href: 'https://example.cn/x' })
      expect(await asker.gets('release.read', { id })).toMatchObject({
        kind: 'faq',
        checkedAt: WATER.checkedAt,
        title: WATER.title,
      })
    })

    it('is answered by the correction as soon as that is out', async () => {
      const lin = await town.official('lin')
      const { id } = await writes(lin, WATER)
      await does(lin, id, { do: 'submit' })
      await does(lin, id, { do: 'publish' })
      await corrects(lin, id, { ...WATER, text: both('先看通知公告。') }, '办法变了')
      expect((await say('停水怎么办')).said.zh).toContain('12345')
      await does(lin, id, { do: 'submit' })
      await does(lin, id, { do: 'publish' })
      expect(await say('停水怎么办')).toMatchObject({ said: { zh: '先看通知公告。' }, from: { edition: 2 } })
    })

    it('is not answered by what nobody has looked at in time', async () => {
      const lin = await town.official('lin')
      const { id } = await writes(lin, WATER, { reviewBy: '2026-03-03' })
      await does(lin, id, { do: 'submit' })
      await does(lin, id, { do: 'publish' })
      town.on('Wed 2026-03-04 00:10')
      await town.tick()
      expect((await say('停水怎么办')).from).toBeUndefined()
      expect(await asker.isRefused('release.read', { id })).toMatchObject({ reason: 'release-missing' })
    })

    it('about a need gives the number to call', async () => {
      await publishes(town, hotline())
      await publishes(town, hotline({ number: '12345', title: both('政务热线'), needs: ['停水'] }))
      expect(await say('停电')).toMatchObject({
        is: 'answer',
        said: { zh: expect.stringContaining('95598') },
        lines: [{ opens: { is: 'phone', number: '95598' } }],
        from: { kind: 'hotline', checkedAt: '2026-02-27' },
      })
      expect((await say('95598')).from?.kind).toBe('hotline')
    })

    it('that many asked gives the answer in force', async () => {
      await asksTogether(town, 'cold', {
        ...COLD,
        answer: { text: both('先放气。'), edition: 1, at: town.now(), unit: 'housing' },
      })
      expect(await say('我家暖气一点都不热')).toMatchObject({
        is: 'answer',
        said: { zh: '先放气。' },
        from: { id: 'cold', kind: 'issue', edition: 1 },
      })
    })

    it('nobody has an answer to says so, offers the nearest three and a person', async () => {
      for (const what of ['补办', '年检', '挂失', '注销'])
        await publishes(town, faq({ title: both(`营业执照怎么${what}？`), asks: [] }))
      const reply = await say('营业执照能不能用在网店和直播上')
      expect(reply).toMatchObject({ is: 'nearest', person: { minutes: 10 } })
      expect(reply.lines).toHaveLength(3)
      expect(reply.lines[0]?.opens).toMatchObject({ is: 'say' })
      expect(reply.from).toBeUndefined()
      expect(await say('火星上有没有水晶')).toMatchObject({ is: 'nothing', lines: [], person: { minutes: 10 } })
    })

    it('about an emergency in force begins with it', async () => {
      await publishes(town, faq({ title: both('大雾天怎么开车？'), asks: ['大雾能上高速吗'], text: both('开雾灯。') }))
      expect((await say('大雾能上高速吗')).from?.kind).toBe('faq')
      const id = await publishes(town, alert())
      expect(await say('大雾能上高速吗')).toMatchObject({
        from: { id, kind: 'alert' },
        said: { zh: expect.stringContaining('能见度') },
      })
      town.on('Mon 2026-03-02 12:01')
      expect((await say('大雾能上高速吗')).from?.kind).toBe('faq')
    })

    it('that speaks of danger is answered by 110, 119 and 120', async () => {
      const reply = await say('我家厨房煤气味很大')
      expect(reply).toMatchObject({ is: 'danger' })
      expect(reply.lines.map(({ opens }) => opens && 'number' in opens && opens.number)).toEqual(['110', '119', '120'])
    })

    it('is answered by an appeal or a service too', async () => {
      await publishes(town, appeal())
      await publishes(town, service())
      expect((await say('寻找目击者')).from?.kind).toBe('appeal')
      expect((await say('医保费怎么交')).from?.kind).toBe('service')
    })
  })

  describe('an answer that did not help', () => {
    it('is counted once for each key, and shown to whoever owns it', async () => {
      const lin = await town.official('lin')
      const { id } = await writes(lin, faq())
      await does(lin, id, { do: 'submit' })
      await does(lin, id, { do: 'publish' })
      const key = newKey()
      for (const once of [key, key, newKey()]) await asker.gets('ask.unhelpful', { key: once, id })
      const { items } = await lin.gets('releases.list', { list: 'published' })
      expect(items.find((line) => line.id === id)).toMatchObject({ unhelpful: 2 })
    })

    it('cannot be said of what is not there', async () =>
      expect(await asker.isRefused('ask.unhelpful', { key: newKey(), id: 'none' })).toMatchObject({
        reason: 'release-missing',
      }))
  })

  it('opens with the menu, what many ask, and when somebody answers', async () => {
    await asksTogether(town, 'cold', COLD)
    const opened = await asker.gets('ask.open', {})
    expect(opened.menu).toHaveLength(10)
    expect(opened).toMatchObject({ asked: [{ id: 'cold' }], firstReplyMinutes: 10, hotline: '12345' })
    expect(opened.opensAt).toBeUndefined()
  })
})
