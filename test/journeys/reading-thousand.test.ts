/** A thousand news: every page is as the first, and the one that is looked for is found. */
import { article, both } from './contents'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { publishesMany } from './published'
import type { Town } from './town'

const MANY = 1000
const PAGE = 15

everywhere((openTown) => {
  let town: Town
  let reader: Person
  let ids: string[]
  beforeAll(async () => {
    town = await openTown()
    reader = town.anyone()
    const titles = Array.from({ length: MANY }, (_, index) =>
      index === 700 ? '示例码头恢复通航' : `示例消息第 ${index} 条`,
    )
    ids = await publishesMany(
      town,
      titles.map((title) => article({ title: both(title) })),
    )
  }, 120_000)
  afterAll(() => town.close())

  it('are read page by page, each once and in order', async () => {
    const read: string[][] = []
    for (let after: string | undefined; ; ) {
      const page = await reader.gets('news.list', { ...(after && { after }) })
      read.push(page.items.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    expect(read).toHaveLength(67)
    expect(read[0]).toEqual(ids.slice(0, PAGE))
    expect(read[66]).toEqual(ids.slice(66 * PAGE))
    expect(read.flat()).toEqual(ids)
  })

  it('keep their places when another is published while somebody reads', async () => {
    const { next = '' } = await reader.gets('news.list', {})
    town.pass(1)
    await publishesMany(town, [article()])
    const second = await reader.gets('news.list', { after: next })
    expect(second.items.map(({ id }) => id)).toEqual(ids.slice(PAGE, 2 * PAGE))
  })

  it('leave the one that is looked for to be found', async () => {
    expect(await reader.gets('search.find', { words: '码头通航' })).toMatchObject({ items: [{ id: ids[700] }] })
    expect(await reader.gets('search.find', { words: '码头' })).toMatchObject({
      loose: false,
      items: [{ id: ids[700] }],
    })
  })

  it('make a first page of less than 20 KB', async () => {
    const { raw } = await reader.asks('news.list', {})
    expect(Buffer.byteLength(raw)).toBeLessThan(20_000)
  })

  it('are refused from a place in another list', async () => {
    const { next = '' } = await reader.gets('news.list', {})
    expect(await reader.isRefused('issues.list', { after: next })).toMatchObject({ reason: 'malformed' })
  })
})
