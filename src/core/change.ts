/** What each command writes into a ticket. Whether it may be given is decide.ts's affair. */
import type { Actor } from './actor'
import { extendResolve, startResolve, stopResolve } from './deadline'
import type { Setting } from './decide'
import { judge } from './screening'
import type { Status } from './status'
import type { Command, Person, Tell, Ticket } from './ticket'

/** `next`: the ticket, already in the state it came to. `from`: the state it was in. */
export function change(actor: Actor, next: Ticket, from: Status, command: Command, at: Setting): Ticket {
  switch (command.do) {
    case 'dispatch':
      return { ...next, unit: command.unit, coUnits: coUnitsOf(command, next), dispatchedAt: at.now }
    case 'take':
      return givenTo(next, personOf(actor))
    case 'hand-over':
      return givenTo(next, command.to)
    case 'hand-back':
      return withoutHandler(next)
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
    case 'delay':
      return { ...next, expected: { on: command.until, saidAt: at.now } }
    case 'merge':
      return { ...withoutHandler(withoutGroup(next)), mergedInto: command.into }
    case 'absorb':
      return { ...next, merged: [...(next.merged ?? []), { no: command.no, dueAt: command.dueAt }] }
    case 'let-go':
      return withMembers(
        next,
        (next.merged ?? []).filter(({ no }) => no !== command.no),
      )
    case 'unmerge':
      return { ...onItsOwn(next), dispatchedAt: at.now }
    case 'withdraw':
      return withMembers(onItsOwn(next), [])
    case 'share': {
      const result = command.reason ? { kind: command.result, reason: command.reason } : { kind: command.result }
      // It is theirs from now on: a dispute comes back to whoever gave the answer.
      const { unit, told } = command
      const led = { ...onItsOwn(next), unit, coUnits: next.coUnits.filter((one) => one !== unit) }
      const among = told && { group: told.group, told: { edition: told.edition, at: at.now } }
      return { ...givenTo(led, command.handler), ...among, result, answeredAt: at.now }
    }
    case 'split':
      return { ...next, splitInto: [...(next.splitInto ?? []), command.no] }
    case 'add-unit':
      return { ...next, coUnits: [...next.coUnits, command.unit] }
    case 'join-group':
      return { ...next, group: command.group }
    case 'leave-group':
      return from === 'answered'
        ? { ...withoutHandler(withoutAnswer(withoutGroup(next))), dispatchedAt: at.now }
        : withoutGroup(next)
    case 'tell':
      return toldTo(next, command, at)
    case 'answer': {
      const result = command.reason ? { kind: command.result, reason: command.reason } : { kind: command.result }
      return {
        ...givenTo(withMembers(withoutGroup(next), []), next.handler ?? personOf(actor)),
        result,
        answeredAt: at.now,
      }
    }
    case 'dispute':
      return { ...next, disputes: (next.disputes ?? 0) + 1 }
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
        : { ...withMembers(next, []), outcome: 'not-supplied', result: { kind: 'unverifiable' } }
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
    case 'note':
    case 'urge':
    case 'foretell':
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

function personOf(actor: Actor): Person {
  if (actor.role !== 'official') throw new Error(`${actor.role} cannot handle a ticket`)
  return { id: actor.id, name: actor.name }
}

/** It is as old as the one it was taken out of, and what was said there is said. */
export const inheritClocks = (ticket: Ticket, from: Ticket, at: Setting): Ticket => ({
  ...ticket,
  filedAt: from.filedAt,
  firstReply: from.firstReply,
  resolve: startResolve(from.filedAt, at.limits.resolveDays[ticket.kind], at.calendar),
})

const givenTo = (ticket: Ticket, handler: Person): Ticket => ({
  ...ticket,
  handler,
  handledBy: [...new Set([...(ticket.handledBy ?? []), handler.id])],
})

/** Whoever had it is remembered: they do not review it. */
function withoutHandler(ticket: Ticket): Ticket {
  const { handler, ...rest } = ticket
  return rest
}

/** Whoever still waits has an answer now; to whoever had one it is a correction, and what they said of it stands. */
function toldTo(next: Ticket, command: Tell, at: Setting): Ticket {
  const told = { ...next, told: { edition: command.edition, at: at.now } }
  if (next.status !== 'answered') return told
  const result = command.reason ? { kind: command.result, reason: command.reason } : { kind: command.result }
  const { unit } = command
  const { askedFrom, ...answered } = { ...told, unit, coUnits: next.coUnits.filter((one) => one !== unit) }
  const answeredAt = next.answeredAt ?? at.now
  return { ...givenTo(withMembers(answered, []), command.handler), result, answeredAt }
}

/** On its own: what is told to all is not told here any more. */
function withoutGroup(ticket: Ticket): Ticket {
  const { group, told, ...rest } = ticket
  return rest
}

function onItsOwn(ticket: Ticket): Ticket {
  const { mergedInto, ...rest } = ticket
  return rest
}

/** What is answered with it. Where it ends, they go on by themselves: see server/joining.ts. */
function withMembers(ticket: Ticket, members: NonNullable<Ticket['merged']>): Ticket {
  const { merged, ...rest } = ticket
  return members.length ? { ...rest, merged: members } : rest
}

/** Sent on to another unit, it takes along nobody who helped the last one, unless the desk says so. */
const coUnitsOf = ({ unit, coUnits = [] }: { unit: string; coUnits?: string[] }, ticket: Ticket): string[] =>
  [
    ...new Set(ticket.status === 'dispatched' && ticket.unit === unit ? [...ticket.coUnits, ...coUnits] : coUnits),
  ].filter((one) => one !== unit)
