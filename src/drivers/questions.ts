/** What a list is asked, checked: the same for every driver. */
import { BadCursor, MAX_PAGE, type Query, type Scalar, type Where } from '@/server/ports'
import { type Declared, typeOf } from './collections'
import { checkText, isOfType } from './documents'

export type Comparison =
  | { field: string; operator: 'eq' | 'gt' | 'gte' | 'lt' | 'lte'; value: Scalar }
  | { field: string; operator: 'in'; values: Scalar[] }
/** A page's query with its defaults filled in; `start` is the document it begins after. */
export type Question = { where: Where; by: string; dir: 'asc' | 'desc'; limit: number; start: Start | undefined }
export type Start = { value: Scalar; id: string }

const RANGE = ['gt', 'gte', 'lt', 'lte'] as const

/** The conditions of a query one by one. Refuses undefined, undeclared fields and values of another type. */
export function comparisonsOf(collection: Declared, where: Where): Comparison[] {
  return Object.entries(where).flatMap(([field, condition]) => {
    const value = (candidate: unknown) => checkScalar(collection, field, candidate)
    if (typeof condition !== 'object' || condition === null) {
      return [{ field, operator: 'eq' as const, value: value(condition) }]
    }
    const operators = Object.entries(condition)
    if (operators.length === 0) throw new Error(`${collection.name}.${field}: a condition says nothing`)
    return operators.map(([name, operand]): Comparison => {
      const operator = RANGE.find((range) => range === name)
      if (operator) return { field, operator, value: value(operand) }
      if (name !== 'in' || !Array.isArray(operand)) throw new Error(`${collection.name}.${field}: no such condition`)
      return { field, operator: 'in', values: [...new Set<unknown>(operand)].map(value) }
    })
  })
}

/** Refuses pages of no or too many documents, orders that are none, and cursors of another list. */
export function questionOf(collection: Declared, { where = {}, by, dir = 'asc', limit, after }: Query): Question {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) throw new Error(`limit is not 1 to ${MAX_PAGE}`)
  if (dir !== 'asc' && dir !== 'desc') throw new Error('dir is not asc or desc')
  typeOf(collection, by)
  const start = after === undefined ? undefined : readCursor(collection, { by, dir, after })
  return { where, by, dir, limit, start }
}

/** Refuses a value that is not of the field's type: no database may guess what was meant. */
export function checkScalar(collection: Declared, field: string, value: unknown): Scalar {
  const type = typeOf(collection, field)
  if (!isOfType(value, type)) throw new Error(`${collection.name}.${field}: a condition's value is not ${type}`)
  if (typeof value === 'number' && Number.isNaN(value)) {
    throw new Error(`${collection.name}.${field}: a condition is NaN`)
  }
  if (typeof value === 'string') checkText(value, `a condition on ${collection.name}.${field}`)
  return value
}

/** Where the next page starts: just after this document. */
export function cursorAfter(query: Query, value: unknown, id: string): string {
  return Buffer.from(JSON.stringify([query.by, query.dir ?? 'asc', value, id])).toString('base64url')
}

function readCursor(collection: Declared, query: { by: string; dir: string; after: string }): Start {
  try {
    const content: unknown = JSON.parse(Buffer.from(query.after, 'base64url').toString())
    if (!Array.isArray(content) || content.length !== 4) throw new Error('not four parts')
    const [by, dir, value, id]: unknown[] = content
    if (by !== query.by || dir !== query.dir) throw new Error('of another order')
    return { value: checkScalar(collection, query.by, value), id: checkText(id, 'its id') }
  } catch (error) {
    throw new BadCursor('malformed cursor', { cause: error })
  }
}
