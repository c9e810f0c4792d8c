/**
 * Routing rules: what is about this, and lies there, goes to that unit. In an order, and the first that holds wins. They
 * suggest; people decide. A rule whose unit is gone, or in which nobody answers any more, switches itself off and says so.
 */
import type { Day } from './deadline'
import { metresBetween } from './nearby'
import type { OffReason } from './offReasons'
import type { Point } from './ticket'

/** words: any of them stands in the address. circle: around a point. town: all of a town, by its name. */
export type RulePlace =
  | { in: 'words'; words: string[] }
  | { in: 'circle'; point: Point; metres: number }
  | { in: 'town'; town: string }

export type Off = { why: OffReason; on: Day }

/** `categories`: any where there are none. `place`: anywhere where it is absent. */
export type Rule = {
  id: string
  title: string
  categories: string[]
  place?: RulePlace
  unit: string
  coUnits: string[]
  off?: Off
}

/** What a rule looks at. */
export type Where = { category: string; address?: string; point?: Point }

/**
 * `rule`: the first that holds. `off`: the one that would have, had it not switched itself off: the desk is told, so that
 * nobody wonders why nothing is suggested any more.
 */
export type Routed = { rule?: Rule; off?: Rule }

/** `excluded`: units to which this one must not go. A rule that leads there is passed over. */
export function routeOf(rules: readonly Rule[], where: Where, excluded: readonly string[] = []): Routed {
  const address = plain(where.address ?? '')
  let off: Rule | undefined
  for (const rule of rules) {
    if (rule.off?.why === 'by-hand' || excluded.includes(rule.unit) || !holds(rule, where, address)) continue
    if (!rule.off) return off ? { rule, off } : { rule }
    off ??= rule
  }
  return off ? { off } : {}
}

function holds({ categories, place }: Rule, where: Where, address: string): boolean {
  if (categories.length && !categories.includes(where.category)) return false
  switch (place?.in) {
    case undefined:
      return true
    case 'words':
      return place.words.some((word) => address.includes(plain(word)))
    case 'circle':
      return where.point !== undefined && isWithin(place, where.point)
    case 'town':
      return isInTown(address, plain(place.town))
  }
}

/** A degree of latitude is nowhere shorter: most circles are ruled out without any trigonometry. */
const LEAST_METRES_PER_DEGREE = 110_000
const isWithin = ({ point, metres }: { point: Point; metres: number }, at: Point): boolean =>
  Math.abs(point.lat - at.lat) * LEAST_METRES_PER_DEGREE <= metres && metresBetween(point, at) <= metres

const TOWN_ENDS = /(?:镇|乡|街道|街道办事处|农场|开发区|工业区|园区)$/u
/** Streets are named after towns, and do not lie in them for that. */
const STREET = /^(?:大街|大道|路|街(?!道)|巷|道|桥|线)/u

/** People write 唐海镇, or only 唐海; 唐海路 is somewhere else. */
function isInTown(address: string, town: string): boolean {
  if (!town) return false
  if (address.includes(town)) return true
  const short = town.replace(TOWN_ENDS, '')
  if (short.length < 2 || short === town) return false
  for (let at = address.indexOf(short); at >= 0; at = address.indexOf(short, at + 1)) {
    if (!STREET.test(address.slice(at + short.length))) return true
  }
  return false
}

/** However it is written: wide or narrow, large or small, with spaces or without. */
const NARROW = /^[\p{Script=Han}a-z\d]*$/u
function plain(text: string): string {
  return NARROW.test(text)
    ? text
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s,，、·.-]+/gu, '')
}

/** The rules as they are once those have switched themselves off whose unit is gone, or has nobody who answers. */
export function settled(
  rules: readonly Rule[],
  units: readonly string[],
  answering: readonly string[],
  on: Day,
): Rule[] {
  return rules.map((rule) => {
    const why = rule.off ? undefined : lacks(rule.unit, units, answering)
    return why ? { ...rule, off: { why, on } } : rule
  })
}

/** Why nothing can be sent there; undefined where it can. */
export function lacks(unit: string, units: readonly string[], answering: readonly string[]): OffReason | undefined {
  if (!units.includes(unit)) return 'unit-gone'
  return answering.includes(unit) ? undefined : 'nobody-answers'
}

/** The rule a place up or down; at the end of the list nothing changes. */
export function moved(rules: readonly Rule[], id: string, by: 1 | -1): Rule[] {
  const from = rules.findIndex((rule) => rule.id === id)
  const to = from + by
  const [rule, other] = [rules[from], rules[to]]
  if (!rule || !other) return [...rules]
  return rules.map((one, place) => (place === from ? other : place === to ? rule : one))
}
