/** What one district sets: its names, categories, units, hours and time limits. Data, checked by a test, no code. */

import type { Kind } from './kind'
import type { NoticeForm, NoticeKind } from './notice'
import type { DutyHours } from './roster'
import type { Point } from './ticket'

/** A sentence in both languages. */
export type Bilingual = { zh: string; en: string }

export type Category = {
  id: string
  name: Bilingual
  icon: string
  kind: Kind
  hint: Bilingual
  /** What people write when they mean it; none where whatever fits nowhere else goes, which is never suggested. */
  words?: string[]
  /** Few, and none that the unit could answer itself. */
  questions?: Question[]
}
/** Asked while that category is chosen; nobody has to answer. `danger`: whoever chooses this needs 110, 119 or 120 first. */
export type Question = { id: string; ask: Bilingual; options: { id: string; name: Bilingual; danger?: true }[] }
/**
 * Units form a tree; the one without a parent is the district office, where every ticket arrives. town: people may wish to
 * hear what it publishes.
 */
export type Unit = { id: string; name: Bilingual; parent?: string; town?: true }

export type District = {
  id: string
  name: Bilingual
  program: Bilingual
  /** Starts each ticket number: 2 to 6 capital letters. */
  prefix: string
  /** True for sample content: every screen says so (示例). */
  sample: boolean
  hotline: string
  /** Whether WeChat's customer service chat is answered here: only once its messages are pushed to us (docs/deploy-wechat.md). */
  chat: boolean
  categories: Category[]
  guide: Bilingual[]
  units: Unit[]
  duty: DutyHours
  desk: DeskRules
  limits: Limits
  /**
   * Days for which a ticket is kept as it is after it has ended; then it is anonymised. Longer than a message or a
   * reminder about it may wait: a year at least. The audit is kept for ever.
   */
  retention: { ticketDays: number }
  /** Days that differ from the published holidays, by the district's own notice. */
  calendar: { worked: string[]; free: string[] }
  /** What its news is sorted by. */
  channels: { id: string; name: Bilingual }[]
  /** What the menu is until the desk publishes another. */
  menu: MenuEntry[]
  /** Where the weather is that it shows. */
  weather: { name: Bilingual; point: Point }
  /** Routes whose congestion is watched, where there is a key for it. */
  routes: WatchedRoute[]
  /** Feeds whose items become drafts. */
  feeds: { url: string; channel: string; unit: string }[]
  /** Words that speak of danger to life: the form stops and offers 110, 119 and 120. */
  danger: string[]
  /** What the desk sends with one tap, so that somebody who asks hears a person at once. */
  quickReplies: Bilingual[]
  /** The map of the filing form on the web, and places by name that are found without asking anybody outside. */
  map: { centre: Point; zoom: number; region: Region; places: { name: Bilingual; point: Point }[] }
  /** Words that mean the same to whoever searches. */
  synonyms: string[][]
  /** What the asker is told in WeChat. */
  notices: Record<NoticeKind, NoticeForm>
}

/**
 * How officials get in. devices: whether an admin must let each new phone or computer in. lockMinutes: after so long without
 * doing anything the desk locks. codes: whether everybody in production needs one-time codes, or who has chosen to.
 */
export type DeskRules = { devices: 'any' | 'approved'; lockMinutes: number; codes: 'always' | 'chosen' }

/** `opens` and `icon` are names that screens know; `page` a release. Entries without a parent are the categories. */
export type MenuEntry = {
  id: string
  parent?: string
  /** 0 to 9. */
  number: number
  name: Bilingual
  icon: string
  opens: MenuTarget
  page?: string
}
/** group: it only holds other entries. person: somebody at the desk. */
export const MENU_TARGETS = [
  'news',
  'weather',
  'traffic',
  'hotlines',
  'issues',
  'about',
  'report',
  'tickets',
  'services',
  'person',
  'group',
] as const
export type MenuTarget = (typeof MENU_TARGETS)[number]

/** The city within which map services are asked for a place, by its name and by the code of its administrative division. */
export type Region = { city: string; code: string }

/** From one point to another, by car. The district's own are WGS-84. */
export type WatchedRoute = { id: string; name: Bilingual; from: Point; to: Point }

export type Limits = {
  firstReplyMinutes: { target: number; alarm: number }
  /** Working days to resolve, by kind. */
  resolveDays: Record<Kind, number>
  /** Working days within which a unit may say "not ours". */
  objectDays: number
  /** This many objections bring a ticket back to the district office for good. */
  objections: number
  /** Days (of 24 hours) in which the citizen may dispute an answer, and in which a question to them stays open. */
  disputeDays: number
  supplyDays: number
  /** Working days an extension may add at most. */
  extendDays: number
  /** Minutes within which what went out unsigned must have its signatures. */
  countersignMinutes: number
}

/** The unit at the root of the tree. */
export function districtOffice(district: District): Unit {
  const root = district.units.find((unit) => !unit.parent)
  if (!root) throw new Error(`${district.id}: no unit without a parent`)
  return root
}
