/** Congestion from Amap's directions by car, version 5. https://lbs.amap.com/api/webservice/guide/api/newroute */
import * as v from 'valibot'
import type { CongestionSource, Outside, WatchedRoute } from '@/server/ports'
import { type Get, plausible, trouble, understood } from './fetching'
import { type Jam, kilometresOf, type RouteState, routeByRoute, runsLike, type Stretch } from './jams'

const SOURCE = { name: '高德地图', url: 'https://lbs.amap.com/' }
export const OK = '10000'
/** 10001 to 10044: the key, its quota, its rights. */
const REFUSAL = /^100\d\d$/
export const isRefusal = (infocode: string): boolean => REFUSAL.test(infocode)
const JAM_OF: Record<string, Jam> = { 畅通: 'clear', 缓行: 'slow', 拥堵: 'jammed', 严重拥堵: 'blocked' }

/** It writes its numbers as text. An empty one is none, and not zero. */
const written = (least: number, most: number) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number))]),
    plausible(least, most),
  )

const Path = v.object({
  distance: written(1, 2_000_000),
  cost: v.object({ duration: written(0, 200_000) }),
  steps: v.optional(
    v.array(
      v.object({
        // An empty array stands for no name.
        road_name: v.fallback(v.string(), ''),
        tmcs: v.optional(
          v.array(v.object({ tmc_status: v.fallback(v.string(), ''), tmc_distance: written(0, 2_000_000) })),
          [],
        ),
      }),
    ),
    [],
  ),
})
type Path = v.InferOutput<typeof Path>
const Answer = v.object({
  infocode: v.string(),
  route: v.optional(v.object({ paths: v.pipe(v.array(Path), v.minLength(1)) })),
})

/** One request a route. */
export function amapTraffic({
  get,
  key,
  origin = 'https://restapi.amap.com',
}: {
  get: Get
  key: string
  origin?: string
}): CongestionSource {
  async function stateOf({ id, name, from, to }: WatchedRoute): Promise<Outside<RouteState>> {
    const address = new URL('/v5/direction/driving', origin)
    address.search = new URLSearchParams({
      origin: placed(from),
      destination: placed(to),
      strategy: '32',
      show_fields: 'cost,tmcs',
      key,
    }).toString()
    const answer = understood(Answer, await get(address))
    if (!answer.ok) return answer
    const { infocode, route } = answer.value
    if (infocode !== OK) return trouble(isRefusal(infocode) ? 'refused' : 'not-understood', codeOf(infocode))
    const [best] = route?.paths ?? []
    if (!best) return trouble('not-understood', 'paths')
    const measured = { minutes: Math.round(best.cost.duration / 60), kilometres: kilometresOf(best.distance) }
    return { ok: true, value: { id, name, ...measured, ...runsLike(stretchesOf(best)) } }
  }

  return routeByRoute(stateOf, SOURCE)
}

/** A code is a number; anything else might be anything. */
export const codeOf = (infocode: string): string => (/^\d{1,6}$/.test(infocode) ? `code ${infocode}` : 'infocode')

const placed = ({ lat, lng }: WatchedRoute['from']): string => `${lng.toFixed(6)},${lat.toFixed(6)}`

const stretchesOf = ({ steps }: Path): Stretch[] =>
  steps.flatMap(({ road_name: road, tmcs }) =>
    tmcs.map(({ tmc_status, tmc_distance }) => ({
      jam: JAM_OF[tmc_status] ?? ('unknown' as const),
      metres: tmc_distance,
      ...(road && { road }),
    })),
  )
