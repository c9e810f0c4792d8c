import * as v from 'valibot'
import { action } from './action'

/**
 * What a host's timer does by itself. releases: publishes, ends and hides what is due. recount: clocks after a change of
 * the hours or of the calendar. lapse: closes what nobody spoke about. reminders: tells citizens whose turn is over soon.
 * urging: reminds officials, and tells who asked that it may be late. errands: what is to be done outside. weather,
 * congestion, feeds: reads what is outside. figures: counts what became of what was filed. retention: what is no longer
 * needed. audit: seals who did what. routing: switches rules off whose unit is gone. learning: which words mean which
 * category. wording: counts how common words are. traces: what tickets about the same thing are found by.
 */
export const JOBS = [
  'releases',
  'recount',
  'lapse',
  'reminders',
  'urging',
  'errands',
  'weather',
  'congestion',
  'feeds',
  'figures',
  'retention',
  'audit',
  'routing',
  'wording',
  'traces',
  'learning',
] as const
export type Job = (typeof JOBS)[number]

export const timer = {
  /** Once a minute, from every host. Gives how much each job did; one whose turn it is not, or another host's, is absent. */
  'timer.tick': action(['timer'], v.object({}), v.object({ did: v.record(v.picklist(JOBS), v.optional(v.number())) })),
}
