/**
 * The hours of the desk, as the desk has set them: one document, read once for each request at most. A host remembers it
 * for some seconds, so that another host's change is seen here that much later; clocks begun meanwhile are worked out
 * anew by the timer: see recounting.ts.
 */
import type { DutyHours } from '@/core/roster'
import type { Context } from './context'
import type { Doc, Store } from './ports'

/** What is kept: what was set after the district's own hours. `at`: when it last changed, `by` whom. */
export type HoursRecord = Pick<DutyHours, 'later' | 'special'> & { at: string; by: string }

/** How long a host goes on with what it has read. */
export const HOURS_KEPT = 5_000

type Known = { at: number; hours: DutyHours | undefined }
/** By store: hosts, and tests, have one each. */
const known = new WeakMap<Store, Known>()

/** The context with the hours that hold now. */
export async function withHours(ctx: Context): Promise<Context> {
  const now = ctx.now.getTime()
  const last = known.get(ctx.store)
  const fresh = last && Math.abs(now - last.at) < HOURS_KEPT ? last : await look(ctx)
  return fresh.hours ? { ...ctx, hours: fresh.hours } : ctx
}

async function look(ctx: Context): Promise<Known> {
  return remember(await hoursRecord(ctx), ctx)
}

export const hoursRecord = ({ store }: Pick<Context, 'store'>): Promise<(HoursRecord & Doc) | null> =>
  store.get<HoursRecord>('settings', 'hours')

/** What was read or written just now is what this host goes on with. */
export function remember(record: HoursRecord | null, ctx: Context): Known {
  const found = { at: ctx.now.getTime(), hours: record ? hoursIn(record, ctx) : undefined }
  known.set(ctx.store, found)
  return found
}

export const hoursIn = (record: HoursRecord | null, { district }: Pick<Context, 'district'>): DutyHours => ({
  ...district.duty,
  ...(record?.later && { later: record.later }),
  ...(record?.special && { special: record.special }),
})
