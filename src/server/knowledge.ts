/** What a question is compared with: everything published, as each host holds it beside the index of search. */
import { type Knowledge, knowledgeOf, type Plain, plainer, type Read, readKnown } from '@/core/answering'
import type { District } from '@/core/district'
import type { Doc, Search } from './ports'
import type { FindableRecord } from './releaseRecords'
import { everyoneElse } from './turns'

/** So many things are read before everybody else has a turn. */
const SLICE = 20
/** What a long article says after this is about something further. */
const BODY = 600

export type Held = Knowledge & { plain: Plain }
type Kept = { plain: Plain; reads: Map<string, { from: string; read: Read }>; knowledge?: Knowledge }
const kept = new WeakMap<Search, Kept>()

/** Undefined until everything published was read for this index. */
export function heldBy(search: Search): Held | undefined {
  const { plain, knowledge } = kept.get(search) ?? {}
  return plain && knowledge && { ...knowledge, plain }
}

/** Reads what is new; what has not changed since the last time stays as it was read. */
export async function hold(
  search: Search,
  all: (FindableRecord & Doc)[],
  { synonyms, name, hotline }: District,
): Promise<void> {
  const before = kept.get(search) ?? {
    plain: plainer(synonyms, [name.zh, name.zh.replace(/[区县市]$/, ''), name.en.toLowerCase()].filter(Boolean)),
    reads: new Map(),
  }
  const reads: Kept['reads'] = new Map()
  let done = 0
  for (const findable of all) {
    const known = knownOf(findable, hotline)
    const from = JSON.stringify(known)
    const same = before.reads.get(findable.id)
    if (same?.from !== from && ++done % SLICE === 0) await everyoneElse()
    reads.set(findable.id, same?.from === from ? same : { from, read: readKnown(known, before.plain) })
  }
  const knowledge = knowledgeOf([...reads.values()].map(({ read }) => read))
  kept.set(search, { plain: before.plain, reads, knowledge })
}

/** Who says more about it answers where two fit: a number alone, and the number for everything, less. */
const WORTH: Record<FindableRecord['kind'], number> = {
  ...{ faq: 1, issue: 1, alert: 1, road: 0.95, service: 0.95, page: 0.95 },
  ...{ appeal: 0.9, article: 0.9, hotline: 0.9, menu: 0 },
}

export function knownOf({ id, kind, title, excerpt, asks = [], number, words }: FindableRecord & Doc, hotline: string) {
  const question = kind === 'issue' ? [excerpt.zh, excerpt.en] : []
  const ways = [title.zh, title.en, ...asks, ...question, ...(number ? [number] : [])]
  const worth = number === hotline ? 0.7 : WORTH[kind]
  return { id, ways: ways.filter(Boolean), body: words.slice(0, BODY), worth }
}
