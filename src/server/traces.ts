/**
 * By what tickets about the same thing find each other: of each ticket one document, written with the ticket, that holds
 * the heaviest of its words of each slot. Whoever looks asks for a few words of each slot, so that the number of look-ups
 * does not grow with the number of tickets, and no host holds an index in memory. It goes when the ticket is anonymised.
 */
import { endOfKeeping, isOver } from '@/core/anonymise'
import { slotsOf, termsOf, type Wording } from '@/core/similar'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing, type Store, type Tx } from './ports'
import { type TicketRecord, ticketOf } from './records'
import type { Round } from './timer'
import { wordingOf } from './wording'

/** Under the ticket's number. A slot is absent where the ticket has no word of it. */
export type TraceRecord = { [slot: `s${number}`]: string }

type Told = Pick<Ticket, 'text' | 'place'>

export const wordsTold = ({ text, place }: Told, wording: Wording) => termsOf(text, wording, place.address)

export function traceOf(told: Told, wording: Wording): TraceRecord {
  const slots = slotsOf(wordsTold(told, wording), 1)
  return Object.fromEntries(slots.flatMap(([term], slot) => (term ? [[`s${slot}`, term]] : [])))
}

/** Within the write that files the ticket. */
export async function leaveTrace(tx: Tx, ticket: Ticket, wording: Wording): Promise<void> {
  await tx.insert('traces', ticket.no, traceOf(ticket, wording))
}

export async function removeTrace(no: string, store: Store): Promise<void> {
  const trace = await store.get('traces', no)
  if (trace) await store.remove('traces', no, trace.version)
}

/** How far all tickets were gone through, and how many tickets the words were counted in when that began. */
type Walk = { upTo?: string; after?: string; tickets: number; done: boolean }
const WALK = 'traces'
/** Counted in so many times as many tickets, other words are the heaviest. */
const OUTGROWN = 2

/** One page of all tickets: those filed before there were traces get theirs, and each again when the counts have grown. */
export async function traceAll(ctx: Context): Promise<Round> {
  const { store } = ctx
  const wording = await wordingOf(ctx)
  const before = await store.get<Walk>('marks', WALK)
  const grown = !before || wording.tickets >= OUTGROWN * Math.max(1, before.tickets)
  if (before?.done && !grown) return { did: 0, more: false }
  const walk: Walk = !before || (before.done && grown) ? { tickets: wording.tickets, done: false } : before
  const page = await store.find<TicketRecord>('tickets', {
    by: 'id',
    limit: MAX_PAGE,
    ...(walk.after && { after: walk.after }),
  })
  let did = 0
  for (const record of page.items) if (await traced(ticketOf(record), wording, ctx)) did++
  await note({ tickets: walk.tickets, done: !page.next, ...(page.next && { after: page.next }) }, before, ctx)
  return { did, more: page.next !== undefined }
}

async function note(walk: Walk, before: (Walk & Doc) | null, { store }: Context): Promise<void> {
  if (!before) return void (await store.insert('marks', WALK, walk))
  const unset = walk.after ? [] : ['after']
  await store.update('marks', WALK, before.version, { set: walk, unset })
}

/** False when it has its trace already, or is about to be anonymised, or somebody else was at it. */
async function traced(ticket: Ticket, wording: Wording, { store, now, district }: Context): Promise<boolean> {
  const ending = endOfKeeping(now.toISOString(), district.retention.ticketDays - 1)
  if (isOver(ticket) && ticket.movedAt < ending) return false
  const trace = traceOf(ticket, wording)
  try {
    return await store.tx(async (tx) => {
      const there = await tx.get<TraceRecord>('traces', ticket.no)
      if (!there) await tx.insert('traces', ticket.no, trace)
      const { id, version, ...left } = there ?? { id: '', version: 0 }
      if (!there || isSame(left, trace)) return !there
      const unset = Object.keys(left).filter((slot) => !Object.hasOwn(trace, slot))
      await tx.update('traces', ticket.no, version, { set: trace, unset })
      return true
    })
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing || error instanceof Duplicate) return false
    throw error
  }
}

const isSame = (one: TraceRecord, other: TraceRecord): boolean => {
  const [slots, others] = [Object.entries(one), Object.keys(other)]
  return slots.length === others.length && slots.every(([slot, term]) => Reflect.get(other, slot) === term)
}
