/** What is to be beaten: complement naive Bayes (Rennie et al., 2003) over pairs and triples of characters, titles three times. */

type Row = { title: string; text: string; label: string }

const SMOOTHING = 1
const TITLE = 3

function countsOf({ title, text }: Omit<Row, 'label'>): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (from: string, times: number) => {
    for (const [run] of from
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu)) {
      const characters = Array.from(run)
      for (const size of [2, 3]) {
        for (let at = 0; at + size <= characters.length; at++) {
          const gram = characters.slice(at, at + size).join('')
          counts.set(gram, (counts.get(gram) ?? 0) + times)
        }
      }
    }
  }
  add(title, TITLE)
  add(text, 1)
  return counts
}

/** Learns, and gives how a text is ranked: labels, best first. */
export function floorOf(rows: readonly Row[]): (row: Omit<Row, 'label'>) => string[] {
  const labels = [...new Set(rows.map(({ label }) => label))].sort()
  const everywhere = new Map<string, number>()
  const within = new Map(labels.map((label) => [label, new Map<string, number>()]))
  for (const row of rows) {
    const own = within.get(row.label)
    for (const [gram, times] of countsOf(row)) {
      everywhere.set(gram, (everywhere.get(gram) ?? 0) + times)
      own?.set(gram, (own.get(gram) ?? 0) + times)
    }
  }
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, times) => all + times, 0)
  const all = sum(everywhere)
  const outside = new Map(labels.map((label) => [label, all - sum(within.get(label) ?? new Map())]))
  return (row) => {
    const scores = labels.map((label) => {
      const own = within.get(label)
      const total = (outside.get(label) ?? 0) + SMOOTHING * everywhere.size
      let score = 0
      for (const [gram, times] of countsOf(row)) {
        const every = everywhere.get(gram)
        if (every !== undefined) score -= times * Math.log((every - (own?.get(gram) ?? 0) + SMOOTHING) / total)
      }
      return { label, score }
    })
    return scores.sort((one, other) => other.score - one.score).map(({ label }) => label)
  }
}
