/**
 * The timer counts the tickets of one week after another, a page at a time. What it has counted of a week so far lies in a
 * document of its own, with the place where it goes on: cut off at any point, by whichever host, the next round begins there.
 * People see the last whole count of a week, never half of one.
 */
import type { Day, Moment } from '@/core/deadline'
import { type Cells, endOf, KEPT_WEEKS, startOf, type Week, weekAfter, weekDue, weekOf, withTicket } from '@/core/weeks'
import type { Context } from './context'
import { Conflict, type Doc, Duplicate, MAX_PAGE, type Store, type Tx } from './ports'
import { type TicketRecord, ticketOf } from './records'
import type { Round } from './timer'

/** `counted`: when each week was. `now`: the one that is being counted; `at` is when that began. */
type Counting = { counted: Record<Day, Moment>; now?: { week: Day; at: Moment; after?: string; cells: Cells } }
type Here = Pick<Context, 'store' | 'now' | 'production'>
const COUNTING = 'figures-counting'

/** Samples count where samples are shown. */
export const countsHere = ({ sample }: { sample?: true }, { production }: Pick<Context, 'production'>): boolean =>
  !sample || !production

/** Counts one page of the week that is due. Weeks go one in each turn: nobody waits for those of last year. */
export async function countWeeks(ctx: Here): Promise<Round> {
  const found = await ctx.store.get<Counting>('jobs', COUNTING)
  const moment = ctx.now.toISOString()
  const week = found?.now?.week ?? weekDue(found?.counted ?? {}, moment)
  if (!week) return { did: 0, more: false }
  const begun = found?.now ?? { week, at: moment, cells: {} }
  const page = await ctx.store.find<TicketRecord>('tickets', {
    where: { filedAt: { gte: startOf(week), lt: endOf(week) } },
    by: 'filedAt',
    dir: 'asc',
    limit: MAX_PAGE,
    ...(begun.after && { after: begun.after }),
  })
  const tickets = page.items.filter((ticket) => countsHere(ticket, ctx)).map(ticketOf)
  const cells = tickets.reduce((sum, ticket) => withTicket(sum, ticket, begun.at), begun.cells)
  const counted = found?.counted ?? {}
  const next: Counting = page.next
    ? { counted, now: { ...begun, after: page.next, cells } }
    : { counted: { ...stillKept(counted, moment), [week]: begun.at } }
  const done = page.next ? undefined : { week, asOf: begun.at, cells }
  const isKept = await kept(found, next, done, ctx.store)
  return { did: isKept ? 1 : 0, more: isKept && !done }
}

/** False where another host has just counted the same page. */
async function kept(found: (Counting & Doc) | null, next: Counting, done: Week | undefined, store: Store) {
  try {
    await store.tx(async (tx) => {
      if (done) await put(done, tx)
      if (!found) await tx.insert('jobs', COUNTING, next)
      else await tx.update('jobs', COUNTING, found.version, { set: next, ...(!next.now && { unset: ['now'] }) })
    })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}

async function put(week: Week, tx: Tx): Promise<void> {
  const before = await tx.get('weeks', week.week)
  if (before) await tx.update('weeks', week.week, before.version, { set: week })
  else await tx.insert('weeks', week.week, week)
}

/** What is too old to be counted again need not be remembered. */
function stillKept(counted: Counting['counted'], now: Moment): Counting['counted'] {
  const first = weekAfter(weekOf(now), 1 - KEPT_WEEKS)
  return Object.fromEntries(Object.entries(counted).filter(([week]) => week >= first))
}
