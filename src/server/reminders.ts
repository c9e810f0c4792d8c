import type { Output } from '@/contract'
import type { Official } from '@/core/actor'
import { maySee } from '@/core/ticket'
import { LADDER } from '@/core/urge'
import { type Context, idOfCaller } from './context'
import type { Handlers } from './handle'
import { limit } from './limit'
import { Conflict, type Doc, MAX_PAGE, Missing } from './ports'
import { type TicketRecord, ticketOf } from './records'
import { refuse } from './refuse'
import type { ReminderRecord } from './urging'
import { veiled } from './veil'
import { categoryOf, unitOf } from './views'

const PAGE = 15
/** How much of a ticket's words a line shows. */
const LINE_LENGTH = 40

type View = Output<'reminders.list'>['items'][number]

export const reminders: Pick<Handlers, 'reminders.list' | 'reminders.see'> = {
  async 'reminders.list'({ after }, ctx) {
    const page = await ctx.store.find<ReminderRecord>('reminders', {
      where: { official: idOfCaller(ctx) },
      by: 'at',
      dir: 'desc',
      limit: PAGE,
      ...(after && { after }),
    })
    const numbers = [...new Set(page.items.map(({ no }) => no))]
    const found = await Promise.all(numbers.map((no) => ctx.store.get<TicketRecord>('tickets', no)))
    const items = page.items.flatMap((reminder) => lineOf(reminder, found, ctx))
    return { items, ...(page.next && { next: page.next }), unseen: await unseenReminders(officialOf(ctx), ctx) }
  },

  async 'reminders.see'({ no }, ctx) {
    await limit('reminders.see', idOfCaller(ctx), ctx)
    const me = officialOf(ctx)
    const page = await ctx.store.find<ReminderRecord>('reminders', {
      where: { official: me.id, unseen: true },
      by: 'at',
      dir: 'desc',
      limit: MAX_PAGE,
    })
    const seen = page.items.filter((reminder) => !no || reminder.no === no)
    await Promise.all(seen.map((reminder) => look(reminder, ctx)))
    return { unseen: await unseenReminders(me, ctx) }
  },
}

/** How many reminders this official has not looked at. */
export const unseenReminders = ({ id }: Official, { store }: Context): Promise<number> =>
  store.count('reminders', { official: id, unseen: true })

async function look({ id, version }: Doc, { store }: Context): Promise<void> {
  try {
    await store.update('reminders', id, version, { unset: ['unseen'] })
  } catch (error) {
    // Seen on another screen, or gone since.
    if (!(error instanceof Conflict || error instanceof Missing)) throw error
  }
}

/** Nothing of a ticket that they may not see any more. */
function lineOf(reminder: ReminderRecord, found: ((TicketRecord & Doc) | null)[], ctx: Context): View[] {
  const record = found.find((one) => one?.no === reminder.no)
  if (!record || !maySee(ctx.caller, ticketOf(record))) return []
  const { no, status, category, text, unit, handler } = veiled(ticketOf(record), ctx.caller)
  return [
    {
      ...{ no, status, at: reminder.at, dueAt: reminder.dueAt, unseen: reminder.unseen ?? false },
      ...rungView(reminder.rung),
      category: categoryOf(category, ctx.district).name,
      text: text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text,
      unit: unitOf(unit, ctx.district).name,
      ...(handler && { handler: handler.name }),
    },
  ]
}

function rungView(level: number): Pick<View, 'rung' | 'days'> {
  const rung = LADDER[level]
  switch (rung?.when) {
    case 'alarm':
      return { rung: 'alarm' }
    case 'due':
      return { rung: 'no-reply' }
    case 'ahead':
      return { rung: 'ahead', days: rung.days }
    case 'foretell':
      return { rung: 'foretell' }
    default:
      return { rung: 'late' }
  }
}

const officialOf = ({ caller }: Context): Official => (caller.role === 'official' ? caller : refuse('not-allowed'))
