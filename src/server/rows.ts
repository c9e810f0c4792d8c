/** The tickets behind the figures, for a file: what was counted about each, and nothing that anybody said or is. */
import type { FigureRow } from '@/contract/figures'
import { wasPunctual } from '@/core/figures'
import { endOf, type Filter, startOf } from '@/core/weeks'
import { type Context, idOfCaller } from './context'
import { countsHere } from './counting'
import { limit } from './limit'
import { MAX_PAGE } from './ports'
import { type TicketRecord, ticketOf } from './records'

/** Pages of the store in one answer: a second in the cloud at most, and about 100 KB. */
const PAGES = 8

type Question = { from: string; to: string; filter: Filter; after?: string }

/**
 * Tickets about units and officials are not among them: a row with a number would tell whoever is kept away from it that it is
 * there. What is filed while a file is being made may come with its last page.
 */
export async function rowsOf({ from, to, filter, after }: Question, ctx: Context) {
  await limit('figures.rows', idOfCaller(ctx), ctx)
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
