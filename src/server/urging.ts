/**
 * What the clock says by itself: a line in the ticket's history, and with it, in one transaction, the reminders of whom it
 * concerns. What a rung says is said once, however many hosts there are and wherever one of them was killed.
 */
import type { Official } from '@/core/actor'
import { DAY, NEVER } from '@/core/deadline'
import { decide } from '@/core/decide'
import type { Part } from '@/core/lifecycle'
import { partsOf, type Ticket } from '@/core/ticket'
import { knowsItIsLate, LADDER, type Rung, rungsNow, setUrge } from '@/core/urge'
import { type Context, settingOf } from './context'
import { idOf } from './ids'
import { save } from './keptTickets'
import { officialsOf } from './officials'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing, type Tx } from './ports'
import { patchTo, type TicketRecord, ticketOf } from './records'
import type { Round } from './timer'

/** What an official finds in their list. `rung`: its place in the ladder. `until`: when it is removed. */
export type ReminderRecord = {
  official: string
  no: string
  rung: number
  at: string
  dueAt: string
  until: string
  unseen?: boolean
}

const KEPT_DAYS = 30
/** All are written in one transaction, and each is a call where the database is a cloud's. */
const MOST_TOLD = 30

export async function urge(ctx: Context): Promise<Round> {
  const where = { urgeAt: { lte: ctx.now.toISOString() } }
  const due = await ctx.store.find<TicketRecord>('tickets', { where, by: 'urgeAt', dir: 'asc', limit: MAX_PAGE })
  if (!due.items.length) return { did: 0, more: false }
  const officials = await officialsOf(ctx)
  let did = 0
  for (const record of due.items) {
    try {
      if (await urged(record, officials, ctx)) did++
    } catch (error) {
      // Somebody has just written, or another timer was faster: where it is still due, the next round says it.
      if (!(error instanceof Conflict || error instanceof Duplicate || error instanceof Missing)) throw error
    }
  }
  return { did, more: due.next !== undefined }
}

async function urged(record: TicketRecord & Doc, officials: Official[], ctx: Context): Promise<boolean> {
  const ticket = ticketOf(record)
  const setting = settingOf(ctx)
  const rungs = rungsNow(ticket, setting)
  const foretells = rungs.some((rung) => LADDER[rung]?.to.includes('citizen')) && !knowsItIsLate(ticket)
  const command = foretells ? ({ do: 'foretell' } as const) : ({ do: 'urge' } as const)
  const decision = rungs.length ? decide(ctx.caller, ticket, command, setting) : undefined
  if (!decision?.ok) {
    await putOff(record, ticket, decision ? NEVER : undefined, ctx)
    return false
  }
  const led = await leading(ticket, ctx)
  const reminders = rungs.flatMap((rung) => remindersOf(rung, ticket, led, officials, ctx))
  const entryId = idOf('urge', ticket.no, String(ticket.entries))
  await save(record, decision.ticket, entryId, command, ctx, { beside: (tx) => write(tx, reminders) })
  return true
}

/** There is nothing to be said yet: the hours have changed since, or its state allows no reminder. */
async function putOff(record: TicketRecord & Doc, ticket: Ticket, at: string | undefined, ctx: Context): Promise<void> {
  const next = setUrge(ticket, ticket, 'recount', settingOf(ctx))
  const still = next.urge && at ? { ...next, urge: { ...next.urge, at } } : next
  await ctx.store.update('tickets', record.id, record.version, patchTo(ticket, still))
}

/** Whoever answers the ticket it is answered with is who can do something about it. */
async function leading(ticket: Ticket, { store }: Context): Promise<Ticket> {
  const lead = ticket.mergedInto && (await store.get<TicketRecord>('tickets', ticket.mergedInto))
  return lead ? ticketOf(lead) : ticket
}

function remindersOf(level: number, ticket: Ticket, led: Ticket, officials: Official[], ctx: Context) {
  const rung = LADDER[level]
  if (!rung) return []
  const told = [...new Set(toldBy(rung, led, officials))].slice(0, MOST_TOLD)
  const since = ticket.urge?.since ?? ''
  const until = new Date(ctx.now.getTime() + KEPT_DAYS * DAY).toISOString()
  const dueAt = rung.clock === 'first-reply' ? ticket.firstReply.dueAt : ticket.resolve.dueAt
  return told.map(({ id: official }) => ({
    id: idOf('reminder', ticket.no, since, String(level), official),
    reminder: { official, no: led.no, rung: level, at: ctx.now.toISOString(), dueAt, until, unseen: true },
  }))
}

async function write(tx: Tx, reminders: { id: string; reminder: ReminderRecord }[]): Promise<void> {
  for (const { id, reminder } of reminders) await tx.insert('reminders', id, reminder)
}

/** Whom a rung means. Nobody is told of what they may not see: their parts say so, see core/concern.ts. */
function toldBy(rung: Rung, ticket: Ticket, officials: Official[]): Official[] {
  const having = (part: Part) => officials.filter((official) => partsOf(official, ticket).includes(part))
  return rung.to.flatMap((told) => {
    if (told === 'citizen') return []
    if (told === 'head' || told === 'office') return having(told === 'head' ? 'head' : 'desk')
    return told === 'handler' ? atWork(ticket, having) : []
  })
}

/** Whose turn it is: the desk's, the reviewers', the handler's, or everybody's in the unit while nobody has it. */
function atWork(ticket: Ticket, having: (part: Part) => Official[]): Official[] {
  const order: Part[] =
    ticket.status === 'submitted'
      ? ['desk']
      : ticket.status === 'disputed'
        ? ['reviewer', 'desk']
        : ['handler', 'unit', 'desk']
  return order.map(having).find((found) => found.length > 0) ?? []
}
