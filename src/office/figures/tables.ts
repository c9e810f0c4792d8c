/** What stands in exported files: the figures as they are shown, and the tickets behind them. */
import type { Cell } from '@/client/table/csv'
import type { Output } from '@/contract'
import type { FigureRow, Figures, Reached } from '@/contract/figures'
import { exportWords, figureWords } from '@/ui/figureWords'
import { officialWords } from '@/ui/officialWords'
import { type Say, words } from '@/ui/words'
import { MEASURES, type Measure, notesOf, reachedText } from './measures'

type Shown = Output<'figures.open'>
const { head } = exportWords

/** The heads of the columns, and a row of cells for each of the shown rows and for all of them together. */
export function figuresTable(shown: Shown, by: 'week' | 'unit' | 'category', say: Say) {
  const line = (name: string, figures: Figures): Cell[] => [
    name,
    figures.filed,
    ...MEASURES.flatMap((measure) => cellsOf(measure, figures, say)),
  ]
  const rows = shown.rows.map(({ id, name, figures }) => line(name ? say(name) : id, figures))
  return {
    head: [say(head[by]), say(head.filedCount), ...MEASURES.flatMap((measure) => headsOf(measure, shown.whole, say))],
    rows: [...rows, line(say(figureWords.all), shown.whole)],
  }
}

function headsOf(measure: Measure, figures: Figures, say: Say): string[] {
  const figure = say(figureWords.measures[measure])
  const share = [head.part, head.of, head.percent].map((one) => say(one, { figure }))
  const times = measure === 'firstReply' ? [say(head.median), say(head.most)] : []
  // 「超时没人回复 {n} 件」 is the head 「超时没人回复」.
  const notes = notesOf(measure, figures).map(([note]) => say(figureWords.notes[note], { n: '' }).replace(/\s*件$/, ''))
  return [...share, ...times, ...notes.map((note) => note.trim())]
}

function cellsOf(measure: Measure, figures: Figures, say: Say): Cell[] {
  const { part, of, percent } = figures[measure]
  const { median, most } = figures.firstReply
  const time = (reached: Reached | undefined): Cell => (reached ? reachedText(reached, say) : '')
  const times = measure === 'firstReply' ? [time(median), time(most)] : []
  return [part, of, percent ?? '', ...times, ...notesOf(measure, figures).map(([, count]) => count)]
}

const { no, sample, filedAt, category, unit, status, firstReplyMinutes, dueAt, onTime, result, outcome, stars } = head
const COLUMNS = [
  ...[no, sample, filedAt, category, unit, status, firstReplyMinutes],
  ...[dueAt, onTime, result, outcome, stars],
]
export const rowHeads = (say: Say): string[] => COLUMNS.map((one) => say(one))

/** One ticket, in the words that officials know it by. */
export function rowCells({ units, categories }: Pick<Shown, 'units' | 'categories'>, say: Say) {
  const names = (list: Shown['units']) => new Map(list.map(({ id, name }) => [id, say(name)]))
  const [unitNames, categoryNames] = [names(units), names(categories)]
  const yesNo = (is: boolean) => say(is ? exportWords.yes : exportWords.no)
  return (row: FigureRow): Cell[] => [
    row.no,
    yesNo(row.sample),
    beijingText(row.filedAt),
    categoryNames.get(row.category) ?? row.category,
    unitNames.get(row.unit) ?? row.unit,
    say(officialWords.status[row.status]),
    row.firstReplyMinutes ?? '',
    row.dueAt === 'beyond' ? say(exportWords.beyond) : beijingText(row.dueAt),
    row.onTime === undefined ? '' : yesNo(row.onTime),
    row.result ? say(words.result[row.result]) : '',
    row.outcome ? say(officialWords.outcome[row.outcome]) : '',
    row.stars ?? '',
  ]
}

const BEIJING = 8 * 3_600_000
/** 2026-03-02 09:05, as words: a spreadsheet would move a date into its own time zone. */
export const beijingText = (at: string): string =>
  new Date(Date.parse(at) + BEIJING).toISOString().slice(0, 16).replace('T', ' ')
