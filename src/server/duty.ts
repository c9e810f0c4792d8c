/** The hours of the desk, set by who administers it. Who sits there: shifts.ts. What runs out: sheet.ts. */
import type { Output } from '@/contract'
import { hasDuty } from '@/core/actor'
import { dayOf } from '@/core/deadline'
import { type Changed, withEdition, withoutEdition, withoutSpecial, withSpecial } from '@/core/hours'
import type { DutyHours } from '@/core/roster'
import { type Context, idOfCaller } from './context'
import type { Handlers } from './handle'
import { type HoursRecord, hoursIn, hoursRecord, remember } from './hours'
import { limit } from './limit'
import { refuse } from './refuse'
import { sheet } from './sheet'
import { shifts } from './shifts'

export { unseenReminders } from './reminders'

type View = Output<'duty.hours'>
type Topic = Extract<keyof Handlers, `duty.${string}`>

export const duty: Pick<Handlers, Topic> = {
  ...shifts,
  ...sheet,

  'duty.hours': async (_, ctx) => viewOf(hoursIn(await hoursRecord(ctx), ctx), ctx),

  'duty.setWeek': (edition, ctx) => change((hours) => withEdition(hours, edition, at(ctx)), ctx),

  'duty.dropWeek': ({ from }, ctx) => change((hours) => withoutEdition(hours, from, at(ctx)), ctx),

  'duty.setDay': ({ day, spans }, ctx) =>
    change((hours) => (spans ? withSpecial(hours, day, spans, at(ctx)) : withoutSpecial(hours, day, at(ctx))), ctx),
}

const at = ({ now, calendar }: Context) => ({ now: now.toISOString(), calendar })

/** One after the other: whoever changed them at the same moment wins, and the other looks again. */
async function change(how: (hours: DutyHours) => Changed, ctx: Context): Promise<View> {
  if (!hasDuty(ctx.caller, 'admin')) refuse('not-allowed')
  await limit('duty', idOfCaller(ctx), ctx)
  const before = await hoursRecord(ctx)
  const changed = how(hoursIn(before, ctx))
  if (!changed.ok) return refuse(changed.refusal)
  const { later = [], special = {} } = changed.hours
  const record: HoursRecord = { later, special, at: ctx.now.toISOString(), by: idOfCaller(ctx) }
  if (before) await ctx.store.update('settings', 'hours', before.version, { set: record })
  else await ctx.store.insert('settings', 'hours', record)
  remember(record, ctx)
  return viewOf(changed.hours, ctx)
}

function viewOf(hours: DutyHours, { caller, now }: Context): View {
  const today = dayOf(now.toISOString())
  const { later = [], special = {} } = hours
  const held = later.filter(({ from }) => from <= today).at(-1)
  const { workday, restday } = held ?? hours
  return {
    edits: hasDuty(caller, 'admin'),
    today,
    weeks: [{ ...(held && { from: held.from }), workday, restday }, ...later.filter(({ from }) => from > today)],
    special: Object.entries(special)
      .filter(([day]) => day >= today)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, spans]) => ({ day, spans })),
  }
}
