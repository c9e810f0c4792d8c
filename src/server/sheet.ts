/** The handover sheet: what runs out in the next shift, for who may see it. */
import type { Output } from '@/contract'
import { SHEET_LINES } from '@/contract/duty'
import { hasDuty, type Official } from '@/core/actor'
import { BEYOND, DAY, dayOf, momentOf, NEVER } from '@/core/deadline'
import { RESOLVE_CLOCK } from '@/core/lifecycle'
import { isSettled, spansOn } from '@/core/roster'
import { endOf, type shiftsAt } from '@/core/shift'
import { maySee, type Ticket } from '@/core/ticket'
import { type Context, hoursOf } from './context'
import type { Handlers } from './handle'
import { officialsOf } from './officials'
import { MAX_PAGE, type Query, type Where } from './ports'
import { unseenBy } from './queues'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { comingShifts, namesOf } from './shifts'
import { veiled } from './veil'
import { categoryOf, unitOf } from './views'

type Sheet = Output<'duty.sheet'>
type Line = Sheet['lines'][number]
type Row = { ticket: Ticket; what: Line['what']; at: string }
type Span = { from: string; to: string }

const MOST_DAYS = 7
const LINE_LENGTH = 40

export const sheet: Pick<Handlers, 'duty.sheet'> = {
  async 'duty.sheet'({ from, to, paper }, ctx) {
    const me = officialOf(ctx)
    const now = ctx.now.toISOString()
    const dispatches = hasDuty(me, 'dispatch')
    const [officials, coming, hidden] = await Promise.all([officialsOf(ctx), comingShifts(ctx), hiddenFrom(me, ctx)])
    const span = spanOf({ from, to }, coming, ctx)
    const most = paper ? SHEET_LINES.web : SHEET_LINES.phone
    const [found, open, unclaimed, late, held] = await Promise.all([
      rowsOf(span, most, me, ctx),
      count({ open: true, ...scope(me) }, hidden, () => true, ctx),
      count({ unclaimed: true, ...scope(me) }, hidden, ({ unclaimed }) => unclaimed === true, ctx),
      count({ open: true, ...scope(me), nextDue: { lt: now } }, hidden, ({ nextDue }) => nextDue < now, ctx),
      dispatches
        ? count({ open: true, heldSince: { lte: now } }, hidden, ({ heldSince }) => heldSince !== undefined, ctx)
        : undefined,
    ])
    return {
      ...span,
      ...{ open, unclaimed, late },
      ...(held !== undefined && { held }),
      lines: found.slice(0, most).map((row) => lineOf(row, ctx)),
      more: found.length > most,
      ...namesOf(coming, officials),
      by: me.name,
      unit: unitOf(me.unit, ctx.district).name,
    }
  },
}

/** From now until the next shift is over; where none is set down, until the desk closes for the day or the next. */
function spanOf(
  asked: { from: string | undefined; to: string | undefined },
  coming: ReturnType<typeof shiftsAt>,
  ctx: Context,
): Span {
  const now = ctx.now.toISOString()
  const from = asked.from ?? now
  const to = asked.to ?? coming.next.map(endOf).sort().at(-1) ?? closing(ctx)
  const days = (Date.parse(to) - Date.parse(from)) / DAY
  return days > 0 && days <= MOST_DAYS ? { from, to } : refuse('span-wrong')
}

function closing(ctx: Context): string {
  const now = ctx.now.toISOString()
  for (let ahead = 0; ahead < MOST_DAYS - 1; ahead++) {
    const day = dayOf(new Date(ctx.now.getTime() + ahead * DAY).toISOString())
    const last = spansOn(day, hoursOf(ctx), ctx.calendar).at(-1)
    if (last && momentOf(day, last.to) > now) return momentOf(day, last.to)
  }
  return new Date(ctx.now.getTime() + DAY).toISOString()
}

/** Whoever dispatches sees the district; others what lies with their unit. */
const scope = (me: Official): Where => (hasDuty(me, 'dispatch') ? {} : { unit: me.unit })

/** What they must not know of is not counted either: what is about officials, of which there is little. */
async function count(
  where: Where,
  hidden: TicketRecord[],
  isOneOf: (record: TicketRecord) => boolean,
  { store }: Context,
): Promise<number> {
  return (await store.count('tickets', where)) - hidden.filter(isOneOf).length
}

async function hiddenFrom(me: Official, ctx: Context): Promise<TicketRecord[]> {
  return (await unseenBy(me, ctx)).filter(({ unit }) => hasDuty(me, 'dispatch') || unit === me.unit)
}

/** Each ticket once, by what runs out first; what waits without a time limit comes last. */
async function rowsOf({ to }: Span, most: number, me: Official, ctx: Context): Promise<Row[]> {
  const dispatches = hasDuty(me, 'dispatch')
  const [due, lapsing, held, unclaimed] = await Promise.all([
    find({ where: { open: true, ...scope(me), nextDue: { lt: to } }, by: 'nextDue' }, most, me, ctx),
    find({ where: { lapsesAt: { lt: to } }, by: 'lapsesAt' }, most, me, ctx),
    dispatches ? find({ where: { heldSince: { lt: to } }, by: 'heldSince' }, most, me, ctx) : [],
    find({ where: { unclaimed: true, ...scope(me) }, by: 'nextDue' }, most, me, ctx),
  ])
  const rows: Row[] = [
    ...due.map(
      (ticket): Row => ({ ticket, what: isSettled(ticket.firstReply) ? 'resolve' : 'first-reply', at: dueOf(ticket) }),
    ),
    ...lapsing.map((ticket): Row => ({ ticket, what: 'lapse', at: ticket.lapsesAt ?? NEVER })),
    ...held.map((ticket): Row => ({ ticket, what: 'held', at: dueOf(ticket) })),
    ...unclaimed.map((ticket): Row => ({ ticket, what: 'unclaimed', at: dueOf(ticket) })),
  ]
  const once = rows.filter(({ ticket }, place) => rows.findIndex((row) => row.ticket.no === ticket.no) === place)
  return once.sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** By the clock that runs out next; NEVER where none does, or nobody knows. */
function dueOf({ firstReply, resolve, status }: Ticket): string {
  if (RESOLVE_CLOCK[status] !== 'runs') return NEVER
  const due = isSettled(firstReply) ? resolve.dueAt : firstReply.dueAt
  return due === BEYOND ? NEVER : due
}

/** One more than fit, so that it is known that there are more. What they may not see leaves no trace. */
async function find(query: Omit<Query, 'limit'>, most: number, me: Official, { store }: Context): Promise<Ticket[]> {
  const found: Ticket[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<TicketRecord>('tickets', {
      ...query,
      dir: 'asc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    found.push(...page.items.map(ticketOf).filter((ticket) => maySee(me, ticket)))
    if (!page.next || found.length > most) return found.slice(0, most + 1)
    after = page.next
  }
}

function lineOf({ ticket, what, at }: Row, ctx: Context): Line {
  const { no, status, category, text, unit, handler } = veiled(ticket, ctx.caller)
  return {
    ...{ no, what, status },
    ...(at < NEVER && { at }),
    late: at < ctx.now.toISOString(),
    category: categoryOf(category, ctx.district).name,
    text: text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text,
    unit: unitOf(unit, ctx.district).name,
    ...(handler && { handler: handler.name }),
  }
}

/** For who works on tickets: others would learn how many there are. */
function officialOf({ caller }: Context): Official {
  if (caller.role !== 'official') return refuse('not-allowed')
  return WORKING.some((one) => hasDuty(caller, one)) ? caller : refuse('not-allowed')
}
const WORKING = ['dispatch', 'answer', 'sign'] as const
