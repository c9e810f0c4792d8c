/** What SQLite and PostgreSQL differ in. Everything above this file is the same for both. */

export type Param = string | number | boolean | null
export type Row = Record<string, unknown>
/** The rows that a query found, or how many rows a statement changed. */
export type Result = { rows: Row[]; changed: number }
/** Runs one statement, its values as $1, $2, … in order. A broken unique index is thrown as Duplicate. */
export type Run = (sql: string, params: readonly Param[]) => Promise<Result>

export interface Engine {
  /** Column types. Text sorts by its bytes on every engine, so that a page has one order everywhere. */
  types: { text: string; number: string; boolean: string; document: string }
  /** Statements that list, as `name`, the columns and the indexes of the table $1. */
  catalog: { columns: string; indexes: string }
  read: Run
  write: Run
  /** Runs `work` alone as far as others can tell, and again when it collided. Commits when it resolves. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** A transaction for changing tables; other processes that open the store at this moment wait. */
  migrate(work: (run: Run) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** The code of a driver's error: SQLITE_BUSY, 40001, … */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return String(error.code)
}
