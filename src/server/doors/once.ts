/**
 * Each message is answered once, however often it comes. What came is written down first, with an errand to answer it; the
 * answer is kept with it, by the first who has one, so that WeChat's next try gets the same. Whatever an answer does beside
 * that (a ticket, a line in one) has an id made of the message's: done twice it is done once. So two tries at once, a process
 * that dies in the middle, and a late one all come to one answer.
 */
import { DAY } from '@/core/deadline'
import type { Context } from '../context'
import { type Outcome, runAtOnce, sendOn } from '../errands'
import { idOf } from '../ids'
import { Conflict, Duplicate, Missing } from '../ports'
import { answerTo } from './answering'
import { citizenAt } from './chats'
import type { Heard } from './heard'
import { runChat } from './sending'

/** `heard` until there is an answer. `late`: WeChat has been told not to wait; the answer is sent by itself. */
type PushRecord = { heard?: Heard; reply?: string; late?: true; until: string }
/** A message that nobody has answered yet. */
export type Unanswered = { kind: 'unanswered'; push: string }

/** `reply`: what is said at once. `again`: there is none yet, and WeChat should ask once more. */
export type Answered = { reply?: string; again?: true }

/** Longer than a message can come again: what was signed earlier is not opened (hosts/push.ts). */
const KEPT = DAY
/** Whoever has begun to answer is given so long before somebody else does. */
const BEGUN = 30_000
/** WeChat waits for five seconds. */
const PUSH_MS = 4000

export async function answerOnce(heard: Heard, ctx: Context): Promise<Answered> {
  const known = await takeIn(heard, ctx)
  if (known.reply !== undefined) return atOnce(heard, known)
  const work = finish(heard, ctx)
  const done = await inTime(work, ctx.pushMs ?? PUSH_MS)
  if (done) return atOnce(heard, done)
  work.catch((error: unknown) => ctx.log.error('failed', error, { push: 'late' }))
  return whenLate(heard, ctx)
}

/** Only the account answers in the same breath, unless that breath is over. */
const atOnce = ({ door }: Heard, { reply, late }: PushRecord): Answered =>
  door === 'account' && reply && !late ? { reply } : {}

/** What is known of it, which is little where it is new. */
async function takeIn(heard: Heard, ctx: Context): Promise<PushRecord> {
  const { id } = heard
  const until = new Date(ctx.now.getTime() + KEPT).toISOString()
  const begun: PushRecord = { heard, until }
  const known = await ctx.store.get<PushRecord>('pushes', id)
  if (known) return known
  try {
    await ctx.store.tx(async (tx) => {
      await tx.insert('pushes', id, begun)
      const later = new Date(ctx.now.getTime() + BEGUN)
      await sendOn(tx, errandId(id), { kind: 'unanswered', push: id }, ctx, later)
    })
    return begun
  } catch (error) {
    // The other try was a moment faster: both go on, and the first answer holds.
    if (!(error instanceof Duplicate || error instanceof Conflict)) throw error
    return (await ctx.store.get<PushRecord>('pushes', id)) ?? begun
  }
}

const errandId = (push: string) => idOf('unanswered', push)
const sendId = (push: string) => idOf('answer', push)

const TRIES = 4

/** As `answered`; when others were always faster, looks again. In the end it fails, so that WeChat asks once more. */
async function finish(heard: Heard, ctx: Context): Promise<PushRecord> {
  for (let left = TRIES; ; left--) {
    try {
      return await answered(heard, ctx)
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate || error instanceof Missing)) throw error
      if (left <= 1) throw new Error('others were always faster', { cause: error })
    }
  }
}

/** Answers, and keeps the answer, unless somebody has: then theirs is the one. */
async function answered(heard: Heard, ctx: Context): Promise<PushRecord> {
  const reply = await answerTo(heard, ctx)
  const kept = await ctx.store.tx(async (tx) => {
    const found = await tx.get<PushRecord>('pushes', heard.id)
    if (!found || found.reply !== undefined) return found ?? { reply: '', until: '' }
    await tx.update('pushes', heard.id, found.version, { set: { reply }, unset: ['heard'] })
    const errand = await tx.get('errands', errandId(heard.id))
    if (errand) await tx.remove('errands', errand.id, errand.version)
    const citizen = citizenAt(heard.door, heard.openid).id
    if (reply && isSent(heard, found)) await sendOn(tx, sendId(heard.id), { kind: 'chat', citizen, text: reply }, ctx)
    return { ...found, reply }
  })
  if (isSent(heard, kept)) await runAtOnce({ chat: runChat }, sendId(heard.id), ctx)
  return kept
}

const isSent = ({ door }: Heard, { late }: PushRecord): boolean => door === 'chat' || late === true

/** Undefined when it takes longer. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** In the chat it goes on by itself, and so it does from an account that may send. For any other WeChat asks again. */
async function whenLate(heard: Heard, ctx: Context): Promise<Answered> {
  if (heard.door === 'chat') return {}
  if (!ctx.account) return { again: true }
  const record = await markLate(heard.id, ctx)
  return record.reply === undefined || record.late ? {} : { reply: record.reply }
}

/** From here on the answer is sent by itself; unless there is one already. */
async function markLate(id: string, ctx: Context): Promise<PushRecord> {
  return ctx.store.tx(async (tx) => {
    const found = await tx.get<PushRecord>('pushes', id)
    if (!found || found.reply !== undefined) return found ?? { reply: '', until: '' }
    await tx.update('pushes', id, found.version, { set: { late: true } })
    return { ...found, late: true }
  })
}

/** What a host that died, or was late, has left: nobody waits for it any more, so it is sent. */
export async function runUnanswered({ push }: Unanswered, ctx: Context): Promise<Outcome> {
  const found = await ctx.store.get<PushRecord>('pushes', push)
  if (!found?.heard || found.reply !== undefined) return 'done'
  await markLate(push, ctx)
  await finish(found.heard, ctx)
  return 'done'
}
