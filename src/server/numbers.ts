import { dayOf } from '@/core/deadline'
import { ticketNumber } from '@/core/number'
import type { Context } from './context'
import { Conflict, Duplicate } from './ports'

/** `latest` are the filings that the last numbers went to, in order: the last of them has the number `count`. */
type Counter = { count: number; latest: string[] }

/** More filings than are ever under way at once. Their ids take up 3.5 KB. */
export const REMEMBERED = 100
/** Whoever loses a try has lost it to somebody who got a number: to be refused takes so many filings at once. */
const TRIES = 300

/**
 * The number of a filing, the next of today's. No number is given twice, because only the write that counted it up hands
 * it out; and the ticket's id is its number, so that even then the second could not be stored.
 *
 * It is taken before the filing's transaction and not in it. A transaction would hold the counter until it ends: sixty
 * people at once would collide a thousand times, and one function that dies in the middle would keep everybody from
 * filing until the cloud forgets it, half a minute later. So a number is used up although its filing may still fail, and
 * is missing then. It is not missing when that filing is sent again, for the counter remembers whose it was: unless a
 * hundred others came in between, or midnight.
 */
export async function takeNumber(filing: string, { store, now, district }: Context): Promise<string> {
  const day = dayOf(now.toISOString())
  const id = `tickets ${day}`
  const numbered = (running: number) => ticketNumber(district.prefix, day, running)
  for (let left = TRIES; ; left--) {
    const counter = await store.get<Counter>('counters', id)
    const { count, latest }: Counter = counter ?? { count: 0, latest: [] }
    const at = latest.indexOf(filing)
    if (at >= 0) return numbered(count - (latest.length - 1 - at))
    const next: Counter = { count: count + 1, latest: [...latest, filing].slice(-REMEMBERED) }
    try {
      if (counter) await store.update('counters', id, counter.version, { set: next })
      else await store.insert('counters', id, next)
      return numbered(next.count)
    } catch (error) {
      // Somebody has just taken this one.
      if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
    }
  }
}
