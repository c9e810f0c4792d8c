/** Who sits at the desk when: a document for each shift. */
import type { Output } from '@/contract'
import { hasDuty, type Official } from '@/core/actor'
import { dayAfter, dayOf, minutesOf } from '@/core/deadline'
import { spansOn } from '@/core/roster'
import { beginOf, endOf, gapsIn, isOver, type Shift, shiftsAt } from '@/core/shift'
import { type Context, hoursOf, idOfCaller } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { officialsOf } from './officials'
import { type Doc, MAX_PAGE } from './ports'
import { refuse } from './refuse'
import { unitOf } from './views'

type Day = Output<'duty.shifts'>['days'][number]
type Coming = Output<'duty.shifts'>['now']
type Topic = 'duty.shifts' | 'duty.setShift' | 'duty.dropShift'

const DAYS = 7
/** Who comes next is looked for this far ahead. */
const AHEAD = 8

export const shifts: Pick<Handlers, Topic> = {
  async 'duty.shifts'({ from }, ctx) {
    const first = from ?? dayOf(ctx.now.toISOString())
    const [officials, found, coming] = await Promise.all([
      officialsOf(ctx),
      shiftsFrom(first, DAYS, ctx),
      comingShifts(ctx),
    ])
    const edits = mayEdit(ctx)
    const days = Array.from({ length: DAYS }, (_, place) => dayAfter(first, place))
    return {
      edits,
      days: days.map((day) => dayView(day, found, officials, ctx)),
      ...namesOf(coming, officials),
      people: edits ? officials.filter(sits).map((one) => personView(one, ctx)) : [],
    }
  },

  async 'duty.setShift'({ officials: ids, ...span }, ctx) {
    await mayChange(ctx)
    const shift: Shift = { ...span, officials: [...new Set(ids)] }
    if (minutesOf(span.from) >= minutesOf(span.to)) refuse('hours-wrong')
    if (isOver(shift, ctx.now.toISOString())) refuse('shift-past')
    const officials = await officialsOf(ctx)
    if (shift.officials.some((id) => !officials.some((one) => one.id === id && sits(one)))) refuse('person-missing')
    const id = idOf('shift', span.day, span.from, span.to)
    const before = await ctx.store.get<Shift>('shifts', id)
    if (before) await ctx.store.update('shifts', id, before.version, { set: shift })
    else await ctx.store.insert('shifts', id, shift)
    return shiftView({ ...shift, id }, officials)
  },

  async 'duty.dropShift'({ id }, ctx) {
    await mayChange(ctx)
    const shift = await ctx.store.get<Shift>('shifts', id)
    if (!shift) return {}
    if (isOver(shift, ctx.now.toISOString())) refuse('shift-past')
    await ctx.store.remove('shifts', id, shift.version)
    return {}
  },
}

/** Who sits there now and who comes next. */
export const comingShifts = async (ctx: Context) =>
  shiftsAt(await shiftsFrom(dayOf(ctx.now.toISOString()), AHEAD, ctx), ctx.now.toISOString())

type Found = Awaited<ReturnType<typeof comingShifts>>

export function namesOf(
  found: Found,
  officials: Official[],
): { now?: NonNullable<Coming>; next?: NonNullable<Coming> } {
  const [now, next] = [coming(found.now, officials), coming(found.next, officials)]
  return { ...(now && { now }), ...(next && { next }) }
}

/** Several at once are one: from when the first begins until the last is over. */
function coming(found: Shift[], officials: Official[]): Coming {
  const ids = [...new Set(found.flatMap((shift) => shift.officials))]
  const [from] = found.map(beginOf).sort()
  const to = found.map(endOf).sort().at(-1)
  if (!from || !to) return undefined
  return { from, to, names: officials.filter(({ id }) => ids.includes(id)).map(({ name }) => name) }
}

async function shiftsFrom(first: string, days: number, { store }: Context): Promise<(Shift & Doc)[]> {
  const where = { day: { gte: first, lt: dayAfter(first, days) } }
  const found: (Shift & Doc)[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<Shift>('shifts', {
      where,
      by: 'day',
      dir: 'asc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    found.push(...page.items)
    if (!page.next) return found.sort((one, other) => (beginOf(one) < beginOf(other) ? -1 : 1))
    after = page.next
  }
}

/** Who has left, or does not answer any more, covers nothing. */
function dayView(day: string, found: (Shift & Doc)[], officials: Official[], ctx: Context): Day {
  const hours = spansOn(day, hoursOf(ctx), ctx.calendar)
  const shown = found.filter((shift) => shift.day === day).map((shift) => shiftView(shift, officials))
  const manned = shown.filter((shift) => shift.officials.length > 0)
  return { day, workday: ctx.calendar.isWorkday(day), hours, shifts: shown, gaps: gapsIn(hours, manned) }
}

const shiftView = (shift: Shift & { id: string }, officials: Official[]): Day['shifts'][number] => ({
  id: shift.id,
  day: shift.day,
  from: shift.from,
  to: shift.to,
  officials: officials
    .filter((one) => shift.officials.includes(one.id) && sits(one))
    .map(({ id, name }) => ({ id, name })),
})

const personView = ({ id, name, unit }: Official, { district }: Context) => ({
  id,
  name,
  unit: unitOf(unit, district).name,
})

/** At the desk sits who reads what comes in, or answers it. */
const sits = (official: Official): boolean => hasDuty(official, 'dispatch') || hasDuty(official, 'answer')

const mayEdit = ({ caller }: Context): boolean => hasDuty(caller, 'dispatch') || hasDuty(caller, 'admin')

async function mayChange(ctx: Context): Promise<void> {
  if (!mayEdit(ctx)) refuse('not-allowed')
  await limit('duty', idOfCaller(ctx), ctx)
}
