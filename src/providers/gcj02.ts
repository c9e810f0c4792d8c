/**
 * From WGS-84, which phones and the world use, to GCJ-02, which maps of China must use. The formula was never published
 * officially; this is the one in general use, written from its description on Wikipedia ("Restrictions on geographic data
 * in China"), and accurate to about a metre.
 */
export type Point = { lat: number; lng: number }

/** The ellipsoid of Krasovsky: half its axis in metres, and the square of its eccentricity. */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943
/** The formula is about a place in the middle of the country. */
const MIDDLE: Point = { lat: 35, lng: 105 }

export function gcj02({ lat, lng }: Point): Point {
  const east = lng - MIDDLE.lng
  const north = lat - MIDDLE.lat
  const angle = (lat / 180) * Math.PI
  const bend = 1 - ECCENTRICITY * Math.sin(angle) ** 2
  const metresNorth = northOf(east, north)
  const metresEast = eastOf(east, north)
  return {
    lat: lat + (metresNorth * 180) / (((AXIS * (1 - ECCENTRICITY)) / bend ** 1.5) * Math.PI),
    lng: lng + (metresEast * 180) / ((AXIS / Math.sqrt(bend)) * Math.cos(angle) * Math.PI),
  }
}

const wave = (turns: number): number => Math.sin(turns * Math.PI)
const ripple = (east: number): number => ((20 * wave(6 * east) + 20 * wave(2 * east)) * 2) / 3

function northOf(east: number, north: number): number {
  const slope = -100 + 2 * east + 3 * north + 0.2 * north ** 2 + 0.1 * east * north + 0.2 * Math.sqrt(Math.abs(east))
  const waves = 20 * wave(north) + 40 * wave(north / 3) + 160 * wave(north / 12) + 320 * wave(north / 30)
  return slope + ripple(east) + (waves * 2) / 3
}

function eastOf(east: number, north: number): number {
  const slope = 300 + east + 2 * north + 0.1 * east ** 2 + 0.1 * east * north + 0.1 * Math.sqrt(Math.abs(east))
  const waves = 20 * wave(east) + 40 * wave(east / 3) + 150 * wave(east / 12) + 300 * wave(east / 30)
  return slope + ripple(east) + (waves * 2) / 3
}
