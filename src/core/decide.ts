/** What a ticket becomes by a command, or why not. One case per command; the table of lifecycle.ts has the rest. */
import type { Actor } from './actor'
import type { Moment } from './deadline'
import { BEYOND, DAY, extendResolve, pauseResolve, resumeResolve, startResolve, stopResolve } from './deadline'
import { RESOLVE_CLOCK, stepOf } from './lifecycle'
import { type DutyHours, startFirstReply, stopFirstReply } from './roster'
import { judge, screenedOf } from './screening'
import type { Status } from './status'
import {
  type Circumstances,
  type Closed,
  type Command,
  closedTo,
  EVIDENCE_NEEDED,
  type Person,
  type Ticket,
} from './ticket'

export type Refusal =
  | Closed
  | 'needs-words'
  | 'needs-reason'
  | 'needs-evidence'
  | 'too-many-days'
  | 'same-unit'
  | 'unit-concerned'

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
>

/** A new ticket, at the district office, with both clocks running from now. */
export function file(filed: Filed, at: Setting): Ticket {
  return {
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
  const heard = step?.speaks ? hear(changed, at) : changed
  return { ok: true, ticket: turnClock(setLapse(heard, ticket.status, at), ticket.status, at) }
}

/** What a command lacks, beside what its schema already asks for. */
function lacks(ticket: Ticket, command: Command, { now, limits }: Setting): Refusal | null {
  switch (command.do) {
    case 'add':
    case 'supply':
      return command.text || command.photos?.length || command.clips?.length ? null : 'needs-words'
    case 'dispatch':
      return command.unit === ticket.against?.barred ? 'unit-concerned' : null
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
      if (command.unit === ticket.against?.barred) return 'unit-concerned'
      return command.unit === ticket.unit || ticket.coUnits.includes(command.unit) ? 'same-unit' : null
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

/** Which of several targets the step leads to; undefined where there is only one. */
function targetOf(ticket: Ticket, command: Command, at: Setting): Status | undefined {
  switch (command.do) {
    case 'object':
      // The office cannot keep what is about the office, or about somebody in it whose colleagues nobody has counted.
      if (ticket.against?.barred === at.office || ticket.against?.officials.length) return 'submitted'
      return ticket.objections + 1 >= at.limits.objections ? 'dispatched' : 'submitted'
    case 'supply':
      return ticket.askedFrom ?? 'handling'
    case 'review':
      return command.outcome === 'reopen' ? 'handling' : 'closed'
    default:
      return undefined
  }
}

function change(actor: Actor, next: Ticket, from: Status, command: Command, at: Setting): Ticket {
  switch (command.do) {
    case 'dispatch':
      return { ...next, unit: command.unit, dispatchedAt: at.now }
    case 'take':
      return { ...next, handler: personOf(actor) }
    case 'object':
      return { ...next, unit: at.office, objections: next.objections + 1, dispatchedAt: at.now }
    case 'ask-back':
      return { ...next, askedFrom: from === 'submitted' ? 'submitted' : 'handling' }
    case 'supply': {
      const { askedFrom, ...rest } = next
      return rest
    }
    case 'extend':
      return { ...next, resolve: extendResolve(next.resolve, command.days, at.calendar) }
    case 'add-unit':
      return { ...next, coUnits: [...next.coUnits, command.unit] }
    case 'join-group':
      return { ...next, group: command.group }
    case 'answer': {
      const result = command.reason ? { kind: command.result, reason: command.reason } : { kind: command.result }
      return { ...next, handler: next.handler ?? personOf(actor), result, answeredAt: at.now }
    }
    case 'confirm':
      return { ...next, outcome: 'confirmed' }
    case 'review':
      return command.outcome === 'uphold' ? uphold(next, at) : withoutAnswer(next)
    case 'rate':
      return {
        ...next,
        rating: command.text ? { stars: command.stars, words: command.text } : { stars: command.stars },
      }
    case 'lapse':
      return from === 'answered'
        ? { ...next, outcome: 'no-answer' }
        : { ...next, outcome: 'not-supplied', result: { kind: 'unverifiable' } }
    case 'hold': {
      const { part, label } = command
      return { ...next, screened: [...(next.screened ?? []), { part, label, state: 'held', at: at.now }] }
    }
    case 'release':
      return { ...next, screened: judge(next.screened, command.part, { state: 'released' }) }
    case 'withhold':
      return {
        ...next,
        screened: judge(next.screened, command.part, { state: 'withheld', reason: command.reason }),
      }
    case 'reply':
    case 'add':
    case 'dispute':
    case 'withdraw':
      return next
  }
}

/** The answer stands, and so does the moment it was given: the time of the dispute is not the unit's. */
const uphold = (ticket: Ticket, at: Setting): Ticket => ({
  ...ticket,
  outcome: 'upheld',
  resolve: stopResolve(ticket.resolve, ticket.answeredAt ?? at.now),
})

/** What was answered did not hold: it stays in the history and is no result any more. */
function withoutAnswer(ticket: Ticket): Ticket {
  const { result, answeredAt, ...rest } = ticket
  return rest
}

const hear = (ticket: Ticket, at: Setting): Ticket => ({
  ...ticket,
  firstReply: stopFirstReply(ticket.firstReply, ticket.filedAt, at.now, at.duty, at.calendar),
})

/** An answer waits for the citizen's word, a question for their reply, and neither waits for ever. */
function setLapse(ticket: Ticket, from: Status, { now, limits }: Setting): Ticket {
  if (ticket.status === from) return ticket
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

function personOf(actor: Actor): Person {
  if (actor.role !== 'official') throw new Error(`${actor.role} cannot handle a ticket`)
  return { id: actor.id, name: actor.name }
}

/** Later than every deadline: for tickets whose clocks stand still, or whose deadline nobody knows yet. */
export const NEVER: Moment = '9999-12-31T00:00:00.000Z'

/** What runs out next: the first reply until a human has spoken, then the case itself. NEVER while no clock runs. */
export function nextDue(ticket: Ticket): Moment {
  if (RESOLVE_CLOCK[ticket.status] !== 'runs') return NEVER
  const due = ticket.firstReply.repliedAt ? ticket.resolve.dueAt : ticket.firstReply.dueAt
  return due === BEYOND ? NEVER : due
}
