import type { Condition, Query, Scalar, Where } from '@/server/ports'
import { keysOf } from '../collections'
import { checkScalar, comparisonsOf, questionOf, type Start } from '../questions'
import type { Param } from './engine'
import { column, type Table } from './table'

export type Statement = { sql: string; params: Param[] }

const COMPARE = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' }
// More look-ups than this cost more than sorting what one look-up finds.
const MAX_BRANCHES = 32

/** Counts the documents that meet every condition. */
export function countStatement(table: Table, where: Where = {}): Statement {
  const params: Param[] = []
  const conditions = conditionsOf(table, where, params)
  return { sql: `select count(*) as n from ${table.sql}${whereClause(conditions)}`, params }
}

/** Finds one document more than the page holds, to know whether another page follows. */
export function pageStatement(table: Table, query: Query): Statement {
  const { where, by, dir, limit, start } = questionOf(table, query)
  const params: Param[] = []
  const key = column(table, by)
  const selects = branches(table, where, by).map((branch) => {
    const conditions = [...conditionsOf(table, branch, params), ...startCondition(by, key, dir, start, params)]
    return `from ${table.sql}${whereClause(conditions)} order by ${key} ${dir}${by === 'id' ? '' : `, id ${dir}`}`
  })
  // The limit is written out: PostgreSQL plans for a tenth of the table when it is a parameter.
  const enough = `limit ${limit + 1}`
  if (selects.length === 1) return { sql: `select id, v, doc ${selects[0]} ${enough}`, params }
  const parts = selects.map(
    (select, n) => `select * from (select id, v, doc, ${key} as k ${select} ${enough}) as b${n}`,
  )
  return { sql: `${parts.join(' union all ')} order by k ${dir}, id ${dir} ${enough}`, params }
}

// A document without the field has no place in the order and is left out: null sorts first in one database and
// last in another, and no cursor can point past it.
function startCondition(by: string, key: string, dir: string, start: Start | undefined, params: Param[]): string[] {
  if (!start) return by === 'id' ? [] : [`${key} is not null`]
  const beyond = dir === 'desc' ? '<' : '>'
  if (by === 'id') return [`id ${beyond} ${bind(params, start.id)}`]
  return [`(${key}, id) ${beyond} (${bind(params, start.value)}, ${bind(params, start.id)})`]
}

/**
 * An index on (status, createdAt) holds each status in order, but several of them only one after the other:
 * `in` would sort every match. So it is asked once for each value, and the few rows of each are merged.
 */
function branches(table: Table, where: Where, by: string): Where[] {
  let split: string[] = []
  for (const index of table.indexes) {
    const keys = keysOf(index).map(([field]) => field)
    const prefix = keys.slice(0, Math.max(0, keys.indexOf(by)))
    if (!prefix.every((field) => isEqualOrIn(where[field]))) continue
    const lists = prefix.filter((field) => listOf(where[field]))
    if (lists.length > split.length) split = lists
  }
  let expanded = [where]
  for (const field of split) {
    const values = [...new Set(listOf(where[field]))].map((value) => checkScalar(table, field, value))
    expanded = expanded.flatMap((branch) => values.map((value) => ({ ...branch, [field]: value })))
  }
  return expanded.length > 0 && expanded.length <= MAX_BRANCHES ? expanded : [where]
}

function listOf(condition: Condition | undefined): Scalar[] | undefined {
  if (typeof condition !== 'object' || condition === null || !('in' in condition)) return undefined
  return Array.isArray(condition.in) && Object.keys(condition).length === 1 ? condition.in : undefined
}

function isEqualOrIn(condition: Condition | undefined): boolean {
  return condition !== undefined && (typeof condition !== 'object' || listOf(condition) !== undefined)
}

function conditionsOf(table: Table, where: Where, params: Param[]): string[] {
  return comparisonsOf(table, where).map((comparison) => {
    const key = column(table, comparison.field)
    if (comparison.operator !== 'in') {
      return `${key} ${COMPARE[comparison.operator]} ${bind(params, comparison.value)}`
    }
    if (comparison.values.length === 0) return '1 = 0'
    return `${key} in (${comparison.values.map((value) => bind(params, value)).join(', ')})`
  })
}

const bind = (params: Param[], value: Param) => `$${params.push(value)}`

const whereClause = (conditions: string[]) => (conditions.length ? ` where ${conditions.join(' and ')}` : '')
