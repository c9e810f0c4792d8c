/**
 * What is to be done outside after a request: sending a notice, having a picture or a voice note checked. An errand is written in the
 * same transaction as its cause, so that neither is there without the other, and the timer runs it. It is removed when
 * it is done. One that is cut off in the middle is run again: at least once, never lost.
 */
import type { ClipType } from '@/core/ticket'
import type { Bulletin } from './bulletins'
import type { Context } from './context'
import type { Unanswered } from './doors/once'
import type { ChatMessage } from './doors/sending'
import type { Gather } from './groupGather'
import type { TellAll } from './groupTelling'
import type { Members } from './joining'
import type { Notice } from './message'
import { Conflict, Duplicate, MAX_PAGE, Missing, type Tx, Unavailable } from './ports'
import type { Spread } from './spread'
import type { Round } from './timer'

/** The kinds of errands and what each must remember. */
export type Errand =
  | Notice
  | Bulletin
  | Spread
  | CheckText
  | CheckPicture
  | CheckVoice
  | Members
  | Leave
  | Gather
  | TellAll
  | ChatMessage
  | Unanswered
/** Words that could not be checked when they were saved. */
export type CheckText = { kind: 'check-text'; no: string; entryId: string; openid: string }
/** `photo` its id, `name` that of the stored picture. */
export type CheckPicture = { kind: 'check-picture'; no: string; photo: string; name: string; openid: string }
export type CheckVoice = { kind: 'check-voice'; no: string; clip: string; name: string; type: ClipType; openid: string }

/** Their tickets are to be handed back. */
export type Leave = { kind: 'leave'; official: string }

/**
 * How an errand ended: done; `again` when the other side was not there; `drop` when trying again is of no use, both with
 * the reason where there is one to be kept; `at` a moment it is to be looked at once more, and where it goes on then. Now: a
 * part is done, and the next may follow at once.
 */
export type Outcome = 'done' | 'again' | 'drop' | { again: string } | { drop: string } | { at: Date; errand?: Errand }
type ErrandRecord = { errand: Errand; state: 'waiting' | 'dropped'; dueAt: string; tries: number; why?: string }

/** How each kind is run: the timer has the table. */
export type Runners = { [E in Errand as E['kind']]: (errand: E, ctx: Context) => Promise<Outcome> }

const MINUTE = 60_000
/** An errand that is under way is left alone this long: after that, whoever ran it is dead. */
const LEASE = 2 * MINUTE
const MOST_TRIES = 8

/** Writes an errand down. The same id again is the same errand. */
export async function sendOn(tx: Tx, id: string, errand: Errand, { now }: Context, at: Date = now): Promise<void> {
  const record: ErrandRecord = { errand, state: 'waiting', dueAt: at.toISOString(), tries: 0 }
  await tx.insert('errands', id, record)
}

/** Runs what is due, one after the other. */
export async function runErrands(run: Runners, ctx: Context): Promise<Round> {
  const where = { state: 'waiting', dueAt: { lte: ctx.now.toISOString() } }
  const due = await ctx.store.find<ErrandRecord>('errands', { where, by: 'dueAt', limit: MAX_PAGE })
  let [did, goesOn] = [0, false]
  for (const { id, version, ...record } of due.items) {
    const how = await runOne(run, id, version, record, ctx)
    if (how) did++
    if (how === 'goes on') goesOn = true
  }
  return { did, more: due.next !== undefined || goesOn }
}

/** Runs one now, whoever's turn it is: for what cannot wait for its place among the others. */
export async function runAtOnce(run: Partial<Runners>, id: string, ctx: Context): Promise<void> {
  const found = await ctx.store.get<ErrandRecord>('errands', id)
  if (found?.state !== 'waiting' || found.dueAt > ctx.now.toISOString()) return
  const { version, id: _, ...record } = found
  await runOne(run, id, version, record, ctx)
}

/** False when it was not ours, or has to be tried again. */
async function runOne(
  run: Partial<Runners>,
  id: string,
  version: number,
  record: ErrandRecord,
  ctx: Context,
): Promise<'ended' | 'goes on' | false> {
  const { store } = ctx
  try {
    const tries = record.tries + 1
    const mine = await store.update('errands', id, version, { set: { tries, dueAt: after(LEASE, ctx) } })
    const outcome = await attempt(run, record.errand, ctx)
    if (typeof outcome === 'object' && 'at' in outcome) {
      const { at, errand = record.errand } = outcome
      await store.update('errands', id, mine, { set: { dueAt: at.toISOString(), tries: 0, errand } })
      return at <= ctx.now ? 'goes on' : 'ended'
    }
    const { isAgain, why } = readOutcome(outcome)
    if (isAgain && tries < MOST_TRIES) {
      // 1, 2, 4, … minutes: an hour's trouble of the other side costs seven tries.
      const dueAt = after(MINUTE * 2 ** (tries - 1), ctx)
      await store.update('errands', id, mine, { set: { dueAt, ...(why && { why }) } })
      return false
    }
    if (outcome === 'done') await store.remove('errands', id, mine)
    else await drop(id, mine, record, why, ctx)
    return 'ended'
  } catch (error) {
    // Another timer has it.
    if (error instanceof Conflict || error instanceof Missing || error instanceof Duplicate) return false
    throw error
  }
}

function readOutcome(outcome: Exclude<Outcome, { at: Date }>): { isAgain: boolean; why?: string } {
  if (typeof outcome === 'string') return { isAgain: outcome === 'again' }
  return 'again' in outcome ? { isAgain: true, why: outcome.again } : { isAgain: false, why: outcome.drop }
}

/** It is kept with its reason, and what goes instead is sent on. */
async function drop(
  id: string,
  version: number,
  { errand }: ErrandRecord,
  why: string | undefined,
  ctx: Context,
): Promise<void> {
  await ctx.store.tx(async (tx) => {
    await tx.update('errands', id, version, { set: { state: 'dropped', ...(why && { why }) } })
    const instead = 'instead' in errand ? errand.instead : undefined
    if (instead && !(await tx.get('errands', instead.mark))) await sendOn(tx, instead.mark, instead, ctx)
  })
  ctx.log.info('errand dropped', { errand: errand.kind, ...(why && { why }) })
}

async function attempt(run: Partial<Runners>, errand: Errand, ctx: Context): Promise<Outcome> {
  const { kind } = errand
  try {
    // The one place where the errand and its runner cannot be matched by the compiler.
    return await (run[kind] as (errand: Errand, ctx: Context) => Promise<Outcome>)(errand, ctx)
  } catch (error) {
    if (!(error instanceof Unavailable)) ctx.log.error('failed', error, { errand: kind })
    return 'again'
  }
}

const after = (milliseconds: number, { now }: Context) => new Date(now.getTime() + milliseconds).toISOString()
