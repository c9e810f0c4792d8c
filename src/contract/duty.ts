/** When the desk is open, and who sits there. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

const Day = v.pipe(
  v.string('day-wrong'),
  v.isoDate('day-wrong'),
  // There is no 30 February.
  v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false, 'day-wrong'),
)
const Clock = v.pipe(v.string('time-wrong'), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'time-wrong'))
/** Beijing clock times; `to` may be 24:00. */
export const Span = v.object({ from: Clock, to: Clock })
const Spans = v.pipe(v.array(Span), v.maxLength(6, 'hours-wrong'))
/** On working days, and on days of rest. None means closed. */
const Week = { workday: Spans, restday: Spans }

export const MOST_IN_SHIFT = 20
/** Lines of a handover sheet on a phone, and on the web, where it is printed. */
export const SHEET_LINES = { phone: 20, web: 200 } as const
/** Why a ticket stands on a handover sheet. */
export const RUN_OUTS = ['first-reply', 'resolve', 'lapse', 'held', 'unclaimed'] as const

const Coming = v.object({ from: s.Moment, to: s.Moment, names: v.array(v.string()) })

export const ShiftView = v.object({
  id: v.string(),
  day: v.string(),
  ...Span.entries,
  officials: v.array(v.object({ id: v.string(), name: v.string() })),
})
export type ShiftView = v.InferOutput<typeof ShiftView>

export const HoursView = v.object({
  edits: v.boolean(),
  today: v.string(),
  /** The week that holds today, and those that follow; `from` is absent for the first there ever was. */
  weeks: v.array(v.object({ from: v.exactOptional(v.string()), ...Week })),
  /** Days from today on that are unlike their week. */
  special: v.array(v.object({ day: v.string(), spans: v.array(Span) })),
})
export type HoursView = v.InferOutput<typeof HoursView>

/** A line of the sheet: what runs out of a ticket, and when. Nothing of who asked. */
export const SheetLine = v.object({
  no: v.string(),
  what: v.picklist(RUN_OUTS),
  /** Absent for what waits without a time limit. */
  at: v.exactOptional(s.Due),
  late: v.boolean(),
  category: s.Bilingual,
  text: v.string(),
  status: s.Status,
  unit: s.Bilingual,
  handler: v.exactOptional(v.string()),
})
export type SheetLine = v.InferOutput<typeof SheetLine>

export const SheetView = v.object({
  from: s.Moment,
  to: s.Moment,
  /** Of what this official may see: how many are open at all, unclaimed, late, and held by content security. */
  open: v.number(),
  unclaimed: v.number(),
  late: v.number(),
  held: v.exactOptional(v.number()),
  lines: v.array(SheetLine),
  /** There are more than fit. */
  more: v.boolean(),
  now: v.exactOptional(Coming),
  next: v.exactOptional(Coming),
  by: v.string(),
  unit: s.Bilingual,
})
export type SheetView = v.InferOutput<typeof SheetView>

export const duty = {
  'duty.hours': action(['official'], v.object({}), HoursView),
  /** Another week from a day after today on. */
  'duty.setWeek': action(['official'], v.object({ from: Day, ...Week }), HoursView),
  'duty.dropWeek': action(['official'], v.object({ from: Day }), HoursView),
  /** Other hours on one day, from today on; today only what is still to come. Without spans, that day is like its week again. */
  'duty.setDay': action(['official'], v.object({ day: Day, spans: v.exactOptional(Spans) }), HoursView),
  /** Seven days of shifts, with the hours in which nobody is at the desk. */
  'duty.shifts': action(
    ['official'],
    v.object({ from: v.exactOptional(Day) }),
    v.object({
      edits: v.boolean(),
      days: v.array(
        v.object({
          day: v.string(),
          workday: v.boolean(),
          hours: v.array(Span),
          shifts: v.array(ShiftView),
          gaps: v.array(Span),
        }),
      ),
      now: v.exactOptional(Coming),
      next: v.exactOptional(Coming),
      /** Who may be put down, for who edits. */
      people: v.array(v.object({ id: v.string(), name: v.string(), unit: s.Bilingual })),
    }),
  ),
  /** A shift with the same day and hours is the same one, with other people. */
  'duty.setShift': action(
    ['official'],
    v.object({
      day: Day,
      ...Span.entries,
      officials: v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(80))),
        v.minLength(1, 'shift-empty'),
        v.maxLength(MOST_IN_SHIFT, 'malformed'),
      ),
    }),
    ShiftView,
  ),
  'duty.dropShift': action(['official'], v.object({ id: v.pipe(v.string(), v.maxLength(80)) }), v.object({})),
  /** What runs out in a span; without one, until the next shift is over. Nothing is said of tickets that they may not see. */
  'duty.sheet': action(
    ['official'],
    v.object({
      from: v.exactOptional(s.When),
      to: v.exactOptional(s.When),
      paper: v.exactOptional(v.boolean()),
    }),
    SheetView,
  ),
}
