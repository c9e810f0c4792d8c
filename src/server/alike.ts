/** Which tickets are about the same thing. A fixed number of look-ups, whatever the number of tickets: see traces.ts. */
import { GONE } from '@/core/anonymise'
import { slotsOf, type Terms, type Wording } from '@/core/similar'
import { type Likened, ranked, type Why } from '@/core/similarPair'
import type { Place, Ticket } from '@/core/ticket'
import type { Context } from './context'
import { MAX_PAGE } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { type TraceRecord, wordsTold } from './traces'
import { wordingOf } from './wording'

/** A ticket, or what is not one yet: then `no` and `filedAt` are absent. */
export type Asked = { text: string; place: Place; no?: string; filedAt?: string }
/** `score` from 0 to 1. `why` is for officials: its words are the askers' own. */
export type AlikeTicket = { ticket: Ticket; score: number; why: Why }

/** Of each slot, by how many of its heaviest words others are looked for. */
const SOUGHT = 3
/** Of each slot, the newest so many that share a word. */
const SHARING = 32
/** Of so many the words are read. */
const READ = 24

/**
 * The best first, `most` of them (24 at the very most), of all that are not anonymised, ended ones too. `only`: those whom
 * this caller may be told of; nothing is left out otherwise.
 */
export async function alike(
  asked: Asked,
  most: number,
  ctx: Context,
  only: (ticket: Ticket) => boolean = () => true,
): Promise<AlikeTicket[]> {
  const wording = await wordingOf(ctx)
  const likened = likenedOf(asked, wording, ctx)
  const found = await candidates(likened.terms, asked.no, ctx)
  const others = found
    .filter((ticket) => ticket.asker.id !== GONE && only(ticket))
    .map((ticket) => ({ of: ticket, likened: likenedOf(ticket, wording, ctx) }))
  return ranked(likened, others, most).map(({ of, score, why }) => ({ ticket: of, score, why }))
}

/** As it is compared, for core/similarGroups too. */
export function likenedOf({ text, place, filedAt }: Asked, wording: Wording, { now }: Pick<Context, 'now'>): Likened {
  const at = filedAt ?? now.toISOString()
  return { text, terms: wordsTold({ text, place }, wording), at, ...(place.point && { point: place.point }) }
}

/** Those that share the most of its heaviest words. */
async function candidates(terms: Terms, no: string | undefined, { store }: Context): Promise<Ticket[]> {
  const slots = slotsOf(terms, SOUGHT).map((sought, slot) => ({ field: `s${slot}` as const, sought }))
  const pages = await Promise.all(
    slots
      .filter(({ sought }) => sought.length)
      .map(async ({ field, sought }) => {
        const query = { where: { [field]: { in: sought } }, by: 'id', dir: 'desc', limit: SHARING } as const
        return { field, items: (await store.find<TraceRecord>('traces', query)).items }
      }),
  )
  const shared = new Map<string, number>()
  for (const { field, items } of pages) {
    for (const trace of items) {
      const weight = terms.get(trace[field] ?? '') ?? 0
      if (trace.id !== no) shared.set(trace.id, (shared.get(trace.id) ?? 0) + weight ** 2)
    }
  }
  const best = [...shared].sort((one, other) => other[1] - one[1]).slice(0, READ)
  if (!best.length) return []
  const where = { id: { in: best.map(([id]) => id) } }
  const { items } = await store.find<TicketRecord>('tickets', { where, by: 'id', limit: MAX_PAGE })
  return items.map(ticketOf)
}
