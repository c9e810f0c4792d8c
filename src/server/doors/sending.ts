/** Sends one message to somebody in the chat, or from the account: what the program says, or a line of their ticket. */
import { leftIn, type SendTrouble, spent, troubleOf, type Windows } from '@/core/chat'
import type { Context } from '../context'
import type { Outcome } from '../errands'
import { letterId, noteOn } from '../letters'
import type { Notice } from '../message'
import { TIPS } from '../noticeWords'
import type { WeChat, WeChatReply } from '../ports'
import type { Entry, TicketRecord } from '../records'
import { unitOf } from '../views'
import { type ChatRecord, changeChat, chatOf } from './chats'
import { fitted, formOf, linkTo, plain, TICKET } from './rendering'
import { doorWords } from './words'

/** `text`, or the line `entry` of the ticket `no`. `instead`: what is sent when this cannot be. */
export type ChatMessage = {
  kind: 'chat'
  citizen: string
  text?: string
  no?: string
  entry?: string
  instead?: Notice
}

/** WeChat's numbers after which asking again later may help. */
const LATER: SendTrouble[] = ['busy', 'token']

/** At least once, like every message: see decision 007. What WeChat's own count says is not asked for in vain. */
export async function runChat(errand: ChatMessage, ctx: Context): Promise<Outcome> {
  const chat = await chatOf(errand.citizen, ctx.store)
  const send = chat && senderOf(chat, ctx)
  if (!chat || !send) return untold(errand, 'over', ctx)
  if (leftIn(chat.windows, ctx.now).left === 0) return untold(errand, usedUpOrOver(chat.windows, ctx), ctx)
  const content = errand.text ?? (await lineOf(errand, chat, ctx))
  if (!content) return 'done'
  const reply = await send({ touser: chat.openid, msgtype: 'text', text: { content } })
  await count(errand.citizen, reply, ctx)
  if (reply.ok) return told(errand, ctx)
  const why = troubleOf(reply.errcode)
  if (why === 'other' || why === 'forbidden' || why === 'unfit')
    ctx.log.error('message refused', new Error('refused'), { errcode: reply.errcode })
  const outcome = await untold(errand, why, ctx)
  return LATER.includes(why) ? { again: why } : outcome
}

/** Noted on the letter of the line, for officials and for what goes instead. */
async function told({ entry }: ChatMessage, ctx: Context): Promise<Outcome> {
  if (entry) await noteOn(letterId(entry), { sentAt: ctx.now.toISOString() }, ctx)
  return 'done'
}

async function untold({ entry }: ChatMessage, why: SendTrouble, ctx: Context): Promise<Outcome> {
  if (entry) await noteOn(letterId(entry), { unsent: { at: ctx.now.toISOString(), code: why } }, ctx)
  return { drop: why }
}

const senderOf = ({ door }: ChatRecord, { wechat, account }: Context): WeChat['customSend'] | undefined =>
  door === 'chat' ? wechat?.customSend : account?.customSend

/** There was a window, and nothing is left in it; or there is none. */
const usedUpOrOver = (windows: Windows, { now }: Context): SendTrouble =>
  leftIn(windows, now).until ? 'used-up' : 'over'

/** What was sent is counted; what WeChat counted otherwise is as WeChat says. */
async function count(citizen: string, reply: WeChatReply, { store, now }: Context): Promise<void> {
  const trouble = reply.ok ? null : troubleOf(reply.errcode)
  if (trouble && trouble !== 'over' && trouble !== 'used-up') return
  await changeChat(citizen, store, (chat) => {
    if (!chat) return null
    if (trouble === 'over') return { ...chat, windows: {} }
    return { ...chat, windows: trouble ? emptied(chat.windows) : spent(chat.windows, now) }
  })
}

const emptied = (windows: Windows): Windows =>
  Object.fromEntries(Object.entries(windows).map(([deed, window]) => [deed, { ...window, left: 0 }]))

/** A line of a ticket as its asker reads it in the chat. Undefined when there is nothing to say. */
async function lineOf({ no, entry: id }: ChatMessage, chat: ChatRecord, ctx: Context): Promise<string | undefined> {
  if (!no || !id) return undefined
  const [ticket, entry] = await Promise.all([
    ctx.store.get<TicketRecord>('tickets', no),
    ctx.store.get<Entry>('entries', id),
  ])
  if (!ticket || !entry) return undefined
  const form = formOf(chat, ctx)
  const { lang } = form
  const unit = unitOf(entry.by.unit ?? ticket.unit, ctx.district).name[lang]
  const words = [entry.text, entry.reason].filter(Boolean).join('\n') || TIPS.news[lang]
  const said = [doorWords.official[lang](unit, no), plain(words)].join('\n')
  const rest = [
    ...(entry.photos.length ? [doorWords.photos[lang](entry.photos.length)] : []),
    linkTo(TICKET(no), doorWords.openTicket[lang], form),
  ]
  return fitted([said, ...rest], doorWords.openTicket[lang], form, TICKET(no))
}
