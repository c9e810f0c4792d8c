import type { Failure } from '@/contract'
import { type Cell, csvWriter } from './csv'
import { type FetchPage, type Filling, fill } from './fill'

const away: Failure = { code: 'unavailable', reason: 'unreachable', message: '连不上' }

/** A table of these pages: what was asked for, and the file as it grows. */
function filling(pages: (Cell[][] | 'away')[]) {
  const asked: (string | undefined)[] = []
  const page: FetchPage = async (after) => {
    asked.push(after)
    const rows = pages[Number(after ?? 0)]
    if (!rows) throw new Error('there is no such page')
    if (rows === 'away') return { ok: false, error: away }
    const next = Number(after ?? 0) + 1
    return { ok: true, data: { rows, ...(next < pages.length && { next: String(next) }) } }
  }
  const pieces: Uint8Array[] = []
  const file = {
    add: async (more: Uint8Array[]) => void pieces.push(...more),
    finish: async () => ({ drop: () => undefined }),
    drop: () => undefined,
  }
  const writer = csvWriter(['h'], (text) => new TextEncoder().encode(text))
  const begun: Filling = { page, writer, file, rows: 0 }
  return { begun, asked, pages, text: () => Buffer.concat(pieces).toString('utf8').slice(1) }
}
const goesOn = () => false

it('fetches one page after another, empty ones too, until there is no next', async () => {
  const { begun, asked, text } = filling([[['a'], ['b']], [], [['c']]])
  const seen: number[] = []
  expect((await fill(begun, goesOn, (rows) => seen.push(rows))).is).toBe('done')
  expect([text(), asked, seen]).toEqual(['h\r\na\r\nb\r\nc\r\n', [undefined, '1', '2'], [2, 2, 3]])
})

it('says that the server was not reached, and goes on from that very page', async () => {
  const { begun, asked, pages, text } = filling([[['a']], 'away', [['c']]])
  expect(await fill(begun, goesOn, goesOn)).toEqual({ is: 'failed', error: away })
  pages[1] = [['b']]
  expect((await fill(begun, goesOn, goesOn)).is).toBe('done')
  expect([text(), asked]).toEqual(['h\r\na\r\nb\r\nc\r\n', [undefined, '1', '1', '2']])
})

it('stops when it is told to, and asks for nothing more', async () => {
  const { begun, asked } = filling([[['a']], [['b']], [['c']]])
  let stopped = false
  const filled = await fill(
    begun,
    () => stopped,
    (rows) => {
      stopped = rows === 1
    },
  )
  expect([filled.is, asked]).toEqual(['stopped', [undefined, '1']])
})

it('rejects when the file cannot be written', async () => {
  const { begun } = filling([[['a']]])
  const file = { ...begun.file, add: () => Promise.reject(new Error('the phone is full')) }
  await expect(fill({ ...begun, file }, goesOn, goesOn)).rejects.toThrow('full')
})
