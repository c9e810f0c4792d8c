/**
 * How common words are in this district's own tickets: one small document, counted anew now and then. What stands in few
 * tickets is not in it, so that nothing in it says what one person wrote.
 */
import { NO_WORDING, type Wording, wordsOf } from '@/core/similar'
import type { Context } from './context'
import { Conflict, Duplicate, MAX_PAGE, type Store } from './ports'
import { type TicketRecord, ticketOf } from './records'
import type { Round } from './timer'

/** Two lists side by side: words are no names of fields in every store. */
type WordingRecord = { tickets: number; terms: string[]; counts: number[] }
const WORDING = 'wording'

/** Counted in the newest so many pages: twice as many tickets tell hardly more (decision 028). */
const PAGES = 20
/** Fewer tickets tell nothing of how common a word is. */
const FEWEST = 100
/** A word that stands in fewer tickets is not kept. */
const COMMON = 5
/** How long a host believes what it has read. */
const BELIEVED = 10 * 60_000

const known = new WeakMap<Store, { until: number; wording: Wording }>()

/** One small read in ten minutes for each host. */
export async function wordingOf({ store, now }: Pick<Context, 'store' | 'now'>): Promise<Wording> {
  const held = known.get(store)
  if (held && now.getTime() < held.until) return held.wording
  const wording = read(await store.get<WordingRecord>('marks', WORDING))
  known.set(store, { until: now.getTime() + BELIEVED, wording })
  return wording
}

function read(record: WordingRecord | null): Wording {
  if (!record) return NO_WORDING
  return { tickets: record.tickets, counts: new Map(record.terms.map((term, at) => [term, record.counts[at] ?? 0])) }
}

/** Counts the words of the newest tickets. */
export async function learnWording({ store }: Context): Promise<Round> {
  const counted = await countNewest(store)
  if (counted.tickets < FEWEST) return { did: 0, more: false }
  const common = [...counted.counts].filter(([, tickets]) => tickets >= COMMON)
  const record: WordingRecord = {
    tickets: counted.tickets,
    terms: common.map(([term]) => term),
    counts: common.map(([, tickets]) => tickets),
  }
  try {
    const before = await store.get('marks', WORDING)
    if (before) await store.update('marks', WORDING, before.version, { set: record })
    else await store.insert('marks', WORDING, record)
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return { did: 0, more: false }
    throw error
  }
  known.delete(store)
  return { did: 1, more: false }
}

async function countNewest(store: Store): Promise<{ tickets: number; counts: Map<string, number> }> {
  const counts = new Map<string, number>()
  let tickets = 0
  let after: string | undefined
  for (let left = PAGES; left > 0; left--) {
    const query = { by: 'filedAt', dir: 'desc', limit: MAX_PAGE } as const
    const page = await store.find<TicketRecord>('tickets', { ...query, ...(after && { after }) })
    for (const record of page.items) {
      const { text, place, anonymisedAt } = ticketOf(record)
      if (anonymisedAt) continue
      tickets++
      for (const term of wordsOf(text, place.address)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    after = page.next
    if (!after) break
  }
  return { tickets, counts }
}
