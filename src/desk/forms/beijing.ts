/** Between a moment and what fields for a day and a clock time hold, in Beijing time whatever the machine's own zone. */
const BEIJING = 8 * 3_600_000
const HOUR = 3_600_000

const written = (at: string) => new Date(Date.parse(at) + BEIJING).toISOString()

/** 2026-03-02 */
export const dayOf = (at: string): string => written(at).slice(0, 10)

/** 09:05 */
export const clockOf = (at: string): string => written(at).slice(11, 16)

/** The moment of a day and a clock time; undefined where they are none, such as 30 February. */
export function momentAt(day: string, clock: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(clock)) return undefined
  const time = Date.parse(`${day}T${clock}:00+08:00`)
  if (Number.isNaN(time)) return undefined
  const at = new Date(time).toISOString()
  return dayOf(at) === day ? at : undefined
}

/** Now, to the minute. */
export const minuteOf = (now: number): string => new Date(now - (now % 60_000)).toISOString()

export const hoursLater = (now: number, hours: number): string => minuteOf(now + hours * HOUR)

/** The day so many days after today. */
export const daysLater = (now: number, days: number): string => dayOf(new Date(now + days * 24 * HOUR).toISOString())
