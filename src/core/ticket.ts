/** A ticket (工单) and what may be done to it. Pure: time, ids and the caller are arguments. */
import type { Actor } from './actor'
import { hasDuty } from './actor'
import type { Door } from './chat'
import { isKeptAway } from './concern'
import type { Calendar, Day, Due, Moment, ResolveClock } from './deadline'
import { workdaysBetween } from './deadline'
import type { Bilingual, Limits } from './district'
import type { Channel, ClipKind, Kind, Outcome, Relation, ResultKind, Visibility } from './kind'
import { type Guard, type Part, stepOf } from './lifecycle'
import type { FirstReplyClock } from './roster'
import { heldSince, type Label, type Screened, type Part as ScreenedPart } from './screening'
import { isForOthers } from './similarOffer'
import { COMMANDS, type CommandName, type Status } from './status'

/** Out in the world a `done` needs a photo of it; a question that is answered is answered by its words. */
export const EVIDENCE_NEEDED: Record<Kind, boolean> = {
  complaint: true,
  help: true,
  report: true,
  consult: false,
  suggestion: false,
  praise: false,
}

/** WGS-84 degrees. */
export type Point = { lat: number; lng: number }
export type Place = { address?: string; point?: Point }
/** A stored picture: `name` is the hash of its content, width and height are pixels. */
export type Photo = { id: string; name: string; width: number; height: number }
/** A stored voice note or film: `name` is the hash of its content, `type` what kind of file it is. */
export type Clip = { id: string; name: string; kind: ClipKind; type: ClipType; seconds: number }
export const CLIP_TYPES = ['mp3', 'm4a', 'aac', 'mp4', 'webm'] as const
export type ClipType = (typeof CLIP_TYPES)[number]
export type Person = { id: string; name: string }
/** An answer to one of its category's questions, as it was asked then. */
export type Detail = { ask: Bilingual; said: Bilingual }
/**
 * Whom a complaint is about: a unit, somebody by the name that was written, and the officials whom that means. `barred`:
 * the unit that must not handle it. `standIns`: who dispatches and reviews it, where nobody else is left. See concern.ts.
 */
export type Against = { unit?: string; name?: string; officials: string[]; barred?: string; standIns?: string[] }
/** For whom it was filed by somebody else. */
export type Behalf = { relation: Relation; name: string; phone?: string }

export type Ticket = {
  no: string
  code: string
  kind: Kind
  category: string
  text: string
  place: Place
  photos: Photo[]
  clips?: Clip[]
  details?: Detail[]
  /** The lamp post, bus stop or window whose code was scanned. */
  spot?: { id: string; name: Bilingual }
  behalf?: Behalf
  against?: Against
  /** Filed by an official for somebody at the window or on the phone. */
  taken?: { by: Person; unit: string; channel: Channel }
  /** The chat or the account that it came through: what its asker is told is said there. */
  door?: Door
  /** How many others follow it. */
  followers?: number
  asker: { id: string; visibility: Visibility; name?: string; phone?: string }
  /** The asker agrees that the case may be published without private details. */
  consent: boolean
  lang: 'zh' | 'en'
  /** What was read before it was filed: a release, or after `issue:` a popular issue; tip: it helps an appeal for information. */
  about?: { id: string; title: { zh: string; en: string }; tip: boolean }
  sample?: true
  filedAt: Moment
  /** When anything last happened to it. */
  movedAt: Moment
  status: Status
  unit: string
  coUnits: string[]
  dispatchedAt?: Moment
  objections: number
  handler?: Person
  /** Everybody who ever had it: none of them reviews it. */
  handledBy?: string[]
  /** How often its answer was disputed. */
  disputes?: number
  /** The ticket with which it is answered: see lifecycle.ts, `merge`. */
  mergedInto?: string
  /** Those that are answered with it, each with the time it was promised. */
  merged?: { no: string; dueAt: Due }[]
  /** The ticket out of which this one was taken; and those taken out of it. */
  splitFrom?: string
  splitInto?: string[]
  /** It will be late: until when, and since when its asker knows. */
  expected?: { on: Day; saidAt: Moment }
  /** What the clock says next by itself, and the rungs it said last of each time limit: see urge.ts. */
  urge?: { at: Moment; first: number; level: number; since: Moment }
  /** Set while waiting: where the question to the citizen came from. */
  askedFrom?: 'submitted' | 'handling'
  result?: { kind: ResultKind; reason?: string }
  answeredAt?: Moment
  /** Set while it is the citizen's turn: until then they may speak, afterwards the timer closes it. Fixed when it begins. */
  lapsesAt?: Moment
  /** The popular issue that it is about, and the edition of its answer that this asker was told last. */
  group?: string
  told?: { edition: number; at: Moment }
  outcome?: Outcome
  rating?: { stars: number; words?: string }
  firstReply: FirstReplyClock
  resolve: ResolveClock
  /** What content security held, and what became of it. */
  screened?: Screened[]
  /** Nothing of whoever asked is left in it, nor in its history: see anonymise.ts. */
  anonymisedAt?: Moment
  /** Counts the entries of its history. */
  entries: number
}

export type Said = { text?: string; photos?: Photo[]; clips?: Clip[] }
export type Command =
  | { do: 'reply'; text: string; photos?: Photo[] }
  | ({ do: 'add' | 'supply' } & Said)
  | { do: 'dispatch'; unit: string; coUnits?: string[]; note?: string }
  | { do: 'take' }
  | { do: 'hand-over'; to: Person; note?: string }
  | { do: 'hand-back'; note?: string }
  | { do: 'object'; reason: string }
  | { do: 'ask-back'; text: string }
  | { do: 'extend'; days: number; reason: string }
  | { do: 'delay'; until: Day; reason: string }
  | { do: 'add-unit'; unit: string }
  | { do: 'merge'; into: string; text: string }
  | { do: 'absorb'; no: string; dueAt: Due }
  | { do: 'let-go'; no: string }
  | {
      do: 'share'
      text: string
      result: ResultKind
      reason?: string
      photos?: Photo[]
      /** Who answered the other one, and for which unit. */
      handler: Person
      unit: string
      /** It was the one answer to all who ask that. */
      told?: { group: string; edition: number }
    }
  | { do: 'unmerge' }
  | { do: 'split'; text: string; category: string; no: string }
  | { do: 'join-group'; group: string }
  | { do: 'leave-group'; text?: string }
  | Tell
  | { do: 'answer'; text: string; result: ResultKind; reason?: string; photos?: Photo[] }
  | { do: 'confirm' }
  | { do: 'dispute'; text: string; photos?: Photo[] }
  | { do: 'review'; outcome: 'reopen' | 'uphold'; text: string }
  | { do: 'rate'; stars: number; text?: string }
  | { do: 'withdraw'; text?: string }
  | { do: 'lapse' }
  | { do: 'note'; text: string; photos?: Photo[] }
  | { do: 'urge' }
  | { do: 'foretell' }
  | { do: 'hold'; part: ScreenedPart; label: Label }
  | { do: 'release'; part: ScreenedPart }
  | { do: 'withhold'; part: ScreenedPart; reason: string }

/**
 * The one answer to all who ask about the same thing, told to one of them. `change`: what is new, in a correction. `ready`:
 * it was there when they asked, so no human has spoken to them.
 */
export type Tell = {
  do: 'tell'
  group: string
  edition: number
  text: string
  result: ResultKind
  reason?: string
  change?: string
  ready?: true
  /** Who wrote it, and for which unit. */
  handler: Person
  unit: string
}

/** Tickets that are answered with one other: for more there are popular issues. */
export const MOST_MERGED = 30
/** How many days ahead an official may put off what is late. */
export const MOST_DELAY_DAYS = 366

/** What the rules are told about the world at the moment of asking. */
export type Circumstances = { now: Moment; calendar: Calendar; limits: Limits; office: string }

/** What this actor is to this ticket; often several things, often nothing. To one about themselves they are nothing. */
export function partsOf(actor: Actor, ticket: Ticket): Part[] {
  if (actor.role === 'timer') return ['timer']
  if (actor.role === 'citizen') return actor.id === ticket.asker.id ? ['asker'] : []
  if (actor.role === 'wechat') return ['screener']
  if (actor.role === 'anyone' || isKeptAway(actor, ticket.against)) return []
  const standsIn = ticket.against?.standIns?.includes(actor.id) ?? false
  const answers = hasDuty(actor, 'answer') && !isOfBarred(actor, ticket)
  const isDisputed = ticket.status === 'disputed' || (ticket.disputes ?? 0) > 0
  const lead = answers && actor.unit === ticket.unit
  const parts: [Part, boolean][] = [
    ['desk', hasDuty(actor, 'dispatch') || standsIn],
    ['unit', lead],
    ['crew', lead || (answers && ticket.coUnits.includes(actor.unit))],
    ['head', hasDuty(actor, 'sign') && actor.unit === ticket.unit],
    ['handler', ticket.handler?.id === actor.id && actor.unit === ticket.unit],
    ['reviewer', isDisputed && (hasDuty(actor, 'review') || standsIn) && !hasHandled(actor.id, ticket)],
  ]
  return parts.filter(([, is]) => is).map(([part]) => part)
}

const hasHandled = (id: string, { handler, handledBy = [] }: Ticket): boolean =>
  handler?.id === id || handledBy.includes(id)

/** Of the unit that it is about: whoever dispatches there passes it on, and does not answer it. */
const isOfBarred = (actor: Actor, { against }: Ticket): boolean =>
  actor.role === 'official' && against?.barred === actor.unit

/** Deny by default: the asker, the desk, reviewers, and the units it is with. */
export const maySee = (actor: Actor, ticket: Ticket): boolean => partsOf(actor, ticket).length > 0

/** Name and phone: for the asker and the desk; for the handling unit only where the asker shows them. */
export function maySeeAsker(actor: Actor, ticket: Ticket): boolean {
  const parts = partsOf(actor, ticket)
  if (parts.includes('asker') || parts.includes('desk')) return true
  return parts.includes('crew') && ticket.asker.visibility === 'shown'
}

/** Whom it is about: for the asker and the desk, never for those who handle it. */
export function maySeeAgainst(actor: Actor, ticket: Ticket): boolean {
  const parts = partsOf(actor, ticket)
  return parts.includes('asker') || parts.includes('desk')
}

/** What content security holds is for its author and for the desk, which looks at it; to others it is not there. */
export function maySeeHeld(actor: Actor, ticket: Ticket): boolean {
  const parts = partsOf(actor, ticket)
  return parts.includes('asker') || parts.includes('desk')
}

/** Why a command is refused: the person is nobody here, the state does not allow it, or the time for it is over. */
export type Closed =
  | 'not-yours'
  | 'not-now'
  | 'too-late'
  | 'too-early'
  | 'only-once'
  | 'not-held'
  | 'not-checked'
  | 'not-together'

/** Null when this actor may give this command to this ticket now. */
export function closedTo(actor: Actor, ticket: Ticket, command: CommandName, at: Circumstances): Closed | null {
  const parts = partsOf(actor, ticket)
  if (!parts.length) return 'not-yours'
  const step = stepOf(ticket.status, command)
  if (!step) return 'not-now'
  if (!step.who.some((part) => parts.includes(part))) return 'not-yours'
  if (command === 'answer' && isOfBarred(actor, ticket)) return 'not-yours'
  for (const guard of step.guards) {
    const refusal = GUARDS[guard](ticket, at)
    if (refusal) return refusal
  }
  return null
}

/** What this person may do to this ticket now. The server enforces it; screens draw their buttons from it. */
export const may = (actor: Actor, ticket: Ticket, at: Circumstances): CommandName[] =>
  COMMANDS.filter((command) => closedTo(actor, ticket, command, at) === null)

const GUARDS: Record<Guard, (ticket: Ticket, at: Circumstances) => Closed | null> = {
  'in-object-time': (ticket, { now, calendar, limits }) =>
    ticket.dispatchedAt && workdaysBetween(ticket.dispatchedAt, now, calendar) > limits.objectDays ? 'too-late' : null,
  // What no unit would have stays with the district office.
  'not-settled': (ticket, { limits }) => (ticket.objections >= limits.objections ? 'not-now' : null),
  'not-office': (ticket, { office }) => (ticket.unit === office ? 'not-now' : null),
  once: (ticket) => (ticket.resolve.extendedDays ? 'only-once' : null),
  'before-lapse': (ticket, { now }) => (ticket.lapsesAt && now > ticket.lapsesAt ? 'too-late' : null),
  'after-lapse': (ticket, { now }) => (ticket.lapsesAt && now > ticket.lapsesAt ? null : 'too-early'),
  unrated: (ticket) => (ticket.rating ? 'only-once' : null),
  'nothing-hidden': ({ screened }) => (screened?.some(({ state }) => state !== 'released') ? 'not-checked' : null),
  grouped: ({ group }) => (group ? null : 'not-now'),
  alone: ({ group }) => (group ? 'not-now' : null),
  'for-others': (ticket) => (isForOthers(ticket) ? null : 'not-together'),
  'has-handler': ({ handler }) => (handler ? null : 'not-now'),
  'something-held': (ticket) => (heldSince(ticket.screened) ? null : 'not-held'),
}
