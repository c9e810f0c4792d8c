/** For officials: open tickets that are about the same thing and in no group yet, and why that seems so. */
import type { Output } from '@/contract'
import type { GroupTicket } from '@/contract/groups'
import { groupsOf, type Member, TOGETHER } from '@/core/similarGroups'
import { nearestAmong } from '@/core/similarNearest'
import { type Likened, whyOf } from '@/core/similarPair'
import { closedTo, maySee, type Ticket } from '@/core/ticket'
import { type AlikeTicket, alike, likenedOf } from './alike'
import { type Context, settingOf } from './context'
import { groupLine, groupTicket } from './groupLines'
import { membersOf } from './groupMembers'
import type { GroupRecord } from './groupRecords'
import { groupsAmong } from './groupsLike'
import { idOf } from './ids'
import { type Doc, MAX_PAGE } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { everyoneElse } from './turns'
import { wordingOf } from './wording'

/** Of the open tickets the newest are compared, so many pages. */
const PAGES = 4
/** By so many of those that are most like it is one held against a heap. */
const NEAREST = 10
const MOST_HEAPS = 10
/** Of what fits into 20 KB on the mini program. */
const MOST_NEAR = 6
const MOST_GROUPS = 3
/** Less alike, it is not worth an official's look. */
const WORTH_A_LOOK = 0.12

/** Whether this official may put it into a group. */
const joinableBy = (ctx: Context) => {
  const at = settingOf(ctx)
  return (ticket: Ticket): boolean => !closedTo(ctx.caller, ticket, 'join-group', at)
}

/** The largest first. */
export async function heapsIn(ctx: Context): Promise<Output<'groups.suggest'>['heaps']> {
  const open = await newestOpen(ctx)
  const read = new Map(open.map((one) => [one.ticket.no, one]))
  const nearest = nearestAmong(
    open.map(({ likened }) => likened),
    NEAREST,
    TOGETHER,
  )
  const members: Member[] = open.map(({ ticket, likened }, at) => ({
    ...{ id: ticket.no, likened },
    nearest: (nearest[at] ?? []).flatMap((place) => open[place]?.ticket.no ?? []),
  }))
  const heaps = groupsOf(members).slice(0, MOST_HEAPS)
  return heaps.map((numbers) =>
    heapView(
      numbers.flatMap((no) => read.get(no) ?? []),
      ctx,
    ),
  )
}

type One = { ticket: Ticket; likened: Likened }

/** Their words are worked out page by page, so that nobody else waits for all of them. */
async function newestOpen(ctx: Context): Promise<One[]> {
  const wording = await wordingOf(ctx)
  const found: One[] = []
  let after: string | undefined
  for (let left = PAGES; left > 0; left--) {
    const page = await ctx.store.find<TicketRecord>('tickets', {
      where: { open: true },
      by: 'movedAt',
      dir: 'desc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    const joinable = page.items.map(ticketOf).filter(joinableBy(ctx))
    found.push(...joinable.map((ticket) => ({ ticket, likened: likenedOf(ticket, wording, ctx) })))
    await everyoneElse()
    if (!page.next) break
    after = page.next
  }
  return found
}

/** Each says what it has in common with the first; what the first two have in common is what the heap is called by. */
function heapView(heap: One[], ctx: Context) {
  const [first, ...others] = heap
  const lines = heap.map(({ ticket, likened }) =>
    groupTicket(ticket, ctx, first && ticket !== first.ticket ? whyOf(first.likened, likened) : undefined),
  )
  const title = first && others[0] ? whyOf(first.likened, others[0].likened).words.slice(0, 3).join(' ') : ''
  return { id: idOf('heap', ...heap.map(({ ticket }) => ticket.no)), title, tickets: lines }
}

/** By so many of its own tickets others are looked for. */
const MEMBERS = 3

/** Those that may belong to a group, the likeliest first: like its question in either language, or like who came last. */
export async function nearGroup({ id, title, question }: GroupRecord & Doc, ctx: Context): Promise<GroupTicket[]> {
  const texts = (['zh', 'en'] as const).map((lang) => `${title[lang]}\n${question[lang]}`.trim()).filter(Boolean)
  const members = (await membersOf(id, { limit: MEMBERS }, ctx)).items.map(ticketOf)
  const asked = [...texts.map((text) => ({ text, place: {} })), ...members]
  const found = await Promise.all(asked.map((one) => alike(one, MAX_PAGE, ctx, joinableBy(ctx))))
  return best(found.flat()).map((one) => groupTicket(one.ticket, ctx, one.why))
}

/** The best first, each once. */
function best(found: AlikeTicket[]): AlikeTicket[] {
  const sorted = found.filter(({ score }) => score >= WORTH_A_LOOK).sort((one, other) => other.score - one.score)
  const once = sorted.filter(({ ticket }, at) => sorted.findIndex((one) => one.ticket.no === ticket.no) === at)
  return once.slice(0, MOST_NEAR)
}

/** What is like one ticket: others that are in no group, and the groups in which others like it are. */
export async function nearTicket(ticket: Ticket, ctx: Context): Promise<Output<'groups.near'>> {
  const found = await alike(ticket, MAX_PAGE, ctx, (other) => maySee(ctx.caller, other))
  const mayJoin = joinableBy(ctx)
  const groups = await groupsAmong(found, MOST_GROUPS, ctx)
  return {
    tickets: best(found.filter((one) => mayJoin(one.ticket))).map((one) => groupTicket(one.ticket, ctx, one.why)),
    groups: await Promise.all(groups.filter(({ id }) => id !== ticket.group).map((group) => groupLine(group, ctx))),
  }
}
