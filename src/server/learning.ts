/**
 * Once a night the timer learns from tickets that people have worked on which words mean which category. It reads some of the
 * newest, a bounded number; nobody's text is kept, only words that different people wrote. A district without tickets knows
 * its own words.
 */
import { DAY } from '@/core/deadline'
import { isBetweenTwo } from '@/core/similarOffer'
import type { Status } from '@/core/status'
import { gramsOf } from '@/core/suggest/grams'
import { type Example, learn } from '@/core/suggest/learn'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'
import { countsHere } from './counting'
import { Conflict, type Doc, Duplicate, MAX_PAGE, type Tx } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { hintsOf, idsOf, LEARNING, LEARNT, type LearningRecord, type ModelRecord, SEED } from './suggesting'
import type { Round } from './timer'

/** Somebody has sent these to a unit or answered them, and so has seen what they are about; and how many pages of each. */
const READ: [Status, pages: number][] = [
  ['closed', 16],
  ['answered', 8],
  ['handling', 4],
  ['dispatched', 4],
]
/** So that one storm does not teach that everything is about water. */
const MOST_OF_ONE = 400
/** It learns at the first hour after three at night in Beijing, when few are about. */
const NIGHT = (8 - 3) * 3_600_000

type Here = Pick<Context, 'store' | 'now' | 'district' | 'production'>

export async function learnCategories(ctx: Here): Promise<Round> {
  const found = await ctx.store.get<LearningRecord>('jobs', LEARNING)
  if (found && nightOf(Date.parse(found.at)) === nightOf(ctx.now.getTime())) return { did: 0, more: false }
  const examples = examplesFrom(await readTickets(ctx))
  // The district's own words are known without it.
  if (!examples.length && !found) return { did: 0, more: false }
  const others = examples.map(gramsOf)
  const lesson = { categories: idsOf(ctx.district), examples, hints: hintsOf(ctx.district), seed: SEED }
  const learnt = await kept({ model: learn({ ...lesson, others }) }, found, ctx)
  return { did: learnt ? 1 : 0, more: false }
}

const nightOf = (moment: number): number => Math.floor((moment + NIGHT) / DAY)

async function readTickets(ctx: Here): Promise<Ticket[]> {
  const tickets: Ticket[] = []
  for (const [status, pages] of READ) {
    let after: string | undefined
    for (let page = 0; page < pages; page++) {
      const { items, next } = await ctx.store.find<TicketRecord>('tickets', {
        ...{ where: { status }, by: 'movedAt', dir: 'desc', limit: MAX_PAGE },
        ...(after && { after }),
      })
      tickets.push(...items.filter((ticket) => countsHere(ticket, ctx)).map(ticketOf))
      if (!next) break
      after = next
    }
  }
  return tickets
}

/** Nothing that is between its asker and the desk, nothing that is kept back, and of one popular issue one. */
function examplesFrom(tickets: readonly Ticket[]): Example[] {
  const issues = new Set<string>()
  const counts = new Map<string, number>()
  const examples: Example[] = []
  for (const ticket of tickets) {
    const { category, text, group, asker } = ticket
    const isKeptBack = (ticket.screened ?? []).some(({ state }) => state !== 'released')
    if (!text || ticket.anonymisedAt || isKeptBack || isBetweenTwo(ticket)) continue
    if (group && issues.has(group)) continue
    const count = counts.get(category) ?? 0
    if (count >= MOST_OF_ONE) continue
    if (group) issues.add(group)
    counts.set(category, count + 1)
    examples.push({ category, text, who: asker.id })
  }
  return examples
}

/** False where another host has learnt just now. */
async function kept(learnt: ModelRecord, found: (LearningRecord & Doc) | null, ctx: Here): Promise<boolean> {
  const record: LearningRecord = { at: ctx.now.toISOString() }
  try {
    await ctx.store.tx(async (tx) => {
      await put(learnt, tx)
      if (found) await tx.update('jobs', LEARNING, found.version, { set: record })
      else await tx.insert('jobs', LEARNING, record)
    })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}

async function put(learnt: ModelRecord, tx: Tx): Promise<void> {
  const before = await tx.get('models', LEARNT)
  if (before) await tx.update('models', LEARNT, before.version, { set: learnt })
  else await tx.insert('models', LEARNT, learnt)
}
