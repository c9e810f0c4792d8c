/** Documents as they travel: canonical EJSON, each one a string of its own. */
import { EJSON } from 'bson'

export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A document or query from the wire. Numbers become plain numbers, and what stands for the server's clock its time. */
export function parse(text: unknown, now: number): Fields {
  if (text === undefined || text === '') return {}
  const value = revive(EJSON.parse(String(text)), now)
  if (!isFields(value)) throw new Error('not a document')
  return value
}

export const print = (value: Fields): string => EJSON.stringify(value, { relaxed: false })

export const copyOf = (document: Fields): Fields => parse(print(document), 0)

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, now))
  if (!isFields(value) || value instanceof Date) return value
  if (value._bsontype === 'BSONRegExp') return new RegExp(String(value.pattern), String(value.options))
  if (value._bsontype !== undefined) return value
  if (isFields(value.$tcb_server_date)) return new Date(now + Number(value.$tcb_server_date.offset ?? 0))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item, now)]))
}
