import type { Command as Asked } from '@/contract/ticketCommands'
import { hasDuty } from '@/core/actor'
import { isKeptAway } from '@/core/concern'
import { decide } from '@/core/decide'
import { readCode, readNumber } from '@/core/number'
import { type Command, maySee, type Ticket } from '@/core/ticket'
import { type Context, idOfCaller, settingOf } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { tell } from './notices'
import { officialsOf } from './officials'
import { refuseUnfinished } from './phrases'
import { Conflict, type Doc, Duplicate, MAX_PAGE } from './ports'
import { type Entry, entryOf, patchTo, type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { noteSuggestion } from './routing'
import { afterCheck, type Checked, checkWords, sendToCheck } from './screening'
import { takeFiling } from './takeFiling'
import { attach, ownClips, ownPhotos } from './uploads'
import { ticketLines, ticketView } from './views'

type Topic = 'tickets.file' | 'tickets.mine' | 'tickets.open' | 'tickets.lookUp' | 'tickets.act'
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

  'tickets.open': ({ no }, ctx) => open(no, ctx),

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
    const ready = await resolved(command, ctx)
    let checked: Checked | undefined
    for (let left = TRIES; ; left--) {
      const ticket = await load(no, ctx)
      if (await ctx.store.get('entries', entryId)) return view(ticketOf(ticket), ctx)
      const decision = decide(ctx.caller, ticketOf(ticket), ready, settingOf(ctx))
      if (!decision.ok) return refuseCommand(decision.refusal, ticket, ready, ctx)
      await refuseConcerned(ready, ticket, ctx)
      await refuseUnfinished(ready, ticketOf(ticket), ctx)
      checked ??= await checkWords('text' in ready ? (ready.text ?? '') : '', ctx)
      try {
        const saved = await save(ticket, decision.ticket, entryId, ready, ctx, checked)
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

/** The ticket for this caller, whole. One that they may not see is as missing as one that is not there. */
export async function load(no: string, ctx: Context): Promise<TicketRecord & Doc> {
  const number = readNumber(no) ?? refuse('ticket-missing')
  const ticket = await ctx.store.get<TicketRecord>('tickets', number)
  return ticket && maySee(ctx.caller, ticketOf(ticket)) ? ticket : refuse('ticket-missing')
}

export const open = async (no: string, ctx: Context) => view(ticketOf(await load(no, ctx)), ctx)

export async function view(ticket: Ticket, ctx: Context) {
  return ticketView(ticket, await historyOf(ticket.no, ctx), ctx)
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

/** The ticket and its new line of history, together or not at all. `checked`: what content security made of its words. */
export async function save(
  before: TicketRecord & Doc,
  after: Ticket,
  entryId: string,
  command: Command,
  ctx: Context,
  checked: Checked = 'fine',
): Promise<Ticket> {
  const next = { ...after, entries: after.entries + 1 }
  const entry = entryOf(before, next, command, ctx.caller)
  const { ticket, hold } = afterCheck(next, entry, checked, ctx)
  await ctx.store.tx(async (tx) => {
    await tx.update('tickets', before.id, before.version, patchTo(ticketOf(before), ticket))
    await tx.insert('entries', entryId, entry)
    await attach(tx, { photos: entry.photos, clips: entry.clips ?? [] })
    await sendToCheck(tx, { entryId, entry, checked, hold }, ctx)
    await tell(tx, ticket, command, entry, entryId, ctx)
  })
  return ticket
}

/** The command with its photos, recordings and unit looked up. */
async function resolved(asked: Asked, ctx: Context): Promise<Command> {
  if ('unit' in asked && !ctx.district.units.some(({ id }) => id === asked.unit)) refuse('unit-unknown', {}, 'unit')
  if (asked.do === 'join-group' && !(await ctx.store.get('groups', asked.group))) refuse('no-such-group', {}, 'group')
  const photoIds = 'photos' in asked ? asked.photos : undefined
  const clipIds = 'clips' in asked ? asked.clips : undefined
  const photos = photoIds && (await ownPhotos(photoIds, idOfCaller(ctx), ctx))
  const clips = clipIds && (await ownClips(clipIds, idOfCaller(ctx), ctx))
  // A spread over a union forgets which member it was; only `photos` and `clips` have changed.
  return { ...asked, ...(photos && { photos }), ...(clips && { clips }) } as Command
}

/** What is about people goes to no unit in which nobody else is left to answer it. */
async function refuseConcerned(command: Command, { against }: Ticket, ctx: Context): Promise<void> {
  if (command.do !== 'dispatch' && command.do !== 'add-unit') return
  if ((await unitsConcerned(against, ctx)).includes(command.unit)) refuse('unit-concerned', {}, 'unit')
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
