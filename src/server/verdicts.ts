/** What WeChat says later: about words it could not be asked about in time, and about pictures and voice notes. */
import * as v from 'valibot'
import { PictureVerdict } from '@/contract/screening'
import { decide } from '@/core/decide'
import { isSamePart, type Label, type Part } from '@/core/screening'
import type { Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import type { CheckPicture, CheckText, CheckVoice, Outcome } from './errands'
import { idOf } from './ids'
import { save } from './keptTickets'
import { Conflict, Duplicate, Missing } from './ports'
import { type Entry, type TicketRecord, ticketOf } from './records'
import { checkedAs, cut, holdId, isForGood, SCENE, SCREENER, wordsOf } from './screening'

/** A picture or voice note of a ticket that WeChat was asked about. `trace`: the name of its verdict, until `dueAt`. */
type ScreeningRecord = {
  no: string
  photo?: string
  clip?: string
  trace: string
  state: 'asked' | 'judged'
  times: number
  dueAt: string
}

const HOUR = 3_600_000
/** WeChat promises its verdict within half an hour. */
const VERDICT_WITHIN = HOUR
const MOST_TIMES = 3
const TRIES = 4

/** Asks about words that could not be checked when they were saved. */
export async function checkText({ no, entryId, openid }: CheckText, ctx: Context): Promise<Outcome> {
  const ticket = await ctx.store.get<TicketRecord>('tickets', no)
  const entry = await ctx.store.get<Entry>('entries', entryId)
  if (!ctx.wechat || !ticket || !entry) return 'done'
  const content = cut(wordsOf(entry, ticket))
  const reply = await ctx.wechat.msgSecCheck({ openid, scene: SCENE, content })
  if (!reply.ok) return isForGood(reply) ? 'drop' : 'again'
  const checked = checkedAs(reply.value)
  if (checked !== 'fine') await hold(no, { seq: entry.seq }, checked.label, ctx)
  return 'done'
}

export async function checkPicture({ no, photo, name, openid }: CheckPicture, ctx: Context): Promise<Outcome> {
  const { url } = (await ctx.files.urls([name], ctx.now))[name] ?? {}
  return checkMedia({ no, openid, part: { photo }, id: photo, url, media_type: 2 }, ctx)
}

export async function checkVoice({ no, clip, name, type, openid }: CheckVoice, ctx: Context): Promise<Outcome> {
  const url = (await ctx.clips.urls([{ name, type }], ctx.now))[name]
  return checkMedia({ no, openid, part: { clip }, id: clip, url, media_type: 1 }, ctx)
}

type Asked = {
  no: string
  openid: string
  part: { photo: string } | { clip: string }
  id: string
  url: string | undefined
  media_type: 1 | 2
}

/**
 * Asks about a picture or a voice note, and again when no verdict has come in time. An earlier question is forgotten then:
 * a verdict that comes later still is answered by the next one.
 */
async function checkMedia({ no, openid, part, id: media, url, media_type }: Asked, ctx: Context): Promise<Outcome> {
  const address = publicAddress(url, ctx)
  if (!ctx.wechat || !address) return 'done'
  const id = idOf('screening', no, media)
  const before = await ctx.store.get<ScreeningRecord>('screenings', id)
  if (before?.state === 'judged') return 'done'
  // Sent twice before the first question was asked: the verdict on it serves both.
  if (before && ctx.now.toISOString() < before.dueAt) return { at: new Date(before.dueAt) }
  if (before && before.times >= MOST_TIMES) {
    ctx.log.info('media without verdict', { times: before.times, media_type })
    return 'done'
  }
  const asked = await ctx.wechat.mediaCheckAsync({ openid, scene: SCENE, media_url: address, media_type })
  if (!asked.ok) return isForGood(asked) ? 'drop' : 'again'
  const times = (before?.times ?? 0) + 1
  const due = new Date(ctx.now.getTime() + VERDICT_WITHIN)
  const trace = asked.value.trace_id
  const record: ScreeningRecord = { no, ...part, trace, state: 'asked', times, dueAt: due.toISOString() }
  // Written after the question: a verdict that is even faster finds nothing, and it is asked about once more.
  if (before) await ctx.store.update('screenings', id, before.version, { set: record })
  else await ctx.store.insert('screenings', id, record)
  return { at: due }
}

/** Where WeChat can fetch it; undefined where this host is not told how it is reached from outside. */
function publicAddress(url: string | undefined, { origin }: Context): string | undefined {
  if (!url?.startsWith('/')) return url || undefined
  return origin && `${origin}${url}`
}

/**
 * Takes a pushed verdict on a picture or a voice note. One under a name that nobody was asked under is forgotten, so whoever forges a
 * push has to guess a name that WeChat made up, and can then do no more than WeChat: hold that picture, or not. That a
 * picture could not be looked at is no verdict: it is asked about again in its time.
 */
export async function takeVerdict(message: unknown, ctx: Context): Promise<void> {
  const parsed = v.safeParse(PictureVerdict, message)
  if (!parsed.success) return
  const verdict = parsed.output
  if ('result' in verdict ? verdict.errcode !== 0 : verdict.status_code !== 0) return
  const where = { trace: verdict.trace_id }
  const { items } = await ctx.store.find<ScreeningRecord>('screenings', { where, by: 'trace', limit: 1 })
  const [screening] = items
  if (screening?.state !== 'asked') return
  const checked =
    'result' in verdict ? checkedAs(verdict.result) : verdict.isrisky ? ({ label: 'other' } as const) : 'fine'
  const part = partOf(screening)
  if (checked !== 'fine' && part) await hold(screening.no, part, checked.label, ctx)
  await ctx.store
    .update('screenings', screening.id, screening.version, { set: { state: 'judged' } })
    .catch((error: unknown) => {
      // The same push at the same moment has written it.
      if (!(error instanceof Conflict || error instanceof Missing)) throw error
    })
}

const partOf = ({ photo, clip }: ScreeningRecord): Part | undefined => (photo ? { photo } : clip ? { clip } : undefined)

/** Holds a part for the desk, here and in what was taken out of this ticket, which has the same pictures and recordings. */
async function hold(no: string, part: Part, label: Label, ctx: Context): Promise<void> {
  const ticket = await holdIn(no, part, label, ctx)
  if ('seq' in part) return
  for (const other of ticket?.splitInto ?? []) await hold(other, part, label, ctx)
}

/** Whatever has happened to the ticket since. What was judged already stays as it is. Gives the ticket. */
async function holdIn(no: string, part: Part, label: Label, ctx: Context): Promise<Ticket | undefined> {
  const command = { do: 'hold', part, label } as const
  for (let left = TRIES; ; left--) {
    const record = await ctx.store.get<TicketRecord>('tickets', no)
    if (!record) return undefined
    if (record.screened?.some((one) => isSamePart(one.part, part))) return ticketOf(record)
    const decision = decide(SCREENER, ticketOf(record), command, settingOf(ctx))
    if (!decision.ok) throw new Error(`cannot be held: ${decision.refusal}`)
    try {
      return await save(record, decision.ticket, holdId(no, part), command, { ...ctx, caller: SCREENER })
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
    }
  }
}
