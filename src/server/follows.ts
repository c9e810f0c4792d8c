/** Following somebody else's ticket: told where it stands, and nothing about whose it is. */
import type { FollowView } from '@/contract/follows'
import { OPEN_STATUSES } from '@/core/lifecycle'
import { readNumber } from '@/core/number'
import { placesIn } from '@/core/privacy'
import { isHidden } from '@/core/screening'
import { isBetweenTwo, isForOthers } from '@/core/similarOffer'
import type { Ticket } from '@/core/ticket'
import { type Context, idOfCaller } from './context'
import { untilCounted } from './counted'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { callsOf, joined } from './naming'
import { MAX_PAGE, type Tx } from './ports'
import { type Entry, type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { categoryOf, unitOf } from './views'

type FollowRecord = { who: string; no: string; at: string }

export const followId = (who: string, no: string): string => idOf('follow', who, no)

export const follows: Pick<Handlers, 'follows.add' | 'follows.remove' | 'follows.mine'> = {
  async 'follows.add'(asked, ctx) {
    const who = idOfCaller(ctx)
    await limit('follows', who, ctx)
    const no = readNumber(asked.no) ?? refuse('ticket-missing')
    await untilCounted(ctx, (tx) => add(tx, { who, no, at: ctx.now.toISOString() }))
    const ticket = (await ctx.store.get<TicketRecord>('tickets', no)) ?? refuse('ticket-missing')
    return followView(ticketOf(ticket), ctx)
  },

  async 'follows.remove'(asked, ctx) {
    const who = idOfCaller(ctx)
    await limit('follows', who, ctx)
    const no = readNumber(asked.no) ?? refuse('ticket-missing')
    await untilCounted(ctx, (tx) => remove(tx, who, no))
    return {}
  },

  async 'follows.mine'(_, ctx) {
    const where = { who: idOfCaller(ctx) }
    const { items } = await ctx.store.find<FollowRecord>('follows', { where, by: 'at', dir: 'desc', limit: MAX_PAGE })
    if (!items.length) return { items: [] }
    const numbers = items.map(({ no }) => no)
    const found = await ctx.store.find<TicketRecord>('tickets', {
      where: { id: { in: numbers } },
      by: 'id',
      limit: MAX_PAGE,
    })
    const tickets = found.items.map(ticketOf).sort((a, b) => numbers.indexOf(a.no) - numbers.indexOf(b.no))
    return { items: await Promise.all(tickets.map((ticket) => followView(ticket, ctx))) }
  },
}

/** The follower and the ticket's count, together or not at all. Following twice changes nothing. */
async function add(tx: Tx, follow: FollowRecord): Promise<void> {
  const id = followId(follow.who, follow.no)
  const ticket = await tx.get<TicketRecord>('tickets', follow.no)
  if (!ticket) return refuse('ticket-missing')
  if (ticket.askerId === follow.who) return refuse('own-ticket')
  if (await tx.get('follows', id)) return
  if (!isForOthers(ticket)) return refuse('ticket-missing')
  await tx.insert('follows', id, follow)
  await tx.update('tickets', ticket.id, ticket.version, { inc: { followers: 1 } })
}

async function remove(tx: Tx, who: string, no: string): Promise<void> {
  const follow = await tx.get<FollowRecord>('follows', followId(who, no))
  if (!follow) return
  await tx.remove('follows', follow.id, follow.version)
  const ticket = await tx.get<TicketRecord>('tickets', no)
  if (ticket?.followers) await tx.update('tickets', no, ticket.version, { inc: { followers: -1 } })
}

/** Each field here is a decision: see the contract. */
async function followView(ticket: Ticket, ctx: Context): Promise<FollowView> {
  const { no, category, status, filedAt, movedAt, unit, spot, result, outcome, followers = 0, sample = false } = ticket
  const answer = await answerOf(ticket, ctx)
  return {
    ...{ no, status, filedAt, movedAt, followers, sample },
    category: categoryOf(category, ctx.district),
    unit: unitOf(unit, ctx.district),
    over: !OPEN_STATUSES.includes(status),
    ...(spot && { spot: spot.name }),
    ...(result && { result: result.kind }),
    ...(outcome && { outcome }),
    ...(answer && { answer }),
  }
}

/** The unit's last answer, where the asker agreed that it may be published and nothing in it says who that is. */
async function answerOf(ticket: Ticket, { store }: Context): Promise<string | undefined> {
  if (!ticket.consent || !ticket.result || isBetweenTwo(ticket)) return undefined
  const query = { where: { no: ticket.no }, by: 'seq', dir: 'desc', limit: MAX_PAGE } as const
  const { items } = await store.find<Entry>('entries', query)
  const answer = items.find(({ did }) => did === 'answer' || did === 'share' || did === 'tell')
  if (!answer?.text || isHidden(ticket.screened, { seq: answer.seq })) return undefined
  const { text } = answer
  const said = joined(text)
  const saysWho = ownWordsOf(ticket).some((words) => said.includes(words))
  return saysWho || placesIn(text).length ? undefined : text
}

/** What an answer may repeat of the asker: the address too, and each part of it with a number: a house and a door are enough to find somebody. */
function ownWordsOf({ asker, behalf, place }: Pick<Ticket, 'asker' | 'behalf' | 'place'>): string[] {
  const address = joined(place.address ?? '')
  const doors = address.match(/\d+(?:号楼|号院|号|栋|幢|座|单元|室|楼|层|户)/gu) ?? []
  return [...callsOf({ asker, ...(behalf && { behalf }) }), address, ...doors].filter(Boolean)
}
