/**
 * The life of a ticket, as one table: from a state, by a command, to a state; who may; what must be attached;
 * what it does to the resolve clock; whether the citizen sees it. Everything else about a command is in decide.ts.
 */
import { type CommandName, STATUSES, type Status } from './status'

/**
 * What a person is to a ticket. asker: who filed it. desk: an official who dispatches. unit: an official who answers
 * in the lead unit. crew: in the lead unit or a co-unit. head: heads the lead unit. handler: who has it, as long as they
 * are in its unit. reviewer: of a case that was disputed, an official who reviews and never handled it. timer: the clock. screener: WeChat's content security.
 */
export const PARTS = ['asker', 'desk', 'unit', 'crew', 'head', 'handler', 'reviewer', 'timer', 'screener'] as const
export type Part = (typeof PARTS)[number]

/** What a command must bring. evidence: a photo, where the result is `done` and the thing is out in the world. */
export type Attachment =
  | 'words'
  | 'words-or-photos'
  | 'unit'
  | 'reason'
  | 'result'
  | 'evidence'
  | 'days'
  | 'stars'
  | 'group'
  | 'outcome'
  | 'ticket'
  | 'person'
  | 'day'
  | 'category'

/** A further condition, beside state and part; decide.ts says how each is checked. */
export type Guard =
  | 'in-object-time'
  | 'not-office'
  | 'not-settled'
  | 'once'
  | 'before-lapse'
  | 'after-lapse'
  | 'unrated'
  | 'something-held'
  | 'nothing-hidden'
  | 'has-handler'
  | 'grouped'
  | 'alone'
  | 'for-others'

export type Step = {
  /** Several: decide.ts says which. */
  to: readonly Status[]
  who: readonly Part[]
  needs: readonly Attachment[]
  guards: readonly Guard[]
  /** A human writes to the citizen: stops the first-reply clock. */
  speaks: boolean
  seenByCitizen: boolean
}

type Options = Partial<Omit<Step, 'to' | 'who'>>
const step = (to: Status | readonly Status[], who: readonly Part[], options: Options = {}): Step => ({
  to: typeof to === 'string' ? [to] : to,
  who,
  needs: [],
  guards: [],
  speaks: false,
  seenByCitizen: true,
  ...options,
})

const said = { needs: ['words-or-photos'] } as const
const told = { needs: ['words'], speaks: true } as const
const result = { needs: ['words', 'result', 'evidence'], speaks: true } as const

/**
 * What somebody sent is held for the desk to look at, whatever the ticket's state: a verdict on a picture may come half an
 * hour late. The ticket goes on and so do its clocks; only who sees the held part changes. See screening.ts.
 */
const screening = (status: Status) => ({
  hold: step(status, ['screener']),
  release: step(status, ['desk'], { guards: ['something-held'] }),
  withhold: step(status, ['desk'], { needs: ['reason'], guards: ['something-held'] }),
})

/** From official to official, and never mixed up with what the citizen reads. */
const note = (status: Status) =>
  step(status, ['desk', 'crew', 'head', 'reviewer'], { needs: ['words'], seenByCitizen: false })

/** What the clock says by itself, while somebody still has to do something: reminds officials, and warns the citizen. */
const reminders = (status: Status) => ({
  urge: step(status, ['timer'], { seenByCitizen: false }),
  foretell: step(status, ['timer']),
})

/** It will be late, until when, and why: said by a person before it is. The clock goes on as it was promised. */
const delay = (status: Status, who: readonly Part[]) => ({
  delay: step(status, who, { needs: ['day', 'reason'], speaks: true }),
})

/** Two tickets about one thing: the later is answered with the other, and both askers are told. */
const joining = (status: Status, who: readonly Part[]) => ({
  merge: step('merged', who, { needs: ['ticket', 'words'], speaks: true }),
  ...leading(status, who),
})

/** What happens to the one with which others are answered, when one of them joins it, and when one leaves it again. */
const leading = (status: Status, who: readonly Part[]) => ({
  absorb: step(status, who),
  'let-go': step(status, ['timer'], { seenByCitizen: false }),
})

/**
 * Among others about the same thing: never what is about somebody who works here, a report, a tip, or what is kept back, for
 * more people see a group than see its tickets. A case of its own after all is taken out, and is answered alone.
 */
const grouping = (status: Status, who: readonly Part[]) => ({
  'join-group': step(status, who, { needs: ['group'], guards: ['for-others', 'alone'], seenByCitizen: false }),
  'leave-group': step(status, who, { guards: ['grouped'], seenByCitizen: false }),
})

/**
 * The one answer for all of them, in each one's own talk, brought there by the clock; a correction goes to those who had an
 * older one.
 */
const telling = (...to: Status[]) => ({ tell: step(to, ['timer'], { speaks: true, guards: ['grouped'] }) })

/** One ticket about two things: the second becomes a ticket of its own, as old as this one. */
const split = (status: Status, who: readonly Part[]) => ({
  // What is held in it would have to be looked at twice.
  split: step(status, who, { needs: ['words', 'category'], guards: ['nothing-hidden'] }),
})

/** Somebody of the unit who has left it, or goes on leave, does not keep what they had. */
const handing = (status: Status) => ({
  'hand-over': step(status, ['handler', 'head', 'desk'], { needs: ['person'], guards: ['has-handler'] }),
})
const leaving = (status: Status) => ({
  'hand-back': step(status, ['timer'], { seenByCitizen: false, guards: ['has-handler'] }),
})

export const LIFECYCLE = {
  submitted: {
    reply: step('submitted', ['desk'], told),
    add: step('submitted', ['asker'], said),
    answer: step('answered', ['desk'], result),
    dispatch: step('dispatched', ['desk'], { needs: ['unit'] }),
    'ask-back': step('waiting', ['desk'], told),
    note: note('submitted'),
    ...joining('submitted', ['desk']),
    ...grouping('submitted', ['desk']),
    ...telling('answered', 'submitted'),
    ...split('submitted', ['desk']),
    ...delay('submitted', ['desk']),
    ...reminders('submitted'),
    withdraw: step('withdrawn', ['asker']),
    ...screening('submitted'),
  },
  dispatched: {
    reply: step('dispatched', ['desk', 'crew'], told),
    add: step('dispatched', ['asker'], said),
    take: step('handling', ['unit']),
    // Wrong unit: back to the desk; the last objection allowed brings it to the district office, which may not object.
    object: step(['submitted', 'dispatched'], ['unit'], {
      needs: ['reason'],
      guards: ['in-object-time', 'not-office'],
      seenByCitizen: false,
    }),
    // Sent to the wrong unit, and nobody has taken it: the desk need not wait until they object.
    dispatch: step('dispatched', ['desk'], { needs: ['unit'], guards: ['not-settled'] }),
    'add-unit': step('dispatched', ['desk'], { needs: ['unit'] }),
    withdraw: step('withdrawn', ['asker']),
    note: note('dispatched'),
    ...joining('dispatched', ['desk', 'unit']),
    ...grouping('dispatched', ['desk', 'unit']),
    ...telling('answered', 'dispatched'),
    ...split('dispatched', ['desk']),
    ...delay('dispatched', ['desk', 'unit', 'head']),
    ...reminders('dispatched'),
    ...screening('dispatched'),
  },
  handling: {
    reply: step('handling', ['desk', 'crew'], told),
    add: step('handling', ['asker'], said),
    answer: step('answered', ['handler'], result),
    'ask-back': step('waiting', ['handler'], told),
    extend: step('handling', ['handler'], { needs: ['days', 'reason'], guards: ['once'] }),
    'add-unit': step('handling', ['handler', 'desk'], { needs: ['unit'] }),
    ...handing('handling'),
    'hand-back': step('dispatched', ['handler', 'head', 'timer'], { seenByCitizen: false }),
    withdraw: step('withdrawn', ['asker']),
    note: note('handling'),
    ...joining('handling', ['desk', 'handler']),
    ...grouping('handling', ['desk', 'handler']),
    ...telling('answered', 'handling'),
    ...split('handling', ['desk', 'handler']),
    ...delay('handling', ['desk', 'handler', 'head']),
    ...reminders('handling'),
    ...screening('handling'),
  },
  merged: {
    reply: step('merged', ['desk', 'crew'], told),
    add: step('merged', ['asker'], said),
    // The answer to the other is the answer to this one: its asker judges it for themselves.
    share: step('answered', ['timer']),
    // It is another matter after all, or the other has ended without an answer: on its own again.
    unmerge: step(['submitted', 'dispatched'], ['desk', 'unit', 'timer']),
    withdraw: step('withdrawn', ['asker']),
    note: note('merged'),
    ...reminders('merged'),
    ...screening('merged'),
  },
  waiting: {
    reply: step('waiting', ['desk', 'crew'], told),
    // Back to where the question was asked from; to the unit, where whoever asked it has left.
    supply: step(['submitted', 'handling', 'dispatched'], ['asker'], said),
    lapse: step('closed', ['timer'], { guards: ['after-lapse'] }),
    withdraw: step('withdrawn', ['asker']),
    note: note('waiting'),
    ...leading('waiting', ['desk', 'handler']),
    ...grouping('waiting', ['desk', 'handler']),
    ...telling('answered', 'waiting'),
    ...handing('waiting'),
    ...leaving('waiting'),
    ...screening('waiting'),
  },
  answered: {
    reply: step('answered', ['desk', 'crew'], told),
    confirm: step('closed', ['asker']),
    // What was told to all did not answer this one: somebody answers it alone.
    'leave-group': step(['submitted', 'dispatched'], ['desk', 'unit'], { ...told, guards: ['grouped'] }),
    ...telling('answered'),
    dispute: step('disputed', ['asker'], { needs: ['words'], guards: ['before-lapse'] }),
    lapse: step('closed', ['timer'], { guards: ['after-lapse'] }),
    note: note('answered'),
    ...leaving('answered'),
    ...screening('answered'),
  },
  disputed: {
    reply: step('disputed', ['desk', 'crew'], told),
    add: step('disputed', ['asker'], said),
    note: note('disputed'),
    ...handing('disputed'),
    ...leaving('disputed'),
    ...delay('disputed', ['desk', 'handler', 'head']),
    'leave-group': step('disputed', ['desk', 'unit'], { guards: ['grouped'], seenByCitizen: false }),
    ...telling('disputed'),
    ...reminders('disputed'),
    // Reopened: back to the handler, or to the unit where they have left. Upheld: closed, with the reviewer's reason.
    review: step(['handling', 'dispatched', 'closed'], ['reviewer'], { needs: ['words', 'outcome'], speaks: true }),
    ...screening('disputed'),
  },
  closed: {
    rate: step('closed', ['asker'], { needs: ['stars'], guards: ['unrated'] }),
    ...telling('closed'),
    ...screening('closed'),
  },
  withdrawn: {
    ...screening('withdrawn'),
  },
} as const satisfies Record<Status, Partial<Record<CommandName, Step>>>

/** The step a command takes from a state, if there is one. */
export function stepOf(status: Status, command: CommandName): Step | undefined {
  const steps: Partial<Record<CommandName, Step>> = LIFECYCLE[status]
  return steps[command]
}

/**
 * What the resolve clock does in each state. It waits while the citizen is asked, and after an answer until the citizen
 * has spoken: a dispute gives the unit no new time, only what was left.
 */
export const RESOLVE_CLOCK = {
  submitted: 'runs',
  dispatched: 'runs',
  handling: 'runs',
  merged: 'runs',
  waiting: 'waits',
  answered: 'waits',
  disputed: 'runs',
  closed: 'stopped',
  withdrawn: 'stopped',
} as const satisfies Record<Status, 'runs' | 'waits' | 'stopped'>

/** States in which something is still to be done by somebody. */
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter((status) => RESOLVE_CLOCK[status] !== 'stopped')
