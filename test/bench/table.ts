export type Row = { what: string; measured: string; budget: string; within: boolean }

/** Prints rows under a heading, in columns, with what is over its budget said in words. */
export function printTable(say: (line: string) => void, heading: string, rows: Row[]): void {
  const width = (key: 'what' | 'measured' | 'budget') => Math.max(...rows.map((row) => row[key].length))
  const [what, measured, budget] = [width('what'), width('measured'), width('budget')]
  say(`\n${heading}`)
  for (const row of rows) {
    const verdict = row.within ? 'within' : 'OVER BUDGET'
    say(`  ${row.what.padEnd(what)}  ${row.measured.padStart(measured)}  ${row.budget.padStart(budget)}  ${verdict}`)
  }
}
