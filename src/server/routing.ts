/** Routing rules: which unit a ticket is suggested to. One document, so that their order is one. */
import type { Input } from '@/contract'
import { COUNTED_WEEKS, MOST_RULES, type RuleView, type Suggested } from '@/contract/routing'
import { hasDuty, type Official } from '@/core/actor'
import { DAY, dayOf } from '@/core/deadline'
import { onEarth } from '@/core/gcj02'
import { lacks, moved, type Routed, type Rule, routeOf, settled, type Where } from '@/core/routing'
import { type Command, may, type Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { officialsOf } from './officials'
import { Conflict, Duplicate, MAX_PAGE } from './ports'
import type { Entry } from './records'
import { refuse } from './refuse'
import type { OfficialRecord } from './session'
import type { Round } from './timer'
import { categoryOf, unitOf } from './views'

/** `by`, `key`: who changed them last, and by which call. */
type Rules = { rules: Rule[]; by: { name: string }; key: string }
const RULES = 'routing'
/** Before anybody wrote a rule. */
const NONE = { rules: [], by: { name: '' }, key: '', version: 0 }
/** What fits on a screen of the office, and into 20 KB on the mini program. */
const PAGE = 10

export const routing: Pick<Handlers, 'routing.list' | 'routing.change' | 'routing.try'> = {
  async 'routing.list'({ after = '0' }, ctx) {
    const me = officialOf(ctx)
    if (!mayRead(me)) return refuse('not-allowed')
    const { rules, version } = await rulesOf(ctx)
    const first = Number(after)
    const shown = (await live(rules, ctx)).slice(first, first + PAGE)
    const { units, categories } = ctx.district
    return {
      items: await Promise.all(shown.map((rule) => ruleView(rule, ctx))),
      first,
      total: rules.length,
      ...(first + PAGE < rules.length && { next: String(first + PAGE) }),
      version,
      edits: hasDuty(me, 'admin'),
      units: units.map(({ id, name }) => ({ id, name })),
      categories: categories.map(({ id, name }) => ({ id, name })),
    }
  },

  async 'routing.change'({ key, version, change }, ctx) {
    const me = officialOf(ctx)
    if (!hasDuty(me, 'admin')) return refuse('not-allowed')
    await limit('texts', me.id, ctx)
    const known = await rulesOf(ctx)
    if (known.key === key) return { version: known.version }
    if (known.version !== version) return refuse('rules-moved', { name: known.by.name })
    const rules = await changed(await live(known.rules, ctx), change, idOf('rule', me.id, key), ctx)
    try {
      return { version: await write({ rules, by: { name: me.name }, key }, version, ctx) }
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
      return refuse('rules-moved', { name: (await rulesOf(ctx)).by.name })
    }
  },

  async 'routing.try'({ category, address, point }, ctx) {
    if (!mayRead(officialOf(ctx))) return refuse('not-allowed')
    if (!ctx.district.categories.some(({ id }) => id === category)) return refuse('category-unknown', {}, 'category')
    const where = { category, ...(address && { address }), ...(point && { point: onEarth(point) }) }
    const { rules } = await rulesOf(ctx)
    return suggestedView(routeOf(await live(rules, ctx), where), ctx) ?? {}
  },
}

const mayRead = (me: Official): boolean => hasDuty(me, 'admin') || hasDuty(me, 'dispatch')
const rulesOf = async ({ store }: Context): Promise<Rules & { version: number }> =>
  (await store.get<Rules>('settings', RULES)) ?? NONE

async function write(rules: Rules, version: number, { store }: Context): Promise<number> {
  if (version) return store.update('settings', RULES, version, { set: rules })
  return (await store.insert('settings', RULES, rules)).version
}

type Change = Input<'routing.change'>['change']
type Given = Extract<Change, { do: 'add' }>['rule']

async function changed(rules: Rule[], change: Change, id: string, ctx: Context): Promise<Rule[]> {
  if (change.do === 'add') {
    if (rules.length >= MOST_RULES) return refuse('rules-full', { n: String(MOST_RULES) })
    return [...rules, await ruleOf(id, change.rule, ctx)]
  }
  const rule = rules.find((one) => one.id === change.id) ?? refuse('rule-missing')
  const replaced = (by: Rule) => rules.map((one) => (one === rule ? by : one))
  switch (change.do) {
    case 'set':
      // Changed while it was off by hand, it stays off; one that switched itself off is good again with another unit.
      return replaced({
        ...(await ruleOf(rule.id, change.rule, ctx)),
        ...(rule.off?.why === 'by-hand' && { off: rule.off }),
      })
    case 'move':
      return moved(rules, rule.id, change.by)
    case 'turn': {
      const { off, ...on } = rule
      if (!change.on) return replaced({ ...on, off: { why: 'by-hand', on: today(ctx) } })
      await refuseEmpty(rule.unit, ctx)
      return replaced(on)
    }
    case 'remove':
      return rules.filter((one) => one !== rule)
  }
}

async function ruleOf(id: string, { place, ...given }: Given, ctx: Context): Promise<Rule> {
  const { categories, units } = ctx.district
  if (given.categories.some((one) => !categories.some((known) => known.id === one)))
    refuse('category-unknown', {}, 'change.rule.categories')
  for (const unit of [given.unit, ...given.coUnits])
    if (!units.some((known) => known.id === unit)) refuse('unit-unknown', {}, 'change.rule.unit')
  await refuseEmpty(given.unit, ctx)
  const coUnits = [...new Set(given.coUnits)].filter((unit) => unit !== given.unit)
  const where = place?.in === 'circle' ? { ...place, point: onEarth(place.point) } : place
  return { ...given, id, coUnits, ...(where && { place: where }) }
}

/** A rule that leads nowhere would only switch itself off again. */
async function refuseEmpty(unit: string, ctx: Context): Promise<void> {
  if (lacks(unit, unitIds(ctx), await answering([unit], ctx))) refuse('rule-unit-empty', {}, 'change.rule.unit')
}

const unitIds = ({ district }: Context): string[] => district.units.map(({ id }) => id)
const today = ({ now }: Context) => dayOf(now.toISOString())

/** Of these units those in which somebody answers. Sample accounts count only where they can sign in. */
async function answering(units: string[], { store, production }: Context): Promise<string[]> {
  const found = await Promise.all(
    units.map(async (unit) => {
      for (let after: string | undefined; ; ) {
        const query = { where: { unit }, by: 'account', limit: MAX_PAGE, ...(after && { after }) }
        const page = await store.find<OfficialRecord>('officials', query)
        if (page.items.some(({ duties, demo }) => duties.includes('answer') && !(demo && production))) return [unit]
        if (!page.next) return []
        after = page.next
      }
    }),
  )
  return found.flat()
}

/** As they are at this moment, before the timer has written down which have switched themselves off. */
async function live(rules: Rule[], ctx: Context): Promise<Rule[]> {
  const units = [...new Set(rules.flatMap(({ unit, off }) => (off ? [] : unit)))]
  return settled(rules, unitIds(ctx), await answering(units, ctx), today(ctx))
}

/** Writes down which rules have switched themselves off, so that the day of it is kept. */
export async function settleRules(ctx: Context): Promise<Round> {
  const { rules, by, key, version } = await rulesOf(ctx)
  if (!rules.length) return { did: 0, more: false }
  const now = settled(rules, unitIds(ctx), await answeringNow(ctx), today(ctx))
  const did = now.filter((rule, place) => rule !== rules[place]).length
  // Whoever was quicker has seen the same; what they missed is seen in the next turn.
  if (did) await write({ rules: now, by, key }, version, ctx).catch(ignoreConflict)
  return { did, more: false }
}

const ignoreConflict = (error: unknown): void => {
  if (!(error instanceof Conflict)) throw error
}
const answeringNow = async (ctx: Context): Promise<string[]> =>
  (await officialsOf(ctx)).filter((official) => hasDuty(official, 'answer')).map(({ unit }) => unit)

async function ruleView({ place, off, ...rule }: Rule, ctx: Context): Promise<RuleView> {
  const { district, now, store } = ctx
  const since = new Date(now.getTime() - COUNTED_WEEKS * 7 * DAY).toISOString()
  const times = (followed: boolean) => store.count('hints', { rule: rule.id, followed, at: { gte: since } })
  const [followed, other] = await Promise.all([times(true), times(false)])
  return {
    ...{ id: rule.id, title: rule.title, followed, changed: other },
    categories: rule.categories.map((id) => ({ id, name: categoryOf(id, district).name })),
    ...(place && { place }),
    unit: unitOf(rule.unit, district),
    coUnits: rule.coUnits.map((id) => unitOf(id, district)),
    ...(off && { off }),
  }
}

function suggestedView({ rule, off }: Routed, { district }: Context): Suggested | undefined {
  if (!rule && !off?.off) return undefined
  const known = rule?.coUnits.filter((id) => district.units.some((unit) => unit.id === id)) ?? []
  return {
    ...(rule && { unit: unitOf(rule.unit, district), rule: rule.title }),
    ...(known.length && { coUnits: known.map((id) => unitOf(id, district)) }),
    ...(off?.off && { off: { ...off.off, rule: off.title, unit: unitOf(off.unit, district) } }),
  }
}

/**
 * Where the rules would send it; undefined where none of them says. `closed`: units to which it must not go. To one that said of this very ticket that it is not theirs it is not sent again.
 */
export async function suggestionFor(ticket: Ticket, closed: string[], ctx: Context): Promise<Suggested | undefined> {
  if (!may(ctx.caller, ticket, settingOf(ctx)).includes('dispatch')) return undefined
  return suggestedView(await routed(ticket, closed, ctx), ctx)
}

async function routed(ticket: Ticket, closed: string[], ctx: Context): Promise<Routed> {
  const { rules } = await rulesOf(ctx)
  if (!rules.length) return {}
  const excluded = [ticket.unit, ...ticket.coUnits, ...closed, ...(await objectedBy(ticket, ctx))]
  const where: Where = { category: ticket.category, ...ticket.place }
  // Only the units of rules that would win are looked at: each round one of them is found to lead nowhere, or none.
  for (let now = rules; ; ) {
    const found = routeOf(now, where, excluded)
    if (!found.rule) return found
    const unit = found.rule.unit
    const why = lacks(unit, unitIds(ctx), await answering([unit], ctx))
    if (!why) return withoutClosed(found.rule, found, excluded)
    now = now.map((rule) => (rule.unit === unit && !rule.off ? { ...rule, off: { why, on: today(ctx) } } : rule))
  }
}

const withoutClosed = (rule: Rule, found: Routed, excluded: string[]): Routed => ({
  ...found,
  rule: { ...rule, coUnits: rule.coUnits.filter((unit) => !excluded.includes(unit)) },
})

/** The units that said of this ticket that it is not theirs. */
async function objectedBy({ no, objections }: Ticket, { store }: Context): Promise<string[]> {
  const units: string[] = []
  if (!objections) return units
  for (let after: string | undefined; ; ) {
    const page = await store.find<Entry>('entries', {
      where: { no },
      by: 'seq',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    units.push(...page.items.flatMap(({ did, by }) => (did === 'object' && by.unit) || []))
    if (!page.next) return units
    after = page.next
  }
}

/** How long it is kept whether a suggestion was followed. */
const KEPT = (COUNTED_WEEKS + 1) * 7 * DAY

/**
 * Notes whether the desk followed what was suggested for the ticket as it was. A document for each time: a number that all
 * dispatchers wrote to would keep them waiting for each other. Nothing depends on it, so that it fails in silence.
 */
export async function noteSuggestion(
  command: Command,
  before: Ticket,
  { entryId, closed }: { entryId: string; closed: string[] },
  ctx: Context,
): Promise<void> {
  if (command.do !== 'dispatch') return
  try {
    const { rule } = await routed(before, closed, ctx)
    if (!rule) return
    const hint = { rule: rule.id, followed: rule.unit === command.unit, at: ctx.now.toISOString() }
    const until = new Date(ctx.now.getTime() + KEPT).toISOString()
    await ctx.store.insert('hints', idOf('hint', entryId), { ...hint, until })
  } catch (error) {
    if (!(error instanceof Duplicate)) ctx.log.error('suggestion not noted', error)
  }
}

const officialOf = ({ caller }: Context): Official => (caller.role === 'official' ? caller : refuse('not-allowed'))
