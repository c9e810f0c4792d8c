/**
 * What is to be done outside after a request: sending a notice, having a picture or a voice note checked. An errand is written in the
 * same transaction as its cause, so that neither is there without the other, and the timer runs it. It is removed when
 * it is done. One that is cut off in the middle is run again: at least once, never lost.
 */
import type { ClipType } from '@/core/ticket'
import type { Context } from './context'
import type { Members } from './joining'
import type { Notice } from './message'
import { Conflict, Duplicate, MAX_PAGE, Missing, type Tx, Unavailable } from './ports'
import type { Round } from './timer'

/** The kinds of errands and what each must remember. */
export type Errand = Notice | CheckText | CheckPicture | CheckVoice | Members | Leave
/** Words that could not be checked when they were saved. */
export type CheckText = { kind: 'check-text'; no: string; entryId: string; openid: string }
/** `photo` its id, `name` that of the stored picture. */
export type CheckPicture = { kind: 'check-picture'; no: string; photo: string; name: string; openid: string }
export type CheckVoice = { kind: 'check-voice'; no: string; clip: string; name: string; type: ClipType; openid: string }

/** Their tickets are to be handed back. */
export type Leave = { kind: 'leave'; official: string }

/**
 * How an errand ended: done; `again` when the other side was not there; `drop` when trying again is of no use; `at` a
 * moment it is to be looked at once more.
 */
export type Outcome = 'done' | 'again' | 'drop' | { at: Date }
type ErrandRecord = { errand: Errand; state: 'waiting' | 'dropped'; dueAt: string; tries: number }

/** How each kind is run: the timer has the table. */
export type Runners = { [E in Errand as E['kind']]: (errand: E, ctx: Context) => Promise<Outcome> }

const MINUTE = 60_000
/** An errand that is under way is left alone this long: after that, whoever ran it is dead. */
const LEASE = 2 * MINUTE
const MOST_TRIES = 8

/** Writes an errand down. The same id again is the same errand. */
export async function sendOn(tx: Tx, id: string, errand: Errand, { now }: Context): Promise<void> {
  const record: ErrandRecord = { errand, state: 'waiting', dueAt: now.toISOString(), tries: 0 }
  await tx.insert('errands', id, record)
}

/** Runs what is due, one after the other. */
export async function runErrands(run: Runners, ctx: Context): Promise<Round> {
  const where = { state: 'waiting', dueAt: { lte: ctx.now.toISOString() } }
  const due = await ctx.store.find<ErrandRecord>('errands', { where, by: 'dueAt', limit: MAX_PAGE })
  let did = 0
  for (const { id, version, ...record } of due.items) if (await runOne(run, id, version, record, ctx)) did++
  return { did, more: due.next !== undefined }
}

/** True when it was ours and came to an end. */
async function runOne(run: Runners, id: string, version: number, record: ErrandRecord, ctx: Context): Promise<boolean> {
  const { store } = ctx
  try {
    const tries = record.tries + 1
    const mine = await store.update('errands', id, version, { set: { tries, dueAt: after(LEASE, ctx) } })
    const outcome = await attempt(run, record.errand, ctx)
    if (typeof outcome === 'object') {
      await store.update('errands', id, mine, { set: { dueAt: outcome.at.toISOString(), tries: 0 } })
      return true
    }
    if (outcome === 'again' && tries < MOST_TRIES) {
      // 1, 2, 4, … minutes: an hour's trouble of the other side costs seven tries.
      await store.update('errands', id, mine, { set: { dueAt: after(MINUTE * 2 ** (tries - 1), ctx) } })
      return false
    }
    if (outcome === 'done') await store.remove('errands', id, mine)
    else await drop(id, mine, record, ctx)
    return true
  } catch (error) {
    // Another timer has it.
    if (error instanceof Conflict || error instanceof Missing || error instanceof Duplicate) return false
    throw error
  }
}

async function drop(id: string, version: number, { errand }: ErrandRecord, { store, log }: Context): Promise<void> {
  await store.update('errands', id, version, { set: { state: 'dropped' } })
  log.info('errand dropped', { errand: errand.kind })
}

async function attempt(run: Runners, errand: Errand, ctx: Context): Promise<Outcome> {
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
