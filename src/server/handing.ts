/** Who takes a ticket over from whom: a colleague of the unit, or the unit itself when an official leaves it. */
import { hasDuty, type Official } from '@/core/actor'
import { isKeptAway } from '@/core/concern'
import { decide } from '@/core/decide'
import type { Person, Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { idOf } from './ids'
import { save } from './keptTickets'
import { officialsOf } from './officials'
import { Conflict, type Doc, Duplicate, MAX_PAGE } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'

/** To whom a ticket may be handed over: who answers in its unit, whom it is not about, and who does not have it already. */
export async function colleaguesOf(ticket: Ticket, ctx: Context): Promise<Person[]> {
  const officials = await officialsOf(ctx)
  return officials.filter((one) => mayHave(one, ticket) && one.id !== ticket.handler?.id).map(personOf)
}

/** Somebody who was chosen, as a person: whoever cannot have the ticket is missing. */
export async function colleagueFor(id: string, ticket: Ticket, ctx: Context): Promise<Person> {
  const official = (await officialsOf(ctx)).find((one) => one.id === id)
  return official && mayHave(official, ticket) ? personOf(official) : refuse('person-missing', {}, 'to')
}

const mayHave = (official: Official, { unit, against }: Ticket): boolean =>
  official.unit === unit &&
  hasDuty(official, 'answer') &&
  against?.barred !== official.unit &&
  !isKeptAway(official, against)

const personOf = ({ id, name }: Official): Person => ({ id, name })

/**
 * Everything that an official who leaves or moves still has goes back to its unit; gives how many. The caller is the
 * timer. Cut off in the middle it is begun again: what went back is no longer theirs, so it is not found a second time.
 * False in `all` where somebody was just writing into one: then it is to be done once more.
 */
export async function handBackAll(officialId: string, ctx: Context): Promise<{ did: number; all: boolean }> {
  const where = { handlerId: officialId, open: true }
  let [did, all] = [0, true]
  for (let after: string | undefined; ; ) {
    const page = await ctx.store.find<TicketRecord>('tickets', {
      where,
      by: 'nextDue',
      dir: 'asc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    for (const record of page.items) {
      if (await handedBack(record, ctx)) did++
      else all = false
    }
    if (!page.next) return { did, all }
    after = page.next
  }
}

async function handedBack(record: TicketRecord & Doc, ctx: Context): Promise<boolean> {
  const ticket = ticketOf(record)
  const command = { do: 'hand-back' } as const
  const decision = decide(ctx.caller, ticket, command, settingOf(ctx))
  if (!decision.ok) return false
  try {
    await save(record, decision.ticket, idOf('hand-back', ticket.no, String(ticket.entries)), command, ctx)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}
