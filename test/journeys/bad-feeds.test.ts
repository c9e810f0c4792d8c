/** Feeds that are broken or made to hurt, and texts that are pasted: nothing of it goes out, and nothing there is lost. */
import { gzipSync } from 'node:zlib'
import type { Duty } from '@/core/actor'
import { enrol, sealPassword } from '@/server/session'
import { type Behaviour, type Provider, says, startProvider } from '../outside/provider'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { publishedWhole } from './published-whole'
import { article, does, earthquake, mayNot, opens, page, signs, writes } from './releases'
import { openTown, PASSWORD, QUICK, stored, type Town } from './town'

const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${items}</channel></rss>`
const item = (guid: string, title: string, more = '') =>
  `<item><guid>${guid}</guid><title>${title}</title>${more}</item>`
const SECRET = '密不可见'
const GOOD = rss(item('1', '停水通知', '<description>明天停水。</description>'))
const xml = (body: string | Uint8Array, type = 'text/xml') => says(body, type)

/** Five levels of ten: a hundred thousand of the first. */
const BOMB = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">${[1, 2, 3, 4, 5]
  .map((level) => `<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`)
  .join('')}]>${rss(item('1', '&a5;'))}`

/** Given as a description, escaped or not. */
const HURTING = [
  '<script>alert(1)</script>',
  '<iframe src="https://a.example"></iframe>',
  '<a href="javascript:alert(1)">看</a>',
  '<a href="data:text/html,x">看</a>',
  '<a href="vbscript:x">看</a>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)></svg>',
  '<object data="data:text/html,x"></object>',
  '<form action="javascript:alert(1)"><input></form>',
  '<b style="background:url(javascript:alert(1))">一</b>',
  '<a href="JaVa&#09;ScRiPt:alert(1)">看</a>',
].join('')
const NOTHING_OF_IT = /<|javascript|vbscript|data:text|alert|onerror|iframe|script/i

describe('feeds', () => {
  let town: Town
  let provider: Provider
  let second: Provider
  let lin: Person
  beforeEach(async () => {
    provider = await startProvider(xml(GOOD))
    second = await startProvider(xml(rss(item('2', '另一个网站'))))
    const feeds = [provider, second].map(({ origin }) => ({
      url: `${origin}/feed?key=hunter2`,
      channel: 'notice',
      unit: 'transport',
    }))
    town = await openTown({ openMeteo: provider.origin, district: { feeds } })
    lin = await town.official('lin')
  })
  afterEach(async () => {
    const log = town.log.join('\n')
    for (const word of ['hunter2', SECRET, '停水', '林青', provider.origin]) expect(log.includes(word)).toBe(false)
    expect(await publishedWhole(town)).toEqual([])
    await town.close()
    await Promise.all([provider.close(), second.close()])
  })

  const reads = async () => (await lin.gets('feeds.read', {})).feeds
  const drafts = async () => (await lin.gets('releases.list', { list: 'mine' })).items
  const titles = async () => (await drafts()).map(({ title }) => title.zh).sort()
  const opened = async () => Promise.all((await drafts()).map(({ id }) => opens(lin, id)))

  it.each<[bad: string, behave: Behaviour, trouble: string]>([
    ['of fifty megabytes', pouring(50), 'too-large'],
    ['of fifty megabytes, packed into fifty kilobytes', packed(50), 'too-large'],
    ['with an entity bomb', xml(BOMB), 'not-understood'],
    [
      'with an entity that is a file',
      xml(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('&x;')}`),
      'not-understood',
    ],
    ['of broken XML', xml('<rss version="2.0"><channel><item><title>停'), 'nothing'],
    ['that is a page', xml('<!doctype html><title>404</title>', 'text/html'), 'not-understood'],
    [
      'in a wrong encoding',
      xml(
        Buffer.from([...Buffer.from('<rss version="2.0"><channel><item><title>'), 0xff, 0xfe, 0x81]),
        'text/xml; charset=utf-8',
      ),
      'not-understood',
    ],
    ['in an encoding that there is not', xml(Buffer.from([0xff, 0x81]), 'text/xml; charset=klingon'), 'not-understood'],
    ['with status 500', (_, response) => void response.writeHead(500).end(GOOD), 'status'],
    ['of nothing', xml(''), 'not-understood'],
    [
      'with a name that programs trip over',
      xml(rss('<item><__proto__>x</__proto__><title>停</title></item>')),
      'not-understood',
    ],
  ])('%s changes nothing, says so, and keeps no other from being read', async (_, behave, trouble) => {
    await town.tick()
    const before = await stored(town)
    provider.behave(behave)
    second.behave(xml(rss(item('2', '另一个网站') + item('3', '新的一条'))))
    town.pass(1)
    const [bad, good] = await reads()
    if (trouble === 'nothing') expect(bad).toMatchObject({ added: 0 })
    else expect(bad).toMatchObject({ read: 0, added: 0, trouble })
    expect(good).toMatchObject({ added: 1 })
    expect(await titles()).toEqual(['停水通知', '另一个网站', '新的一条'].sort())
    expect(await stored(town)).toMatchObject({ releases: (before.releases ?? 0) + 1, editions: 0, findables: 0 })
    provider.behave(xml(GOOD))
    expect((await reads())[0]).toMatchObject({ read: 1, added: 0 })
    expect((await reads())[0]).not.toHaveProperty('trouble')
  })

  it('that never answers is given up, and the others are read', async () => {
    provider.behave(() => undefined)
    const [bad, good] = await reads()
    expect(bad).toMatchObject({ added: 0, trouble: 'too-slow' })
    expect(good).toMatchObject({ added: 1 })
  })

  it.each([
    ['as it is', (html: string) => `<![CDATA[${html}]]>`],
    ['escaped', (html: string) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')],
  ])('with scripts in it, %s, becomes words, and is no more than a draft', async (_, as) => {
    provider.behave(
      xml(
        rss(
          item(
            '9',
            as(`停${HURTING}`),
            `<description>${as(`一${HURTING}`)}</description><link>javascript:alert(1)</link>`,
          ),
        ),
      ),
    )
    await town.tick()
    const [draft] = (await opened()).filter(({ title }) => title.zh.startsWith('停'))
    expect(draft).toMatchObject({ status: 'draft', stage: 'writing' })
    expect(JSON.stringify([draft?.title, draft?.content, draft?.preview])).not.toMatch(NOTHING_OF_IT)
    expect(draft?.content).not.toHaveProperty('sourceUrl')
    expect((await town.anyone().gets('news.list', {})).items).toEqual([])
  })

  it('with the same item twice, with no date, or with one that is none, is read', async () => {
    const twice = item('1', '第一') + item('1', '又一次')
    const dates =
      item('2', '没有日期') +
      item('3', '坏日期', '<pubDate>明天</pubDate>') +
      item('4', '远', '<pubDate>Mon, 99 Foo 99999</pubDate>')
    provider.behave(xml(rss(twice + dates)))
    expect((await reads())[0]).toMatchObject({ read: 4, added: 4 })
    expect(await titles()).toEqual(['另一个网站', '第一', '没有日期', '坏日期', '远'].sort())
    expect((await reads())[0]).toMatchObject({ read: 4, added: 0 })
  })

  it.each([
    ['no character at all', `a\u0000b${'x'.repeat(3)}`],
    ['very long names', 'x'.repeat(40_000)],
  ])('whose items are called by %s is read, each once, and so is the next', async (_, guid) => {
    const items = [1, 2, 3].map((each) => item(`${guid}${each}`, `第${each}条`)).join('')
    provider.behave(xml(rss(items)))
    expect((await reads())[0]).toMatchObject({ read: 3, added: 3 })
    const [, next] = await reads()
    expect(next).toMatchObject({ read: 1, added: 0 })
    expect(await drafts()).toHaveLength(4)
    const { items: kept } = await town.world.store.find<object>('readings', { by: 'id', limit: 50 })
    for (const one of kept) expect(JSON.stringify(one).length).toBeLessThan(2_000)
  })

  it('with a title that is too long is cut between characters, and says so', async () => {
    provider.behave(xml(rss(item('1', `${'长'.repeat(78)}👍👍👍`))))
    await town.tick()
    const [draft] = (await opened()).filter(({ title }) => title.zh.startsWith('长'))
    expect(draft?.title.zh).toBe(`${'长'.repeat(78)}…`)
  })

  it('an item that was dropped does not come back', async () => {
    await town.tick()
    const [first] = (await drafts()).filter(({ title }) => title.zh === '停水通知')
    await does(lin, first?.id ?? '', { do: 'drop' })
    town.pass(60)
    await town.tick()
    expect(await titles()).toEqual(['另一个网站'])
  })
})

everywhere((open) => {
  let town: Town
  let lin: Person
  beforeAll(async () => {
    town = await open()
    lin = await town.official('lin')
  })
  afterAll(() => town.close())

  describe('pasted texts', () => {
    it('lose what hurts, and what is left is looked at by somebody else before it is out', async () => {
      const { id, content, removed, preview } = await writes(
        lin,
        article({ text: { zh: `一${HURTING}`, en: HURTING } }),
      )
      expect(JSON.stringify([content, preview])).not.toMatch(NOTHING_OF_IT)
      expect(removed.map(({ what }) => what)).toEqual(expect.arrayContaining(['script', 'iframe', 'link', 'image']))
      expect(await mayNot(lin, id, { do: 'publish' })).toBe('release-moved')
    })

    it('hold no address but https, also where marks are typed', async () => {
      const words = '[看](javascript:alert(1)) [图](data:text/html,x) [新闻](http://a.example) [好](https://a.example)'
      const { id } = await writes(lin, page({ text: { zh: words, en: '' } }))
      await does(lin, id, { do: 'submit' })
      await does(lin, id, { do: 'publish' })
      const { blocks } = await town.anyone().gets('release.read', { id })
      const links = blocks.zh.flatMap(({ spans }) => spans).flatMap(({ href }) => href ?? [])
      expect(links).toEqual(['https://a.example'])
    })

    const BAD = ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'http://a.example', '//a.example']
    it.each(BAD.flatMap((address) => ['sourceUrl', 'video', 'attachment'].map((field) => [address, field] as const)))(
      'an address %s as %s is refused, and nothing is kept',
      async (url, field) => {
        const before = await stored(town)
        const content = {
          ...article(),
          ...(field === 'attachment' ? { attachments: [{ name: '附件', url }] } : { [field]: url }),
        }
        const refused = await lin.isRefused('releases.write', { key: newKey(), revision: 0, content })
        expect(refused).toMatchObject({ reason: 'address-wrong', status: 400 })
        expect(await stored(town)).toEqual(before)
      },
    )

    it('that are nothing but markup are no text, and are refused', async () => {
      const before = await stored(town)
      const content = { ...earthquake(), text: { zh: '<script>1</script>', en: '' } }
      const refused = await lin.isRefused('releases.write', { key: newKey(), revision: 0, content })
      expect(refused).toMatchObject({ reason: 'content-missing' })
      expect(await stored(town)).toEqual(before)
    })

    it('longer than anybody reads are refused, and nothing is kept', async () => {
      const before = await stored(town)
      const content = article({ text: { zh: '长'.repeat(20_001), en: '' } })
      const refused = await lin.isRefused('releases.write', { key: newKey(), revision: 0, content })
      expect(refused).toMatchObject({ reason: 'content-long', status: 400 })
      expect(await stored(town)).toEqual(before)
    })
  })

  describe('own work', () => {
    it('is not signed by whoever wrote an earlier revision of it', async () => {
      const everything = { account: 'qi', name: '齐鸣', unit: 'office', duties: ['author', 'review', 'sign'] as Duty[] }
      await enrol('o_qi', { ...everything, password: await sealPassword(PASSWORD, QUICK) }, town.world.store)
      const qi = await town.official('qi')
      const { id, revision } = await writes(lin, article())
      await writes(qi, article(), { id, revision })
      await writes(lin, article(), { id, revision: 2 })
      await does(lin, id, { do: 'submit' })
      expect(await mayNot(qi, id, { do: 'sign', revision: 3 })).toBe('own-work')
      expect((await opens(qi, id)).may).not.toContain('sign')
      expect((await signs(await town.official('chen'), id)).stage).toBe('signed')
    })
  })
})

function pouring(megabytes: number): Behaviour {
  return (_, response) => {
    let left = megabytes
    const piece = Buffer.alloc(1_000_000, ' ')
    response.writeHead(200, { 'content-type': 'text/xml' })
    const more = () => {
      while (left-- > 0) if (!response.write(piece)) return
      response.end()
    }
    response.on('drain', more)
    more()
  }
}

/** What is small on the line and large in the memory. */
function packed(megabytes: number): Behaviour {
  const body = gzipSync(Buffer.alloc(megabytes * 1_000_000, ' '))
  return (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }).end(body)
}
