import { createHash } from 'node:crypto'
import type { Reason } from '@/contract/refusals'
import type { Context } from './context'
import { Conflict, Duplicate, type Store } from './ports'
import { refuse } from './refuse'

/** How many times within how many minutes, for one person or one address. */
export const LIMITS = {
  // Many phones of one mobile carrier share an address.
  'session.open': { times: 600, minutes: 10 },
  'desk.signIn': { times: 10, minutes: 10 },
  /** From one address whatever the account: each try costs a derived key, and many accounts may be tried with one password. */
  'desk.signIn anybody': { times: 60, minutes: 10 },
  /**
   * One account from all addresses together, on devices it has never been on: who guesses from many places is stopped, and
   * its owner still signs in from their own computer or phone.
   */
  'desk.signIn account': { times: 50, minutes: 10 },
  /** One-time codes tried for one account, which needs its password first. */
  'desk.code': { times: 5, minutes: 15 },
  'desk.password': { times: 10, minutes: 10 },
  // Many computers may share an address, each showing a new code every two minutes.
  'desk.offer': { times: 200, minutes: 10 },
  'desk.approve': { times: 30, minutes: 10 },
  'tickets.lookUp': { times: 20, minutes: 10 },
  'tickets.file': { times: 20, minutes: 60 },
  // Many people at one window.
  'desk.file': { times: 120, minutes: 60 },
  'tickets.act': { times: 120, minutes: 10 },
  'feeds.read': { times: 6, minutes: 10 },
  // Phones of one carrier share an address here too; each search walks through an index and reads what it found.
  'search.find': { times: 1200, minutes: 10 },
  // As search: one look into what is held, and what it found is read.
  'ask.say': { times: 1200, minutes: 10 },
  'ask.unhelpful': { times: 120, minutes: 10 },
  // Asked again at every pause while somebody writes.
  'filing.look': { times: 1200, minutes: 10 },
  follows: { times: 120, minutes: 10 },
  groups: { times: 300, minutes: 10 },
  // Each may ask a map service, which counts too.
  'places.search': { times: 600, minutes: 10 },
  releases: { times: 600, minutes: 10 },
  'notices.allow': { times: 120, minutes: 10 },
  'wishes.set': { times: 120, minutes: 10 },
  'inbox.seen': { times: 600, minutes: 10 },
  blocks: { times: 60, minutes: 10 },
  duty: { times: 120, minutes: 10 },
  'reminders.see': { times: 600, minutes: 10 },
  'spots.save': { times: 60, minutes: 10 },
  /** Reply templates and routing rules. */
  texts: { times: 300, minutes: 10 },
  // A sheet of codes asks for 40.
  'spots.code': { times: 400, minutes: 10 },
  // 400 tickets a page.
  'figures.rows': { times: 3000, minutes: 60 },
  photos: { times: 120, minutes: 10 },
  /** Messages of one person in a chat: beyond this nobody is typing. */
  doors: { times: 100, minutes: 10 },
} as const

/**
 * Counts a try and refuses beyond the limit. Kept in the store, so that it holds across processes and
 * restarts; who tried is stored only as a hash. Windows are fixed, so at their edge up to twice as many may pass.
 */
export async function limit(
  what: keyof typeof LIMITS,
  who: string,
  ctx: Context,
  reason: Reason = 'too-often',
): Promise<void> {
  const { times, minutes } = LIMITS[what]
  const stretch = minutes * 60_000
  const window = Math.floor(ctx.now.getTime() / stretch)
  const id = createHash('sha256').update(`${what}:${who}:${window}`).digest('hex').slice(0, 32)
  const count = await countUp(ctx.store, id, new Date((window + 1) * stretch).toISOString())
  if (count > times) refuse(reason)
}

async function countUp(store: Store, id: string, until: string): Promise<number> {
  for (;;) {
    const seen = await store.get<{ count: number }>('tries', id)
    try {
      if (!seen) {
        await store.insert('tries', id, { count: 1, until })
        return 1
      }
      await store.update('tries', id, seen.version, { inc: { count: 1 } })
      return seen.count + 1
    } catch (error) {
      // Somebody counted at the same moment: read again. Each round one of them gets through.
      if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
    }
  }
}
