/**
 * Keeps messages from flooding anybody and from waking them: what comes at night waits for the morning, and what comes close
 * upon other news waits a little and becomes one message with it. See core/hush.ts for when.
 *
 * What waits is written down by its mark, one document a person; the errands themselves lie where they were. The first that
 * may go takes the others with it, and they end when their turn comes. Whoever dies in between, each is told once.
 */
import { DAY, MINUTE, type Moment } from '@/core/deadline'
import { hush, NIGHT, type QuietHours, type Urgency, type Verdict } from '@/core/hush'
import type { Context } from './context'
import { idOf } from './ids'
import { Conflict, type Doc, Duplicate, Missing } from './ports'
import type { WishRecord } from './wishes'

/** By marks. `told`: those that went along with another. `lead`: the one that is on its way now, and what it takes along. */
type PaceRecord = {
  lastAt?: Moment
  waiting: string[]
  told: string[]
  lead?: { mark: string; along: string[] }
  until: Moment
}
type Known = Omit<PaceRecord, 'until'>

/** go: now, and these with it. told: it went along with another. */
export type Pace = { do: 'go'; along: string[] } | { do: 'wait'; until: Moment } | { do: 'told' }

/** More than so many marks say nothing more: the inbox has them all. */
const MOST = 200
const TRIES = 8
/** Nothing waits for so long. */
const LIFE = 3 * DAY
/** Something is on its way and will take this along, or leave it. */
const SOON = MINUTE

const ALONE: Pace = { do: 'go', along: [] }
const paceId = (who: string) => idOf('pace', who)
const nobody = (): Known => ({ waiting: [], told: [] })

/** Whoever never said anything about it sleeps at night. */
export async function quietOf(who: string, { store }: Context): Promise<QuietHours | null> {
  const wish = await store.get<WishRecord>('wishes', who)
  return wish ? (wish.quiet ?? null) : NIGHT
}

type Asks = { who: string; mark: string; urgency: Urgency; awaited: () => Promise<boolean> }

/** What becomes of a message that is ready to be sent. */
export async function paced({ who, mark, urgency, awaited }: Asks, ctx: Context): Promise<Pace> {
  if (urgency === 'emergency') return ALONE
  const [quiet, found] = await Promise.all([quietOf(who, ctx), ctx.store.get<PaceRecord>('paces', paceId(who))])
  const asked = { urgency, now: ctx.now.toISOString(), quiet, ...(found?.lastAt && { lastAt: found.lastAt }) }
  const alone = hush(asked)
  const verdict = alone.do === 'fold' && (await awaited()) ? hush({ ...asked, awaited: true }) : alone
  if (verdict.do === 'hold') return { do: 'wait', until: verdict.until }
  if (urgency === 'direct') return ALONE
  let pace: Pace = ALONE
  await change(who, ctx, (known) => {
    const next = turn(known, mark, verdict, ctx.now)
    pace = next.pace
    return next.known ?? null
  })
  return pace
}

function turn(known: Known, mark: string, verdict: Verdict, now: Date): { pace: Pace; known?: Known } {
  const { waiting, told, lead } = known
  if (told.includes(mark))
    return { pace: { do: 'told' }, known: { ...known, told: told.filter((one) => one !== mark) } }
  // It was cut off on its way, and goes on with what it had.
  if (lead?.mark === mark) return { pace: { do: 'go', along: lead.along } }
  if (lead) return { pace: { do: 'wait', until: new Date(now.getTime() + SOON).toISOString() } }
  if (verdict.do === 'send') {
    const along = waiting.filter((one) => one !== mark)
    return { pace: { do: 'go', along }, known: { ...known, waiting: [], lead: { mark, along } } }
  }
  const pace: Pace = { do: 'wait', until: verdict.until }
  if (waiting.includes(mark)) return { pace }
  return waiting.length < MOST ? { pace, known: { ...known, waiting: [...waiting, mark] } } : { pace: { do: 'told' } }
}

/** It went out, and what went along with it is told. */
export const wentOut = (who: string, mark: string, ctx: Context): Promise<void> =>
  change(who, ctx, ({ lead, ...known }) =>
    lead?.mark === mark
      ? { ...known, told: [...known.told, ...lead.along].slice(-MOST), lastAt: ctx.now.toISOString() }
      : null,
  )

/** It will not go out: what it would have taken along waits for another. */
export const stayed = (who: string, mark: string, ctx: Context): Promise<void> =>
  change(who, ctx, (known) => without(mark, known))

/** It is tried again, and meanwhile goes along with whatever else goes out. */
export const goesLater = (who: string, mark: string, ctx: Context): Promise<void> =>
  change(who, ctx, (known) => {
    if (known.lead?.mark !== mark) return null
    const rest = without(mark, known) ?? known
    return { ...rest, waiting: [mark, ...rest.waiting].slice(0, MOST) }
  })

function without(mark: string, { lead, ...known }: Known): Known | null {
  const waiting = known.waiting.filter((one) => one !== mark)
  if (lead?.mark === mark) return { ...known, waiting: [...lead.along, ...waiting] }
  return waiting.length < known.waiting.length ? { ...known, waiting, ...(lead && { lead }) } : null
}

async function change(who: string, ctx: Context, next: (known: Known) => Known | null): Promise<void> {
  const id = paceId(who)
  const until = new Date(ctx.now.getTime() + LIFE).toISOString()
  for (let left = TRIES; ; left--) {
    const found = await ctx.store.get<PaceRecord>('paces', id)
    const after = next(found ? paceOf(found) : nobody())
    if (!after) return
    try {
      if (!found) await ctx.store.insert('paces', id, { ...after, until })
      else {
        const unset = (['lastAt', 'lead'] as const).filter((field) => found[field] && !after[field])
        await ctx.store.update('paces', id, found.version, { set: { ...after, until }, unset })
      }
      return
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate || error instanceof Missing) || left <= 1)
        throw error
    }
  }
}

const paceOf = ({ id, version, until, ...known }: PaceRecord & Doc): Known => known
