/** What this driver uses of wx-server-sdk, whose own types answer `any` and `void`. */
export type Fields = Record<string, unknown>

/** The SDK's types call this text; its documents say that it is a symbol for the environment a function runs in. */
export function initCloud(sdk: { DYNAMIC_CURRENT_ENV: unknown; init(config: { env: never }): unknown }): void {
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as never })
}

/** The initialised SDK. Its environment variables say which cloud it talks to. */
export type Cloud = { database(config: { env?: string; throwOnNotFound: boolean }): unknown }

export interface Database {
  command: Command
  collection(name: string): Collection
  startTransaction(): Promise<Transaction>
}

/** Only operations on one document by its id, and add, are part of a transaction: `where().update()` would leave it. */
export interface Transaction {
  collection(name: string): Pick<Collection, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

export interface Collection extends Selection {
  doc(id: string): {
    get(): Promise<{ data: Fields | null }>
    update(change: { data: Fields }): Promise<Updated>
    remove(): Promise<Removed>
  }
  /** Several at once is in none of the SDK's types. */
  add(addition: { data: Fields | Fields[] }): Promise<unknown>
}

export interface Selection {
  where(condition: unknown): Selection
  orderBy(field: string, direction: 'asc' | 'desc'): Selection
  limit(count: number): Selection
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(change: { data: Fields }): Promise<Updated>
  remove(): Promise<Removed>
}

type Updated = { stats: { updated: number } }
type Removed = { stats: { removed: number } }

export interface Command {
  gt(value: unknown): unknown
  gte(value: unknown): unknown
  lt(value: unknown): unknown
  lte(value: unknown): unknown
  neq(value: unknown): unknown
  in(values: unknown[]): unknown
  and(conditions: unknown[]): unknown
  or(conditions: unknown[]): unknown
  set(value: unknown): unknown
  remove(): unknown
  inc(step: number): unknown
}

/** The SDK's database. A missing document is null and not an error. */
export function databaseOf(cloud: Cloud): Database {
  return cloud.database({ throwOnNotFound: false }) as Database
}

/** Only the text of an error tells what happened: the SDK drops its code. */
const textOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return String(error)
  return ['code', 'errMsg', 'message'].map((key) => String(Reflect.get(error, key) ?? '')).join(' ')
}

/** Somebody else was writing the same. Nothing was done, and it may be tried again. */
export const isCollision = (error: unknown): boolean =>
  /ResourceUnavailable\.Transaction(Conflict|Busy)|DATABASE_TRANSACTION_CONFLICT/.test(textOf(error))

/** The id, or a unique key, is taken. */
export const isTaken = (error: unknown): boolean => /E11000/.test(textOf(error))

/** `inc` met a field that holds no number. Nothing was done. */
export const isNotNumber = (error: unknown): boolean => /non-numeric type/.test(textOf(error))
