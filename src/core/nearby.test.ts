import { cellOf, coarse, metresBetween, NEAR, squareOf, squaresAround, toldMetres } from './nearby'
import type { Point } from './ticket'

const SCHOOL = { lat: 39.2719, lng: 118.4478 }
/** So many metres north and east of a point, near enough. */
const moved = ({ lat, lng }: Point, north: number, east: number): Point => ({
  lat: lat + north / 111_195,
  lng: lng + east / (111_195 * Math.cos((lat / 180) * Math.PI)),
})

/** Numbers that look like chance and are the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

it.each([
  ['nothing', 0, 0, 0],
  ['a hundred metres north', 100, 0, 100],
  ['a hundred metres east', 0, 100, 100],
  ['three hundred and four hundred', 300, 400, 500],
])('measures %s', (_, north, east, metres) =>
  expect(metresBetween(SCHOOL, moved(SCHOOL, north, east))).toBeCloseTo(metres, 0),
)

it('measures from Tangshan to Beijing', () =>
  expect(metresBetween({ lat: 39.6306, lng: 118.1803 }, { lat: 39.9042, lng: 116.4074 }) / 1000).toBeCloseTo(154.4, 0))

it('has whatever is near in the squares around, wherever in China one stands', () => {
  const seed = 20261122
  const next = chance(seed)
  const missed: unknown[] = []
  for (let turn = 0; turn < 20_000; turn++) {
    const here = { lat: 18 + next() * 35, lng: 73 + next() * 62 }
    const [angle, far] = [next() * 2 * Math.PI, next() * NEAR]
    const there = moved(here, Math.sin(angle) * far, Math.cos(angle) * far)
    if (!squaresAround(here).includes(squareOf(there))) missed.push({ seed, here, there })
  }
  expect(missed).toEqual([])
})

it('looks into nine squares, seldom into ten or eleven', () => {
  const next = chance(7)
  const counts = Array.from({ length: 2000 }, () => squaresAround({ lat: 39 + next(), lng: 118 + next() }).length)
  expect(Math.max(...counts)).toBeLessThanOrEqual(12)
  expect(counts.filter((count) => count <= 9).length).toBeGreaterThan(1900)
})

it('does not look at the other end of the street', () =>
  expect(squaresAround(SCHOOL)).not.toContain(squareOf(moved(SCHOOL, 0, 900))))

describe('to strangers', () => {
  it('two homes in one square of 100 m are at the same place', () => {
    const home = coarse(SCHOOL)
    expect([coarse(moved(home, 40, 40)), coarse(moved(home, -40, 10))]).toEqual([home, home])
  })
  it('a place is never moved by more than half a square each way', () =>
    expect(metresBetween(SCHOOL, coarse(SCHOOL))).toBeLessThanOrEqual(71))
  it('a ticket is looked up by that place, too', () => expect(cellOf(SCHOOL)).toBe(squareOf(coarse(SCHOOL))))
  it.each([
    [0, 50],
    [49, 50],
    [54, 50],
    [56, 60],
    [248.7, 250],
  ])('%d m are told as %d m', (metres, told) => expect(toldMetres(metres)).toBe(told))
})
