/** How many ask together: kept in step with their tickets, in the very writes by which these come and go. */
import { countedIn, hears, heatOf } from '@/core/group'
import type { Context } from './context'
import { sendOn } from './errands'
import { editionOf, type GroupRecord } from './groupRecords'
import { idOf } from './ids'
import type { StepTo } from './keptTickets'
import type { Doc, Tx } from './ports'

/** Counts a ticket that came or went. One that comes where there is an answer is told it by the next round of the timer. */
export async function countAskers(tx: Tx, { before, ticket, entryId }: StepTo, ctx: Context): Promise<void> {
  const [from, to] = [countedIn(before), countedIn(ticket)]
  if (from === to) return
  if (from) await counted(tx, from, { by: -1 }, ctx)
  if (!to) return
  const group = await tx.get<GroupRecord>('groups', to)
  if (!group) return
  const owed = hears(ticket) && (ticket.told?.edition ?? 0) < editionOf(group)
  await counted(tx, to, { by: 1, owed: owed || !group.answer }, ctx)
  if (owed) await sendOn(tx, idOf('tell', entryId), { kind: 'tell', group: to }, ctx)
}

/** One asker more or fewer. Of whoever comes it is known whether they still have to be told. */
export async function counted(
  tx: Tx,
  id: string,
  { by, owed }: { by: 1 | -1; owed?: boolean },
  { now }: Pick<Context, 'now'>,
): Promise<void> {
  const group = await tx.get<GroupRecord>('groups', id)
  if (!group) return
  const askers = Math.max(0, group.askers + by)
  const movedAt = by > 0 ? now.toISOString() : group.movedAt
  const heat = heatOf({ askers, followers: group.followers }, movedAt)
  await tx.update('groups', id, group.version, { set: { askers, movedAt, heat, ...(owed && { owed }) } })
}

/** How many have not been told the newest answer; while there is none, all of them. */
export async function waitingIn(group: GroupRecord & Doc, { store }: Context): Promise<number> {
  if (!group.owed) return 0
  if (!group.answer) return group.askers
  return store.count('tickets', { group: group.id, heard: { lt: group.answer.edition } })
}
