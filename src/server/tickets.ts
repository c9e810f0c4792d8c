import type { Command as Asked } from '@/contract/tickets'
import { hasDuty } from '@/core/actor'
import { decide, file } from '@/core/decide'
import { queryCode, readCode, readNumber } from '@/core/number'
import { type Command, maySee, type Ticket } from '@/core/ticket'
import { aboutOf } from './about'
import { type Context, idOfCaller, settingOf } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { tell } from './notices'
import { takeNumber } from './numbers'
import { Conflict, type Doc, Duplicate, MAX_PAGE } from './ports'
import { authorOf, type Entry, entryOf, patchTo, recordOf, type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { afterCheck, type Checked, checkWords, sendToCheck, wordsOf } from './screening'
import { ownPhotos } from './uploads'
import { ticketLines, ticketView } from './views'

type Topic = 'tickets.file' | 'tickets.mine' | 'tickets.open' | 'tickets.lookUp' | 'tickets.act'
/** What fits into 20 KB on the mini program, with long texts and photos. */
const PAGE = 15
/** How often a command is tried again on what somebody else has just written. */
const TRIES = 4
/** Whatever was sent with it: a tip reports something, and is never made public. */
const TIP = { kind: 'report', consent: false } as const

export const tickets: Pick<Handlers, Topic> = {
  async 'tickets.file'(filing, ctx) {
    const asker = idOfCaller(ctx)
    const filingId = idOf('filing', asker, filing.key)
    const earlier = await ctx.store.get<{ no: string }>('filings', filingId)
    if (earlier) return open(earlier.no, ctx)
    await limit('tickets.file', asker, ctx)
    if (!ctx.district.categories.some(({ id }) => id === filing.category)) refuse('category-unknown', {}, 'category')
    const photos = await ownPhotos(filing.photos, asker, ctx)
    const { key, visibility, name, phone, about: read, clips, details, spot, behalf, against, ...rest } = filing
    const about = read ? await aboutOf(read, ctx) : undefined
    const known = visibility === 'anonymous' ? {} : { ...(name && { name }), ...(phone && { phone }) }
    const filed = {
      ...rest,
      ...(about && { about }),
      ...(about?.tip && TIP),
      photos,
      asker: { id: asker, visibility, ...known },
      ...(ctx.sample && { sample: ctx.sample }),
    }
    const checked = await checkWords(wordsOf({ did: 'file', text: filed.text }, filed), ctx)
    return open(await store(filed, filingId, checked, ctx), ctx)
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
      checked ??= await checkWords('text' in ready ? (ready.text ?? '') : '', ctx)
      try {
        return await view(await save(ticket, decision.ticket, entryId, ready, ctx, checked), ctx)
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

type Filed = Omit<Parameters<typeof file>[0], 'no' | 'code' | 'lang'>

/** Writes the ticket, its first two lines of history and the filing key together; gives the ticket's number. */
async function store(filed: Filed, filingId: string, checked: Checked, ctx: Context): Promise<string> {
  const code = queryCode(ctx.chance.bytes(12))
  const no = await takeNumber(filingId, ctx)
  for (let left = TRIES; ; left--) {
    try {
      return await ctx.store.tx(async (tx) => {
        const received = { ...file({ ...filed, no, code, lang: ctx.lang }, settingOf(ctx)), entries: 2 }
        const shared = { no, at: received.filedAt, public: true }
        const words: Entry = {
          ...shared,
          seq: 1,
          did: 'file',
          by: authorOf(ctx.caller),
          text: filed.text,
          photos: filed.photos,
        }
        const receipt: Entry = { ...shared, seq: 2, did: 'received', by: { role: 'system', id: 'system' }, photos: [] }
        const { ticket, hold } = afterCheck(received, words, checked, ctx)
        const entryId = idOf('entry', no, '1')
        await tx.insert('filings', filingId, { no })
        await tx.insert('tickets', no, recordOf(ticket))
        await tx.insert('entries', entryId, words)
        await tx.insert('entries', idOf('entry', no, '2'), receipt)
        await sendToCheck(tx, { entryId, entry: words, checked, hold }, ctx)
        return no
      })
    } catch (error) {
      if (!(error instanceof Duplicate || error instanceof Conflict)) throw error
      const earlier = await ctx.store.get<{ no: string }>('filings', filingId)
      if (earlier) return earlier.no
      if (left <= 1) throw error
    }
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
    await sendToCheck(tx, { entryId, entry, checked, hold }, ctx)
    await tell(tx, ticket, command, entry, entryId, ctx)
  })
  return ticket
}

/** The command with its photos and unit looked up. */
async function resolved(asked: Asked, ctx: Context): Promise<Command> {
  if ('unit' in asked && !ctx.district.units.some(({ id }) => id === asked.unit)) refuse('unit-unknown', {}, 'unit')
  if (asked.do === 'join-group' && !(await ctx.store.get('groups', asked.group))) refuse('no-such-group', {}, 'group')
  const ids = 'photos' in asked ? asked.photos : undefined
  const photos = ids && (await ownPhotos(ids, idOfCaller(ctx), ctx))
  // A spread over a union forgets which member it was; only `photos` has changed.
  return { ...asked, ...(photos && { photos }) } as Command
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
