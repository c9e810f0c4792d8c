import type { Row } from './engine'

/** A row as it lies in the database. Kept as text: whoever asks gets a copy of their own. */
export type Stored = { id: string; version: number; text: string }

export function storedOf(row: Row): Stored {
  if (typeof row.id !== 'string' || typeof row.doc !== 'string') throw new Error('a stored row has no id or document')
  return { id: row.id, version: Number(row.v), text: row.doc }
}
