/** Congestion from Tencent's directions by car. https://lbs.qq.com/service/webService/webServiceGuide/webServiceRoute */
import * as v from 'valibot'
import type { CongestionSource, Outside, WatchedRoute } from '@/server/ports'
import { type Get, perhaps, plausible, trouble, understood } from './fetching'
import { type Jam, kilometresOf, type RouteState, routeByRoute, runsLike, type Stretch } from './jams'

const SOURCE = { name: '腾讯位置服务', url: 'https://lbs.qq.com/' }
/** Whitelist, signature, per second, per day, key: for whoever keeps the key. */
const REFUSALS = [110, 111, 112, 113, 120, 121, 190, 199, 311]
export const isRefusal = (status: number): boolean => REFUSALS.includes(status)
const JAM_OF: Record<number, Jam> = { 0: 'clear', 1: 'slow', 2: 'jammed', 4: 'blocked' }

/** First and last place of a stretch in the list of coordinates. */
const Part = v.fallback(v.optional(v.tuple([v.number(), v.number()])), undefined)
const Route = v.object({
  distance: plausible(1, 2_000_000),
  duration: plausible(0, 3000),
  speed: v.optional(
    v.array(v.object({ distance: plausible(0, 2_000_000), level: perhaps(0, 9), polyline_idx: Part })),
    [],
  ),
  steps: v.optional(v.array(v.object({ road_name: v.fallback(v.string(), ''), polyline_idx: Part })), []),
})
type Route = v.InferOutput<typeof Route>
const Answer = v.object({
  status: v.number(),
  result: v.optional(v.object({ routes: v.pipe(v.array(Route), v.minLength(1)) })),
})

/** One request a route. */
export function tencentTraffic({
  get,
  key,
  origin = 'https://apis.map.qq.com',
}: {
  get: Get
  key: string
  origin?: string
}): CongestionSource {
  async function stateOf({ id, name, from, to }: WatchedRoute): Promise<Outside<RouteState>> {
    const address = new URL('/ws/direction/v1/driving/', origin)
    address.search = new URLSearchParams({
      from: placed(from),
      to: placed(to),
      policy: 'LEAST_TIME,REAL_TRAFFIC',
      get_speed: '1',
      key,
    }).toString()
    const answer = understood(Answer, await get(address))
    if (!answer.ok) return answer
    const { status, result } = answer.value
    if (status !== 0) return trouble(isRefusal(status) ? 'refused' : 'not-understood', `status ${status}`)
    const [best] = result?.routes ?? []
    if (!best) return trouble('not-understood', 'routes')
    const measured = { minutes: Math.round(best.duration), kilometres: kilometresOf(best.distance) }
    return { ok: true, value: { id, name, ...measured, ...runsLike(stretchesOf(best)) } }
  }

  return routeByRoute(stateOf, SOURCE)
}

const placed = ({ lat, lng }: WatchedRoute['from']): string => `${lat.toFixed(6)},${lng.toFixed(6)}`

/** Each stretch with the road on which it begins. */
const stretchesOf = ({ speed, steps }: Route): Stretch[] =>
  speed.map(({ distance, level, polyline_idx }) => {
    const start = polyline_idx?.[0]
    const step =
      start === undefined
        ? undefined
        : steps.find(({ polyline_idx: part }) => part && part[0] <= start && start <= part[1])
    const jam = level === undefined ? 'unknown' : (JAM_OF[level] ?? 'unknown')
    return { jam, metres: distance, ...(step?.road_name && { road: step.road_name }) }
  })
