/** What became of one row: `first` is absent where nothing was suggested. */
export type Outcome = { label: string; first?: string; inTop: boolean }
export type Score = { macroF1: number; accuracy: number; top3: number }
type Counts = { rows: number; right: number; said: number; inTop: number }

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const counts = [...countsOf(outcomes).values()].filter(({ rows }) => rows > 0)
  const share = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length / outcomes.length
  return {
    macroF1: counts.reduce((sum, one) => sum + f1Of(one), 0) / counts.length,
    accuracy: share(({ first, label }) => first === label),
    top3: share(({ inTop }) => inTop),
  }
}

/** A line for each category, over all runs together: each share with what it is a share of. */
export function tableOf(runs: readonly Outcome[][]): string[] {
  const lines = [...countsOf(runs.flat())].map(([label, one]) => {
    const of = (part: number, whole: number) => `${(whole ? part / whole : 0).toFixed(2)} (${part} of ${whole})`
    return [
      label.padEnd(10, '　'),
      f1Of(one).toFixed(2),
      of(one.right, one.said),
      of(one.right, one.rows),
      of(one.inTop, one.rows),
    ]
  })
  const head = ['category'.padEnd(20), 'F1', 'precision', 'recall', 'top-3 recall']
  return [head, ...lines].map(
    ([label = '', ...cells]) => `  ${label}${cells.map((cell) => cell.padStart(20)).join('')}`,
  )
}

function countsOf(outcomes: readonly Outcome[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  const of = (label: string): Counts => {
    const found = counts.get(label) ?? { rows: 0, right: 0, said: 0, inTop: 0 }
    counts.set(label, found)
    return found
  }
  for (const { label, first, inTop } of outcomes) {
    of(label).rows++
    if (inTop) of(label).inTop++
    if (first === label) of(label).right++
    if (first) of(first).said++
  }
  return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const f1Of = ({ right, rows, said }: Counts): number => (rows + said ? (2 * right) / (rows + said) : 0)
