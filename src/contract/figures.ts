/** What became of what people asked for, in numbers: what each figure means stands in core/figures.ts. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

const Count = v.number()
/** `percent` is absent where there are too few for one. */
const share = { part: Count, of: Count, percent: v.exactOptional(v.number()) }
/** Minutes of duty time; `to` absent: or more. unheard: so many wait past their time that nobody knows it yet. */
const Reached = v.union([v.literal('unheard'), v.object({ from: v.number(), to: v.exactOptional(v.number()) })])
export type Reached = v.InferOutput<typeof Reached>

export const Figures = v.object({
  filed: Count,
  firstReply: v.object({
    ...share,
    median: v.exactOptional(Reached),
    most: v.exactOptional(Reached),
    ...{ unheard: Count, fresh: Count, left: Count, ready: Count },
  }),
  onTime: v.object({ ...share, overdue: Count, running: Count, dropped: Count, extended: Count }),
  solved: v.object({
    ...share,
    ...{ silent: Count, upheld: Count, unsupplied: Count },
    ...{ awaiting: Count, disputed: Count, unanswered: Count, withdrawn: Count },
  }),
  satisfied: v.object({ ...share, unrated: Count }),
  reopened: v.object({ ...share, contested: Count }),
})
export type Figures = v.InferOutput<typeof Figures>

export const SPANS = [4, 13, 52] as const
export const BY = ['week', 'unit', 'category'] as const
/** A Monday. */
const Week = v.pipe(v.string(), v.isoDate('day-wrong'))
const filter = {
  unit: v.exactOptional(s.settled('not-allowed')),
  category: v.exactOptional(s.settled('malformed')),
}

/** One ticket in figures: no name, telephone, text or place. */
export const FigureRow = v.object({
  no: v.string(),
  sample: v.boolean(),
  filedAt: s.Moment,
  category: v.string(),
  unit: v.string(),
  status: s.Status,
  /** Of duty time. */
  firstReplyMinutes: v.exactOptional(v.number()),
  /** beyond: the calendar does not reach that far yet. */
  dueAt: s.Due,
  /** Absent while there is no answer. */
  onTime: v.exactOptional(v.boolean()),
  result: v.exactOptional(s.Result),
  outcome: v.exactOptional(s.Outcome),
  stars: v.exactOptional(v.number()),
})
export type FigureRow = v.InferOutput<typeof FigureRow>

export const figures = {
  'figures.open': action(
    ['official'],
    v.object({ weeks: v.picklist(SPANS), by: v.picklist(BY), ...filter }),
    v.object({
      sample: v.boolean(),
      /** Minutes in which a first reply is promised, and fewer than how many are told as a number. */
      ...{ target: v.number(), small: v.number() },
      /** The first and the last of the weeks. */
      ...{ from: v.string(), to: v.string() },
      /** When the newest and the oldest of the counts were made; absent while nothing is counted yet. */
      asOf: v.exactOptional(v.object({ newest: s.Moment, oldest: s.Moment })),
      /** How many of the weeks are not counted yet. */
      missing: Count,
      whole: Figures,
      /** A week is called by its Monday. Units and categories stand in the district's order, not by their figures. */
      rows: v.array(v.object({ id: v.string(), name: v.exactOptional(s.Bilingual), figures: Figures })),
      /** What may be chosen. An official who may see one unit only has that one. */
      ...{ units: v.array(s.Unit), categories: v.array(s.Unit) },
      allUnits: v.boolean(),
      mayExport: v.boolean(),
    }),
  ),
  /** For a file: the tickets filed in these weeks, the oldest first. A page may be empty and not the last. */
  'figures.rows': action(
    ['official'],
    v.object({ from: Week, to: Week, ...filter, after: v.exactOptional(s.Cursor) }),
    v.object({ rows: v.array(FigureRow), next: v.exactOptional(s.Cursor) }),
  ),
}
