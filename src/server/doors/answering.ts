/** What somebody in the chat, or who follows the account, is answered. Doing it twice changes nothing more. */
import type { AskReply } from '@/contract/ask'
import { sentence } from '@/contract/refusals'
import { readAsked } from '@/core/asked'
import { opened } from '@/core/chat'
import { replyTo } from '../ask'
import { refuseBlocked } from '../blocks'
import { type Context, idOfCaller } from '../context'
import { limit } from '../limit'
import { currentMenu } from '../reading'
import { Refused } from '../refuse'
import { awake, type ChatRecord, changeChat, citizenAt, MOST_LINES, newChat } from './chats'
import type { Heard, Says, Thing } from './heard'
import { fitted, formOf, linkTo, offersOf, plain, REPORT, rendered, TICKET } from './rendering'
import { fileFrom, openTicketOf, passedOn } from './talking'
import { doorWords } from './words'

/** Everything an answer is made of. */
export type Asked = { heard: Heard; chat: ChatRecord; ctx: Context }

/** Empty where nothing is to be said. */
export async function answerTo(heard: Heard, ctx: Context): Promise<string> {
  const citizen = citizenAt(heard.door, heard.openid)
  const as: Context = { ...ctx, caller: citizen }
  if (heard.says.is === 'gone') return leave(citizen.id, as)
  const chat = await changeChat(citizen.id, as.store, (before) => enter(before, heard, as))
  if (!chat) return ''
  const asked = { heard, chat, ctx: { ...as, lang: chat.lang } }
  if (await isTooMuch(citizen.id, as)) return ''
  try {
    return await answer(heard.says, asked)
  } catch (error) {
    return refusalText(error, chat)
  }
}

/** Who writes without end gets no answers: nobody is reading them. */
async function isTooMuch(citizen: string, ctx: Context): Promise<boolean> {
  try {
    await limit('doors', citizen, ctx)
    return false
  } catch (error) {
    if (error instanceof Refused) return true
    throw error
  }
}

/** Why something was not done, in words. */
function refusalText(error: unknown, { lang }: ChatRecord): string {
  if (!(error instanceof Refused)) throw error
  const said = plain(sentence(error.reason, lang, error.names))
  return error.reason === 'blocked' ? [said, doorWords.staysOpen[lang]].join('\n') : said
}

/** They no longer follow: nothing may be sent any more. */
async function leave(citizen: string, { store }: Context): Promise<string> {
  await changeChat(citizen, store, (chat) => (chat ? { ...chat, windows: {} } : null))
  return ''
}

function enter(before: ChatRecord | undefined, { door, openid, deed, at, says }: Heard, ctx: Context): ChatRecord {
  const chat = awake(before ?? newChat(door, openid, ctx), ctx)
  const windows = deed ? opened(chat.windows, deed, new Date(at)) : chat.windows
  const lang = says.is === 'entered' ? languageIn(says.from) : chat.lang
  return { ...chat, lang, windows, ...(ctx.appid && { appid: ctx.appid }) }
}

/** What the button carries is anybody's text: `ask;en`. */
const languageIn = (from: string): 'zh' | 'en' => (from.split(';').includes('en') ? 'en' : 'zh')

async function answer(says: Exclude<Says, { is: 'gone' }>, asked: Asked): Promise<string> {
  switch (says.is) {
    case 'words':
      return answerWords(says.words, asked)
    case 'thing':
      return answerThing(says.thing, asked)
    case 'entered':
      return greet(asked)
    case 'followed':
      return welcome(asked)
  }
}

/** The menu; to somebody whose ticket is open, that. */
async function greet({ chat, ctx }: Asked): Promise<string> {
  const ticket = await openTicketOf(chat, ctx)
  const form = formOf(chat, ctx)
  if (ticket) {
    const { lang } = form
    return [doorWords.goesOn[lang](ticket.no), linkTo(TICKET(ticket.no), doorWords.openTicket[lang], form)].join('\n')
  }
  return rendered(await replyTo('', ctx), form)
}

async function welcome({ chat, ctx }: Asked): Promise<string> {
  const form = formOf(chat, ctx)
  const menu = await replyTo('', ctx)
  const hello = doorWords.welcome[form.lang](ctx.district.name[form.lang])
  const said = { zh: `${hello}\n${menu.said.zh}`, en: `${hello}\n${menu.said.en}` }
  return rendered({ ...menu, said }, form)
}

/** To the ticket that is open, or to the form for a new one. */
async function answerThing(thing: Thing, { chat, ctx }: Asked): Promise<string> {
  const form = formOf(chat, ctx)
  const { lang } = form
  const ticket = await openTicketOf(chat, ctx)
  const link = ticket
    ? linkTo(TICKET(ticket.no), doorWords.openTicket[lang], form)
    : linkTo(REPORT, doorWords.report[lang], form)
  return [doorWords.thing[thing][lang], link].join('\n')
}

/** Something of their own, and not what the menu or the program has an answer to by its name. */
async function isFree(words: string, { chat, ctx }: Asked): Promise<boolean> {
  const read = readAsked(words, await currentMenu(ctx), ctx.district)
  if (read.is === 'question' || (read.is === 'nothing' && read.why === 'long')) return true
  // Who was told that their next words go to a person may name a topic by chance; a number is meant as one.
  return chat.wants === true && (read.is === 'topic' || (read.is === 'entry' && !/\d|^\p{N}/u.test(words)))
}

async function answerWords(typed: string, asked: Asked): Promise<string> {
  const { chat, ctx } = asked
  const words = chat.offered?.find(({ number }) => number === typed.normalize('NFKC'))?.words ?? typed
  const free = await isFree(words, asked)
  const passed = free ? await passOn(words, asked) : null
  if (passed !== null) return passed
  const reply = await replyTo(words, ctx)
  if (reply.is === 'person') return askPerson(reply, asked)
  const text = rendered(reply, formOf(chat, ctx))
  await remember(words, text, reply, free, asked)
  return text
}

/** To a person, where one is dealing with it or was asked for; with what comes first where there is danger. */
async function passOn(words: string, asked: Asked): Promise<string | null> {
  const told = await passedOn(words, asked).catch((error: unknown) => refusalText(error, asked.chat))
  if (told === null) return null
  const reply = await replyTo(words, asked.ctx).catch(() => null)
  const form = formOf(asked.chat, asked.ctx)
  return reply?.is === 'danger' ? fitted([rendered(reply, form), told], doorWords.more[form.lang], form) : told
}

async function askPerson(reply: AskReply, asked: Asked): Promise<string> {
  const { chat, ctx, heard } = asked
  const { lang } = chat
  const ticket = await openTicketOf(chat, ctx)
  await refuseBlocked(idOfCaller(ctx), ctx)
  if (ticket) return doorWords.already[lang](ticket.no)
  if (chat.asked) return fileFrom(chat.asked, asked, reply)
  await changeChat(citizenAt(heard.door, heard.openid).id, ctx.store, (now) => (now ? { ...now, wants: true } : null))
  return [plain(reply.said[lang]), doorWords.sayWhat[lang]].join('\n')
}

/** The last lines of both sides go to a person with the question. A question that no number answers waits for one. */
async function remember(words: string, text: string, reply: AskReply, isFree: boolean, { heard, ctx }: Asked) {
  const offered = offersOf(reply)
  const talk = [
    ...(words ? [{ by: 'me' as const, text: words.slice(0, 1000) }] : []),
    { by: 'program' as const, text: readable(text) },
  ]
  await changeChat(citizenAt(heard.door, heard.openid).id, ctx.store, (chat) => {
    if (!chat) return null
    const { offered: _, ...rest } = chat
    return {
      ...rest,
      ...(offered.length && { offered }),
      ...(isFree && { asked: words }),
      talk: [...chat.talk, ...talk].slice(-MOST_LINES),
      talkedAt: ctx.now.toISOString(),
    }
  })
}

/** A reply as somebody reads it: links are their words. */
const readable = (text: string): string => text.replace(/<[^>]*>/g, '').slice(0, 1000)
