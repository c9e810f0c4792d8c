import type { MenuEntry } from './district'
import { childrenOf, menuProblem } from './menu'

const entry = (id: string, number: number, parent?: string): MenuEntry => ({
  id,
  number,
  name: { zh: id, en: id },
  icon: 'news',
  opens: 'group',
  ...(parent && { parent }),
})

it.each<[is: string, entries: MenuEntry[], problem: unknown]>([
  ['one level', [entry('news', 1), entry('weather', 2)], null],
  ['two levels, each with a 1', [entry('news', 1), entry('local', 1, 'news')], null],
  ['the same number under two entries', [entry('a', 1), entry('b', 2), entry('c', 1, 'a'), entry('d', 1, 'b')], null],
  ['nothing', [], null],
  ['two categories with one number', [entry('news', 1), entry('weather', 1)], { is: 'menu-twice', number: 1 }],
  ['two zeros', [entry('person', 0), entry('other', 0)], { is: 'menu-twice', number: 0 }],
  [
    'two with one number under one entry',
    [entry('news', 1), entry('a', 3, 'news'), entry('b', 3, 'news')],
    { is: 'menu-twice', number: 3 },
  ],
  [
    'an entry under one that is not there',
    [entry('a', 1, 'gone')],
    { is: 'menu-parent', entry: entry('a', 1, 'gone') },
  ],
  [
    'an entry under one that is no group',
    [{ ...entry('news', 1), opens: 'news' }, entry('a', 1, 'news')],
    { is: 'menu-parent', entry: entry('a', 1, 'news') },
  ],
  ['two entries with one id', [entry('a', 1), entry('a', 2)], { is: 'malformed' }],
  ['an entry under itself', [entry('a', 1, 'a')], { is: 'menu-cycle', entry: entry('a', 1, 'a') }],
  [
    'two entries under each other',
    [entry('x', 1), entry('a', 1, 'b'), entry('b', 1, 'a')],
    { is: 'menu-cycle', entry: entry('a', 1, 'b') },
  ],
  [
    'an entry under a circle that it is no part of',
    [entry('x', 1, 'a'), entry('a', 2, 'b'), entry('b', 1, 'a')],
    { is: 'menu-cycle', entry: entry('a', 2, 'b') },
  ],
])('a menu with %s', (_, entries, problem) => {
  expect(menuProblem(entries)).toEqual(problem)
})

it('lists a level by number', () => {
  const entries = [entry('b', 2), entry('a', 1), entry('d', 4, 'a'), entry('c', 3, 'a')]
  expect(childrenOf(entries).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(childrenOf(entries, 'a').map(({ id }) => id)).toEqual(['c', 'd'])
})
