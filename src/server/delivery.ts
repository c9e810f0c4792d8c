/** Takes one message to one person in WeChat: when it is time, where there is leave, and once. */
import { type NoticeKind, URGENCY } from '@/core/notice'
import type { Context } from './context'
import type { Outcome } from './errands'
import { hasLeave, NO_LEAVE, settle, takeCredit } from './grants'
import { type LetterRecord, noteOn } from './letters'
import { goesLater, paced, stayed, wentOut } from './pace'
import type { SubscribeMessage, WeChatReply } from './ports'

/** What is in the message: its fields, or the name of the first for which there is no value. */
export type Filled = { message: Omit<SubscribeMessage, 'touser' | 'template_id'> } | { unfit: string }

/** `letter`: its id, by which the message is known from all others. `fill`: of so many pieces of news in one. */
export type Parcel = {
  who: string
  notice: NoticeKind
  letter: string
  /** They have spoken since, and wait for this. */
  awaited: () => Promise<boolean>
  fill: (count: number) => Promise<Filled>
}

/** WeChat is busy, or the day's messages are used up. */
const LATER = [-1, 45009]

/**
 * At least once: what is cut off between taking the credit and hearing WeChat's answer is sent again on the same
 * credit. Where it had been sent already, WeChat refuses the second of a one-time template, unless the person has more;
 * then, and with a lasting template, the same news comes twice. Never lost, save when nobody answers for two hours: and
 * then the letter is there.
 */
export async function deliver(parcel: Parcel, ctx: Context): Promise<Outcome> {
  const { who, notice, letter: mark } = parcel
  const { template } = ctx.district.notices[notice]
  if (!ctx.wechat || !template) return 'done'
  const letter = await ctx.store.get<LetterRecord>('letters', mark)
  if (letter?.sentAt) return over('spent')
  // They have read it, or there is no leave: those that were to go along wait for another.
  if (!letter?.unseen || !(await hasLeave(who, template, mark, ctx))) return aside('done')
  const pace = await paced({ who, mark, urgency: URGENCY[notice], awaited: parcel.awaited }, ctx)
  if (pace.do === 'wait') return { at: new Date(pace.until) }
  if (pace.do === 'told') return 'done'
  const filled = await parcel.fill(1 + (await unseenOf(pace.along, ctx)))
  if ('unfit' in filled) return refused({ field: filled.unfit })
  const touser = await takeCredit(who, template, mark, ctx)
  if (!touser) return aside('done')
  const reply = await ctx.wechat.subscribeSend({ touser, template_id: template, ...filled.message }).catch(giveBack)
  if (reply.ok) return over('spent')
  if (LATER.includes(reply.errcode)) {
    await back()
    return 'again'
  }
  await settle(who, template, mark, reply.errcode === NO_LEAVE ? 'withdrawn' : 'back', ctx)
  return refused(fieldNamed(reply))

  /** Noted first: cut off in between, it is not sent once more. */
  async function over(how: 'spent'): Promise<Outcome> {
    if (!letter?.sentAt) await noteOn(mark, { sentAt: ctx.now.toISOString() }, ctx)
    await wentOut(who, mark, ctx)
    await settle(who, template, mark, how, ctx)
    return 'done'
  }

  async function aside(outcome: Outcome): Promise<Outcome> {
    await stayed(who, mark, ctx)
    return outcome
  }

  /** WeChat will not have it. Without leave that is how it is; else somebody has to look at the district's templates. */
  async function refused(why: { errcode?: number; field?: string }): Promise<Outcome> {
    const code = [why.errcode, why.field].filter((part) => part !== undefined).join(' ')
    await noteOn(mark, { unsent: { at: ctx.now.toISOString(), code } }, ctx)
    if (why.errcode !== NO_LEAVE) ctx.log.error('notice refused', new Error('refused'), { notice, ...why })
    return aside({ drop: code })
  }

  async function back(): Promise<void> {
    await settle(who, template, mark, 'back', ctx)
    await goesLater(who, mark, ctx)
  }

  async function giveBack(error: unknown): Promise<never> {
    await back()
    throw error
  }
}

async function unseenOf(letters: string[], { store }: Context): Promise<number> {
  const found = await Promise.all(letters.map((id) => store.get<LetterRecord>('letters', id)))
  return found.filter((letter) => letter?.unseen).length
}

/** Of what WeChat says only the number, and the field that it names: the rest may hold anything. */
function fieldNamed({ errcode, errmsg }: Extract<WeChatReply, { ok: false }>): { errcode: number; field?: string } {
  const [, field] = /\bdata\.([a-z_]{1,20}\d{1,3})\b/.exec(errmsg) ?? []
  return { errcode, ...(field && { field }) }
}
