import { hasDuty, type Official } from '@/core/actor'
import { BEYOND, dueAt } from '@/core/deadline'
import { readNumber } from '@/core/number'
import { maySee } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { unseenReminders } from './duty'
import { colleaguesOf } from './handing'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { load } from './keptTickets'
import { phrasesFor } from './phrases'
import { overdueReleases } from './publishing'
import { pageOf, queuesOf, ringingFor, stampOf } from './queues'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import { suggestionFor } from './routing'
import { otherCategory } from './suggesting'
import { takeFiling } from './takeFiling'
import { unitsConcerned, view } from './tickets'
import { categoryOf, officialView, ticketLines, unitOf } from './views'

export const desk: Pick<Handlers, 'desk.queue' | 'desk.changes' | 'desk.open' | 'desk.file'> = {
  async 'desk.queue'({ queue, after }, ctx) {
    const me = officialOf(ctx)
    const [page, queues, overdue, ringing, unseen] = await Promise.all([
      pageOf(queue, after, me, ctx),
      queuesOf(me, ctx),
      overdueReleases(ctx),
      ringingFor(me, ctx),
      unseenReminders(me, ctx),
    ])
    return {
      items: await ticketLines(page.items, ctx),
      ...(page.next && { next: page.next }),
      me: officialView(me, ctx),
      ...(overdue && { overdue }),
      queues,
      ...calendarEnd(ctx),
      stamp: stampOf(page),
      ringing,
      unseen,
    }
  },

  /**
   * Whoever asks at the window or on the phone has no account: an id of their own, which no session has (those of people
   * hold no colon), and follows it with number and code. Both clocks run as for anybody: that somebody has spoken with
   * them is no answer to their matter yet, and a unit that hears of it by phone gets no more time than by any other way.
   */
  async 'desk.file'({ channel, ...filing }, ctx) {
    const me = officialOf(ctx)
    if (!hasDuty(me, 'answer') && !hasDuty(me, 'dispatch')) return refuse('not-allowed')
    const filingId = idOf('taken', me.id, filing.key)
    const taken = { by: { id: me.id, name: me.name }, unit: me.unit, channel }
    const no = await takeFiling(filing, { asker: `desk:${filingId}`, filingId, limited: 'desk.file', taken }, ctx)
    const ticket = await ctx.store.get<TicketRecord>('tickets', no)
    if (!ticket) throw new Error('a filing has no ticket')
    // For who may not work on it, as whoever holds the slip sees it.
    const caller = maySee(me, ticketOf(ticket)) ? me : ({ role: 'anyone' } as const)
    return { ticket: await view(ticketOf(ticket), { ...ctx, caller }), code: ticket.code }
  },

  async 'desk.changes'({ queue, after, no }, ctx) {
    const me = officialOf(ctx)
    const [page, ticket, ringing, unseen] = await Promise.all([
      queue && pageOf(queue, after, me, ctx),
      no ? ticketStamp(no, ctx) : {},
      ringingFor(me, ctx),
      unseenReminders(me, ctx),
    ])
    return { ...(page && { stamp: stampOf(page) }), ...ticket, ringing, unseen }
  },

  async 'desk.open'({ no }, ctx) {
    const ticket = ticketOf(await load(no, ctx))
    const shown = await view(ticket, ctx)
    const chooses = shown.may.includes('dispatch') || shown.may.includes('add-unit')
    const closed = chooses ? [ticket.unit, ...ticket.coUnits, ...(await unitsConcerned(ticket.against, ctx))] : []
    const units = chooses ? ctx.district.units.filter(({ id }) => !closed.includes(id)) : []
    const suggested = chooses ? await suggestionFor(ticket, closed, ctx) : undefined
    const other = shown.may.includes('dispatch') ? await otherCategory(ticket, ctx) : undefined
    return {
      ticket: shown,
      stamp: stampOf({ items: [ticket] }),
      units: units.map(({ id }) => unitOf(id, ctx.district)),
      ...(suggested && { suggested }),
      ...(other && { otherCategory: categoryOf(other, ctx.district) }),
      colleagues: shown.may.includes('hand-over') ? await colleaguesOf(ticket, ctx) : [],
      categories: shown.may.includes('split') ? ctx.district.categories.map(({ id, name }) => ({ id, name })) : [],
      phrases: await phrasesFor(ticket, ctx),
      quick: shown.may.includes('reply') ? ctx.district.quickReplies.map((reply) => reply[ticket.lang]) : [],
    }
  },
}

/** Where the promises made today reach further than the calendar: its last day. Then the desk is told, and nothing is guessed. */
function calendarEnd(ctx: Context): { calendarEnds?: string } {
  const { now, calendar, limits } = settingOf(ctx)
  const longest = Math.max(...Object.values(limits.resolveDays))
  return dueAt(now, longest, calendar) === BEYOND ? { calendarEnds: calendar.until } : {}
}

/** What was open and now is not theirs to see any more has no stamp. */
async function ticketStamp(no: string, ctx: Context): Promise<{ ticket?: string }> {
  const number = readNumber(no)
  const record = number && (await ctx.store.get<TicketRecord>('tickets', number))
  const ticket = record && ticketOf(record)
  return ticket && maySee(ctx.caller, ticket) ? { ticket: stampOf({ items: [ticket] }) } : {}
}

const officialOf = ({ caller }: Context): Official => (caller.role === 'official' ? caller : refuse('not-allowed'))
