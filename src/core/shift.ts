/** Who sits at the desk when, and when nobody does. */
import { type Day, dayOf, type Moment, minutesOf, momentOf } from './deadline'
import type { Span } from './roster'

export type Shift = Span & { day: Day; officials: string[] }

/** What of the open hours no shift covers. */
export function gapsIn(open: Span[], shifts: Span[]): Span[] {
  const taken = [...shifts].sort((one, other) => minutesOf(one.from) - minutesOf(other.from))
  return open.flatMap((span) => {
    const gaps: Span[] = []
    let from = span.from
    for (const shift of taken) {
      if (shift.to <= from || shift.from >= span.to) continue
      if (shift.from > from) gaps.push({ from, to: shift.from })
      from = shift.to
    }
    return from < span.to ? [...gaps, { from, to: span.to }] : gaps
  })
}

export const beginOf = ({ day, from }: Shift): Moment => momentOf(day, from)
export const endOf = ({ day, to }: Shift): Moment => momentOf(day, to)

/** Who sits there now, all who do, and who comes next: the soonest to begin, together. */
export function shiftsAt<S extends Shift>(shifts: S[], now: Moment): { now: S[]; next: S[] } {
  const ahead = shifts.filter((shift) => beginOf(shift) > now).sort((one, other) => order(one, other))
  return {
    now: shifts.filter((shift) => beginOf(shift) <= now && now < endOf(shift)),
    next: ahead.filter((shift) => ahead[0] !== undefined && beginOf(shift) === beginOf(ahead[0])),
  }
}

/** Whether it is over. Without a clock a day is over when the next begins. */
export const isOver = (shift: Shift, now: Moment): boolean => shift.day < dayOf(now) || endOf(shift) <= now

const order = (one: Shift, other: Shift): number => (beginOf(one) < beginOf(other) ? -1 : 1)
