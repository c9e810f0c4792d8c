/**
 * Tickets about the same thing, and the one answer to all of them. What becomes of one ticket by joining, leaving and being
 * told is in lifecycle.ts and change.ts; here is what holds for them together.
 */
import { type Actor, hasDuty } from './actor'
import { DAY, type Moment } from './deadline'
import type { Bilingual } from './district'
import { stepOf } from './lifecycle'
import type { Ticket } from './ticket'

/** Whether the next answer to all is told to it: it waits for one, or had one. Not what its asker has withdrawn. */
export const hears = ({ group, status }: Ticket): boolean => group !== undefined && stepOf(status, 'tell') !== undefined

/** Among whose askers it counts. Who withdraws asks no longer; who has an answer has asked. */
export const countedIn = ({ group, status }: Pick<Ticket, 'group' | 'status'>): string | undefined =>
  status === 'withdrawn' ? undefined : group

/** Whoever dispatches, and those who answer in the unit whose group it is. */
export const mayLead = (actor: Actor, { unit }: { unit: string }): boolean =>
  actor.role === 'official' && (hasDuty(actor, 'dispatch') || (hasDuty(actor, 'answer') && actor.unit === unit))

/** In the language in which somebody asked, where there is such a version; else in Chinese. */
export const inTheirs = (text: Bilingual, lang: Ticket['lang']): string => text[lang] || text.zh

/** An asker weighs as much as so many who only follow. */
const ASKER = 3
/** In so many days an issue falls behind one that is half as heavy and new. */
const HALF = 7 * DAY

/**
 * By what popular issues are sorted: how many ask and follow, and when that was last so. A number that stays true by itself:
 * what becomes older is not written anew, what is new begins higher.
 */
export const heatOf = ({ askers, followers }: { askers: number; followers: number }, at: Moment): number =>
  Math.log2(1 + Math.max(0, askers) * ASKER + Math.max(0, followers)) + Date.parse(at) / HALF
