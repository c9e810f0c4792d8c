/** Where a point is, in words: from the nearest place that has a name. */

type Point = { lat: number; lng: number }

/** `way`: 0 north, 1 north-east, and so on round to 7. */
export type Nearest<T> = { place: T; metres: number; way: number }

const METRES_A_DEGREE = 111_320

/** Undefined where no place has a name. */
export function nearest<T extends { point: Point }>(point: Point, places: T[]): Nearest<T> | undefined {
  const measured = places.map((place) => ({ place, ...from(place.point, point) }))
  return measured.sort((a, b) => a.metres - b.metres)[0]
}

/** Flat, which a district is. */
function from(start: Point, end: Point): { metres: number; way: number } {
  const north = (end.lat - start.lat) * METRES_A_DEGREE
  const east = (end.lng - start.lng) * METRES_A_DEGREE * Math.cos((start.lat * Math.PI) / 180)
  const eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return { metres: Math.hypot(north, east), way: (eighths + 8) % 8 }
}

/** As one says it: 30, 250 metres; 1.4, 12 kilometres. */
export function rounded(metres: number): { n: number; unit: 'metres' | 'kilometres' } {
  if (metres < 975)
    return { n: metres < 100 ? Math.round(metres / 10) * 10 : Math.round(metres / 50) * 50, unit: 'metres' }
  return { n: metres < 9950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000), unit: 'kilometres' }
}

/** The words that were there stay: what was chosen goes before them, and a later choice takes the place of an earlier one. */
export function withChosen(address: string, chosen: string, before: string | undefined): string {
  const own = before && address.startsWith(before) ? address.slice(before.length).replace(/^，/, '') : address
  const rest = own.trim()
  return rest && rest !== chosen ? `${chosen}，${rest}` : chosen
}
