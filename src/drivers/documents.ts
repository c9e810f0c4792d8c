/** What a document may hold, checked: the same for every driver. */
import type { Patch, Scalar } from '@/server/ports'
import type { Declared, FieldType } from './collections'

export type Fields = Record<string, unknown>

// WeChat's database reads a dot in a name as a path and a dollar sign as an operator: neither is a name here.
const FIELD = /^[a-zA-Z][a-zA-Z0-9_]*$/
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Refuses text that a database would cut short or replace: SQLite ends a value at NUL, PostgreSQL refuses NUL,
 * and half a surrogate pair has no UTF-8.
 */
export function checkText(text: unknown, where: string): string {
  if (typeof text !== 'string') throw new Error(`${where} is not text`)
  if (text.includes('\0') || LONE_SURROGATE.test(text)) throw new Error(`${where} holds a character that is not text`)
  return text
}

/** An id is some text. The empty one is nearly always a mistake. */
export function checkId(id: unknown): string {
  if (id === '') throw new Error('an id is empty')
  return checkText(id, 'an id')
}

/** Refuses whatever JSON would drop or change without a word: undefined, Date, NaN, functions, class instances. */
function checkValue(value: unknown, where: string): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') {
    checkText(value, where)
    return
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${where} is not a finite number`)
    return
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkValue(item, `${where}.${index}`)
    return
  }
  if (!isPlainObject(value)) throw new Error(`${where} is ${kindOf(value)}, which is not JSON`)
  for (const [key, item] of Object.entries(value)) {
    checkText(key, `a key of ${where}`)
    if (key.startsWith('$') || key.includes('.')) throw new Error(`${where}: ${JSON.stringify(key)} is not a key`)
    checkValue(item, `${where}.${key}`)
  }
}

function kindOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor?.name ?? 'object'}`
  return typeof value
}

// By the depth of the prototype chain, not by Object.prototype: a test runner has more than one of those.
function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function checkFields(collection: Declared, fields: Fields): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!FIELD.test(field)) throw new Error(`${collection.name}: ${JSON.stringify(field)} is not a name for a field`)
    checkValue(value, `${collection.name}.${field}`)
  }
}

/** The document to store for `value`: the id and version have their own columns. */
export function documentOf(collection: Declared, id: string, value: object): Fields {
  if (!isPlainObject(value) || Array.isArray(value)) throw new Error(`${collection.name}: a document is a plain object`)
  const { id: ownId = id, version: _, ...fields } = value
  if (ownId !== id) throw new Error(`${collection.name}: the value carries another id`)
  checkFields(collection, fields)
  return fields
}

/** The fields a patch touches. Refuses a patch that names a field twice, or the id or version. */
export function checkPatch(collection: Declared, { set = {}, unset = [], inc = {} }: Patch): string[] {
  checkFields(collection, set)
  checkFields(collection, inc)
  const touched = [...Object.keys(set), ...unset, ...Object.keys(inc)]
  if (new Set(touched).size !== touched.length) throw new Error(`${collection.name}: a patch names a field twice`)
  for (const field of touched) {
    if (field === 'id' || field === 'version') throw new Error(`${collection.name}: a patch cannot change the ${field}`)
  }
  return touched
}

/** The document after a checked patch. */
export function patched(collection: Declared, fields: Fields, { set = {}, unset = [], inc = {} }: Patch): Fields {
  const next = { ...fields, ...set }
  for (const field of unset) delete next[field]
  for (const [field, step] of Object.entries(inc)) {
    const before = next[field] ?? 0
    if (typeof before !== 'number') throw new Error(`${collection.name}.${field} is not a number`)
    next[field] = before + step
    checkValue(next[field], `${collection.name}.${field}`)
  }
  return next
}

/** What an index sees of a declared field; null when the document has no such field. Refuses another type. */
export function promoted(collection: Declared, field: string, type: FieldType, fields: Fields): Scalar | null {
  const value = fields[field] ?? null
  if (value === null || isOfType(value, type)) return value
  throw new Error(`${collection.name}.${field} is declared ${type}`)
}

/** Whether a value is of a declared type. */
export function isOfType(value: unknown, type: FieldType): value is string | number | boolean {
  return typeof value === (type === 'text' ? 'string' : type)
}
