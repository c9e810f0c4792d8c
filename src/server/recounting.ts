/**
 * Works clocks out anew after the hours of the desk have changed, or the calendar has come to reach further: the tickets
 * that wait for their first reply, or all that are open. A page at a time, as often as one likes: see core/recount.ts.
 */
import { recount } from '@/core/recount'
import type { Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { HOURS_KEPT, hoursIn, hoursRecord } from './hours'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing } from './ports'
import { patchTo, recordOf, type TicketRecord, ticketOf } from './records'
import { shareOut } from './shares'
import type { Round } from './timer'

/** How far it has come. `whole`: every open ticket, not only those that wait for a reply. */
type Progress = { stamp: string; until: string; whole: boolean; done: boolean; after: string }

/** Until then another host may still file tickets by the hours that it remembers; some of it for clocks that differ. */
const SETTLED = 12 * HOURS_KEPT

export async function recountClocks(ctx: Context): Promise<Round> {
  const { store, now, calendar } = ctx
  const record = await hoursRecord(ctx)
  const stamp = `${record?.version ?? 0} ${calendar.until}`
  const last = await store.get<Progress>('settings', 'recounted')
  if (last?.stamp === stamp && last.done) return { did: 0, more: false }
  const begun = last?.stamp === stamp ? last : undefined
  const whole = begun?.whole ?? (last?.until !== calendar.until || (last.whole && !last.done))
  const page = await store.find<TicketRecord>('tickets', {
    where: whole ? { open: true } : { awaits: true },
    by: 'nextDue',
    dir: 'asc',
    limit: MAX_PAGE,
    ...(begun?.after && { after: begun.after }),
  })
  const counting = { ...ctx, hours: hoursIn(record, ctx) }
  let did = 0
  for (const found of page.items) if (await recounted(found, counting)) did++
  const settled = !record || now.getTime() - Date.parse(record.at) >= SETTLED
  await keep({ stamp, until: calendar.until, whole, done: !page.next && settled, after: page.next ?? '' }, last, ctx)
  return { did, more: page.next !== undefined }
}

/** Somebody may write at the same moment, by the hours that were: then it is looked at again. */
const TRIES = 4

async function recounted(record: TicketRecord & Doc, ctx: Context): Promise<boolean> {
  for (let left = TRIES, found: (TicketRecord & Doc) | null = record; found && left > 0; left--) {
    const ticket = ticketOf(found)
    const next = recount(ticket, settingOf(ctx))
    if (!next) return false
    try {
      await put(found, next, ctx)
      return true
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate || error instanceof Missing)) throw error
      found = await ctx.store.get<TicketRecord>('tickets', record.id)
    }
  }
  return false
}

async function put(before: TicketRecord & Doc, next: Ticket, { store }: Context): Promise<void> {
  await store.tx(async (tx) => {
    await tx.update('tickets', before.id, before.version, patchTo(ticketOf(before), next))
    await shareOut(tx, before, recordOf(next))
  })
}

async function keep(progress: Progress, last: Doc | null, { store }: Context): Promise<void> {
  try {
    if (last) await store.update('settings', 'recounted', last.version, { set: progress })
    else await store.insert('settings', 'recounted', progress)
  } catch (error) {
    // Another host is at it too: what both did is the same.
    if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
  }
}
