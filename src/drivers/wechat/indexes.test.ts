import type { Manifest } from '@/server/ports'
import { indexDefinitions } from './indexes'

const one = (index: Manifest[string]['indexes'][number]): Manifest => ({
  tickets: { fields: { unit: 'text', heat: 'number' }, indexes: [index] },
})

it.each([
  [
    'a list ends with the id that breaks its ties',
    one({ name: 'unit', keys: [['unit', 'asc']] }),
    { name: 'unit', unique: false, keys: ['unit 1', '_id 1'] },
  ],
  [
    'the id runs in the direction of the last key',
    one({
      name: 'queue',
      keys: [
        ['unit', 'asc'],
        ['heat', 'desc'],
      ],
    }),
    { name: 'queue', unique: false, keys: ['unit 1', 'heat -1', '_id -1'] },
  ],
  [
    'an id that is named stays where it is',
    one({
      name: 'mixed',
      keys: [
        ['id', 'desc'],
        ['unit', 'asc'],
      ],
    }),
    { name: 'mixed', unique: false, keys: ['_id -1', 'unit 1'] },
  ],
  [
    'a unique index has its own keys only',
    one({ name: 'unit', keys: [['unit', 'asc']], unique: true }),
    { name: 'unit', unique: true, keys: ['unit 1'] },
  ],
])('%s', (_, manifest, expected) => {
  const [{ collection_name, create_indexes } = { collection_name: '', create_indexes: [] }] = indexDefinitions(manifest)
  const indexes = create_indexes.map(({ keys, ...index }) => ({
    ...index,
    keys: keys.map((key) => `${key.name} ${key.direction}`),
  }))
  expect([collection_name, indexes]).toEqual(['tickets', [expected]])
})

it('names a collection without indexes too, so that it is made', () => {
  expect(indexDefinitions({ counters: { fields: {}, indexes: [] } })).toEqual([
    { collection_name: 'counters', create_indexes: [] },
  ])
})

it.each([
  ['an index on a field that is not declared', one({ name: 'a', keys: [['text', 'asc']] })],
  ['an index without keys', one({ name: 'a', keys: [] })],
  ['a name that is none', { 'a b': { fields: {}, indexes: [] } }],
])('refuses %s', (_, manifest) => {
  expect(() => indexDefinitions(manifest)).toThrow('manifest')
})
