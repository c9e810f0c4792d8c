/** A ticket out of the store, and back into it with its new line of history. */
import { readNumber } from '@/core/number'
import { type Command, maySee, type Ticket } from '@/core/ticket'
import type { Context } from './context'
import { countAskers } from './groupCounts'
import { sendMembersOn } from './joining'
import { tell } from './notices'
import type { Doc, Tx } from './ports'
import { type Entry, entryOf, patchTo, recordOf, type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { afterCheck, type Checked, sendToCheck } from './screening'
import { shareOut } from './shares'
import { attach } from './uploads'

/** What is written into other documents together with a ticket, or not at all. */
export type Beside = (tx: Tx) => Promise<void>

/** The ticket for this caller, whole. One that they may not see is as missing as one that is not there. */
export async function load(no: string, ctx: Context): Promise<TicketRecord & Doc> {
  const number = readNumber(no) ?? refuse('ticket-missing')
  const ticket = await ctx.store.get<TicketRecord>('tickets', number)
  return ticket && maySee(ctx.caller, ticketOf(ticket)) ? ticket : refuse('ticket-missing')
}

/** The ticket and its new line of history, together or not at all. `checked`: what content security made of its words. */
export async function save(
  before: TicketRecord & Doc,
  after: Ticket,
  entryId: string,
  command: Command,
  ctx: Context,
  { checked, beside }: { checked?: Checked | undefined; beside?: Beside | undefined } = {},
): Promise<Ticket> {
  const step = stepTo(before, after, entryId, command, ctx, checked)
  await ctx.store.tx(async (tx) => {
    await write(tx, step, ctx)
    await beside?.(tx)
  })
  return step.ticket
}

/** What one command makes of one ticket, ready to be written. */
export type StepTo = {
  before: TicketRecord & Doc
  ticket: Ticket
  command: Command
  entry: Entry
  entryId: string
  checked: Checked
  hold: Entry | undefined
}

export function stepTo(
  before: TicketRecord & Doc,
  after: Ticket,
  entryId: string,
  command: Command,
  ctx: Context,
  checked: Checked = 'fine',
): StepTo {
  const next = { ...after, entries: after.entries + 1 }
  const entry = entryOf(before, next, command, ctx.caller)
  const { ticket, hold } = afterCheck(next, entry, checked, ctx)
  return { before, ticket, command, entry, entryId, checked, hold }
}

export async function write(tx: Tx, step: StepTo, ctx: Context): Promise<void> {
  const { before, ticket, command, entry, entryId, checked, hold } = step
  await tx.update('tickets', before.id, before.version, patchTo(ticketOf(before), ticket))
  await shareOut(tx, before, recordOf(ticket))
  await countAskers(tx, step, ctx)
  await tx.insert('entries', entryId, entry)
  await attach(tx, { photos: entry.photos, clips: entry.clips ?? [] })
  await sendToCheck(tx, { entryId, entry, checked, hold }, ctx)
  await tell(tx, ticket, command, entry, entryId, ctx)
  await sendMembersOn(tx, step, ctx)
}
