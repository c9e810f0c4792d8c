/** Which groups somebody's words belong to: told by their members, whose words those of a new asker are more like than an official's. */
import type { Place } from '@/core/ticket'
import { type AlikeTicket, alike } from './alike'
import type { Context } from './context'
import type { GroupRecord } from './groupRecords'
import { type Doc, MAX_PAGE } from './ports'

/** From here on two are about the same thing more often than not: see TOGETHER in core/similarGroups. */
const ALIKE = 0.2

/** Of tickets that are like something, the groups in which they are; the likeliest first. */
export async function groupsAmong(
  found: AlikeTicket[],
  most: number,
  { store }: Context,
): Promise<(GroupRecord & Doc)[]> {
  const scores = new Map<string, number>()
  for (const { ticket, score } of found) {
    if (ticket.group && score >= ALIKE) scores.set(ticket.group, (scores.get(ticket.group) ?? 0) + score)
  }
  const ids = [...scores].sort((one, other) => other[1] - one[1]).map(([id]) => id)
  if (!ids.length) return []
  const where = { id: { in: ids.slice(0, MAX_PAGE) } }
  const { items } = await store.find<GroupRecord>('groups', { where, by: 'id', limit: MAX_PAGE })
  return items.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)).slice(0, most)
}

/** Popular issues about what somebody is writing; of the tickets in them nothing goes out. */
export async function issuesLike(
  asked: { text: string; place: Place },
  most: number,
  ctx: Context,
): Promise<(GroupRecord & Doc)[]> {
  const found = await alike(asked, MAX_PAGE, ctx, ({ group }) => group !== undefined)
  return (await groupsAmong(found, MAX_PAGE, ctx)).filter((group) => group.public).slice(0, most)
}
