/** What officials see of tickets that are answered together. Each view lists its fields. */
import type { Output } from '@/contract'
import type { GroupEdition } from '@/contract/groups'
import { mayLead } from '@/core/group'
import { maySee } from '@/core/ticket'
import type { Context } from './context'
import { groupLine, groupTicket } from './groupLines'
import { membersOf } from './groupMembers'
import type { GroupAnswer, GroupEditionRecord, GroupRecord } from './groupRecords'
import { nearGroup } from './groupSuggest'
import { type Doc, MAX_PAGE } from './ports'
import { ticketOf } from './records'
import { unitOf } from './views'

/** What fits into 20 KB on the mini program. */
const PAGE = 8

export async function groupView(
  group: GroupRecord & Doc,
  after: string | undefined,
  ctx: Context,
): Promise<Output<'groups.open'>> {
  const where = { group: group.id }
  const [line, members, editions, near] = await Promise.all([
    groupLine(group, ctx),
    membersOf(group.id, { limit: PAGE, after }, ctx),
    ctx.store.find<GroupEditionRecord>('groupEditions', { where, by: 'edition', dir: 'desc', limit: MAX_PAGE }),
    // The first page shows them.
    after ? [] : nearGroup(group, ctx),
  ])
  const seen = members.items.map(ticketOf).filter((ticket) => maySee(ctx.caller, ticket))
  return {
    ...line,
    question: group.question,
    editions: editions.items.map((edition) => editionView(edition, ctx)),
    members: seen.map((ticket) => groupTicket(ticket, ctx)),
    ...(members.next && { next: members.next }),
    near,
    may: mayLead(ctx.caller, group) ? ['change', 'join', 'leave', 'answer'] : ['join', 'leave'],
  }
}

function editionView({ edition, at, by, unit, text, result, reason, change }: GroupAnswer, ctx: Context): GroupEdition {
  return {
    ...{ edition, at, text, result, by: by.name, unit: unitOf(unit, ctx.district) },
    ...(reason && { reason }),
    ...(change && { change }),
  }
}
