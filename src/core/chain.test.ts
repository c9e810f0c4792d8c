import { createHash } from 'node:crypto'
import { BEGINNING, canonical, compare, type Digest, type Found, type Link, linkTo, step, type Walk } from './chain'

const digest: Digest = (text) => createHash('sha256').update(text).digest('hex')
type Line = Link & { did: string }

/** A chain of so many lines. */
function chain(length: number): Line[] {
  const lines: Line[] = []
  let end = BEGINNING
  for (let seq = 1; seq <= length; seq++) {
    const line = linkTo(end, 'o_li', { did: `opened ${seq}` }, digest)
    lines.push(line)
    end = line
  }
  return lines
}

/** The first trouble of a chain as it lies in the store: by its numbers. */
function troubleOf(lines: Line[]): Found | undefined {
  const stored = [...lines].sort((a, b) => a.seq - b.seq)
  let walk: Walk = { end: BEGINNING }
  for (let place = 0; place < stored.length; place++) {
    const result = step(walk, stored.slice(place), digest)
    if (!('walk' in result)) return result
    walk = result.walk
  }
  return undefined
}

const without = (lines: Line[], seq: number) => lines.filter((line) => line.seq !== seq)
/** Numbered anew, as somebody would who hides a gap; the hashes stay. */
const renumbered = (lines: Line[]) => lines.map((line, place) => ({ ...line, seq: place + 1 }))
const put = (lines: Line[], seq: number, changed: Partial<Line>) =>
  lines.map((line) => (line.seq === seq ? { ...line, ...changed } : line))
const forged = (lines: Line[], seq: number): Line =>
  linkTo(lines.find((line) => line.seq === seq - 1) ?? BEGINNING, 'o_li', { did: 'forged' }, digest)
const swapped = (lines: Line[], one: number, other: number) =>
  lines.map((line) => ({ ...line, seq: line.seq === one ? other : line.seq === other ? one : line.seq }))

const lines = chain(9)

describe('a chain', () => {
  it('that nobody has touched is whole', () => {
    expect(troubleOf(lines)).toBeUndefined()
  })

  it.each<[what: string, touched: Line[], fault: Found]>([
    ['a line changed', put(lines, 4, { did: 'nothing' }), { fault: 'changed', seq: 4 }],
    ['the first line changed', put(lines, 1, { did: 'nothing' }), { fault: 'changed', seq: 1 }],
    ['a field added', put(lines, 4, { note: 'x' } as Partial<Line>), { fault: 'changed', seq: 4 }],
    ['a hash changed', put(lines, 4, { hash: 'f'.repeat(64) }), { fault: 'changed', seq: 4 }],
    ['a line changed, with a new hash', put(lines, 4, forged(lines, 4)), { fault: 'changed', seq: 4 }],
    ['a line removed', without(lines, 4), { fault: 'removed', seq: 4 }],
    ['the first line removed', without(lines, 1), { fault: 'removed', seq: 1 }],
    ['a line removed, the others numbered anew', renumbered(without(lines, 4)), { fault: 'removed', seq: 4 }],
    ['two lines removed, numbered anew', renumbered(without(without(lines, 4), 5)), { fault: 'removed', seq: 4 }],
    [
      'a line inserted that fits to the one before it',
      renumbered([...lines.slice(0, 3), forged(lines, 4), ...lines.slice(3)]),
      { fault: 'inserted', seq: 4 },
    ],
    [
      'a line inserted that fits nowhere',
      renumbered([...lines.slice(0, 3), { ...forged(lines, 4), hash: 'x' }, ...lines.slice(3)]),
      { fault: 'inserted', seq: 4 },
    ],
    ['two neighbours swapped', swapped(lines, 4, 5), { fault: 'reordered', seq: 4 }],
    ['two lines far apart swapped', swapped(lines, 2, 8), { fault: 'reordered', seq: 2 }],
  ])('%s: the first such line is named', (_, touched, found) => {
    expect(troubleOf(touched)).toEqual(found)
  })

  it('that was written anew from its beginning fits together, and is not what was sealed', () => {
    const [, second] = lines
    const anew = { seq: 2, hash: linkTo(BEGINNING, 'o_li', { did: 'x' }, digest).hash }
    if (!second) throw new Error('no second line')
    expect(compare(anew, second, 'rewritten')).toEqual({ fault: 'rewritten', seq: 2 })
    expect(compare(second, second, 'rewritten')).toBeUndefined()
  })

  it('whose end is missing is cut off there', () => {
    expect(step({ end: { seq: 3, hash: 'x' } }, [], digest)).toEqual({ fault: 'cut', seq: 4 })
  })
})

describe('the text that is hashed', () => {
  it('is the same in whatever order the fields come back', () => {
    expect(canonical({ b: [1, { d: 1, c: 2 }], a: 'x' })).toBe(canonical({ a: 'x', b: [1, { c: 2, d: 1 }] }))
  })

  it('tells a field that is not there from one that is empty', () => {
    expect(canonical({ a: undefined })).toBe(canonical({}))
    expect(canonical({ a: '' })).not.toBe(canonical({}))
  })
})
