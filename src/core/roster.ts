/**
 * The first-reply clock: minutes, counted only while the desk is open. Automatic replies never stop it.
 */
import {
  BEYOND,
  type Calendar,
  type Day,
  type Due,
  dayAfter,
  dayOf,
  MINUTE,
  type Moment,
  minutesOf,
  momentOf,
} from './deadline'

/** Open from `from` to `to`, Beijing clock times 'HH:MM'; `to` may be '24:00'. */
export type Span = { from: string; to: string }
/** When somebody sits at the desk, in order of the day. An empty list means closed. */
export type Week = { workday: Span[]; restday: Span[] }
/** What holds from a day on, until the next edition begins. */
export type Edition = Week & { from: Day }
/**
 * The district's own week is the first edition; `later` follow, in the order of their days. `special`: days that are unlike
 * any week. What was open in the past is never written anew, so that minutes once counted stay counted: see hours.ts.
 */
export type DutyHours = Week & { later?: Edition[]; special?: Record<Day, Span[]> }

/**
 * `repliedAt` and `minutes` (of duty time) are set by the first message a human wrote. `first`: what was promised at the
 * beginning, where a change of the hours has moved it later since. `ready`: when they were told an answer that was there
 * before they asked. No human has replied, and none is waited for: it is no first reply, early or late.
 */
export type FirstReplyClock = {
  dueAt: Due
  alarmAt: Due
  repliedAt?: Moment
  minutes?: number
  first?: Due
  ready?: Moment
}

/** Whether nobody waits for a first word any more. */
export const isSettled = ({ repliedAt, ready }: FirstReplyClock): boolean => (repliedAt ?? ready) !== undefined

export function startFirstReply(
  at: Moment,
  minutes: { target: number; alarm: number },
  duty: DutyHours,
  calendar: Calendar,
): FirstReplyClock {
  return {
    dueAt: dutyDue(at, minutes.target, duty, calendar),
    alarmAt: dutyDue(at, minutes.alarm, duty, calendar),
  }
}

/** The first human message stops the clock for good. */
export function stopFirstReply(
  clock: FirstReplyClock,
  filedAt: Moment,
  at: Moment,
  duty: DutyHours,
  calendar: Calendar,
): FirstReplyClock {
  if (isSettled(clock)) return clock
  return { ...clock, repliedAt: at, minutes: dutyMinutes(filedAt, at, duty, calendar) }
}

/** An answer that was there already stops it as well, without being a reply. */
export const readyAtOnce = (clock: FirstReplyClock, at: Moment): FirstReplyClock =>
  isSettled(clock) ? clock : { ...clock, ready: at }

/** The moment at which `minutes` of duty time have passed since `from`. */
export function dutyDue(from: Moment, minutes: number, duty: DutyHours, calendar: Calendar): Due {
  let left = minutes * MINUTE
  for (const span of spansFrom(from, duty, calendar)) {
    const start = Math.max(Date.parse(from), Date.parse(span.from))
    const end = Date.parse(span.to)
    if (start + left <= end) return new Date(start + left).toISOString()
    left -= Math.max(0, end - start)
  }
  return BEYOND
}

/** Whole minutes of duty time from `from` to `to`, rounded down. */
export function dutyMinutes(from: Moment, to: Moment, duty: DutyHours, calendar: Calendar): number {
  let passed = 0
  for (const span of spansFrom(from, duty, calendar)) {
    if (span.from >= to) break
    passed += Math.max(
      0,
      Math.min(Date.parse(to), Date.parse(span.to)) - Math.max(Date.parse(from), Date.parse(span.from)),
    )
  }
  return Math.floor(passed / MINUTE)
}

/** When the desk opens next: null when it is open now, `beyond` when the calendar ends first. */
export function opensAt(at: Moment, duty: DutyHours, calendar: Calendar): Due | null {
  for (const span of spansFrom(at, duty, calendar)) {
    if (span.from <= at && at < span.to) return null
    if (span.from > at) return span.from
  }
  return BEYOND
}

/** When the desk is open on a day. */
export function spansOn(day: Day, duty: DutyHours, calendar: Calendar): Span[] {
  const special = duty.special?.[day]
  if (special) return special
  const week = weekOn(day, duty)
  return calendar.isWorkday(day) ? week.workday : week.restday
}

/** The edition that holds on a day. */
export const weekOn = (day: Day, duty: DutyHours): Week => duty.later?.filter(({ from }) => from <= day).at(-1) ?? duty

/** Every open span that ends after `from`, in order, until the calendar ends. */
function* spansFrom(from: Moment, duty: DutyHours, calendar: Calendar): Generator<Span> {
  for (let day = dayOf(from); day <= calendar.until; day = dayAfter(day)) {
    for (const span of spansOn(day, duty, calendar)) {
      if (minutesOf(span.to) <= minutesOf(span.from)) continue
      const open = { from: momentOf(day, span.from), to: momentOf(day, span.to) }
      if (open.to > from) yield open
    }
  }
}
