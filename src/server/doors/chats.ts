/**
 * What is kept of somebody who talks to us in WeChat: how to answer them, how often we still may, and about which ticket.
 * It ends by itself a month after they last did anything.
 */
import type { Talk } from '@/contract/ticketFiling'
import type { Citizen } from '@/core/actor'
import { type Door, leftIn, type Windows } from '@/core/chat'
import { DAY } from '@/core/deadline'
import type { Context } from '../context'
import { idOf } from '../ids'
import { Conflict, type Doc, Duplicate, type Store } from '../ports'
import { citizenOf } from '../session'

/**
 * `no`: the ticket to which what they write is added. `wants`: they asked for a person, and have not said what for. `asked`:
 * what they asked last that no person has seen. `talk`: the last lines of both sides. `offered`: what a number means that
 * the last reply gave away.
 */
export type ChatRecord = {
  door: Door
  openid: string
  lang: 'zh' | 'en'
  windows: Windows
  appid?: string
  no?: string
  wants?: true
  asked?: string
  talk: Talk
  talkedAt: string
  offered?: { number: string; words: string }[]
  until: string
}

const KEPT = 30 * DAY
/** A talk that rested longer than this has begun anew. */
const RESTS = 30 * 60_000
export const MOST_LINES = 10
/** Several messages of one person may come at once, and each is written in twice. */
const TRIES = 24

/** In the mini program's chat the same person as in the app. The account knows people by other names. */
export const citizenAt = (door: Door, openid: string): Citizen =>
  door === 'chat' ? citizenOf(openid) : { role: 'citizen', id: idOf('citizen', 'account', openid) }

const chatId = (citizen: string) => idOf('chat', citizen)

export const chatOf = (citizen: string, store: Store): Promise<(ChatRecord & Doc) | null> =>
  store.get<ChatRecord>('chats', chatId(citizen))

export const newChat = (door: Door, openid: string, { now, lang }: Context): ChatRecord => ({
  ...{ door, openid, lang, windows: {}, talk: [] },
  ...{ talkedAt: now.toISOString(), until: new Date(now.getTime() + KEPT).toISOString() },
})

/** They did something just now. What was said long ago is no longer the same talk. */
export function awake(chat: ChatRecord, { now }: Context): ChatRecord {
  const until = new Date(now.getTime() + KEPT).toISOString()
  if (now.getTime() - Date.parse(chat.talkedAt) <= RESTS) return { ...chat, until }
  const { wants, asked, offered, ...rest } = chat
  return { ...rest, talk: [], until }
}

/** Writes what `next` makes of the chat that is there, onto exactly that one; null leaves it. */
export async function changeChat(
  citizen: string,
  store: Store,
  next: (chat: ChatRecord | undefined) => ChatRecord | null,
): Promise<ChatRecord | undefined> {
  for (let left = TRIES; ; left--) {
    const found = await chatOf(citizen, store)
    const before = found ? recordIn(found) : undefined
    const after = next(before)
    if (!after) return before
    try {
      if (!found) await store.insert('chats', chatId(citizen), after)
      else {
        const unset = Object.keys(before ?? {}).filter((field) => !Object.hasOwn(after, field))
        await store.update('chats', found.id, found.version, { set: after, unset })
      }
      return after
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
    }
  }
}

function recordIn({ id, version, ...chat }: ChatRecord & Doc): ChatRecord {
  return chat
}

/** What may still be said in the chat of whoever asked, as officials see it on its ticket. */
export async function windowOf(citizen: string, { store, now }: Context): Promise<{ left: number; until?: string }> {
  const chat = await chatOf(citizen, store)
  return chat ? leftIn(chat.windows, now) : { left: 0 }
}
