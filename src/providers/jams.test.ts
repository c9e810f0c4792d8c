import { type Jam, runsLike } from './jams'

const way = (...parts: [Jam, number, string?][]) =>
  runsLike(parts.map(([jam, metres, road]) => ({ jam, metres, ...(road && { road }) })))

describe('a route', () => {
  it.each<[string, Parameters<typeof way>, ReturnType<typeof way>]>([
    ['all clear', [['clear', 1000]], { state: 'clear' }],
    ['of which nothing is known', [['unknown', 1000]], { state: 'unknown' }],
    ['without any stretch', [], { state: 'unknown' }],
    [
      'with a queue at one light',
      [
        ['clear', 2000],
        ['jammed', 90],
      ],
      { state: 'clear' },
    ],
    [
      'with a twentieth that stands',
      [
        ['clear', 1900],
        ['jammed', 100, '唐曹高速'],
      ],
      { state: 'jammed', worst: '唐曹高速' },
    ],
    [
      'slow here and standing there, each too short',
      [
        ['clear', 1900],
        ['slow', 50, '甲路'],
        ['jammed', 60, '乙路'],
      ],
      { state: 'slow', worst: '乙路' },
    ],
    [
      'that is mostly not known',
      [
        ['unknown', 9000],
        ['slow', 100, '甲路'],
      ],
      { state: 'slow', worst: '甲路' },
    ],
    [
      'closed on a road without a name',
      [
        ['blocked', 100],
        ['clear', 100],
      ],
      { state: 'blocked' },
    ],
    [
      'the longest stretch is named',
      [
        ['slow', 100, '甲路'],
        ['slow', 300, '乙路'],
      ],
      { state: 'slow', worst: '乙路' },
    ],
  ])('%s', (_, parts, expected) => {
    expect(way(...parts)).toEqual(expected)
  })
})
