/** Between WGS-84, which we keep, and GCJ-02, which maps of China draw in. */
import type { WatchedRoute } from './district'
import type { Point } from './ticket'

/** The Krasovsky ellipsoid of 1940, on which the shift is defined: half its axis in metres, and its eccentricity squared. */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006693421622965943
/** A box around China; elsewhere maps are not shifted. */
const CHINA = { south: 0.83, north: 55.83, west: 72, east: 137.84 }

const half = (turns: number): number => Math.sin(turns * Math.PI)

/** Metres by which the map is shifted, from degrees east of 105° E and north of 35° N. */
function shift(x: number, y: number): { north: number; east: number } {
  const ripple = 20 * half(6 * x) + 20 * half(2 * x)
  const north = ripple + 20 * half(y) + 40 * half(y / 3) + 160 * half(y / 12) + 320 * half(y / 30)
  const east = ripple + 20 * half(x) + 40 * half(x / 3) + 150 * half(x / 12) + 300 * half(x / 30)
  const root = Math.sqrt(Math.abs(x))
  return {
    north: -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (north * 2) / 3,
    east: 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (east * 2) / 3,
  }
}

/**
 * Where a map of China, WeChat's among them, draws a point. The state has not published the formula: this is the one in
 * general use, as Wikipedia describes it ("Restrictions on geographic data in China"), with the constants of gcoord 1.0.7,
 * by whose results the test checks ours.
 */
export function toGcj02({ lat, lng }: Point): Point {
  if (lat < CHINA.south || lat > CHINA.north || lng < CHINA.west || lng > CHINA.east) return { lat, lng }
  const { north, east } = shift(lng - 105, lat - 35)
  const latitude = (lat / 180) * Math.PI
  const flat = 1 - ECCENTRICITY * Math.sin(latitude) ** 2
  const perRadianNorth = (AXIS * (1 - ECCENTRICITY)) / flat ** 1.5
  const perRadianEast = (AXIS / Math.sqrt(flat)) * Math.cos(latitude)
  const degrees = 180 / Math.PI
  return { lat: lat + (north / perRadianNorth) * degrees, lng: lng + (east / perRadianEast) * degrees }
}

/** How often the way back is taken; each time brings it some thousand times nearer. */
const ROUNDS = 4

/** Where a point of such a map really is. There is no formula for this way: what the map would shift is taken off until it fits. */
export function toWgs84(drawn: Point): Point {
  let found = drawn
  for (let round = 0; round < ROUNDS; round++) {
    const { lat, lng } = toGcj02(found)
    found = { lat: found.lat + drawn.lat - lat, lng: found.lng + drawn.lng - lng }
  }
  return found
}

/** A point as a phone sends it: from its own receiver, or from a map of China. */
export const onEarth = ({ lat, lng, system }: Point & { system: 'wgs84' | 'gcj02' }): Point =>
  system === 'gcj02' ? toWgs84({ lat, lng }) : { lat, lng }

/** A route as those draw it who are asked how it runs. */
export const onMaps = (route: WatchedRoute): WatchedRoute => ({
  ...route,
  from: toGcj02(route.from),
  to: toGcj02(route.to),
})
