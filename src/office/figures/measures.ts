/** How the five figures are told: as a bar, in words, and what none of them speaks of. */
import type { Figures, Reached } from '@/contract/figures'
import { figureWords } from '@/ui/figureWords'
import type { Say } from '@/ui/words'

export const MEASURES = ['firstReply', 'onTime', 'solved', 'satisfied', 'reopened'] as const
export type Measure = (typeof MEASURES)[number]
type Note = keyof typeof figureWords.notes

/** good, bad: what the figure is about. still: closed without a word. rest: what it does not speak of. */
export type Piece = { kind: 'good' | 'bad' | 'still' | 'rest'; count: number }

/** A bar as long as all that was filed, so that nothing is hidden in what it is a part of. */
export function piecesOf(measure: Measure, figures: Figures): Piece[] {
  const { part, of } = figures[measure]
  const still = measure === 'solved' ? figures.solved.silent : 0
  const good = measure === 'reopened' ? of - part : part
  const all: Piece[] = [
    { kind: 'good', count: good },
    { kind: 'bad', count: of - good - still },
    { kind: 'still', count: still },
    { kind: 'rest', count: figures.filed - of },
  ]
  return all.filter(({ count }) => count > 0)
}

/** 60%（5 件中的 3 件） */
export function shareText(measure: Measure, figures: Figures, say: Say): string {
  const { part, of, percent } = figures[measure]
  if (!of) return say(figureWords.none)
  return percent === undefined ? say(figureWords.few, { part, of }) : say(figureWords.percent, { percent, part, of })
}

/** The times of the first reply, where there are enough of them. */
export function timesText({ firstReply: { median, most } }: Figures, say: Say): string[] {
  return [
    ...(median ? [say(figureWords.median, { t: reachedText(median, say) })] : []),
    ...(most ? [say(figureWords.most, { t: reachedText(most, say) })] : []),
  ]
}

export function reachedText(reached: Reached, say: Say): string {
  const { time } = figureWords
  if (reached === 'unheard') return say(time.unheard)
  const { from, to } = reached
  if (to === undefined) return say(time.more, { a: from })
  if (from === to) return from ? say(time.exact, { a: from }) : say(time.none)
  return say(time.range, { a: from, b: to })
}

const isNote = (name: string): name is Note => Object.hasOwn(figureWords.notes, name)

/** What stands beside a figure, each with its number. */
export const notesOf = (measure: Measure, figures: Figures): [Note, number][] =>
  Object.entries(figures[measure]).flatMap(([name, n]): [Note, number][] =>
    isNote(name) && typeof n === 'number' ? [[name, n]] : [],
  )

/** In words; what there is none of is not said. */
export const notesText = (measure: Measure, figures: Figures, say: Say): string[] =>
  notesOf(measure, figures).flatMap(([note, n]) => (n ? [say(figureWords.notes[note], { n })] : []))
