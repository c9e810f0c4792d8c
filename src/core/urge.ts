/**
 * What the clock says by itself while somebody still has to do something: to whom, and how long before. One ladder; each
 * rung is said once for each time limit. What was missed while no timer ran is said once, as its last rung.
 */
import { BEYOND, type Calendar, type Day, type Due, dayAfter, dayOf, type Moment, momentOf, NEVER } from './deadline'
import type { Setting } from './decide'
import { RESOLVE_CLOCK } from './lifecycle'
import { isSettled, opensAt } from './roster'
import type { CommandName } from './status'
import type { Ticket } from './ticket'

/** unit: all who answer in the lead unit, while nobody has the ticket. handler: whoever has it. office: who dispatches. */
export type Told = 'handler' | 'unit' | 'head' | 'office' | 'citizen'
export type Rung =
  | { clock: 'first-reply'; when: 'alarm' | 'due'; to: Told[] }
  | { clock: 'resolve'; when: 'ahead'; days: number; to: Told[] }
  | { clock: 'resolve'; when: 'foretell' | 'late'; to: Told[] }

/**
 * ahead: so many working days before the day it is due. foretell: the working day before, or the day itself where by then
 * not one whole working day would have passed. late: the day after. Each when the desk opens that day.
 */
export const LADDER: readonly Rung[] = [
  { clock: 'first-reply', when: 'alarm', to: ['handler', 'unit'] },
  { clock: 'first-reply', when: 'due', to: ['handler', 'unit', 'head', 'office'] },
  { clock: 'resolve', when: 'ahead', days: 5, to: ['handler', 'unit'] },
  { clock: 'resolve', when: 'ahead', days: 3, to: ['handler', 'unit', 'head'] },
  { clock: 'resolve', when: 'ahead', days: 2, to: ['handler', 'unit', 'head', 'office'] },
  { clock: 'resolve', when: 'ahead', days: 1, to: ['handler', 'unit', 'head'] },
  { clock: 'resolve', when: 'foretell', to: ['citizen', 'handler', 'unit', 'head'] },
  { clock: 'resolve', when: 'late', to: ['handler', 'unit', 'head', 'office'] },
]

/**
 * The ticket with what is to be said next, after `command` was given. A new time limit begins the ladder of its clock again,
 * with the rungs that still lie ahead.
 */
export function setUrge(
  ticket: Ticket,
  before: Ticket,
  command: CommandName | 'file' | 'recount',
  at: Setting,
): Ticket {
  const { urge, ...rest } = ticket
  if (RESOLVE_CLOCK[ticket.status] !== 'runs') return urge ? { ...rest, urge: { ...urge, at: NEVER } } : rest
  const moved = ticket.resolve.dueAt !== before.resolve.dueAt
  const since = command === 'file' || moved ? at.now : (urge?.since ?? ticket.filedAt)
  const said: Said = { first: urge?.first ?? NOTHING, level: moved ? NOTHING : (urge?.level ?? NOTHING) }
  const speaks = command === 'urge' || command === 'foretell'
  const now = speaks ? rungsNow({ ...ticket, urge: { at: at.now, ...said, since } }, at) : []
  const last = (clock: Rung['clock']) => now.find((rung) => clockOf(rung) === clock) ?? said[FIELD[clock]]
  const spoken: Said = { first: last('first-reply'), level: last('resolve') }
  return { ...rest, urge: { at: nextAfter(ticket, spoken, since, at), ...spoken, since } }
}

/** What is to be said now: of each time limit the highest rung whose moment has come and that was not said yet. */
export function rungsNow(ticket: Ticket, at: Setting): number[] {
  const { since, ...said } = ticket.urge ?? { first: NOTHING, level: NOTHING, since: ticket.filedAt }
  const due = unsaid(said).filter((rung) => {
    const moment = momentOfRung(ticket, rung, since, at)
    return moment !== BEYOND && moment <= at.now && isAhead(rung, moment, since)
  })
  const highest = (clock: Rung['clock']) => due.filter((rung) => clockOf(rung) === clock).slice(-1)
  return [...highest('first-reply'), ...highest('resolve')]
}

/** Whether the asker already knows that it takes longer than the time limit that is about to run out. */
export const knowsItIsLate = ({ expected, resolve }: Ticket): boolean =>
  expected !== undefined && resolve.dueAt !== BEYOND && expected.on > dayOf(resolve.dueAt)

type Said = { first: number; level: number }
const FIELD = { 'first-reply': 'first', resolve: 'level' } as const satisfies Record<Rung['clock'], keyof Said>
const NOTHING = -1
const clockOf = (rung: number): Rung['clock'] => LADDER[rung]?.clock ?? 'resolve'

/** Each time limit has its own: the first reply may be due when the case is nearly late already. */
const unsaid = (said: Said): number[] => LADDER.flatMap(({ clock }, rung) => (rung > said[FIELD[clock]] ? rung : []))

function nextAfter(ticket: Ticket, said: Said, since: Moment, at: Setting): Moment {
  const moments = unsaid(said).flatMap((rung) => {
    const moment = momentOfRung(ticket, rung, since, at)
    return moment !== BEYOND && isAhead(rung, moment, since) ? moment : []
  })
  return moments.sort()[0] ?? NEVER
}

/** What lay before the time limit was set is not said; the clock of the first reply is as old as the ticket. */
const isAhead = (rung: number, moment: Moment, since: Moment): boolean =>
  clockOf(rung) === 'first-reply' || moment > since

/** When a rung is to be said; BEYOND where it never is. */
function momentOfRung(ticket: Ticket, level: number, since: Moment, at: Setting): Due {
  const rung = LADDER[level]
  const { firstReply, resolve } = ticket
  if (!rung) return BEYOND
  if (rung.clock === 'first-reply') {
    if (isSettled(firstReply)) return BEYOND
    return rung.when === 'alarm' ? firstReply.alarmAt : firstReply.dueAt
  }
  if (resolve.dueAt === BEYOND) return BEYOND
  const due = dayOf(resolve.dueAt)
  if (rung.when === 'late') return openingOn(dayAfter(due), at)
  if (rung.when === 'ahead') return openingOn(workdaysBefore(due, rung.days, at.calendar), at)
  return openingOn(isShort(due, since, at.calendar) ? due : workdaysBefore(due, 1, at.calendar), at)
}

/** By the day before it is due, not one whole working day has passed. */
const isShort = (due: Day, since: Moment, calendar: Calendar): boolean =>
  workdaysBefore(due, 2, calendar) <= dayOf(since)

/** When the desk opens on that day, or on the next on which it does. Nobody is woken by a desk that never closes. */
function openingOn(day: Day, { duty, calendar }: Setting): Moment {
  const opens = opensAt(momentOf(day, '00:00'), duty, calendar)
  return opens === null || opens === BEYOND ? momentOf(day, MORNING) : opens
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
