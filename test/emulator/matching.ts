/** What Mongo's queries mean, by mingo. Where JavaScript orders text by its UTF-16 units, Mongo orders it by its bytes. */
import { Context } from 'mingo'
import * as projectionOperators from 'mingo/operators/projection'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { update } from 'mingo/updater'
import { copyOf, type Fields, isFields } from './ejson'
import { failedUpdate } from './errors'

type RangeOperator = typeof queryOperators.$gt

const context = Context.init({
  projection: projectionOperators,
  query: {
    ...queryOperators,
    $gt: byBytes(queryOperators.$gt, (order) => order > 0),
    $gte: byBytes(queryOperators.$gte, (order) => order >= 0),
    $lt: byBytes(queryOperators.$lt, (order) => order < 0),
    $lte: byBytes(queryOperators.$lte, (order) => order <= 0),
  },
})

function byBytes(operator: RangeOperator, holds: (order: number) => boolean): RangeOperator {
  return (selector, operand, options) => {
    if (typeof operand !== 'string') return operator(selector, operand, options)
    return (document: unknown) =>
      valuesAt(document, selector.split('.')).some((value) => typeof value === 'string' && holds(bytes(value, operand)))
  }
}

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  const [field, ...rest] = path
  if (field === undefined) return [value]
  return isFields(value) ? valuesAt(value[field], rest) : []
}

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** The documents that a query finds. */
export function matching(documents: Iterable<Fields>, query: Fields): Fields[] {
  const test = new Query(query, { context })
  return [...documents].filter((document) => test.test(document))
}

/** In the order of `{ field: 1 or -1, … }`. */
export function ordered(documents: Fields[], order: Fields): Fields[] {
  const keys = Object.entries(order)
  return [...documents].sort((a, b) => {
    for (const [field, direction] of keys) {
      const difference = compare(a[field], b[field])
      if (difference !== 0) return difference * Number(direction)
    }
    return 0
  })
}

/** Only the fields that a projection names. */
export function projected(documents: Fields[], projection: Fields): Fields[] {
  if (Object.keys(projection).length === 0) return documents
  return new Query({}, { context }).find<Fields>(documents, projection).all()
}

function compare(a: unknown, b: unknown): number {
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0) return rank
  if (typeof a === 'string' && typeof b === 'string') return bytes(a, b)
  if (rankOf(a) === 0) return 0
  return Number(a) - Number(b) || 0
}

/** The order of types: nothing, numbers, text, documents, lists, booleans, times. */
function rankOf(value: unknown): number {
  if (value === undefined || value === null) return 0
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  if (typeof value === 'boolean') return 5
  if (value instanceof Date) return 6
  return Array.isArray(value) ? 4 : 3
}

/** A changed copy of a document. */
export function updated(document: Fields, change: Fields): Fields {
  for (const [field, step] of Object.entries(isFields(change.$inc) ? change.$inc : {})) {
    const before = valuesAt(document, field.split('.'))[0]
    if (typeof step !== 'number' || (before !== undefined && typeof before !== 'number')) {
      throw failedUpdate(`Cannot apply $inc to a value of non-numeric type: ${field}`)
    }
  }
  const next = copyOf(document)
  update(next, change)
  return next
}
