/**
 * The resolve clock: working days.
 *
 * A period given in days does not count the day it starts on, and ends with the last day (Civil Code of the PRC,
 * articles 201 and 203). Article 203 ends it at 24:00 or, where there are business hours, with them: we take 24:00, because
 * a citizen is promised a day. Days are Beijing days: China has one time zone, UTC+8, without summer time.
 */

/** A Beijing day, YYYY-MM-DD. */
export type Day = string
/** A moment, ISO 8601 in UTC. */
export type Moment = string

/** Which days are worked. Asked about a day after `until` nobody knows: the State Council has not announced it yet. */
export type Calendar = { isWorkday(day: Day): boolean; until: Day }

/** `beyond`: the deadline lies after the calendar's last known day. The desk is shown this; it is never guessed. */
export const BEYOND = 'beyond'
export type Due = Moment | typeof BEYOND

/** Later than every deadline: for tickets whose clocks stand still, or whose deadline nobody knows yet. */
export const NEVER: Moment = '9999-12-31T00:00:00.000Z'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
const BEIJING = 8 * 60 * MINUTE

/** The Beijing day of a moment. */
export const dayOf = (at: Moment): Day => new Date(Date.parse(at) + BEIJING).toISOString().slice(0, 10)

/** The moment of a Beijing day's clock time, e.g. ('2026-02-24', '08:30'). '24:00' is the end of the day. */
export const momentOf = (day: Day, clock: string): Moment =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutesOf(clock) * MINUTE).toISOString()

/** The day after (or, with a negative count, before). */
export function dayAfter(day: Day, days = 1): Day {
  if (days === 1) return nextDays.get(day) ?? remember(day)
  return shifted(day, days)
}

const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Every clock walks along the same few hundred days; reading and writing dates was most of the work of a list. */
const nextDays = new Map<Day, Day>()
function remember(day: Day): Day {
  const next = shifted(day, 1)
  nextDays.set(day, next)
  return next
}

/** Minutes since midnight of 'HH:MM'. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The last millisecond of the `days`th working day after the day of `from`. */
export function dueAt(from: Moment, days: number, calendar: Calendar): Due {
  const day = workdayAfter(dayOf(from), days, calendar)
  return day === BEYOND ? BEYOND : lastMoment(day)
}

/** How many working days lie after the day of `from`, up to and including the day of `to`. Negative when `to` is past. */
export function workdaysBetween(from: Moment, to: Moment, calendar: Calendar): number {
  const [start, end] = [dayOf(from), dayOf(to)]
  if (end < start) return 0 - workdaysBetween(to, from, calendar)
  let count = 0
  for (let day = dayAfter(start); day <= end; day = dayAfter(day)) if (calendar.isWorkday(day)) count++
  return count
}

/**
 * The resolve clock of one ticket. `dueAt` was fixed at filing and moves only by pauses and by the one extension;
 * `promisedAt` is what was first promised and never moves, so that both can be shown side by side.
 */
export type ResolveClock = {
  days: number
  promisedAt: Due
  dueAt: Due
  extendedDays?: number
  /** Working days for which it stood still, kept only while its end is unknown: see recount.ts. */
  waited?: number
  pausedAt?: Moment
  stoppedAt?: Moment
}

export function startResolve(at: Moment, days: number, calendar: Calendar): ResolveClock {
  const due = dueAt(at, days, calendar)
  return { days, promisedAt: due, dueAt: due }
}

/** Stops counting while the citizen is asked. A clock that is paused or stopped stays as it is. */
export const pauseResolve = (clock: ResolveClock, at: Moment): ResolveClock =>
  clock.pausedAt || clock.stoppedAt ? clock : { ...clock, pausedAt: at }

/** Goes on counting: the working days that were left at the pause are left again. What was late stays late. */
export function resumeResolve(clock: ResolveClock, at: Moment, calendar: Calendar): ResolveClock {
  const { pausedAt, ...running } = clock
  if (!pausedAt) return clock
  if (clock.dueAt !== BEYOND && pausedAt > clock.dueAt) return running
  const due = clock.dueAt === BEYOND ? BEYOND : dueAt(at, workdaysBetween(pausedAt, clock.dueAt, calendar), calendar)
  return movedTo(due, running, waitedOf(clock, calendar) + workdaysBetween(pausedAt, at, calendar))
}

/** Adds working days once; the first promise stays beside it. */
export function extendResolve(clock: ResolveClock, days: number, calendar: Calendar): ResolveClock {
  const due = clock.dueAt === BEYOND ? BEYOND : dueAt(clock.dueAt, days, calendar)
  return { ...movedTo(due, clock, waitedOf(clock, calendar)), extendedDays: days }
}

/** An end that nobody knew is worked out as soon as the calendar reaches that far. `from`: when the ticket was filed. */
export function revealResolve(clock: ResolveClock, from: Moment, calendar: Calendar): ResolveClock {
  if (clock.dueAt !== BEYOND) return clock
  const { waited = 0, extendedDays = 0, days, promisedAt, ...rest } = clock
  const due = dueAt(from, days + extendedDays + waited, calendar)
  const promised = promisedAt === BEYOND ? dueAt(from, days, calendar) : promisedAt
  if (due === BEYOND) return promised === promisedAt ? clock : { ...clock, promisedAt: promised }
  return { ...rest, days, promisedAt: promised, dueAt: due, ...(extendedDays && { extendedDays }) }
}

const movedTo = (due: Due, clock: ResolveClock, waited: number): ResolveClock =>
  due === BEYOND && waited > 0 ? { ...clock, dueAt: due, waited } : { ...clock, dueAt: due }

/** How many working days it has stood still so far. */
function waitedOf({ promisedAt, dueAt: due, extendedDays = 0, waited = 0 }: ResolveClock, calendar: Calendar): number {
  if (promisedAt === BEYOND || due === BEYOND) return waited
  return workdaysBetween(promisedAt, due, calendar) - extendedDays
}

/** Stops for good, at the pause where there is one. A clock that was stopped before stays as it is. */
export function stopResolve(clock: ResolveClock, at: Moment): ResolveClock {
  if (clock.stoppedAt) return clock
  const { pausedAt, ...running } = clock
  return { ...running, stoppedAt: pausedAt ?? at }
}

/** The `days`th working day after `day`. With none left it is `day` itself or, when that is free, the next one worked (article 203). */
function workdayAfter(day: Day, days: number, calendar: Calendar): Day | typeof BEYOND {
  for (let found = day, left = days; found <= calendar.until; found = dayAfter(found)) {
    if (!calendar.isWorkday(found)) continue
    if (found > day) left--
    if (left <= 0) return found
  }
  return BEYOND
}

const lastMoment = (day: Day): Moment => new Date(Date.parse(momentOf(day, '24:00')) - 1).toISOString()
