/** The map in squares, so that what is near can be looked up by equality, which every database does quickly. */
import type { Point } from './ticket'

/** Metres within which something is near. Squares are as wide, so that whatever is near lies in the nine around a point. */
export const NEAR = 250
/** Metres to which places are told to strangers: see `coarse`. */
const COARSE = 100

const METRES_PER_DEGREE = 111_195
/** A parallel further north is not divided any finer: no district lies there. */
const MOST_NORTH = 85

const radians = (degrees: number): number => (degrees / 180) * Math.PI
const rowOf = (lat: number, width: number): number => Math.floor((lat * METRES_PER_DEGREE) / width)
/** Metres in a degree of longitude, the same in a whole row of squares. */
function perDegreeEast(row: number, width: number): number {
  const lat = Math.min(MOST_NORTH, (Math.abs(row + 0.5) * width) / METRES_PER_DEGREE)
  return METRES_PER_DEGREE * Math.cos(radians(lat))
}
const columnOf = (lng: number, row: number, width: number): number =>
  Math.floor((lng * perDegreeEast(row, width)) / width)

const square = (row: number, column: number): string => `${row},${column}`

/** The square that a point lies in. */
export function squareOf({ lat, lng }: Point): string {
  const row = rowOf(lat, NEAR)
  return square(row, columnOf(lng, row, NEAR))
}

/** The square by which a ticket is found: of its coarse place, so that even this tells strangers nothing finer. */
export const cellOf = (point: Point): string => squareOf(coarse(point))

/**
 * That square and its neighbours: everything within NEAR of the point lies in one of them. Rows are not divided alike, so
 * that the squares above do not stand exactly on those below, and now and then four of a row are needed.
 */
export function squaresAround({ lat, lng }: Point): string[] {
  const middle = rowOf(lat, NEAR)
  return [middle - 1, middle, middle + 1].flatMap((row) => {
    // A hair more than NEAR: the metre of this row is not quite that of the point.
    const reach = (NEAR * 1.001) / perDegreeEast(row, NEAR)
    const [first, last] = [columnOf(lng - reach, row, NEAR), columnOf(lng + reach, row, NEAR)]
    return Array.from({ length: last - first + 1 }, (_, step) => square(row, first + step))
  })
}

/** Metres between two points, along a great circle (haversine). */
export function metresBetween(one: Point, other: Point): number {
  const north = Math.sin(radians(other.lat - one.lat) / 2)
  const east = Math.sin(radians(other.lng - one.lng) / 2)
  const chord = north ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * east ** 2
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/**
 * The middle of the square of 100 m that a point lies in. What strangers are told of distances is measured from here: from
 * the true place, three questions from three corners would find somebody's home.
 */
export function coarse({ lat, lng }: Point): Point {
  const row = rowOf(lat, COARSE)
  const column = columnOf(lng, row, COARSE)
  return {
    lat: ((row + 0.5) * COARSE) / METRES_PER_DEGREE,
    lng: ((column + 0.5) * COARSE) / perDegreeEast(row, COARSE),
  }
}

/** Tens of metres, and never nearer than "within 50 m". */
export const toldMetres = (metres: number): number => Math.max(50, Math.round(metres / 10) * 10)
