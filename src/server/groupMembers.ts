/** The tickets that are in a group. */
import type { Context } from './context'
import { type Doc, MAX_PAGE, type Page } from './ports'
import type { TicketRecord } from './records'

export type TicketDoc = TicketRecord & Doc

/** A page of a group's tickets, the newest first. */
export const membersOf = (
  group: string,
  { limit, after }: { limit: number; after?: string | undefined },
  { store }: Context,
): Promise<Page<TicketRecord>> =>
  store.find<TicketRecord>('tickets', {
    where: { group },
    by: 'filedAt',
    dir: 'desc',
    limit,
    ...(after && { after }),
  })

/** How many of a group are looked through for what its words must not say. */
const LOOKED_THROUGH = 1000

/** Of a group's tickets the newest, as many as are looked through. */
export async function manyOf(group: string, ctx: Context): Promise<TicketDoc[]> {
  const found: TicketDoc[] = []
  for (let after: string | undefined; found.length < LOOKED_THROUGH; ) {
    const page = await membersOf(group, { limit: MAX_PAGE, after }, ctx)
    found.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  return found
}
