/** From the chat to a person: a question becomes a ticket, and what is written after it is added to it. */
import type { Input } from '@/contract'
import type { AskReply } from '@/contract/ask'
import { MAX_TEXT } from '@/contract/shapes'
import type { CommandName } from '@/core/status'
import { may, type Ticket } from '@/core/ticket'
import { refuseBlocked } from '../blocks'
import { deskOpensAt } from '../clockViews'
import { type Context, idOfCaller, settingOf } from '../context'
import { idOf } from '../ids'
import { type TicketRecord, ticketOf } from '../records'
import { takeFiling } from '../takeFiling'
import { tickets } from '../tickets'
import type { Asked } from './answering'
import { type ChatRecord, changeChat } from './chats'
import { formOf, LOOKUP, linkTo, TICKET } from './rendering'
import { doorWords } from './words'

/** The ticket that this chat is about, as long as its asker may say something. */
export async function openTicketOf({ no }: ChatRecord, ctx: Context): Promise<Ticket | null> {
  const found = no ? await ctx.store.get<TicketRecord>('tickets', no) : null
  if (!found || found.askerId !== idOfCaller(ctx)) return null
  const ticket = ticketOf(found)
  return saysBy(ticket, ctx) ? ticket : null
}

/** By which command they say something now. */
function saysBy(ticket: Ticket, ctx: Context): 'supply' | 'add' | undefined {
  const allowed: CommandName[] = may(ctx.caller, ticket, settingOf(ctx))
  return (['supply', 'add'] as const).find((command) => allowed.includes(command))
}

/** Null when no person is concerned. */
export async function passedOn(words: string, asked: Asked): Promise<string | null> {
  const { chat, ctx } = asked
  const earlier = await ctx.store.get<{ no: string }>('filings', filingIdOf(asked))
  if (earlier || chat.wants) return fileFrom(words, asked)
  const ticket = await openTicketOf(chat, ctx)
  if (!ticket && !(await ctx.store.get('entries', entryIdOf(chat.no ?? '', asked)))) return null
  return addTo(chat.no ?? '', ticket, words, asked)
}

const filingIdOf = ({ heard, ctx }: Asked) => idOf('filing', idOfCaller(ctx), heard.id)
const entryIdOf = (no: string, { heard, ctx }: Asked) => idOf('entry', no, idOfCaller(ctx), heard.id)

export async function addTo(no: string, ticket: Ticket | null, words: string, asked: Asked): Promise<string> {
  const { chat, ctx, heard } = asked
  await refuseBlocked(idOfCaller(ctx), ctx)
  const said = { text: whole(words), photos: [], clips: [] }
  const isAsked = ticket && saysBy(ticket, ctx) === 'supply'
  const command = isAsked ? { do: 'supply' as const, ...said } : { do: 'add' as const, ...said }
  await tickets['tickets.act']({ no, key: heard.id, command }, ctx)
  return doorWords.added[chat.lang](no)
}

/** As long as a ticket takes; not half a character. */
const whole = (words: string): string => words.slice(0, MAX_TEXT).replace(/\p{Surrogate}/gu, '')

/** The ticket that comes of a question, with what was said before. The same message again is the same ticket. */
export async function fileFrom(words: string, asked: Asked, reply?: AskReply): Promise<string> {
  const { chat, ctx, heard } = asked
  const asker = idOfCaller(ctx)
  await refuseBlocked(asker, ctx)
  const filing: Input<'tickets.file'> = {
    ...{ key: heard.id, kind: 'consult', category: categoryOf(ctx), text: whole(words), place: {} },
    ...{ photos: [], clips: [], details: [], visibility: 'hidden', consent: false },
    ...(chat.talk.length && { talk: chat.talk }),
  }
  const filer = { asker, filingId: filingIdOf(asked), limited: 'tickets.file', door: heard.door } as const
  const no = await takeFiling(filing, filer, ctx)
  await changeChat(asker, ctx.store, (now) => (now ? talksAbout(no, now) : null))
  return filedText(no, asked, reply)
}

function talksAbout(no: string, chat: ChatRecord): ChatRecord {
  const { wants, asked, offered, ...rest } = chat
  return { ...rest, no, talk: [] }
}

/** Where people land who do not know where to. */
const categoryOf = ({ district: { categories } }: Context): string =>
  (categories.find(({ id }) => id === 'other') ?? categories.at(-1))?.id ?? ''

/** In the app it is theirs; whoever comes by the account is somebody else there, and needs its code. */
async function filedText(no: string, { chat, ctx }: Asked, reply?: AskReply): Promise<string> {
  const { lang, door } = chat
  const form = formOf(chat, ctx)
  const code = door === 'account' ? (await ctx.store.get<TicketRecord>('tickets', no))?.code : undefined
  const minutes = reply?.person?.minutes ?? ctx.district.limits.firstReplyMinutes.target
  const at = deskOpensAt(ctx)
  return [
    doorWords.filed[lang](no),
    ...(code ? [doorWords.code[lang](code)] : []),
    at && at !== 'beyond' ? doorWords.opens[lang](clockOf(at)) : doorWords.soon[lang](minutes),
    linkTo(door === 'chat' ? TICKET(no) : LOOKUP(no), doorWords.openTicket[lang], form),
  ].join('\n')
}

/** 11-23 08:30 in Beijing. */
const clockOf = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
