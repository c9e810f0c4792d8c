import type { Where } from '@/server/ports'
import type { Declared } from '../collections'
import { comparisonsOf, type Question } from '../questions'
import type { Command, Selection } from './cloud'

const nameOf = (field: string) => (field === 'id' ? '_id' : field)

/** The documents that meet every condition. */
export function selection(collection: Declared, command: Command, all: Selection, where: Where): Selection {
  return meeting(command, all, conditionsOf(collection, command, where))
}

/** One document more than the page holds, to know whether another page follows. */
export function pageSelection(collection: Declared, command: Command, all: Selection, question: Question): Selection {
  const { where, by, dir, limit } = question
  const conditions = [...conditionsOf(collection, command, where), ...startConditions(command, question)]
  const inOrder = meeting(command, all, conditions).orderBy(nameOf(by), dir)
  return (by === 'id' ? inOrder : inOrder.orderBy('_id', dir)).limit(limit + 1)
}

// Each condition stands alone under `and`: two on one field in one object would overwrite each other.
function meeting(command: Command, all: Selection, conditions: unknown[]): Selection {
  return all.where(conditions.length > 1 ? command.and(conditions) : (conditions[0] ?? {}))
}

function conditionsOf(collection: Declared, command: Command, where: Where): unknown[] {
  return comparisonsOf(collection, where).map((comparison) => {
    const name = nameOf(comparison.field)
    if (comparison.operator === 'in') return { [name]: command.in(comparison.values) }
    if (comparison.operator === 'eq') return { [name]: comparison.value }
    return { [name]: command[comparison.operator](comparison.value) }
  })
}

// A document without the field has no place in the order and is left out; no cursor could point past it.
function startConditions(command: Command, { by, dir, start }: Question): unknown[] {
  const beyond = dir === 'desc' ? command.lt : command.gt
  const from = dir === 'desc' ? command.lte : command.gte
  if (by === 'id') return start ? [{ _id: beyond(start.id) }] : []
  if (!start) return [{ [by]: command.neq(null) }]
  // The first of the two says nothing new, but it is what an index can start from.
  return [{ [by]: from(start.value) }, command.or([{ [by]: beyond(start.value) }, { _id: beyond(start.id) }])]
}
