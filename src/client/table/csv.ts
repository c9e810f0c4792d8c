/** A table as comma-separated values: UTF-8 with a byte order mark, by which Excel knows it, CRLF, quoted as RFC 4180 says. */

/** Numbers stay numbers; everything else is words. An empty cell is ''. */
export type Cell = string | number
/** What makes a file of rows. Each call gives the next pieces of it; nothing of earlier rows is kept. */
export type TableWriter = { add: (rows: Cell[][]) => Uint8Array[]; end: () => Uint8Array[] }

export const MARK = '\uFEFF'

/**
 * Words that a spreadsheet would take for a formula get an apostrophe in front. Spaces and marks that nobody sees do not
 * hide one, and the wide signs of Chinese keyboards count too.
 */
const RISKY = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u
export const harmless = (words: string): string => (RISKY.test(words) ? `'${words}` : words)

const quoted = (words: string): string => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

export const csvLine = (cells: Cell[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(harmless(cell)))).join(',')}\r\n`

export function csvWriter(head: string[], bytesOf: (text: string) => Uint8Array): TableWriter {
  let start = `${MARK}${csvLine(head)}`
  const withStart = (text: string) => {
    const whole = start + text
    start = ''
    return whole ? [bytesOf(whole)] : []
  }
  return { add: (rows) => withStart(rows.map(csvLine).join('')), end: () => withStart('') }
}
