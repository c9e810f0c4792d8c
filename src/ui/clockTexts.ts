/** The two clocks of a ticket as sentences. The figures come from the server, which alone knows the calendar. */
import type { Lang } from '@/contract/phoneRefusals'
import type { TicketLine } from '@/contract/ticketLines'
import type { TicketView } from '@/contract/tickets'
import { dayText, momentText } from './time'
import { type Say, sayIn, type Words, words } from './words'

export type Tone = 'good' | 'warn' | 'bad' | ''
export type ClockText = { text: string; tone: Tone }
/** What the desk is told in other words: in officialWords, apart from the main package. */
export type DeskClock = Record<'replyBy' | 'replyLate' | 'waits', Words>
type Clocked = Pick<TicketView, 'firstReply' | 'resolve' | 'status'> & { disputeUntil?: string }

/** Minutes within which a first reply is worth praising in words. */
const QUICK = 10
/** Working days left at which the resolve clock turns to warning. */
const SOON = 2

export function clockTexts(
  ticket: Clocked,
  lang: Lang,
  desk: DeskClock | undefined,
  now: number = Date.now(),
): { first: ClockText; resolve: ClockText } {
  const say = sayIn(lang)
  return { first: firstText(ticket, say, lang, desk, now), resolve: resolveText(ticket, say, lang, desk, now) }
}

function firstText(
  { firstReply, resolve }: Clocked,
  say: Say,
  lang: Lang,
  desk: DeskClock | undefined,
  now: number,
): ClockText {
  const { repliedAt, minutes = 0, dueAt, opensAt, late, ready } = firstReply
  if (ready) return { text: say(words.clock.ready), tone: 'good' }
  if (repliedAt && late) return { text: say(words.clock.repliedLate, { n: minutes }), tone: 'warn' }
  if (repliedAt)
    return {
      text: say(minutes < QUICK ? words.clock.replied : words.clock.repliedIn, { n: Math.max(1, minutes) }),
      tone: 'good',
    }
  if (resolve.state === 'stopped') return { text: say(words.clock.replyNone), tone: '' }
  if (opensAt === 'beyond' || dueAt === 'beyond') return { text: say(words.clock.replyUnknown), tone: 'warn' }
  const due = momentText(dueAt, lang, now)
  if (late) return { text: say(desk?.replyLate ?? words.clock.replyLate, { t: due }), tone: 'bad' }
  const { first } = firstReply
  const moved = first && first !== 'beyond' ? say(words.clock.moved, { t: momentText(first, lang, now) }) : ''
  if (opensAt)
    return { text: `${say(words.clock.replyClosed, { t: momentText(opensAt, lang, now) })}${moved}`, tone: '' }
  return { text: `${say(desk?.replyBy ?? words.clock.replyBy, { t: due })}${moved}`, tone: '' }
}

function resolveText(ticket: Clocked, say: Say, lang: Lang, desk: DeskClock | undefined, now: number): ClockText {
  const { state, dueAt, promisedAt, workdaysLeft = 0, extendedDays, late } = ticket.resolve
  const day = (at: string) => dayText(at, lang, now)
  if (state === 'stopped') return { text: say(words.clock.stopped), tone: '' }
  if (ticket.status === 'answered' && ticket.disputeUntil && !desk)
    return { text: say(words.clock.confirmBy, { t: day(ticket.disputeUntil) }), tone: 'warn' }
  if (ticket.status === 'answered' && !desk) return { text: say(words.clock.confirm), tone: 'warn' }
  if (state === 'waits') return { text: say(desk?.waits ?? words.clock.waits), tone: desk ? '' : 'warn' }
  if (dueAt === 'beyond') return { text: say(words.clock.beyond), tone: 'warn' }
  if (late) return { text: say(words.clock.late, { n: Math.max(1, -workdaysLeft), t: day(dueAt) }), tone: 'bad' }
  const extended =
    extendedDays && promisedAt !== 'beyond' ? say(words.clock.extended, { t: day(promisedAt), n: extendedDays }) : ''
  if (day(dueAt) === say(words.time.today)) return { text: `${say(words.clock.dueToday)}${extended}`, tone: 'warn' }
  return {
    text: `${say(words.clock.dueBy, { t: day(dueAt), n: workdaysLeft })}${extended}`,
    tone: workdaysLeft <= SOON ? 'warn' : '',
  }
}

/** The clock that runs out next, in a few words, for a line of a list. */
export function nextText(
  line: TicketLine,
  lang: Lang,
  desk: DeskClock | undefined,
  now: number = Date.now(),
): ClockText {
  const { first, resolve } = clockTexts(line, lang, desk, now)
  return line.firstReply.repliedAt || line.firstReply.ready || line.resolve.state !== 'runs' ? resolve : first
}
