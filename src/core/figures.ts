/**
 * What became of what people asked for, in numbers. Every definition is here and nowhere else; the screen says the same in
 * plain sentences (ui/figureWords.ts). A ticket belongs to the week in which it was filed, to the unit that has it now, and
 * to its category. Nobody who handles tickets is counted: there are no figures of a person.
 */
import { BEYOND, type Moment } from './deadline'
import type { Outcome } from './kind'
import type { Ticket } from './ticket'

/** Each filed ticket is in one of these: how it stands with the first word of a human. */
const FIRST_REPLY = [
  /** Somebody has written. */
  'replied',
  /** Nobody has, and the time for it is over. */
  'unheard',
  /** Nobody has yet, and there is still time. */
  'fresh',
  /** It ended before its time for that was over: withdrawn by its asker. */
  'left',
  /** The answer to all who ask that was there before it was filed. No human had to write, and it is no first reply. */
  'ready',
] as const

/** And in one of these: how it stands with its time limit, extended or not, without the time in which it waited for its asker. */
const TIME_LIMIT = [
  /** The answer came in time. One that was overturned is none; one that is disputed is one until that is decided. */
  'punctual',
  /** The answer came too late. */
  'tardy',
  /** No answer, and the time is over. */
  'overdue',
  /** No answer, and there is still time; also while its asker is asked, and where the calendar ends before the time does. */
  'running',
  /** It ended without an answer before its time was over: withdrawn, or its asker did not say what was asked. */
  'dropped',
] as const

/** And in one of these: how it came to its end, if it did. Answered is not solved. */
const ENDING = [
  /** Its asker said that it is solved: the only one that counts as solved. */
  'confirmed',
  /** Its asker disputed the answer, and somebody else found that the answer stands. */
  'upheld',
  /** It was answered, and its asker said nothing until it closed by itself. */
  'silent',
  /** Its asker did not say what was asked until it closed by itself. */
  'unsupplied',
  'withdrawn',
  /** Answered, and it is its asker's turn to say whether that solves it. */
  'awaiting',
  /** Its asker says that it is not solved, and that is being looked at. */
  'disputed',
  /** No answer yet. */
  'unanswered',
] as const

const MORE = [
  'filed',
  /** Of `replied`: before the minutes of duty time were over that the district promises. */
  'prompt',
  /** Was given more time. */
  'extended',
  /** Was answered at least once. */
  'answered',
  /** Of those: was disputed; was opened again because of that. */
  'contested',
  'reopened',
  'rated',
  /** Of `rated`: with 4 or 5 stars. */
  'satisfied',
] as const

export type Count = (typeof FIRST_REPLY | typeof TIME_LIMIT | typeof ENDING | typeof MORE)[number]
/** Tickets counted together. `minutes`: how many had their first reply in which minute, or stretch of minutes: see stretchOf. */
export type Cell = { counts: Partial<Record<Count, number>>; minutes: Record<string, number> }

export const SATISFIED_STARS = 4
/** Fewer than these are told as a number, never as a part of a hundred: two of three are no 67 %. */
export const SMALL = 5

/** What one ticket counts as at a moment. */
export function countsOf(ticket: Ticket, now: Moment): Count[] {
  const { rating, resolve, disputes = 0 } = ticket
  const again = reopenedTimes(ticket)
  const more: [Count, boolean][] = [
    ['filed', true],
    ['prompt', isPrompt(ticket)],
    ['extended', resolve.extendedDays !== undefined],
    ['answered', ticket.answeredAt !== undefined || again > 0],
    ['contested', disputes > 0],
    ['reopened', again > 0],
    ['rated', rating !== undefined],
    ['satisfied', (rating?.stars ?? 0) >= SATISFIED_STARS],
  ]
  return [
    ...more.filter(([, is]) => is).map(([count]) => count),
    firstReplyOf(ticket, now),
    timeLimitOf(ticket, now),
    endingOf(ticket),
  ]
}

/** Every dispute ends by a review: those that did not close it opened it again. */
export const reopenedTimes = ({ disputes = 0, status, outcome }: Ticket): number =>
  Math.max(0, disputes - (status === 'disputed' ? 1 : 0) - (outcome === 'upheld' ? 1 : 0))

/** The promise was made when it was filed: a later change of the roster changes nothing about it. */
const isPrompt = ({ firstReply: { repliedAt, dueAt } }: Ticket): boolean =>
  repliedAt !== undefined && (dueAt === BEYOND || repliedAt <= dueAt)

/** Withdrawn after the time was over, it was not heard in time all the same. */
function firstReplyOf({ firstReply, resolve }: Ticket, now: Moment): Count {
  if (firstReply.ready) return 'ready'
  if (firstReply.repliedAt) return 'replied'
  if (firstReply.dueAt !== BEYOND && (resolve.stoppedAt ?? now) > firstReply.dueAt) return 'unheard'
  return resolve.stoppedAt ? 'left' : 'fresh'
}

function timeLimitOf({ resolve, answeredAt }: Ticket, now: Moment): Count {
  const { dueAt, stoppedAt, pausedAt } = resolve
  const late = dueAt !== BEYOND && (answeredAt ?? stoppedAt ?? pausedAt ?? now) > dueAt
  if (answeredAt) return late ? 'tardy' : 'punctual'
  if (late) return 'overdue'
  return stoppedAt ? 'dropped' : 'running'
}

/** Whether the asker's answer to it came in time: undefined while there is none. */
export const wasPunctual = (ticket: Ticket): boolean | undefined =>
  ticket.answeredAt ? timeLimitOf(ticket, ticket.answeredAt) === 'punctual' : undefined

const ENDED_AS: Record<Outcome, Count> = {
  confirmed: 'confirmed',
  upheld: 'upheld',
  'no-answer': 'silent',
  'not-supplied': 'unsupplied',
}

function endingOf({ status, outcome }: Ticket): Count {
  if (status === 'closed') return ENDED_AS[outcome ?? 'no-answer']
  if (status === 'withdrawn' || status === 'disputed') return status
  return status === 'answered' ? 'awaiting' : 'unanswered'
}

/** To the minute up to an hour; beyond that in stretches that are told as such. Each is called by its first minute. */
const EXACT = 60
const STRETCHES = [EXACT + 1, 121, 241, 481, 961]

/** In which minute, or stretch of minutes of duty time, that is. */
export const stretchOf = (minutes: number): number =>
  minutes <= EXACT ? minutes : Math.max(...STRETCHES.filter((from) => from <= minutes))

/** `to` absent: or more. */
export type Stretch = { from: number; to?: number }
function stretchFrom(from: number): Stretch {
  if (from <= EXACT) return { from, to: from }
  const next = STRETCHES.find((start) => start > from)
  return next ? { from, to: next - 1 } : { from }
}

/** unheard: so many wait past their time that nobody knows it yet. */
export type Reached = Stretch | 'unheard'

/**
 * Within how many minutes that part of the tickets had their first reply: the shortest time that is enough for it. Those
 * past their time that nobody has replied to count as the longest of all, so that not replying betters nothing. Undefined
 * where there are fewer than SMALL.
 */
export function reached(part: number, { counts, minutes }: Cell): Reached | undefined {
  const all = numberOf('replied', counts) + numberOf('unheard', counts)
  if (all < SMALL) return undefined
  let left = Math.ceil(part * all)
  for (const [from, times] of Object.entries(minutes).sort(([a], [b]) => Number(a) - Number(b))) {
    left -= times
    if (left <= 0) return stretchFrom(Number(from))
  }
  return 'unheard'
}

const numberOf = (count: Count, counts: Cell['counts']): number => counts[count] ?? 0

/** Some of many. `percent`: absent where there are few. 100 means all of them, 0 none. */
export type Share = { part: number; of: number; percent?: number }
export function shareOf(part: number, of: number): Share {
  if (of < SMALL) return { part, of }
  if (part === 0 || part === of) return { part, of, percent: part ? 100 : 0 }
  return { part, of, percent: Math.min(99, Math.max(1, Math.round((part / of) * 100))) }
}

/** The five figures of some tickets, with what each does not speak of beside it. */
export function figuresOf(cell: Cell) {
  const n = (...counts: Count[]) => counts.reduce((sum, count) => sum + numberOf(count, cell.counts), 0)
  const [median, most] = [reached(0.5, cell), reached(0.9, cell)]
  return {
    filed: n('filed'),
    /** Of those replied to, and those that nobody replied to in their time; `ready` ones are in neither. */
    firstReply: {
      ...shareOf(n('prompt'), n('replied', 'unheard')),
      ...(median && { median }),
      ...(most && { most }),
      ...{ unheard: n('unheard'), fresh: n('fresh'), left: n('left'), ready: n('ready') },
    },
    /** Of those answered, and those whose time is over without an answer. */
    onTime: {
      ...shareOf(n('punctual'), n('punctual', 'tardy', 'overdue')),
      ...{ overdue: n('overdue'), running: n('running'), dropped: n('dropped'), extended: n('extended') },
    },
    /** Of those closed: withdrawn ones are not. */
    solved: {
      ...shareOf(n('confirmed'), n('confirmed', 'upheld', 'silent', 'unsupplied')),
      ...{ silent: n('silent'), upheld: n('upheld'), unsupplied: n('unsupplied') },
      ...{ awaiting: n('awaiting'), disputed: n('disputed'), unanswered: n('unanswered'), withdrawn: n('withdrawn') },
    },
    /** Of those rated. */
    satisfied: {
      ...shareOf(n('satisfied'), n('rated')),
      unrated: n('confirmed', 'upheld', 'silent', 'unsupplied') - n('rated'),
    },
    /** Of those that were answered at least once. */
    reopened: { ...shareOf(n('reopened'), n('answered')), contested: n('contested') },
  }
}
export type Figures = ReturnType<typeof figuresOf>
