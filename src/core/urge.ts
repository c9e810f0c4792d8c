/**
 * What the clock says by itself while somebody still has to do something: to whom, and how long before. One ladder; each
 * rung is said once for each time limit. What was missed while no timer ran is said once, as its last rung.
 */
import { BEYOND, type Calendar, type Day, type Due, dayAfter, dayOf, momentOf, NEVER } from './deadline'
import type { Setting } from './decide'
import { RESOLVE_CLOCK } from './lifecycle'
import type { CommandName } from './status'
import type { Ticket } from './ticket'

/** unit: all who answer in the lead unit, while nobody has the ticket. handler: whoever has it. office: who dispatches. */
export type Told = 'handler' | 'unit' | 'head' | 'office' | 'citizen'
export type Rung =
  | { clock: 'first-reply'; when: 'alarm' | 'due'; to: Told[] }
  | { clock: 'resolve'; ahead: number; to: Told[] }

/** `ahead`: working days before the day it is due; 0 is the day after that, when it is late. */
export const LADDER: readonly Rung[] = [
  { clock: 'first-reply', when: 'alarm', to: ['handler', 'unit'] },
  { clock: 'first-reply', when: 'due', to: ['handler', 'unit', 'head', 'office'] },
  { clock: 'resolve', ahead: 5, to: ['handler', 'unit'] },
  { clock: 'resolve', ahead: 3, to: ['handler', 'unit', 'head'] },
  { clock: 'resolve', ahead: 2, to: ['handler', 'unit', 'head', 'office'] },
  { clock: 'resolve', ahead: 1, to: ['citizen', 'handler', 'unit', 'head'] },
  { clock: 'resolve', ahead: 0, to: ['handler', 'unit', 'head', 'office'] },
]

/**
 * The ticket with what is to be said next, after `command` was given. A new time limit begins the ladder of its clock again,
 * with the rungs that still lie ahead.
 */
export function setUrge(ticket: Ticket, before: Ticket, command: CommandName | 'file', at: Setting): Ticket {
  const { urge, ...rest } = ticket
  if (RESOLVE_CLOCK[ticket.status] !== 'runs') return urge ? { ...rest, urge: { ...urge, at: NEVER } } : rest
  const moved = ticket.resolve.dueAt !== before.resolve.dueAt
  const since = command === 'file' || moved ? at.now : (urge?.since ?? ticket.filedAt)
  const said = moved ? Math.min(urge?.level ?? NOTHING, LAST_OF_FIRST_REPLY) : (urge?.level ?? NOTHING)
  const level =
    command === 'urge' || command === 'foretell'
      ? rungNow({ ...ticket, urge: { at: at.now, level: said, since } }, at)
      : said
  const ahead = LADDER.map((_, rung) => momentOfRung(ticket, rung, at)).filter(
    (moment, rung) => rung > level && moment !== BEYOND && moment > since,
  )
  return { ...rest, urge: { at: ahead.sort()[0] ?? NEVER, level, since } }
}

/** The highest rung whose moment has come and that was not said yet; the one said last where there is none. */
export function rungNow(ticket: Ticket, at: Setting): number {
  const { level, since } = ticket.urge ?? { level: NOTHING, since: ticket.filedAt }
  for (let rung = LADDER.length - 1; rung > level; rung--) {
    const due = momentOfRung(ticket, rung, at)
    if (due !== BEYOND && due <= at.now && due > since) return rung
  }
  return level
}

const NOTHING = -1
const LAST_OF_FIRST_REPLY = 1

/** When a rung is to be said; BEYOND where it never is. */
function momentOfRung(ticket: Ticket, level: number, { calendar, duty }: Setting): Due {
  const rung = LADDER[level]
  if (!rung) return BEYOND
  const { firstReply, resolve } = ticket
  if (rung.clock === 'first-reply') {
    if (firstReply.repliedAt) return BEYOND
    return rung.when === 'alarm' ? firstReply.alarmAt : firstReply.dueAt
  }
  if (resolve.dueAt === BEYOND) return BEYOND
  const day =
    rung.ahead === 0 ? dayAfter(dayOf(resolve.dueAt)) : workdaysBefore(dayOf(resolve.dueAt), rung.ahead, calendar)
  return momentOf(day, duty.workday[0]?.from ?? MORNING)
}

const MORNING = '09:00'

/** So many working days before a day. Days before the calendar begins count as it says. */
function workdaysBefore(day: Day, days: number, calendar: Calendar): Day {
  let found = day
  for (let left = days; left > 0; ) {
    found = dayAfter(found, -1)
    if (calendar.isWorkday(found)) left--
  }
  return found
}
