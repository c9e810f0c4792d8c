/** The tickets behind the figures, for a file: what was counted about each, and nothing that anybody said or is. */
import type { FigureRow } from '@/contract/figures'
import { wasPunctual } from '@/core/figures'
import { endOf, type Filter, startOf } from '@/core/weeks'
import { type Context, idOfCaller } from './context'
import { countsHere } from './counting'
import { idOf } from './ids'
import { limit } from './limit'
import { Duplicate, MAX_PAGE } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'

/** Pages of the store in one answer: a second in the cloud at most, and about 100 KB. */
const PAGES = 8

type Question = { from: string; to: string; filter: Filter; after?: string }

/**
 * Tickets about units and officials are not among them: a row with a number would tell whoever is kept away from it that it is
 * there. What is filed while a file is being made may come with its last page.
 */
export async function rowsOf({ from, to, filter, after }: Question, ctx: Context) {
  await limit('figures.rows', idOfCaller(ctx), ctx)
  await sameFile({ from, to, filter }, after, ctx)
  const where = { filedAt: { gte: startOf(from), lt: endOf(to) } }
  const rows: FigureRow[] = []
  let next = after
  for (let left = PAGES; left > 0; left--) {
    const page = await ctx.store.find<TicketRecord>('tickets', {
      where,
      by: 'filedAt',
      dir: 'asc',
      limit: MAX_PAGE,
      ...(next && { after: next }),
    })
    rows.push(...page.items.filter((found) => countsHere(found, ctx) && isAsked(found, filter)).map(rowOf))
    next = page.next
    if (!next) break
  }
  return { rows, ...(next && { next }) }
}

/** For how long a file that was begun may be gone on with. */
const HOUR = 3_600_000

/**
 * The first page of a file is written into the audit, the others are not: so there are none without it, nor of other weeks,
 * whatever somebody sends as the place to go on from.
 */
async function sameFile({ from, to, filter }: Question, after: string | undefined, ctx: Context): Promise<void> {
  const id = idOf('file', idOfCaller(ctx), from, to, filter.unit ?? '', filter.category ?? '')
  const now = ctx.now.toISOString()
  const begun = await ctx.store.get<{ until: string }>('tries', id)
  if (after !== undefined) return begun && begun.until > now ? undefined : refuse('malformed', {}, 'after')
  const record = { count: 1, until: new Date(ctx.now.getTime() + HOUR).toISOString() }
  if (begun) await ctx.store.update('tries', id, begun.version, { set: record })
  else await ctx.store.insert('tries', id, record).catch(ignoreDuplicate)
}

const ignoreDuplicate = (error: unknown): void => {
  if (!(error instanceof Duplicate)) throw error
}

const isAsked = ({ against, unit, category }: TicketRecord, filter: Filter): boolean =>
  !against && (!filter.unit || unit === filter.unit) && (!filter.category || category === filter.category)

function rowOf(record: TicketRecord & { id: string; version: number }): FigureRow {
  const ticket = ticketOf(record)
  const { no, filedAt, category, unit, status, firstReply, resolve, result, outcome, rating } = ticket
  const onTime = wasPunctual(ticket)
  return {
    ...{ no, filedAt, category, unit, status, sample: ticket.sample ?? false, dueAt: resolve.dueAt },
    ...(firstReply.minutes !== undefined && { firstReplyMinutes: firstReply.minutes }),
    ...(onTime !== undefined && { onTime }),
    ...(result && { result: result.kind }),
    ...(outcome && { outcome }),
    ...(rating && { stars: rating.stars }),
  }
}
