import type { Command as Asked } from '@/contract/ticketCommands'
import type { TicketView } from '@/contract/tickets'
import { hasDuty } from '@/core/actor'
import { isKeptAway } from '@/core/concern'
import { decide } from '@/core/decide'
import { readCode, readNumber } from '@/core/number'
import { type Command, closedTo, type Ticket } from '@/core/ticket'
import { refuseBlocked } from './blocks'
import { type Context, idOfCaller, settingOf } from './context'
import { editionOf, type GroupRecord } from './groupRecords'
import { colleagueFor } from './handing'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { joinedTo, partedFrom, refuseNamed } from './joining'
import { type Beside, load, save } from './keptTickets'
import { seenAbout } from './letters'
import { limit } from './limit'
import { takeNumber } from './numbers'
import { officialsOf } from './officials'
import { refuseUnfinished } from './phrases'
import { Conflict, Duplicate, MAX_PAGE } from './ports'
import { stampOf } from './queues'
import { type Entry, type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { noteSuggestion } from './routing'
import { type Checked, checkWords } from './screening'
import { takenOut } from './splitting'
import { takeFiling } from './takeFiling'
import { ownClips, ownPhotos } from './uploads'
import { ticketLines, ticketView } from './views'

type Topic = 'tickets.file' | 'tickets.mine' | 'tickets.open' | 'tickets.changes' | 'tickets.lookUp' | 'tickets.act'
/** What needs nothing of the ticket to be given to it. */
type Plain = Exclude<Asked, { do: 'hand-over' | 'merge' | 'split' }>
/** What fits into 20 KB on the mini program, with long texts and photos. */
const PAGE = 15
/** How often a command is tried again on what somebody else has just written: many may follow a ticket in one minute. */
const TRIES = 12

export const tickets: Pick<Handlers, Topic> = {
  async 'tickets.file'(filing, ctx) {
    const asker = idOfCaller(ctx)
    const filer = { asker, filingId: idOf('filing', asker, filing.key), limited: 'tickets.file' } as const
    return open(await takeFiling(filing, filer, ctx), ctx)
  },

  async 'tickets.mine'({ after }, ctx) {
    const where = { askerId: idOfCaller(ctx) }
    const page = await ctx.store.find<TicketRecord>('tickets', {
      where,
      by: 'filedAt',
      dir: 'desc',
      limit: PAGE,
      ...(after && { after }),
    })
    return { items: await ticketLines(page.items.map(ticketOf), ctx), ...(page.next && { next: page.next }) }
  },

  async 'tickets.open'({ no }, ctx) {
    const opened = await open(no, ctx)
    await seenAbout(opened.no, ctx)
    return opened
  },

  /** One record where nothing has happened. */
  async 'tickets.changes'({ no, stamp }, ctx) {
    const ticket = ticketOf(await load(no, ctx))
    const now = { stamp: stampOf({ items: [ticket] }), now: ctx.now.toISOString() }
    return stamp === now.stamp ? now : { ...now, ticket: await view(ticket, ctx) }
  },

  async 'tickets.lookUp'({ no, code }, ctx) {
    await limit('tickets.lookUp', ctx.address, ctx)
    const number = readNumber(no) ?? refuse('number-wrong', {}, 'no')
    const ticket = await ctx.store.get<TicketRecord>('tickets', number)
    if (!ticket || ticket.code !== readCode(code)) return refuse('lookup-failed', {}, 'code')
    return view(ticketOf(ticket), { ...ctx, caller: { role: 'anyone' } })
  },

  async 'tickets.act'({ no, key, command }, ctx) {
    await limit('tickets.act', idOfCaller(ctx), ctx)
    const entryId = idOf('entry', readNumber(no) ?? refuse('ticket-missing'), idOfCaller(ctx), key)
    const named = await resolved(command, ctx)
    let checked: Checked | undefined
    for (let left = TRIES; ; left--) {
      const ticket = await load(no, ctx)
      if (await ctx.store.get('entries', entryId)) return view(ticketOf(ticket), ctx)
      // What was asked of them, and what they think of an answer, they may still say.
      if (command.do === 'add') await refuseBlocked(idOfCaller(ctx), ctx)
      const ready = await completed(named, ticketOf(ticket), entryId, ctx)
      const decision = decide(ctx.caller, ticketOf(ticket), ready, settingOf(ctx))
      if (!decision.ok) return refuseCommand(decision.refusal, ticket, ready, ctx)
      await refuseConcerned(ready, ticket, ctx)
      if (ready.do === 'answer') await refuseNamed(ticket, ready, ctx)
      await refuseUnfinished(ready, ticketOf(ticket), ctx)
      try {
        const beside = await besideOf(ready, ticketOf(ticket), entryId, ctx)
        checked ??= await checkWords('text' in ready ? (ready.text ?? '') : '', ctx)
        const saved = await save(ticket, decision.ticket, entryId, ready, ctx, { checked, beside })
        await noteSuggestion(
          ready,
          ticketOf(ticket),
          { entryId, closed: await unitsConcerned(ticket.against, ctx) },
          ctx,
        )
        return await view(saved, ctx)
      } catch (error) {
        // Somebody wrote first, or this very command arrived twice: look again at what is there now.
        if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
      }
    }
  },
}

export const open = async (no: string, ctx: Context) => view(ticketOf(await load(no, ctx)), ctx)

export async function view(ticket: Ticket, ctx: Context) {
  const [history, group] = await Promise.all([historyOf(ticket.no, ctx), groupOf(ticket, ctx)])
  return { ...(await ticketView(ticket, history, ctx)), ...group }
}

/** Who asks the same: for residents where everybody may read it. */
async function groupOf({ group: id }: Ticket, { caller, store }: Context): Promise<Pick<TicketView, 'group'>> {
  const group = id && (await store.get<GroupRecord>('groups', id))
  if (!group || !(group.public || caller.role === 'official')) return {}
  const { title, askers, public: isPublic } = group
  return { group: { id, title, askers, edition: editionOf(group), public: isPublic } }
}

async function historyOf(no: string, ctx: Context): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let after: string | undefined; ; ) {
    const page = await ctx.store.find<Entry>('entries', {
      where: { no },
      by: 'seq',
      dir: 'asc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    entries.push(...page.items)
    if (!page.next) return entries
    after = page.next
  }
}

/** A command as far as it can be looked up without the ticket: its photos, recordings, units and category. */
async function resolved(asked: Asked, ctx: Context): Promise<Asked> {
  const { units, categories } = ctx.district
  const chosen = [...('unit' in asked ? [asked.unit] : []), ...('coUnits' in asked ? (asked.coUnits ?? []) : [])]
  if (chosen.some((unit) => !units.some(({ id }) => id === unit))) refuse('unit-unknown', {}, 'unit')
  if ('category' in asked && !categories.some(({ id }) => id === asked.category))
    refuse('category-unknown', {}, 'category')
  if (asked.do === 'join-group' && !(await ctx.store.get('groups', asked.group))) refuse('no-such-group', {}, 'group')
  return asked
}

/** The command as the rules take it. Who takes over, and which number a second ticket gets, depends on the ticket. */
async function completed(asked: Asked, ticket: Ticket, entryId: string, ctx: Context): Promise<Command> {
  switch (asked.do) {
    case 'hand-over':
      return { ...asked, to: await colleagueFor(asked.to, ticket, ctx) }
    case 'merge':
      return { ...asked, into: readNumber(asked.into) ?? refuse('number-wrong', {}, 'into') }
    case 'split': {
      // No number is used up for somebody who may not do it.
      const closed = closedTo(ctx.caller, ticket, 'split', settingOf(ctx))
      return { ...asked, no: closed ? '' : await takeNumber(idOf('split', entryId), ctx) }
    }
    default:
      return withMedia(asked, ctx)
  }
}

async function withMedia(asked: Plain, ctx: Context): Promise<Command> {
  const photoIds = 'photos' in asked ? asked.photos : undefined
  const clipIds = 'clips' in asked ? asked.clips : undefined
  const photos = photoIds && (await ownPhotos(photoIds, idOfCaller(ctx), ctx))
  const clips = clipIds && (await ownClips(clipIds, idOfCaller(ctx), ctx))
  // A spread over a union forgets which member it was; only `photos` and `clips` have changed.
  return { ...asked, ...(photos && { photos }), ...(clips && { clips }) } as Command
}

/** What is written into other tickets together with this one. */
async function besideOf(command: Command, ticket: Ticket, entryId: string, ctx: Context): Promise<Beside | undefined> {
  switch (command.do) {
    case 'merge':
      return joinedTo(ticket, command, entryId, ctx)
    case 'unmerge':
    case 'withdraw':
      return partedFrom(ticket, entryId, ctx)
    case 'split':
      return takenOut(ticket, command, ctx)
    default:
      return undefined
  }
}

/** What is about people goes to no unit in which nobody else is left to answer it. */
async function refuseConcerned(command: Command, { against }: Ticket, ctx: Context): Promise<void> {
  if (command.do !== 'dispatch' && command.do !== 'add-unit') return
  const units = [command.unit, ...('coUnits' in command ? (command.coUnits ?? []) : [])]
  const concerned = await unitsConcerned(against, ctx)
  if (units.some((unit) => concerned.includes(unit))) refuse('unit-concerned', {}, 'unit')
}

/** The units to which a ticket must not go: the one it is about, and those where all who answer are meant. */
export async function unitsConcerned(against: Ticket['against'], ctx: Context): Promise<string[]> {
  if (!against) return []
  const answering = (await officialsOf(ctx)).filter((official) => hasDuty(official, 'answer'))
  const meant = answering.filter((official) => isKeptAway(official, against)).map(({ unit }) => unit)
  const left = answering.filter((official) => !isKeptAway(official, against)).map(({ unit }) => unit)
  return [...meant.filter((unit) => !left.includes(unit)), ...(against.barred ? [against.barred] : [])]
}

function refuseCommand(
  refusal: Parameters<typeof refuse>[0],
  ticket: Ticket,
  command: Command,
  { caller }: Context,
): never {
  const other = ticket.handler && ticket.handler.id !== idOfCaller({ caller }) ? ticket.handler : undefined
  if (command.do === 'take' && other && hasDuty(caller, 'answer')) refuse('taken', { name: other.name })
  return refuse(refusal)
}
