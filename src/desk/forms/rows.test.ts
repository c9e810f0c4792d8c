import type { Row } from './read'
import { added, moved, under, without } from './rows'

const row = (id: string, number: number, parent?: string): Row => ({
  id,
  number,
  parent,
  name: { zh: id, en: id },
  icon: 'other',
  opens: 'group',
})
const ROWS = [
  row('news', 1),
  row('travel', 2),
  row('bus', 1, 'travel'),
  row('line-one', 1, 'bus'),
  row('rail', 2, 'travel'),
]
const ids = (rows: Row[]) => rows.map(({ id }) => id)

test('what goes takes with it what lies under it', () => expect(ids(without(ROWS, 'travel'))).toEqual(['news']))

test('a new entry takes the next number of its level, and an id of its own', () => {
  expect(added(ROWS, 'travel')).toMatchObject({ parent: 'travel', number: 3, id: 'entry-6' })
  expect(added([...ROWS, row('entry-7', 3), row('x', 4)], undefined)).toMatchObject({ id: 'entry-8', number: 5 })
})

test('the tenth of a level is 0, and there is no eleventh', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => row(`e${n}`, n))
  expect(added(nine, undefined)?.number).toBe(0)
  expect(added([...nine, row('e0', 0)], undefined)).toBeUndefined()
})

test('up and down change places with the neighbour of the same level', () => {
  expect(ids(under(moved(ROWS, 'rail', -1), 'travel'))).toEqual(['rail', 'bus'])
  expect(moved(ROWS, 'news', -1)).toEqual(ROWS)
})
