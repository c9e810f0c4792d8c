import type { Outside } from '@/server/ports'
import { feedAnswer } from '../../test/outside/answers'
import { type Provider, says, startProvider } from '../../test/outside/provider'
import { feedSource } from './feeds'
import { getter } from './fetching'

let provider: Provider
beforeEach(async () => {
  provider = await startProvider(says(''))
})
afterEach(() => provider.close())

const asFeed = () => feedSource(getter())(`${provider.origin}/feed`)
const value = async <T>(answer: Promise<Outside<T>>): Promise<T> => {
  const given = await answer
  if (!given.ok) throw new Error(`${given.trouble.why} ${given.trouble.detail}`)
  return given.value
}

describe('a feed', () => {
  it('becomes items in prose: the same item once, without a date where it has none, and only https', async () => {
    provider.behave(says(feedAnswer, 'application/rss+xml'))
    const [first, second, ...others] = await value(asFeed())
    expect(others).toEqual([])
    expect(first).toEqual({
      id: '1',
      title: '停水 & 停电',
      text: '明天停水。\n\n看',
      url: 'https://a.example/1',
      at: '2026-03-02T01:00:00.000Z',
      removed: [
        { what: 'script', times: 1 },
        { what: 'image', times: 1 },
        { what: 'link', times: 1 },
      ],
    })
    expect(second).toMatchObject({ title: '无日期', text: '温度 < 5' })
    expect(second).not.toHaveProperty('at')
    expect(second).not.toHaveProperty('url')
  })

  it.each([
    ['GBK, said in the XML', '<?xml version="1.0" encoding="gb2312"?>', 'text/xml'],
    ['GBK, said in the header', '<?xml version="1.0"?>', 'text/xml; charset=GBK'],
    ['GBK, said to be UTF-8 in the header', '<?xml version="1.0" encoding="gbk"?>', 'text/xml; charset=utf-8'],
  ])('in %s is read', async (_, prolog, type) => {
    // 明天停水 in GBK.
    const word = Buffer.from('c3f7cceccda3cbae', 'hex')
    const [before = '', after = ''] =
      `${prolog}<rss version="2.0"><channel><item><title>|</title></item></channel></rss>`.split('|')
    provider.behave(says(Buffer.concat([Buffer.from(before), word, Buffer.from(after)]), type))
    expect(await value(asFeed())).toMatchObject([{ title: '明天停水' }])
  })

  it('that says GBK and is UTF-8 is read as what it is', async () => {
    provider.behave(says(feedAnswer.replace('UTF-8', 'GBK'), 'text/xml; charset=gbk'))
    expect(await value(asFeed())).toMatchObject([{ title: '停水 & 停电' }, {}])
  })

  it.each([
    ['text', 'hello'],
    ['a page', '<html><body>404</body></html>'],
    [
      'entities that grow',
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
    ],
    ['too many levels', `<rss><channel>${'<a>'.repeat(100_000)}</channel></rss>`],
  ])('of %s is not understood', async (_, body) => {
    provider.behave(says(body, 'text/xml'))
    expect(await asFeed()).toMatchObject({ ok: false, trouble: { why: 'not-understood' } })
  })

  it('gives a hundred items at most', async () => {
    const item = (at: number) => `<item><guid>${at}</guid><title>${at}</title></item>`
    const items = Array.from({ length: 5000 }, (_, at) => item(at)).join('')
    provider.behave(says(`<rss version="2.0"><channel>${items}</channel></rss>`, 'text/xml'))
    expect(await value(asFeed())).toHaveLength(100)
  })
})
