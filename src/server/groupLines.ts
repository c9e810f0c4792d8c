/** Groups and tickets of groups in lists, for officials. Each view lists its fields. */
import type { GroupLine, GroupTicket, Why } from '@/contract/groups'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'
import { waitingIn } from './groupCounts'
import { editionOf, type GroupRecord } from './groupRecords'
import type { Doc } from './ports'
import { veiled } from './veil'
import { categoryOf, unitOf } from './views'

/** How much of a text a line shows. */
const LINE_LENGTH = 200

export async function groupLine(group: GroupRecord & Doc, ctx: Context): Promise<GroupLine> {
  const { id, title, unit, askers, followers, public: isPublic, movedAt, sample } = group
  return {
    ...{ id, title, askers, followers, movedAt, public: isPublic, sample: sample ?? false },
    unit: unitOf(unit, ctx.district),
    waiting: await waitingIn(group, ctx),
    edition: editionOf(group),
  }
}

/** As whoever asks sees it: of what they may not see nothing is there. */
export function groupTicket(whole: Ticket, ctx: Context, why?: Why): GroupTicket {
  const { no, text, status, filedAt, category, unit, told, sample } = veiled(whole, ctx.caller)
  return {
    ...{ no, status, filedAt, sample: sample ?? false },
    text: text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text,
    category: categoryOf(category, ctx.district),
    unit: unitOf(unit, ctx.district),
    ...(why && { why }),
    ...(told && { told: told.edition }),
  }
}
