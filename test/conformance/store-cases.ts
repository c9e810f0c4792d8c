import type { Doc, Manifest, Store } from '@/server/ports'

/** What the conformance cases store. A driver under test opens its store with this manifest. */
export const manifest: Manifest = {
  tickets: {
    fields: { unit: 'text', status: 'text', filedAt: 'text', heat: 'number', urgent: 'boolean' },
    indexes: [
      {
        name: 'queue',
        keys: [
          ['unit', 'asc'],
          ['status', 'asc'],
          ['filedAt', 'desc'],
        ],
      },
      { name: 'heat', keys: [['heat', 'desc']] },
    ],
  },
  events: { fields: { ticket: 'text' }, indexes: [{ name: 'ticket', keys: [['ticket', 'asc']] }] },
  officials: { fields: { phone: 'text' }, indexes: [{ name: 'phone', keys: [['phone', 'asc']], unique: true }] },
}

export type Ticket = {
  unit: string
  status: string
  filedAt: string
  heat?: number
  urgent?: boolean
  text?: string
  place?: Record<string, unknown>
  tags?: unknown[]
}

export const lamp: Ticket = {
  unit: 'roads',
  status: 'open',
  filedAt: '2024-05-01T08:00:00Z',
  heat: 3,
  text: '路灯坏了',
}

/** A store that may be swapped for a reopened one while a case runs. */
export type Opened = { store: Store }

/** Removes every document, so that no case depends on another. */
export async function empty(store: Store): Promise<void> {
  for (const collection of Object.keys(manifest)) {
    for (;;) {
      const { items } = await store.find(collection, { by: 'id', limit: 50 })
      if (items.length === 0) break
      for (const { id, version } of items) await store.remove(collection, id, version)
    }
  }
}

export const idsOf = (items: Doc[]) => items.map((item) => item.id)

/** Every id of a query, page by page. `between` runs after each page. */
export async function walk(
  store: Store,
  query: Omit<Parameters<Store['find']>[1], 'after'>,
  between: (page: number) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  for (let page = 1; ; page += 1) {
    const found = await store.find('tickets', after === undefined ? query : { ...query, after })
    ids.push(...idsOf(found.items))
    if (found.next === undefined) return ids
    after = found.next
    await between(page)
  }
}
