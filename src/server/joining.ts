/**
 * Two tickets about one thing: the one is answered with the other. Both are written together; whoever asked hears the
 * official's words, and never the other's number or anything of who asked there.
 */
import type { Actor } from '@/core/actor'
import { areAlike } from '@/core/concern'
import { decide } from '@/core/decide'
import { OPEN_STATUSES } from '@/core/lifecycle'
import { type Command, maySee, type Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { type Outcome, sendOn } from './errands'
import { idOf } from './ids'
import { type Beside, type StepTo, save, stepTo, write } from './keptTickets'
import { names } from './naming'
import { Conflict, type Doc, Duplicate, MAX_PAGE, type Tx } from './ports'
import { type Entry, type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'

/**
 * What is still to be done about those that were answered with a ticket which has come to its end, or to its answer.
 * `entry`: the line of history that ended it. `unit`: whose answer it is.
 */
export type Members = { kind: 'members'; lead: string; members: string[]; entry: string; unit: string }

const TIMER: Actor = { role: 'timer' }
const MINUTE = 60_000

type Joined = TicketRecord & Doc
const leadOf = (no: string, { store }: Context) => store.get<TicketRecord>('tickets', no)

/**
 * What is written into the other ticket when this one joins it. The caller must see it, and may do it there too. Throws
 * Conflict when it has just been done.
 */
export async function joinedTo(
  member: Ticket,
  { into, text }: Extract<Command, { do: 'merge' }>,
  entryId: string,
  ctx: Context,
): Promise<Beside> {
  const lead = await leadOf(into, ctx)
  if (!lead || !maySee(ctx.caller, ticketOf(lead))) return refuse('other-ticket-missing', {}, 'into')
  if (!areAlike(lead.against, member.against)) return refuse('same-ticket', {}, 'into')
  if (names(text, ticketOf(lead), ctx)) return refuse('names-other', {}, 'text')
  const command = { do: 'absorb', no: member.no, dueAt: member.resolve.dueAt } as const
  const decision = decide(ctx.caller, ticketOf(lead), command, settingOf(ctx))
  if (!decision.ok) {
    // The other was read after this one: the very same command, sent twice, may have been done in between.
    if (await ctx.store.get('entries', entryId)) throw new Conflict('done in between')
    return refuse(decision.refusal === 'not-now' ? 'same-ticket' : decision.refusal, {}, 'into')
  }
  const step = stepTo(lead, decision.ticket, idOf('absorb', entryId), command, ctx)
  return (tx) => write(tx, step, ctx)
}

/** What is written into the other ticket when this one leaves it; nothing where the other has just come to its end. */
export async function partedFrom(member: Ticket, entryId: string, ctx: Context): Promise<Beside | undefined> {
  const lead = member.mergedInto ? await leadOf(member.mergedInto, ctx) : null
  if (!lead?.merged?.some(({ no }) => no === member.no)) return undefined
  const command = { do: 'let-go', no: member.no } as const
  const decision = decide(TIMER, ticketOf(lead), command, settingOf(ctx))
  if (!decision.ok) return undefined
  const byItself = { ...ctx, caller: TIMER }
  const step = stepTo(lead, decision.ticket, idOf('let-go', entryId), command, byItself)
  return (tx) => write(tx, step, byItself)
}

/** Others will read this answer as well: it says nothing of who asked here or there, as far as the caller knows it. */
export async function refuseNamed(
  ticket: Ticket,
  { text, reason = '' }: { text: string; reason?: string },
  ctx: Context,
): Promise<void> {
  const numbers = (ticket.merged ?? []).map(({ no }) => no)
  if (!numbers.length) return
  const where = { id: { in: numbers } }
  const { items } = await ctx.store.find<TicketRecord>('tickets', { where, by: 'id', limit: MAX_PAGE })
  const said = `${text}\n${reason}`
  if ([ticket, ...items.map(ticketOf)].some((one) => names(said, one, ctx))) refuse('names-asker', {}, 'text')
}

/** Writes down what is to become of the others, in the transaction that brought this one to its answer or its end. */
export async function sendMembersOn(tx: Tx, { before, ticket, entryId }: StepTo, ctx: Context): Promise<void> {
  const isOver = ticket.status === 'answered' || !OPEN_STATUSES.includes(ticket.status)
  if (!isOver || !before.merged?.length) return
  const members = before.merged.map(({ no }) => no)
  const errand = { kind: 'members', lead: ticket.no, members, entry: entryId, unit: ticket.unit } as const
  await sendOn(tx, idOf('members', entryId), errand, ctx)
}

/** Gives each of them the answer, or lets it go on by itself. What was done before a death is not done again. */
export async function runMembers({ lead, members, entry: entryId, unit }: Members, ctx: Context): Promise<Outcome> {
  const entry = await ctx.store.get<Entry>('entries', entryId)
  if (!entry) return 'drop'
  const command = entry.did === 'answer' || entry.did === 'tell' ? shareOf(entry, unit) : ({ do: 'unmerge' } as const)
  let left = 0
  for (const no of members) {
    const member = await ctx.store.get<TicketRecord>('tickets', no)
    if (member?.mergedInto !== lead || member.status !== 'merged') continue
    if (!(await moved(member, command, idOf(command.do, entryId, no), ctx))) left++
  }
  return left ? { at: new Date(ctx.now.getTime() + MINUTE) } : 'done'
}

/** Of the one answer to all who ask that: they are among them from now on, and hear what comes after it. */
function shareOf({ text = '', result = 'done', reason, photos, by, group, edition }: Entry, unit: string): Command {
  const handler = { id: by.id, name: by.name ?? '' }
  const told = group && edition ? { told: { group, edition } } : {}
  return { do: 'share', text, result, ...(reason && { reason }), photos, handler, unit, ...told }
}

/** False when somebody has just written into it. */
async function moved(member: Joined, command: Command, entryId: string, ctx: Context): Promise<boolean> {
  const decision = decide(ctx.caller, ticketOf(member), command, settingOf(ctx))
  if (!decision.ok) return true
  try {
    await save(member, decision.ticket, entryId, command, ctx)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}
