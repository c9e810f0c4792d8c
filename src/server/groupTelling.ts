/**
 * The one answer on its way into each asker's own ticket. Each is told in a write of its own, under an id that only this
 * edition and this ticket make: wherever it dies, it is done again, and nobody hears anything twice.
 */
import { decide } from '@/core/decide'
import { inTheirs } from '@/core/group'
import type { Tell, Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import type { Outcome } from './errands'
import type { GroupAnswer, GroupRecord } from './groupRecords'
import { idOf } from './ids'
import { save } from './keptTickets'
import { Conflict, type Doc, Duplicate, Missing } from './ports'
import { type TicketRecord, ticketOf } from './records'

/** Everybody in it who has not been told its newest answer is to be told. */
export type TellAll = { kind: 'tell'; group: string }

/** So many in one go: two seconds in the cloud. */
const PAGE = 20
const MINUTE = 60_000

/** What one of them is told. `ready`: the answer was there before they asked. */
export function tellOf(
  group: string,
  answer: GroupAnswer,
  { lang, told }: Pick<Ticket, 'lang' | 'told'>,
  ready?: true,
): Tell {
  const { text, edition, result, reason, change, by, unit } = answer
  return {
    ...{ do: 'tell', group, edition, result, handler: by, unit, text: inTheirs(text, lang) },
    ...(reason && { reason: inTheirs(reason, lang) }),
    // To whoever had no answer yet nothing has changed.
    ...(change && told && { change: inTheirs(change, lang) }),
    ...(ready && { ready }),
  }
}

export const tellId = (group: string, edition: number, no: string): string => idOf('tell', group, String(edition), no)

/** Tells the next of them the answer in force now, whichever it was when this was written down. */
export async function runTell({ group: id }: TellAll, ctx: Context): Promise<Outcome> {
  const group = await ctx.store.get<GroupRecord>('groups', id)
  const answer = group?.answer
  if (!group || !answer) return 'done'
  const where = { group: id, heard: { lt: answer.edition } }
  const page = await ctx.store.find<TicketRecord>('tickets', { where, by: 'heard', dir: 'asc', limit: PAGE })
  let met = 0
  for (const record of page.items) if (!(await told(record, id, answer, ctx))) met++
  if (met) return { at: inAMinute(ctx) }
  if (page.next) return { at: ctx.now }
  return (await settled(group, ctx)) ? 'done' : { at: ctx.now }
}

/** False when somebody has just written into it. */
async function told(record: TicketRecord & Doc, group: string, answer: GroupAnswer, ctx: Context): Promise<boolean> {
  const ticket = ticketOf(record)
  const command = tellOf(group, answer, ticket)
  const decision = decide(ctx.caller, ticket, command, settingOf(ctx))
  if (!decision.ok) {
    // Whoever is found here is to be told: the rules and what is found by do not agree.
    ctx.log.error('not told', new Error(decision.refusal))
    return true
  }
  try {
    await save(record, decision.ticket, tellId(group, answer.edition, ticket.no), command, ctx)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate || error instanceof Missing) return false
    throw error
  }
}

/** Nobody waits any more. False when somebody has come meanwhile. */
async function settled({ id, version, owed }: GroupRecord & Doc, { store }: Context): Promise<boolean> {
  if (!owed) return true
  try {
    await store.update('groups', id, version, { set: { owed: false } })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing) return false
    throw error
  }
}

const inAMinute = ({ now }: Context): Date => new Date(now.getTime() + MINUTE)
