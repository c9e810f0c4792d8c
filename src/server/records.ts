/** How tickets and their history lie in the store. */
import type { Talk } from '@/contract/ticketFiling'
import type { Actor } from '@/core/actor'
import { DAY, NEVER } from '@/core/deadline'
import { nextDue } from '@/core/decide'
import { hears } from '@/core/group'
import type { ResultKind } from '@/core/kind'
import { OPEN_STATUSES, stepOf } from '@/core/lifecycle'
import { cellOf } from '@/core/nearby'
import { isSettled } from '@/core/roster'
import { heldSince, type Label, type Part } from '@/core/screening'
import type { CommandName } from '@/core/status'
import type { Clip, ClipType, Command, Photo, Ticket } from '@/core/ticket'
import type { Doc, Patch } from './ports'

/**
 * A ticket with the fields it is found by. `remindAt`: when the asker is to be told that their time is over soon. `named`:
 *  it is about officials, who do not see it. `cell`: what it is near to, see nearby.ts. `unclaimed`: nobody has taken it.
 * `objected`: back at the desk because a unit said that it is not theirs. `awaits`: no human has spoken yet. `urgeAt`: when
 * the clock says something by itself. `kept`: it has ended, and is not anonymised yet. `heard`: the edition of the answer to
 * all who ask the same that it was told last, 0 for none; absent where none is told.
 */
export type TicketRecord = Ticket & {
  askerId: string
  open: boolean
  nextDue: string
  remindAt?: string
  heldSince?: string
  named?: boolean
  cell?: string
  handlerId?: string
  unclaimed?: boolean
  objected?: boolean
  awaits?: boolean
  urgeAt?: string
  kept?: boolean
  heard?: number
}

export function recordOf(ticket: Ticket): TicketRecord {
  const since = heldSince(ticket.screened)
  const open = OPEN_STATUSES.includes(ticket.status)
  return {
    ...ticket,
    askerId: ticket.asker.id,
    open,
    ...(open && ticket.place.point && { cell: cellOf(ticket.place.point) }),
    nextDue: nextDue(ticket),
    ...(since && { heldSince: since }),
    ...(ticket.against && { named: true }),
    ...(ticket.handler && { handlerId: ticket.handler.id }),
    ...(isUnclaimed(ticket) && { unclaimed: true }),
    ...(isUnclaimed(ticket) && ticket.objections > 0 && { objected: true }),
    ...(open && !isSettled(ticket.firstReply) && { awaits: true }),
    ...(ticket.urge && ticket.urge.at < NEVER && { urgeAt: ticket.urge.at }),
    ...(!open && !ticket.anonymisedAt && { kept: true }),
    ...(hears(ticket) && { heard: ticket.told?.edition ?? 0 }),
  }
}

const isUnclaimed = ({ status }: Ticket): boolean => status === 'submitted' || status === 'dispatched'

/** The ticket in a stored record, without what the store added. */
export function ticketOf(record: TicketRecord & Doc): Ticket {
  const { id, version, askerId, open, nextDue, remindAt, heldSince, named, cell, ...found } = record
  const { handlerId, unclaimed, objected, awaits, urgeAt, kept, heard, ...ticket } = found
  return ticket
}

/** What to write so that the stored record becomes `after`: fields that are gone are removed. */
export function patchTo(before: Ticket, after: Ticket): Patch {
  const set = newRecordOf(before, after)
  const unset = Object.keys(recordOf(before)).filter((field) => !Object.hasOwn(set, field))
  const isMoved = after.lapsesAt !== before.lapsesAt
  return isMoved && !set.remindAt ? { set, unset: [...unset, 'remindAt'] } : { set, unset }
}

/** What is written of a ticket that has become `after`: with a reminder where a new time began to run for its asker. */
export function newRecordOf(before: Ticket, after: Ticket): TicketRecord {
  const record = recordOf(after)
  if (!after.lapsesAt || after.lapsesAt === before.lapsesAt) return record
  const remindAt = reminderOf(after.lapsesAt, after.movedAt)
  return remindAt ? { ...record, remindAt } : record
}

/** A day before; undefined where that day has already begun. */
function reminderOf(lapsesAt: string, now: string): string | undefined {
  const at = new Date(Date.parse(lapsesAt) - DAY).toISOString()
  return at > now ? at : undefined
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
  clips?: Clip[]
  text?: string
  note?: string
  reason?: string
  result?: ResultKind
  reopened?: boolean
  unit?: string
  days?: number
  /** Of the answer to all who ask the same, and of those who join and leave them. */
  group?: string
  edition?: number
  change?: string
  ready?: true
  to?: string
  until?: string
  other?: string
  stars?: number
  /** Of the filing: what was said with the program before. */
  talk?: Talk
  /** Of `hold`, `release` and `withhold`: which part. */
  part?: Part
  label?: Label
}

export function authorOf(actor: Actor): Entry['by'] {
  if (actor.role === 'official') return { role: 'official', id: actor.id, name: actor.name, unit: actor.unit }
  if (actor.role === 'citizen') return { role: 'citizen', id: actor.id }
  return { role: 'system', id: actor.role }
}

/** What commands carry beside what stands in their line of history as it is. */
const NOTHING_ELSE = {
  ...{ photos: [], outcome: undefined, to: undefined, into: undefined, no: undefined },
  ...{ coUnits: undefined, category: undefined, dueAt: undefined, handler: undefined, told: undefined },
}

/** The line of history that a command leaves. */
export function entryOf(before: Ticket, after: Ticket, command: Command, by: Actor): Entry {
  const { do: did, ...rest } = command
  const { photos, outcome, to, into, no, ...said } = { ...NOTHING_ELSE, ...rest }
  const { coUnits, category, dueAt, handler, told: _, ...told } = said
  const other = into ?? no
  return {
    no: after.no,
    seq: after.entries,
    at: after.movedAt,
    did,
    by: command.do === 'share' || command.do === 'tell' ? answererOf(command) : authorOf(by),
    public: stepOf(before.status, did)?.seenByCitizen ?? false,
    photos,
    ...told,
    ...(to && { to: to.name }),
    ...(other && { other }),
    ...(outcome && { reopened: outcome === 'reopen' }),
  }
}

/** The timer only carries it on: the words are those of whoever answered the other ticket, or all of them. */
const answererOf = ({ handler, unit }: Extract<Command, { do: 'share' | 'tell' }>): Entry['by'] => ({
  role: 'official',
  id: handler.id,
  name: handler.name,
  unit,
})

/**
 * `loose`: since when it waits to become part of something. Absent once it is, and where it came before this was noted.
 * `uses`: of how many lines it is part; absent where it became so before this was counted.
 */
type Attached = { owner: string; at: string; loose?: string; uses?: number }
export type PhotoRecord = Omit<Photo, 'id'> & Attached
export type ClipRecord = Omit<Clip, 'id'> & Attached

/**
 * A file on its way, by its phone's key. `place`: where a phone puts it into the cloud's storage itself. `name`, `type`:
 * under which its bytes may lie before they are anybody's. `photo`, `clip`: what it became.
 */
export type UploadRecord = {
  owner: string
  until: string
  place?: string
  name?: string
  type?: ClipType
  photo?: string
  clip?: string
}
