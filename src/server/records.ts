/** How tickets and their history lie in the store. */
import type { Actor } from '@/core/actor'
import { nextDue } from '@/core/decide'
import { type CommandName, OPEN_STATUSES } from '@/core/lifecycle'
import type { Photo, ResultKind, Ticket } from '@/core/ticket'
import type { Doc, Patch } from './ports'

/** A ticket with the fields it is found by. */
export type TicketRecord = Ticket & { askerId: string; open: boolean; nextDue: string }

export const recordOf = (ticket: Ticket): TicketRecord => ({
  ...ticket,
  askerId: ticket.asker.id,
  open: OPEN_STATUSES.includes(ticket.status),
  nextDue: nextDue(ticket),
})

/** The ticket in a stored record, without what the store added. */
export function ticketOf(record: TicketRecord & Doc): Ticket {
  const { id, version, askerId, open, nextDue, ...ticket } = record
  return ticket
}

/** What to write so that the stored record becomes `after`: fields that are gone are removed. */
export function patchTo(before: Ticket, after: Ticket): Patch {
  const set = recordOf(after)
  return { set, unset: Object.keys(before).filter((field) => !Object.hasOwn(after, field)) }
}

/** One line of a ticket's history. Written once, never changed. */
export type Entry = {
  no: string
  seq: number
  at: string
  did: CommandName | 'file' | 'received'
  by: { role: 'citizen' | 'official' | 'system'; id: string; name?: string; unit?: string }
  public: boolean
  photos: Photo[]
  text?: string
  note?: string
  reason?: string
  result?: ResultKind
  reopened?: boolean
  unit?: string
  days?: number
  stars?: number
}

export function authorOf(actor: Actor): Entry['by'] {
  if (actor.role === 'official') return { role: 'official', id: actor.id, name: actor.name, unit: actor.unit }
  if (actor.role === 'citizen') return { role: 'citizen', id: actor.id }
  return { role: 'system', id: actor.role }
}

export type PhotoRecord = { owner: string; name: string; width: number; height: number; at: string }

/**
 * A photo that a phone puts into the cloud's storage itself: at `place`, by `owner` alone; `photo` once it is ours. `picture`: under
 * which name its files may lie before that.
 */
export type UploadRecord = { owner: string; place: string; at: string; picture?: string; photo?: string }
