/**
 * When a message in WeChat goes out: at once, when the night is over, or together with others. The inbox has everything at
 * once whatever is said here. Pure: the moment and what went before are arguments.
 */
import { DAY, dayOf, MINUTE, type Moment, minutesOf, momentOf } from './deadline'

/**
 * emergency: never waits. direct: it needs the person, or is what they waited for (an answer, a question to them, a time that
 * is nearly over): it waits for nothing but the morning, and stands alone. news: whatever else happened.
 */
export const URGENCIES = ['emergency', 'direct', 'news'] as const
export type Urgency = (typeof URGENCIES)[number]

/** HH:MM in Beijing. From the evening to the morning it goes over midnight; the same twice is never. */
export type QuietHours = { from: string; to: string }
export const NIGHT: QuietHours = { from: '22:00', to: '07:00' }

/** News that comes within so long after other news becomes one message with what else comes. */
export const TOGETHER = 30 * MINUTE

export type Situation = {
  urgency: Urgency
  now: Moment
  /** Null: at any time. */
  quiet: QuietHours | null
  /** When this person last had a message with news. */
  lastAt?: Moment
  /** The person has spoken since then, and waits for this. */
  awaited?: boolean
}

/** hold: as it is, later. fold: later, and in one message with all that waits by then. */
export type Verdict = { do: 'send' } | { do: 'hold' | 'fold'; until: Moment }

export function hush({ urgency, now, quiet, lastAt, awaited = false }: Situation): Verdict {
  if (urgency === 'emergency') return { do: 'send' }
  const morning = quiet && endOfQuiet(now, quiet)
  if (morning) return { do: urgency === 'news' ? 'fold' : 'hold', until: morning }
  if (urgency === 'direct' || awaited || !lastAt) return { do: 'send' }
  const until = new Date(Date.parse(lastAt) + TOGETHER).toISOString()
  return until > now ? { do: 'fold', until } : { do: 'send' }
}

/** When the quiet hours end in which this moment lies; null when it lies in none. */
function endOfQuiet(now: Moment, { from, to }: QuietHours): Moment | null {
  const [begins, ends] = [minutesOf(from), minutesOf(to)]
  const day = dayOf(now)
  const at = Math.floor((Date.parse(now) - Date.parse(momentOf(day, '00:00'))) / MINUTE)
  if (begins <= ends) return at >= begins && at < ends ? momentOf(day, to) : null
  if (at < ends) return momentOf(day, to)
  return at >= begins ? momentOf(dayOf(new Date(Date.parse(now) + DAY).toISOString()), to) : null
}
