/** The assistant: what was typed in the app, the chat or the official account becomes one reply, a value. Doors write it out. */
import { type AskReply, MAX_QUESTION } from '@/contract/ask'
import type { Entry } from '@/contract/lines'
import { type Asked, pathOf, readAsked } from '@/core/asked'
import { childrenOf } from '@/core/menu'
import { answerOf, questionReply } from './askAnswers'
import { personNow, personReply, topicReply } from './askTopics'
import { ASK_WORDS, told } from './askWords'
import type { Context } from './context'
import type { Handlers } from './handle'
import { limit } from './limit'
import { currentMenu, hottestIssues } from './reading'
import { countUnhelpful } from './unhelpful'

/** How many popular issues the page shows before anything is asked. */
const ASKED = 5

export const ask: Pick<Handlers, 'ask.open' | 'ask.say' | 'ask.unhelpful'> = {
  async 'ask.open'(_, ctx) {
    const [menu, issues] = await Promise.all([currentMenu(ctx), hottestIssues({ limit: ASKED }, ctx)])
    const { hotline, chat } = ctx.district
    const { minutes: firstReplyMinutes, ...opens } = personNow(ctx)
    return { menu, asked: issues.items, firstReplyMinutes, ...opens, hotline, chat }
  },

  async 'ask.say'({ words }, ctx) {
    await limit('ask.say', ctx.address, ctx)
    return replyTo(words, ctx)
  },

  async 'ask.unhelpful'({ key, id }, ctx) {
    await limit('ask.unhelpful', ctx.address, ctx)
    await countUnhelpful(id, key, ctx)
    return {}
  },
}

/** Whatever was typed: there is always a reply. The menu is the one that is out at this moment. */
export async function replyTo(words: string, ctx: Context): Promise<AskReply> {
  const menu = await currentMenu(ctx)
  const asked = readAsked(words, menu, ctx.district)
  switch (asked.is) {
    case 'entry':
      return entryReply(asked, menu, ctx)
    case 'topic':
      return topicReply(asked.opens, '', ctx)
    case 'person':
      return personReply(ctx)
    case 'question':
      return questionReply(asked.words, ctx)
    case 'ticket':
      return { ...(await topicReply('tickets', '', ctx)), said: ASK_WORDS.ticket }
    case 'outside':
      return menuReply(told(asked.number ? ASK_WORDS.outside : ASK_WORDS.gone, { number: asked.number }), menu)
    case 'menu':
      return menuReply(ASK_WORDS.menu, menu)
    case 'thanks':
      return { is: 'nothing', said: ASK_WORDS.thanks, lines: [] }
    case 'nothing':
      return menuReply(told(ASK_WORDS[asked.why], { most: MAX_QUESTION }), menu)
  }
}

type AtEntry = Extract<Asked, { is: 'entry' }>

/** What an entry holds, at once: its own entries, the release it names, or the newest of its topic. */
async function entryReply({ entry, path, nth }: AtEntry, menu: Entry[], ctx: Context): Promise<AskReply> {
  if (entry.opens === 'group') return menuReply(ASK_WORDS.group, menu, entry)
  const page = entry.page && (await answerOf({ release: entry.page }, ctx))
  if (page) return page
  const reply = await topicReply(entry.opens, path, ctx)
  return nth === undefined ? reply : lineReply(reply, `${path}.${nth}`, menu, ctx)
}

/** One line of what an entry lists, whole. */
async function lineReply(list: AskReply, number: string, menu: Entry[], ctx: Context): Promise<AskReply> {
  const line = list.lines.find((one) => one.number === number)
  const { opens } = line ?? {}
  if (!line || !opens) return menuReply(told(ASK_WORDS.outside, { number }), menu)
  const whole =
    opens.is === 'release'
      ? await answerOf({ release: opens.id }, ctx)
      : opens.is === 'issue' && (await answerOf({ issue: opens.id }, ctx))
  return whole || { is: 'list', said: line.text ?? line.title, lines: [line] }
}

function menuReply(said: AskReply['said'], menu: Entry[], under?: Entry): AskReply {
  const path = under ? `${pathOf(under, menu)}.` : ''
  const lines = inOrder(childrenOf(menu, under?.id)).map(({ number, name }) => {
    const typed = `${path}${number}`
    return { number: typed, title: name, opens: { is: 'say' as const, words: typed } }
  })
  return { is: 'menu', said, lines }
}

/** 1 to 9, and then 0. */
const inOrder = (entries: Entry[]): Entry[] => [...entries].sort((a, b) => (a.number || 10) - (b.number || 10))
