/** How the hours of the desk are changed without anything being written anew that has already been. */
import { type Calendar, type Day, dayAfter, dayOf, type Moment, minutesOf } from './deadline'
import { type DutyHours, type Edition, type Span, spansOn } from './roster'

/** Weeks that are laid out ahead, and special days: more than a district ever needs. */
export const MOST_EDITIONS = 60
export const MOST_SPECIAL = 400
/** Special days are kept this long: nobody's first reply is counted over more. */
const KEPT_DAYS = 400

export type HoursRefusal = 'hours-past' | 'hours-wrong' | 'hours-many'
export type Changed = { ok: true; hours: DutyHours } | { ok: false; refusal: HoursRefusal }
type At = { now: Moment; calendar: Calendar }

/** Another week from a day on. Today's is a special day: only that can begin in the middle of one. */
export function withEdition(hours: DutyHours, edition: Edition, { now }: At): Changed {
  if (edition.from <= dayOf(now)) return refused('hours-past')
  if (!areRight(edition.workday) || !areRight(edition.restday)) return refused('hours-wrong')
  const later = [...(hours.later ?? []).filter(({ from }) => from !== edition.from), edition]
  if (later.length > MOST_EDITIONS) return refused('hours-many')
  return changed({ ...hours, later: later.sort((one, other) => (one.from < other.from ? -1 : 1)) })
}

/** An edition that has not begun is taken back. */
export function withoutEdition(hours: DutyHours, from: Day, { now }: At): Changed {
  if (from <= dayOf(now)) return refused('hours-past')
  return changed({ ...hours, later: (hours.later ?? []).filter((edition) => edition.from !== from) })
}

/** Other hours on one day. On the day itself only what is still to come is changed. */
export function withSpecial(hours: DutyHours, day: Day, spans: Span[], at: At): Changed {
  if (day < dayOf(at.now)) return refused('hours-past')
  if (!areRight(spans)) return refused('hours-wrong')
  const special = { ...recent(hours, at), [day]: fromNow(hours, day, spans, at) }
  return Object.keys(special).length > MOST_SPECIAL ? refused('hours-many') : changed({ ...hours, special })
}

/** A special day becomes like its week again. */
export function withoutSpecial(hours: DutyHours, day: Day, at: At): Changed {
  if (day < dayOf(at.now)) return refused('hours-past')
  const { [day]: _, ...special } = recent(hours, at)
  const plain = { ...hours, special }
  if (day > dayOf(at.now)) return changed(plain)
  return changed({
    ...plain,
    special: { ...special, [day]: fromNow(hours, day, spansOn(day, plain, at.calendar), at) },
  })
}

/** In order, none empty, none over another. Touching ones are fine. */
export const areRight = (spans: Span[]): boolean =>
  spans.every(
    ({ from, to }, place) =>
      minutesOf(from) < minutesOf(to) && minutesOf(spans[place - 1]?.to ?? '00:00') <= minutesOf(from),
  )

/** Up to the minute that it is, a day stays what it was; afterwards it is what was set. */
function fromNow(hours: DutyHours, day: Day, spans: Span[], { now, calendar }: At): Span[] {
  if (day > dayOf(now)) return spans
  const clock = nextMinute(now)
  const before = spansOn(day, hours, calendar).map(({ from, to }) => ({ from, to: lesser(to, clock) }))
  const after = spans.map(({ from, to }) => ({ from: greater(from, clock), to }))
  return joined([...before, ...after].filter(({ from, to }) => from < to))
}

const lesser = (one: string, other: string): string => (one < other ? one : other)
const greater = (one: string, other: string): string => (one > other ? one : other)

/** The clock in Beijing at the end of the minute that has begun: what passed of it counts as it was. */
function nextMinute(now: Moment): string {
  const at = new Date(Math.ceil(Date.parse(now) / 60_000) * 60_000).toISOString()
  if (dayOf(at) > dayOf(now)) return '24:00'
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** Spans that touch are one. */
function joined(spans: Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    if (last?.to === span.from) found[found.length - 1] = { from: last.from, to: span.to }
    if (last?.to !== span.from) found.push(span)
  }
  return found
}

function recent({ special = {} }: DutyHours, { now }: At): Record<Day, Span[]> {
  const oldest = dayAfter(dayOf(now), -KEPT_DAYS)
  return Object.fromEntries(Object.entries(special).filter(([day]) => day >= oldest))
}

const changed = (hours: DutyHours): Changed => ({ ok: true, hours })
const refused = (refusal: HoursRefusal): Changed => ({ ok: false, refusal })
