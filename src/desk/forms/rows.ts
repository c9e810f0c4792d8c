/** Changes to the rows of the menu while it is being written. */
import type { Row } from './read'

/** Those under one entry, or the categories, in the order of their numbers. */
export const under = (rows: readonly Row[], parent: string | undefined): Row[] =>
  rows.filter((row) => row.parent === parent).sort((a, b) => a.number - b.number)

export const changed = (rows: readonly Row[], id: string, next: Partial<Row>): Row[] =>
  rows.map((row) => (row.id === id ? { ...row, ...next } : row))

/** Without it, and without what lies under it. */
export function without(rows: readonly Row[], id: string): Row[] {
  const gone = rows.filter(({ parent }) => parent === id).map((row) => row.id)
  return gone.reduce<Row[]>(
    (left, child) => without(left, child),
    rows.filter((row) => row.id !== id),
  )
}

/** An empty one with an id and a number of its own; undefined when the ten numbers of that level are taken. */
export function added(rows: readonly Row[], parent: string | undefined): Row | undefined {
  const taken = under(rows, parent).map(({ number }) => number)
  const number = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].find((one) => !taken.includes(one))
  if (number === undefined) return undefined
  let n = rows.length + 1
  while (rows.some(({ id }) => id === `entry-${n}`)) n++
  return { id: `entry-${n}`, parent, number, name: { zh: '', en: '' }, icon: 'other', opens: 'group' }
}

/** It and its neighbour change their numbers. */
export function moved(rows: readonly Row[], id: string, by: -1 | 1): Row[] {
  const row = rows.find((one) => one.id === id)
  if (!row) return [...rows]
  const level = under(rows, row.parent)
  const other = level[level.indexOf(row) + by]
  if (!other) return [...rows]
  return changed(changed(rows, id, { number: other.number }), other.id, { number: row.number })
}
