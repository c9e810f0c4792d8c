/** What became of what people asked for, in numbers: counted by the timer (counting.ts), put together here. */

import type { Input } from '@/contract'
import { type Actor, hasDuty, type Official } from '@/core/actor'
import { type Unit as DistrictUnit, districtOffice } from '@/core/district'
import { type Figures, figuresOf, SMALL } from '@/core/figures'
import { cellOf, type Filter, namesIn, type Week, weekOf, weeksUntil } from '@/core/weeks'
import type { Context } from './context'
import type { Handlers } from './handle'
import { refuse } from './refuse'
import { rowsOf } from './rows'

type Question = Input<'figures.open'>
type Row = { id: string; name?: DistrictUnit['name']; figures: Figures }
/** A page of weeks from the store stays far under what the cloud's database answers at once (1 MB). */
const WEEKS_A_PAGE = 10

export const figures: Pick<Handlers, 'figures.open' | 'figures.rows'> = {
  async 'figures.open'(question, ctx) {
    const me = officialOf(ctx)
    const filter = filterFor(me, question)
    const now = ctx.now.toISOString()
    const asked = weeksUntil(weekOf(now), question.weeks)
    const weeks = await weeksOf(asked, ctx)
    const counted = weeks.map(({ asOf }) => asOf).sort()
    const [oldest, newest] = [counted[0], counted[counted.length - 1]]
    const { district } = ctx
    return {
      sample: district.sample,
      ...{ target: district.limits.firstReplyMinutes.target, small: SMALL },
      ...{ from: asked[asked.length - 1] ?? '', to: asked[0] ?? '' },
      ...(oldest && newest && { asOf: { oldest, newest } }),
      missing: asked.length - weeks.length,
      whole: figuresOf(cellOf(weeks, filter, now)),
      rows: rowsBy(question.by, weeks, filter, ctx),
      units: seesAll(me) ? unitsIn(weeks, ctx) : district.units.filter(({ id }) => id === me.unit),
      categories: categoriesIn(weeks, ctx),
      allUnits: seesAll(me),
      mayExport: mayExport(me, ctx),
    }
  },

  async 'figures.rows'({ from, to, after, ...asked }, ctx) {
    const me = officialOf(ctx)
    if (!mayExport(me, ctx)) return refuse('not-allowed')
    return rowsOf({ from, to, filter: asked, ...(after && { after }) }, ctx)
  },
}

/** Heads, reviewers and dispatchers see every unit, and so does who keeps the accounts; who answers sees their own. */
const SEE_ALL = ['sign', 'review', 'dispatch', 'admin'] as const
const seesAll = (me: Actor): boolean => SEE_ALL.some((duty) => hasDuty(me, duty))

/** A file is taken out of the house by few: who keeps the accounts, and the heads of the district office. */
const mayExport = (me: Official, { district }: Context): boolean =>
  hasDuty(me, 'admin') || (hasDuty(me, 'sign') && me.unit === districtOffice(district).id)

function filterFor(me: Official, { unit, category }: Question): Filter {
  if (seesAll(me)) return { ...(unit && { unit }), ...(category && { category }) }
  if (!hasDuty(me, 'answer') || (unit && unit !== me.unit)) return refuse('not-allowed')
  return { unit: me.unit, ...(category && { category }) }
}

function officialOf({ caller }: Context): Official {
  return caller.role === 'official' ? caller : refuse('not-allowed')
}

/** Those of the weeks that are counted, the newest first. */
async function weeksOf(asked: string[], { store }: Context): Promise<Week[]> {
  const found: Week[] = []
  const [last, first] = [asked[0] ?? '', asked[asked.length - 1] ?? '']
  for (let after: string | undefined; ; ) {
    const page = await store.find<Week>('weeks', {
      where: { week: { gte: first, lte: last } },
      by: 'week',
      dir: 'desc',
      limit: WEEKS_A_PAGE,
      ...(after && { after }),
    })
    found.push(...page.items)
    if (!page.next) return found
    after = page.next
  }
}

function rowsBy(by: Question['by'], weeks: Week[], filter: Filter, ctx: Context): Row[] {
  const now = ctx.now.toISOString()
  if (by === 'week') {
    return weeks.map((week) => ({ id: week.week, figures: figuresOf(cellOf([week], filter, now)) }))
  }
  const chosen = filter[by]
  const named = by === 'unit' ? unitsIn(weeks, ctx) : categoriesIn(weeks, ctx)
  return named
    .filter(({ id }) => !chosen || id === chosen)
    .map(({ id, name }) => ({ id, name, figures: figuresOf(cellOf(weeks, { ...filter, [by]: id }, now)) }))
}

type Named = { id: string; name: DistrictUnit['name'] }
const unitsIn = (weeks: Week[], { district }: Context) => inOrder(district.units, namesIn(weeks, 'unit'))
const categoriesIn = (weeks: Week[], { district }: Context) => inOrder(district.categories, namesIn(weeks, 'category'))

/** All of the district's, in its order, and after them what is there no longer but had something then. */
function inOrder(known: Named[], found: string[]): Named[] {
  const gone = found.filter((id) => !known.some((one) => one.id === id)).sort()
  return [...known.map(({ id, name }) => ({ id, name })), ...gone.map((id) => ({ id, name: { zh: id, en: id } }))]
}
