/** Tickets that come to be answered together: which may, and how they come in, many at a time. */
import type { Official } from '@/core/actor'
import { decide } from '@/core/decide'
import { readNumber } from '@/core/number'
import { closedTo, maySee } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { type Outcome, sendOn } from './errands'
import type { TicketDoc } from './groupMembers'
import { idOf } from './ids'
import { save } from './keptTickets'
import { Conflict, Duplicate, MAX_PAGE, Missing, type Tx } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'

/** They are to come in. `by`: as whom. `key`: under which it was asked, so that whoever has left since does not come back. */
export type Gather = { kind: 'gather'; group: string; tickets: string[]; by: Official; key: string }

export const gatherId = ({ group, key }: Pick<Gather, 'group' | 'key'>): string => idOf('gather', group, key)

/** So many within the request that asks for it; the timer brings in the others. */
const AT_ONCE = 15
const MINUTE = 60_000

/** The tickets with these numbers, for who may put all of them in; those that are in it already are left out. */
export async function joinable(numbers: string[], group: string, ctx: Context): Promise<TicketDoc[]> {
  const wanted = [...new Set(numbers.map((no) => readNumber(no) ?? refuse('number-wrong', {}, 'tickets')))]
  const found = await ticketsNumbered(wanted, ctx)
  for (const no of wanted) {
    const record = found.find((one) => one.id === no)
    if (!record || !maySee(ctx.caller, ticketOf(record))) return refuse('not-joined', { no }, 'tickets')
    if (record.group === group) continue
    const closed = closedTo(ctx.caller, ticketOf(record), 'join-group', settingOf(ctx))
    if (closed === 'not-together') return refuse(closed, {}, 'tickets')
    if (closed) return refuse('not-joined', { no }, 'tickets')
  }
  return found.filter((record) => record.group !== group)
}

async function ticketsNumbered(numbers: string[], { store }: Context): Promise<TicketDoc[]> {
  const found: TicketDoc[] = []
  for (let from = 0; from < numbers.length; from += MAX_PAGE) {
    const where = { id: { in: numbers.slice(from, from + MAX_PAGE) } }
    found.push(...(await store.find<TicketRecord>('tickets', { where, by: 'id', limit: MAX_PAGE })).items)
  }
  return found
}

/** Brings in the next of them. What has moved on since it was asked for stays where it is. */
export async function runGather(errand: Gather, ctx: Context): Promise<Outcome> {
  const some = errand.tickets.slice(0, AT_ONCE)
  const left = errand.tickets.slice(AT_ONCE)
  const met: string[] = []
  for (const no of some) if (!(await brought(no, errand, ctx))) met.push(no)
  const tickets = [...left, ...met]
  if (!tickets.length) return 'done'
  const at = left.length ? ctx.now : new Date(ctx.now.getTime() + MINUTE)
  return { at, errand: { ...errand, tickets } }
}

/** False when somebody has just written into it. */
async function brought(no: string, { group, by, key }: Omit<Gather, 'kind' | 'tickets'>, ctx: Context) {
  const record = await ctx.store.get<TicketRecord>('tickets', no)
  if (!record) return true
  const entryId = idOf('join', group, no, key)
  const command = { do: 'join-group', group } as const
  const theirs = { ...ctx, caller: by }
  const decision = decide(by, ticketOf(record), command, settingOf(ctx))
  if (!decision.ok || (await ctx.store.get('entries', entryId))) return true
  try {
    await save(record, decision.ticket, entryId, command, theirs)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}

export const gatherOf = (group: string, members: TicketDoc[], by: Official, key: string): Gather => ({
  kind: 'gather',
  group,
  tickets: members.map(({ id }) => id),
  by,
  key,
})

/** Written down in the transaction that asks for it: the same key again is the same. */
export async function sendGather(tx: Tx, errand: Gather, ctx: Context): Promise<void> {
  if (errand.tickets.length) await sendOn(tx, gatherId(errand), errand, ctx)
}

/** The first of them at once. Whoever does not come in now comes with the errand. */
export async function gather(asked: Pick<Gather, 'group' | 'key'>, ctx: Context): Promise<void> {
  const { store } = ctx
  const written = await store.get<{ errand: Gather }>('errands', gatherId(asked))
  if (!written) return
  const { id, version, errand } = written
  const outcome = await runGather(errand, ctx)
  if (outcome === 'done') return store.remove('errands', id, version).catch(ignoreMoved)
  const left = typeof outcome === 'object' && 'at' in outcome ? (outcome.errand ?? errand) : errand
  await store.update('errands', id, version, { set: { errand: left } }).catch(ignoreMoved)
}

/** The timer has it, and finds nothing to do. */
const ignoreMoved = (error: unknown): void => {
  if (!(error instanceof Conflict || error instanceof Missing)) throw error
}
