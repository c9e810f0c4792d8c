/**
 * Figures by week: the cells of one week, and what is told of several. A week begins on Monday and is called by that day.
 *
 * Tickets about units and officials (`against`) count, but in a cell of their own, without unit and category: whoever is
 * kept away from such a ticket knows what lies with their unit, and would see by a number that is one too high that there
 * is something about them. That cell is added to the figures of everything, of weeks that are over, and only where there
 * are SMALL of them together. See docs/decisions/023.
 */
import { DAY, type Day, dayAfter, dayOf, type Moment, momentOf } from './deadline'
import { type Cell, countsOf, SMALL, stretchOf } from './figures'
import type { Ticket } from './ticket'

/** By unit and category: `transport/traffic`; NAMED for those about units and officials. */
export type Cells = Record<string, Cell>
const NAMED = '*'
const keyOf = ({ unit, category, against }: Ticket): string => (against ? NAMED : `${unit}/${category}`)

/** The week of a moment: its Monday. */
export function weekOf(at: Moment): Day {
  const day = dayOf(at)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return dayAfter(day, -((weekday + 6) % 7))
}

const DAYS = 7
/** So many weeks later or, with a negative count, before. */
export const weekAfter = (week: Day, weeks = 1): Day => dayAfter(week, weeks * DAYS)
export const startOf = (week: Day): Moment => momentOf(week, '00:00')
export const endOf = (week: Day): Moment => startOf(weekAfter(week))

/** These weeks, the newest first. */
export const weeksUntil = (week: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, ago) => weekAfter(week, -ago))

export const nothing = (): Cell => ({ counts: {}, minutes: {} })

/** The cells with one more ticket in them. */
export function withTicket(cells: Cells, ticket: Ticket, now: Moment): Cells {
  const { minutes } = ticket.firstReply
  const counts = Object.fromEntries(countsOf(ticket, now).map((count) => [count, 1]))
  const one: Cell = { counts, minutes: minutes === undefined ? {} : { [stretchOf(minutes)]: 1 } }
  const key = keyOf(ticket)
  return { ...cells, [key]: sumOf([cells[key] ?? nothing(), one]) }
}

export const sumOf = (cells: Cell[]): Cell => ({
  counts: added(cells.map(({ counts }) => counts)),
  minutes: added(cells.map(({ minutes }) => minutes)),
})

function added(counts: Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const each of counts) for (const [name, times] of Object.entries(each)) sum[name] = (sum[name] ?? 0) + times
  return sum
}

/** What is asked for: a unit's, a category's, both, or everything. */
export type Filter = { unit?: string; category?: string }
/** One week as it was counted. */
export type Week = { week: Day; asOf: Moment; cells: Cells }

/** All that is counted in these weeks. `now` is when it is asked: a week that goes on tells nothing of NAMED. */
export function cellOf(weeks: Week[], filter: Filter, now: Moment): Cell {
  const found = weeks.flatMap(({ cells }) => Object.entries(cells).filter(([key]) => fits(key, filter)))
  const sum = sumOf(found.map(([, cell]) => cell))
  if (filter.unit || filter.category) return sum
  const over = weeks.filter(({ week }) => endOf(week) <= now)
  const named = sumOf(over.map(({ cells }) => cells[NAMED] ?? nothing()))
  return (named.counts.filed ?? 0) < SMALL ? sum : sumOf([sum, named])
}

function fits(key: string, { unit, category }: Filter): boolean {
  if (key === NAMED) return false
  const [ofUnit, ofCategory] = key.split('/')
  return (!unit || unit === ofUnit) && (!category || category === ofCategory)
}

/** The units, or categories, that have something in these weeks. */
export function namesIn(weeks: Week[], by: 'unit' | 'category'): string[] {
  const keys = weeks.flatMap(({ cells }) => Object.keys(cells)).filter((key) => key !== NAMED)
  return [...new Set(keys.map((key) => key.split('/')[by === 'unit' ? 0 : 1] ?? ''))]
}

const HOUR = DAY / 24
/** How many weeks are counted again and again; what is older stays as it was counted last. */
export const KEPT_WEEKS = 53
/** Answers and ratings come late: how old a count may become, by how many weeks ago it was. */
const mayBeOld = (ago: number): number => {
  if (ago === 0) return HOUR
  return ago <= 8 ? DAY : DAYS * DAY
}

/** Which week is to be counted next, the newest first; undefined while all are as new as they should be. */
export function weekDue(counted: Record<Day, Moment>, now: Moment): Day | undefined {
  return weeksUntil(weekOf(now), KEPT_WEEKS).find((week, ago) => {
    const at = counted[week]
    if (!at) return true
    const sinceOver = now >= endOf(week) && at < endOf(week)
    return sinceOver || Date.parse(now) - Date.parse(at) >= mayBeOld(ago)
  })
}
