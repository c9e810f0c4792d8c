/** What a ticket becomes by a command, or why not. One case per command; the table of lifecycle.ts has the rest. */
import type { Actor } from './actor'
import { change, inheritClocks } from './change'
import type { Moment } from './deadline'
import { BEYOND, DAY, dayAfter, dayOf, NEVER, pauseResolve, resumeResolve, startResolve, stopResolve } from './deadline'
import { MOST_CO_UNITS } from './kind'
import { RESOLVE_CLOCK, stepOf } from './lifecycle'
import { type DutyHours, isSettled, readyAtOnce, startFirstReply, stopFirstReply } from './roster'
import { screenedOf } from './screening'
import type { Status } from './status'
import {
  type Circumstances,
  type Closed,
  type Command,
  closedTo,
  EVIDENCE_NEEDED,
  MOST_DELAY_DAYS,
  MOST_MERGED,
  type Ticket,
} from './ticket'
import { setUrge } from './urge'

export type Refusal =
  | Closed
  | 'needs-words'
  | 'needs-reason'
  | 'needs-evidence'
  | 'too-many-days'
  | 'same-unit'
  | 'unit-concerned'
  | 'not-later'
  | 'same-ticket'
  | 'same-person'
  | 'units-many'
  | 'merged-many'

export type Decision = { ok: true; ticket: Ticket } | { ok: false; refusal: Refusal }

/** The world as decide needs it: the circumstances of `may`, and the duty hours that count first-reply minutes. */
export type Setting = Circumstances & { duty: DutyHours }

type Filed = Pick<
  Ticket,
  | 'no'
  | 'code'
  | 'kind'
  | 'category'
  | 'text'
  | 'place'
  | 'photos'
  | 'clips'
  | 'details'
  | 'spot'
  | 'behalf'
  | 'against'
  | 'taken'
  | 'asker'
  | 'about'
  | 'consent'
  | 'lang'
  | 'sample'
  | 'splitFrom'
  | 'door'
>

/** A new ticket, at the district office, with both clocks running from now. */
export function file(filed: Filed, at: Setting): Ticket {
  const ticket: Ticket = {
    ...filed,
    filedAt: at.now,
    movedAt: at.now,
    status: 'submitted',
    unit: at.office,
    coUnits: [],
    objections: 0,
    firstReply: startFirstReply(at.now, at.limits.firstReplyMinutes, at.duty, at.calendar),
    resolve: startResolve(at.now, at.limits.resolveDays[filed.kind], at.calendar),
    entries: 0,
  }
  return setUrge(ticket, ticket, 'file', at)
}

/** A new ticket taken out of another: its time began when its asker first wrote. */
export function fileFrom(filed: Filed, from: Ticket, at: Setting): Ticket {
  const ticket = inheritClocks(file(filed, at), from, at)
  return setUrge(ticket, ticket, 'file', at)
}

/** What the ticket becomes, or why this actor may not do this to it now. */
export function decide(actor: Actor, ticket: Ticket, command: Command, at: Setting): Decision {
  const closed = closedTo(actor, ticket, command.do, at)
  if (closed) return { ok: false, refusal: closed }
  const refusal = lacks(ticket, command, at)
  if (refusal) return { ok: false, refusal }
  const step = stepOf(ticket.status, command.do)
  const status = targetOf(ticket, command, at) ?? step?.to[0] ?? ticket.status
  const changed = change(actor, { ...ticket, status, movedAt: at.now }, ticket.status, command, at)
  const heard = step?.speaks ? hear(changed, command, at) : changed
  const turned = turnClock(setLapse(heard, ticket.status, command, at), ticket.status, at)
  return { ok: true, ticket: setUrge(turned, ticket, command.do, at) }
}

/** What a command lacks, beside what its schema already asks for. */
function lacks(ticket: Ticket, command: Command, { now, limits }: Setting): Refusal | null {
  switch (command.do) {
    case 'add':
    case 'supply':
      return command.text || command.photos?.length || command.clips?.length ? null : 'needs-words'
    case 'dispatch':
      if (command.unit === ticket.unit && ticket.status === 'dispatched') return 'same-unit'
      if (isBarred([command.unit, ...(command.coUnits ?? [])], ticket)) return 'unit-concerned'
      return (command.coUnits ?? []).length > MOST_CO_UNITS ? 'units-many' : null
    case 'hand-over':
      return command.to.id === ticket.handler?.id ? 'same-person' : null
    case 'delay':
      if (ticket.resolve.dueAt === BEYOND || command.until <= dayOf(ticket.resolve.dueAt)) return 'not-later'
      if (command.until <= dayOf(now)) return 'not-later'
      return command.until > dayAfter(dayOf(now), MOST_DELAY_DAYS) ? 'too-many-days' : null
    case 'merge':
      return command.into === ticket.no || ticket.merged?.length ? 'same-ticket' : null
    case 'absorb':
      if (command.no === ticket.no || ticket.merged?.some(({ no }) => no === command.no)) return 'same-ticket'
      return (ticket.merged ?? []).length >= MOST_MERGED ? 'merged-many' : null
    case 'answer':
      if (command.result === 'impossible' && !command.reason) return 'needs-reason'
      return command.result === 'done' && EVIDENCE_NEEDED[ticket.kind] && !command.photos?.length
        ? 'needs-evidence'
        : null
    case 'extend':
      // More time is asked for before it is over: a late ticket does not become punctual.
      if (ticket.resolve.dueAt !== BEYOND && now > ticket.resolve.dueAt) return 'too-late'
      return command.days > limits.extendDays ? 'too-many-days' : null
    case 'add-unit':
      if (isBarred([command.unit], ticket)) return 'unit-concerned'
      if (command.unit === ticket.unit || ticket.coUnits.includes(command.unit)) return 'same-unit'
      return ticket.coUnits.length >= MOST_CO_UNITS ? 'units-many' : null
    case 'leave-group':
      return ticket.status === 'answered' && !command.text ? 'needs-words' : null
    case 'tell':
      if (command.group !== ticket.group) return 'not-now'
      return (ticket.told?.edition ?? 0) >= command.edition ? 'only-once' : null
    case 'hold':
      // A part is judged once: a verdict that comes again does not undo what a person has said.
      return screenedOf(ticket.screened, command.part) ? 'only-once' : null
    case 'release':
    case 'withhold':
      return screenedOf(ticket.screened, command.part)?.state === 'held' ? null : 'not-held'
    default:
      return null
  }
}

const isBarred = (units: string[], { against }: Ticket): boolean => units.some((unit) => unit === against?.barred)

/** Which of several targets the step leads to; undefined where there is only one. */
function targetOf(ticket: Ticket, command: Command, at: Setting): Status | undefined {
  switch (command.do) {
    case 'object':
      // The office cannot keep what is about the office, or about somebody in it whose colleagues nobody has counted.
      if (ticket.against?.barred === at.office || ticket.against?.officials.length) return 'submitted'
      return ticket.objections + 1 >= at.limits.objections ? 'dispatched' : 'submitted'
    case 'supply':
      return ticket.askedFrom === 'submitted' ? 'submitted' : withHandler(ticket)
    case 'leave-group':
      if (ticket.status !== 'answered') return undefined
      return ticket.unit === at.office ? 'submitted' : 'dispatched'
    case 'tell':
      // To whoever was not content with an older one it is news, and no answer: somebody is working on their own case.
      return ticket.told && ticket.status !== 'answered' ? ticket.status : undefined
    case 'unmerge':
      return ticket.unit === at.office ? 'submitted' : 'dispatched'
    case 'review':
      return command.outcome === 'reopen' ? withHandler(ticket) : 'closed'
    default:
      return undefined
  }
}

/** Where whoever had it has left, somebody else of the unit must take it. */
const withHandler = ({ handler }: Ticket): Status => (handler ? 'handling' : 'dispatched')

function hear(ticket: Ticket, command: Command, at: Setting): Ticket {
  const { firstReply, filedAt } = ticket
  if (command.do === 'tell' && command.ready) return { ...ticket, firstReply: readyAtOnce(firstReply, at.now) }
  return { ...ticket, firstReply: stopFirstReply(firstReply, filedAt, at.now, at.duty, at.calendar) }
}

/** An answer waits for the citizen's word, a question for their reply, and neither waits for ever. */
function setLapse(ticket: Ticket, from: Status, { do: did }: Command, { now, limits }: Setting): Ticket {
  const isCorrected = did === 'tell' && ticket.status === 'answered'
  if (ticket.status === from && !isCorrected) return ticket
  const { lapsesAt, ...rest } = ticket
  if (ticket.status === 'answered') return { ...rest, lapsesAt: daysAfter(now, limits.disputeDays) }
  if (ticket.status === 'waiting') return { ...rest, lapsesAt: daysAfter(now, limits.supplyDays) }
  return rest
}

/** So many times 24 hours later. */
const daysAfter = (at: Moment, days: number): Moment => new Date(Date.parse(at) + days * DAY).toISOString()

/** The resolve clock follows the state it came to. */
function turnClock(ticket: Ticket, from: Status, at: Setting): Ticket {
  if (ticket.status === from) return ticket
  switch (RESOLVE_CLOCK[ticket.status]) {
    case 'runs':
      return { ...ticket, resolve: resumeResolve(ticket.resolve, at.now, at.calendar) }
    case 'waits':
      return { ...ticket, resolve: pauseResolve(ticket.resolve, at.now) }
    case 'stopped':
      return { ...ticket, resolve: stopResolve(ticket.resolve, at.now) }
  }
}

/**
 * What runs out next: the first reply until a human has spoken, then the case itself, or one that is answered with it.
 * NEVER while no clock runs, and of a merged one: the ticket it is answered with speaks for it.
 */
export function nextDue(ticket: Ticket): Moment {
  if (RESOLVE_CLOCK[ticket.status] !== 'runs' || ticket.status === 'merged') return NEVER
  const own = isSettled(ticket.firstReply) ? ticket.resolve.dueAt : ticket.firstReply.dueAt
  const dues = [own, ...(ticket.merged ?? []).map(({ dueAt }) => dueAt)].filter((due) => due !== BEYOND)
  return dues.sort()[0] ?? NEVER
}
