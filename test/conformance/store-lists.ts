import type { Query, Where } from '@/server/ports'
import { idsOf, lamp, type Opened, type Ticket, walk } from './store-cases'

/** Forty tickets with many ties, the same in every run. */
const crowd: (Ticket & { id: string })[] = Array.from({ length: 40 }, (_, n) => ({
  id: `t${String((n * 17) % 40).padStart(2, '0')}`,
  unit: n % 3 === 0 ? 'water' : 'roads',
  status: ['open', 'handling', 'closed', 'open'][n % 4] ?? 'open',
  filedAt: `2024-05-0${1 + (n % 7)}T08:00:00Z`,
  heat: (n % 5) - 1.5,
  urgent: n % 2 === 0,
}))

const questions: [string, Where, (ticket: Ticket) => boolean][] = [
  ['everything', {}, () => true],
  ['equal text', { unit: 'water' }, (t) => t.unit === 'water'],
  ['an equal boolean', { urgent: false }, (t) => t.urgent === false],
  ['an equal number', { heat: 0.5 }, (t) => t.heat === 0.5],
  ['one of several', { status: { in: ['open', 'closed', 'open'] } }, (t) => ['open', 'closed'].includes(t.status)],
  ['one of none', { status: { in: [] } }, () => false],
  ['a range of numbers', { heat: { gte: -0.5, lt: 1.5 } }, ({ heat = Number.NaN }) => heat >= -0.5 && heat < 1.5],
  ['a range of text', { filedAt: { gt: '2024-05-03', lte: '2024-05-05T08:00:00Z' } }, inSpan],
  ['a queue', { unit: 'roads', status: 'open' }, (t) => t.unit === 'roads' && t.status === 'open'],
  ['several queues', { unit: 'roads', status: { in: ['open', 'handling', 'open'] } }, inQueues],
  [
    'several queues of all units',
    { unit: { in: ['roads', 'water', 'none'] }, status: { in: ['open', 'closed'] } },
    inOpen,
  ],
  ['conditions that exclude each other', { heat: { gt: 1, lt: 1 } }, () => false],
]

function inSpan({ filedAt }: Ticket): boolean {
  return filedAt > '2024-05-03' && filedAt <= '2024-05-05T08:00:00Z'
}

function inQueues({ unit, status }: Ticket): boolean {
  return unit === 'roads' && (status === 'open' || status === 'handling')
}

function inOpen({ status }: Ticket): boolean {
  return status === 'open' || status === 'closed'
}

async function insertCrowd({ store }: Opened): Promise<void> {
  for (const { id, ...ticket } of crowd) await store.insert('tickets', id, ticket)
}

/** What a list must be, worked out the slow way. */
function expected(matches: (ticket: Ticket) => boolean, by: 'filedAt' | 'heat' | 'id', dir: 'asc' | 'desc'): string[] {
  const ordered = crowd.filter(matches).sort((a, b) => compare(a[by], b[by]) || compare(a.id, b.id))
  return (dir === 'asc' ? ordered : ordered.reverse()).map((ticket) => ticket.id)
}

function compare(a: string | number = 0, b: string | number = 0): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function listCases(opened: Opened): void {
  it.each(questions)(
    'finds %s, in every order, ties by id, on pages of every size',
    async (_, where, matches) => {
      const { store } = opened
      await insertCrowd(opened)
      for (const by of ['filedAt', 'heat', 'id'] as const) {
        for (const dir of ['asc', 'desc'] as const) {
          for (const limit of [50, 7, 1]) {
            expect(await walk(store, { where, by, dir, limit })).toEqual(expected(matches, by, dir))
          }
        }
      }
      expect(await store.count('tickets', where)).toBe(crowd.filter(matches).length)
    },
    20_000,
  )

  it('is ascending when no direction is given', async () => {
    await insertCrowd(opened)
    const { items } = await opened.store.find('tickets', { by: 'heat', limit: 50 })
    expect(idsOf(items)).toEqual(expected(() => true, 'heat', 'asc'))
  })

  it('holds whole documents, with id and version', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', { ...lamp, place: { road: '唐海路' } })
    await store.update('tickets', 'a', 1, { inc: { heat: 1 } })
    const { items } = await store.find('tickets', { where: { unit: 'roads' }, by: 'filedAt', limit: 1 })
    expect(items).toEqual([{ ...lamp, place: { road: '唐海路' }, heat: 4, id: 'a', version: 2 }])
  })

  it('has no next page when this one ends it', async () => {
    const { store } = opened
    for (const id of ['a', 'b']) await store.insert('tickets', id, lamp)
    expect((await store.find('tickets', { by: 'filedAt', limit: 2 })).next).toBeUndefined()
    expect((await store.find('tickets', { by: 'filedAt', limit: 1 })).next).toEqual(expect.any(String))
  })

  it.each(['asc', 'desc'] as const)('shows nothing twice and skips nothing while others write (%s)', async (dir) => {
    const { store } = opened
    await insertCrowd(opened)
    const everything = { by: 'heat', dir, limit: 6 }
    const ids = await walk(store, everything, async (page) => {
      for (const heat of [-9, -1.5, -0.5, 0.5, 1.5, 9]) {
        for (const name of ['a', 't20x', 'z']) await store.insert('tickets', `${name}${page}${heat}`, { ...lamp, heat })
      }
    })
    expect(new Set(ids).size).toBe(ids.length)
    const old = new Set(crowd.map((ticket) => ticket.id))
    expect(ids.filter((id) => old.has(id))).toEqual(expected(() => true, 'heat', dir))
  })

  it('orders text by its bytes, whatever the language of the machine', async () => {
    const { store } = opened
    const words = ['', ' ', '10', '9', 'B', 'Z', 'a', 'é', '一', '曹', '\uffee', '😀']
    for (const [n, unit] of words.entries()) await store.insert('tickets', `w${(n * 5) % 12}`, { ...lamp, unit })
    const { items } = await store.find<Ticket>('tickets', { by: 'unit', limit: 50 })
    expect(items.map((item) => item.unit)).toEqual(words)
    expect(await store.count('tickets', { unit: { gt: 'Z', lt: '一' } })).toBe(2)
  })

  it('leaves out a document without the field it is ordered by', async () => {
    const { store } = opened
    const { heat: _, ...cold } = lamp
    await store.insert('tickets', 'cold', cold)
    await store.insert('tickets', 'hot', lamp)
    for (const dir of ['asc', 'desc'] as const) {
      expect(await walk(store, { by: 'heat', dir, limit: 1 })).toEqual(['hot'])
    }
    expect(await store.count('tickets')).toBe(2)
  })

  it.each([
    ['undefined', { unit: undefined }],
    ['null', { unit: null }],
    ['an object', { unit: { road: '唐海路' } }],
    ['nothing at all', { unit: {} }],
    ['undefined in a range', { heat: { gte: undefined } }],
    ['undefined in a list', { unit: { in: ['roads', undefined] } }],
    ['a condition in a list', { unit: 'roads', status: { in: [{ gt: '' }] } }],
    ['undefined for a list', { unit: { in: undefined } }],
    ['NaN', { heat: Number.NaN }],
    ['a value of another type', { heat: '3' }],
    ['a field that is not declared', { text: '路灯坏了' }],
    ['a field that is not a field', { '1=1 or unit': 'roads' }],
  ])('refuses a condition that says %s', async (_, where) => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    const given: unknown = where
    await expect(store.count('tickets', given as Where)).rejects.toThrow()
    await expect(store.find('tickets', { where: given as Where, by: 'filedAt', limit: 1 })).rejects.toThrow()
  })

  it.each([
    ['of no documents', { by: 'heat', limit: 0 }],
    ['of too many documents', { by: 'heat', limit: 51 }],
    ['of half a document', { by: 'heat', limit: 1.5 }],
  ])('refuses a page %s', async (_, query) => {
    await expect(opened.store.find('tickets', query)).rejects.toThrow()
  })

  it('refuses to order by a field that is not declared', async () => {
    await expect(opened.store.find('tickets', { by: 'text', limit: 10 })).rejects.toThrow('not declared')
    await expect(opened.store.find('tickets', { by: 'unit, v', limit: 10 })).rejects.toThrow('not declared')
  })

  it('refuses a cursor that it did not give, and says so', async () => {
    const { store } = opened
    for (const id of ['a', 'b']) await store.insert('tickets', id, lamp)
    const { next = '' } = await store.find('tickets', { by: 'filedAt', limit: 1 })
    const page: Query = { by: 'filedAt', limit: 1 }
    for (const after of [
      '',
      'nonsense',
      next.slice(0, -3),
      Buffer.from('["filedAt","asc",{},"a"]').toString('base64url'),
    ]) {
      await expect(store.find('tickets', { ...page, after })).rejects.toThrow('cursor')
    }
    await expect(store.find('tickets', { by: 'heat', limit: 1, after: next })).rejects.toThrow('cursor')
  })
}
