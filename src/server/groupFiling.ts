/** Somebody files what others have asked already: they are among those from the start, and hear at once what there is to hear. */

import type { Actor } from '@/core/actor'
import { decide } from '@/core/decide'
import { isForOthers } from '@/core/similarOffer'
import type { Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { counted } from './groupCounts'
import type { GroupRecord } from './groupRecords'
import { tellId, tellOf } from './groupTelling'
import type { Tx } from './ports'
import { type Entry, entryOf } from './records'

/** As it is kept, and the line of history by which the answer was told. */
export type Among = { ticket: Ticket; told?: { id: string; entry: Entry } }

const TIMER: Actor = { role: 'timer' }

/**
 * In the transaction that files it. A group that is not public any more, or not for what was filed, is no reason to lose a
 * filing: then it is one of its own.
 */
export async function filedAmong(tx: Tx, ticket: Ticket, group: string, ctx: Context): Promise<Among> {
  const found = await tx.get<GroupRecord>('groups', group)
  if (!found?.public || !isForOthers(ticket)) return { ticket }
  const { answer } = found
  await counted(tx, group, { by: 1, ...(!answer && { owed: true }) }, ctx)
  const joined = { ...ticket, group }
  if (!answer) return { ticket: joined }
  const command = tellOf(group, answer, joined, true)
  const decision = decide(TIMER, joined, command, settingOf(ctx))
  if (!decision.ok) throw new Error(`an answer could not be told: ${decision.refusal}`)
  const told = { ...decision.ticket, entries: joined.entries + 1 }
  const entry = entryOf(joined, told, command, TIMER)
  return { ticket: told, told: { id: tellId(group, answer.edition, ticket.no), entry } }
}
