/** Many ask about the same thing: officials put their tickets together and write one answer for all of them. */
import type { Input } from '@/contract'
import { hasDuty, type Official } from '@/core/actor'
import { heatOf, mayLead } from '@/core/group'
import { maySee } from '@/core/ticket'
import type { Context } from './context'
import { untilCounted } from './counted'
import { answerOf, send, troubleOf, wasSent } from './groupAnswer'
import { gather, gatherOf, joinable, sendGather } from './groupGather'
import { groupLine, groupTicket } from './groupLines'
import { manyOf, membersOf, type TicketDoc } from './groupMembers'
import type { GroupRecord } from './groupRecords'
import { heapsIn, nearTicket } from './groupSuggest'
import { tellOf } from './groupTelling'
import { groupView } from './groupViews'
import { refuseOwnWords, refuseTrouble, troubleIn } from './groupWords'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { load } from './keptTickets'
import { limit } from './limit'
import { type Doc, Duplicate } from './ports'
import { ticketOf } from './records'
import { refuse } from './refuse'
import { listIssue } from './search'
import { tickets } from './tickets'

type Topic =
  | 'groups.list'
  | 'groups.suggest'
  | 'groups.near'
  | 'groups.open'
  | 'groups.make'
  | 'groups.change'
  | 'groups.join'
  | 'groups.leave'
  | 'groups.preview'
  | 'groups.answer'

const PAGE = 15
/** In how many talks an answer is shown before it is sent. */
const SHOWN = 5

export const groups: Pick<Handlers, Topic> = {
  async 'groups.list'({ waiting, after }, ctx) {
    workerOf(ctx)
    const { items, next } = await ctx.store.find<GroupRecord>('groups', {
      ...(waiting && { where: { owed: true } }),
      by: 'movedAt',
      dir: 'desc',
      limit: PAGE,
      ...(after && { after }),
    })
    return { items: await Promise.all(items.map((group) => groupLine(group, ctx))), ...(next && { next }) }
  },

  async 'groups.suggest'(_, ctx) {
    workerOf(ctx)
    return { heaps: await heapsIn(ctx) }
  },

  async 'groups.near'({ no }, ctx) {
    workerOf(ctx)
    return nearTicket(ticketOf(await load(no, ctx)), ctx)
  },

  async 'groups.open'({ id, after }, ctx) {
    workerOf(ctx)
    return groupView(await groupIn(id, ctx), after, ctx)
  },

  async 'groups.make'(asked, ctx) {
    const me = workerOf(ctx)
    await limit('groups', me.id, ctx)
    const id = idOf('group', me.id, asked.key)
    const there = await ctx.store.get<GroupRecord>('groups', id)
    if (there) return gathered(id, asked.key, ctx)
    const members = await joinable(asked.tickets, id, ctx)
    refuseWords(asked, members, ctx)
    const group = newGroup(asked, me, ctx)
    const errand = gatherOf(id, members, me, asked.key)
    await ctx.store.tx(async (tx) => {
      await tx.insert('groups', id, group)
      await listIssue(tx, id, group, ctx.now)
      await sendGather(tx, errand, ctx)
    })
    return gathered(id, asked.key, ctx)
  },

  async 'groups.change'(asked, ctx) {
    const { id, title, question, public: isPublic } = asked
    const me = await leaderOf(id, ctx)
    await limit('groups', me.id, ctx)
    refuseWords(asked, await manyOf(id, ctx), ctx)
    await untilCounted(ctx, async (tx) => {
      const group = (await tx.get<GroupRecord>('groups', id)) ?? refuse('no-such-group')
      const set = { title, question, public: isPublic, movedAt: ctx.now.toISOString() }
      await tx.update('groups', id, group.version, { set })
      await listIssue(tx, id, { ...group, ...set }, ctx.now)
    })
    return groupView(await groupIn(id, ctx), undefined, ctx)
  },

  async 'groups.join'({ id, key, tickets: numbers }, ctx) {
    const me = workerOf(ctx)
    await limit('groups', me.id, ctx)
    await groupIn(id, ctx)
    const errand = gatherOf(id, await joinable(numbers, id, ctx), me, key)
    await ctx.store.tx((tx) => sendGather(tx, errand, ctx)).catch(ignoreDuplicate)
    return gathered(id, key, ctx)
  },

  async 'groups.leave'({ id, key, no, text }, ctx) {
    workerOf(ctx)
    const { group } = await load(no, ctx)
    const command = { do: 'leave-group', ...(text && { text }) } as const
    if (group === id) await tickets['tickets.act']({ no, key, command }, ctx)
    return groupView(await groupIn(id, ctx), undefined, ctx)
  },

  async 'groups.preview'(asked, ctx) {
    const me = await leaderOf(asked.id, ctx)
    const unheard = { group: asked.id, heard: { lte: asked.edition } }
    const [newest, reaches, trouble] = await Promise.all([
      membersOf(asked.id, { limit: PAGE }, ctx),
      ctx.store.count('tickets', unheard),
      troubleOf(asked, ctx),
    ])
    const seen = newest.items.map(ticketOf).filter((ticket) => maySee(ctx.caller, ticket))
    const talks = seen.slice(0, SHOWN).map((ticket) => {
      const { text, reason, change } = tellOf(asked.id, answerOf(asked, me, ctx), ticket)
      return {
        ...{ no: ticket.no, asked: groupTicket(ticket, ctx).text, told: text },
        ...(reason && { reason }),
        ...(change && { change }),
      }
    })
    return { talks, reaches, trouble }
  },

  async 'groups.answer'(asked, ctx) {
    const me = await leaderOf(asked.id, ctx)
    await limit('groups', me.id, ctx)
    if (!(await wasSent(asked, ctx))) await send(asked, me, ctx)
    return groupView(await groupIn(asked.id, ctx), undefined, ctx)
  },
}

/** For who works on tickets; which of them each may put in is asked of each. */
function workerOf({ caller }: Context): Official {
  if (caller.role !== 'official') return refuse('not-allowed')
  return hasDuty(caller, 'answer') || hasDuty(caller, 'dispatch') ? caller : refuse('not-allowed')
}

async function leaderOf(id: string, ctx: Context): Promise<Official> {
  const me = workerOf(ctx)
  return mayLead(me, await groupIn(id, ctx)) ? me : refuse('not-yours')
}

const groupIn = async (id: string, { store }: Context): Promise<GroupRecord & Doc> =>
  (await store.get<GroupRecord>('groups', id)) ?? refuse('no-such-group')

type About = Pick<Input<'groups.make'>, 'title' | 'question' | 'public' | 'checked'>

/** Title and question, which everybody may read. */
function refuseWords({ title, question, checked }: About, members: TicketDoc[], ctx: Context): void {
  const asked = members.map(ticketOf)
  refuseOwnWords(question.zh, asked)
  const said = [title.zh, title.en, question.zh, question.en]
  refuseTrouble(troubleIn(said, asked, ctx), { field: 'question', checked })
}

function newGroup({ title, question, public: isPublic }: About, me: Official, { now, sample }: Context): GroupRecord {
  const movedAt = now.toISOString()
  const nobody = { askers: 0, followers: 0 }
  return {
    ...{ title, question, public: isPublic, unit: me.unit, owed: true, movedAt },
    ...nobody,
    heat: heatOf(nobody, movedAt),
    ...(sample && { sample }),
  }
}

/** The group with as many of those in it as come at once. Asked again, it goes on where it was cut off. */
async function gathered(group: string, key: string, ctx: Context) {
  await gather({ group, key }, ctx)
  return groupView(await groupIn(group, ctx), undefined, ctx)
}

const ignoreDuplicate = (error: unknown): void => {
  if (!(error instanceof Duplicate)) throw error
}
