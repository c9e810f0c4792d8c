import { chanceFrom } from '@/core/suggest/margins'

/** Rows in so many parts, of each label about as many in each; the same parts for the same seed. */
export function foldsOf<T extends { label: string }>(rows: readonly T[], folds: number, seed: number): T[][] {
  const chance = chanceFrom(seed)
  const parts: T[][] = Array.from({ length: folds }, () => [])
  let next = 0
  for (const label of [...new Set(rows.map((row) => row.label))].sort()) {
    const own = rows
      .filter((row) => row.label === label)
      .map((row) => ({ row, turn: chance() }))
      .sort((one, other) => one.turn - other.turn)
    for (const { row } of own) parts[next++ % folds]?.push(row)
  }
  return parts
}
