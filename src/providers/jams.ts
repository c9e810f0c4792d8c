/** What stretches of road say about a whole route. */
import type { Congestion, CongestionSource, Outside, WatchedRoute } from '@/server/ports'

export type RouteState = Congestion['routes'][number]
export type Jam = RouteState['state']
export type Stretch = { jam: Jam; metres: number; road?: string }

/** The worst first. */
const WORST_FIRST: readonly Jam[] = ['blocked', 'jammed', 'slow']
/** A queue at one light is no jam: of the way that is known this much must be so. */
const SHARE = 0.05

/** How a route runs: as its worst stretches do, together. `worst`: the road of the longest of them. */
export function runsLike(stretches: Stretch[]): { state: Jam; worst?: string } {
  const known = stretches.filter(({ jam }) => jam !== 'unknown')
  const metres = lengthOf(known)
  if (metres === 0) return { state: 'unknown' }
  for (const [at, state] of WORST_FIRST.entries()) {
    const orWorse = known.filter(({ jam }) => WORST_FIRST.slice(0, at + 1).includes(jam))
    if (lengthOf(orWorse) < metres * SHARE) continue
    const [longest] = orWorse.sort((a, b) => b.metres - a.metres)
    return { state, ...(longest?.road && { worst: longest.road }) }
  }
  return { state: 'clear' }
}

const lengthOf = (stretches: Stretch[]): number => stretches.reduce((sum, { metres }) => sum + metres, 0)

export const kilometresOf = (metres: number): number => Math.round(metres / 100) / 10

/** Asks for one route after the other, for a key allows few requests a second; the first trouble ends it. */
export function routeByRoute(
  stateOf: (route: WatchedRoute) => Promise<Outside<RouteState>>,
  source: Congestion['source'],
): CongestionSource {
  return async (watched) => {
    const routes: RouteState[] = []
    for (const route of watched) {
      const state = await stateOf(route)
      if (!state.ok) return state
      routes.push(state.value)
    }
    return { ok: true, value: { routes, source } }
  }
}
