/** What everybody reads, with 1,000 articles published: one person asking, over HTTP, each question many times. */
import type { Action, Ask } from '@/contract'
import { article, both } from '../journeys/contents'
import { publishesMany } from '../journeys/published'
import { openTown } from '../journeys/town'
import { printTable, type Row } from './table'

const ARTICLES = 1000
const TIMES = 200
/** No budget of design.md: what a person waits for beside the network. */
const ABOUT = '(no budget)'

export async function benchReading(say: (line: string) => void): Promise<void> {
  const town = await openTown()
  await publishesMany(
    town,
    Array.from({ length: ARTICLES }, (_, n) =>
      article({ title: both(`第 ${n} 篇`, `Article ${n}`), text: both('城乡居民医疗保险怎样缴费。'.repeat(60), '') }),
    ),
  )
  const anybody = town.anyone()
  const time = async <A extends Action>(action: A, input: Ask<A>): Promise<number> => {
    const start = performance.now()
    await anybody.gets(action, input)
    return performance.now() - start
  }
  const middle = async <A extends Action>(action: A, input: Ask<A>): Promise<Row> => {
    const all: number[] = []
    for (let turn = 0; turn < TIMES; turn++) all.push(await time(action, input))
    return row(action, all.sort((a, b) => a - b)[TIMES / 2] ?? 0)
  }
  const first = row(
    'search.find, the first on a host: the index is filled',
    await time('search.find', { words: '医保' }),
  )
  const rows = [
    await middle('home.open', {}),
    await middle('news.list', {}),
    await middle('search.find', { words: '医保缴费' }),
  ]
  await town.close()
  printTable(say, `Reading, ${ARTICLES} articles, one person, the middle of ${TIMES}`, [first, ...rows])
}

const row = (what: string, ms: number): Row => ({ what, measured: `${ms.toFixed(1)} ms`, budget: ABOUT, within: true })
