/** Places from Tencent's suggestions. https://lbs.qq.com/service/webService/webServiceGuide/search/webServiceSuggestion */
import * as v from 'valibot'
import type { PlaceSource } from '@/server/ports'
import { type Get, plausible, trouble, understood } from './fetching'
import { isRefusal } from './tencent'

/** It takes 96 bytes: 32 Chinese characters. */
const LONGEST = 32

const Place = v.object({
  title: v.pipe(v.string(), v.minLength(1)),
  address: v.fallback(v.string(), ''),
  location: v.object({ lat: plausible(-90, 90), lng: plausible(-180, 180) }),
})
const Answer = v.object({ status: v.number(), data: v.optional(v.array(Place), []) })

export function tencentPlaces({
  get,
  key,
  origin = 'https://apis.map.qq.com',
}: {
  get: Get
  key: string
  origin?: string
}): PlaceSource {
  return async (words, { point, city }) => {
    const address = new URL('/ws/place/v1/suggestion', origin)
    address.search = new URLSearchParams({
      keyword: words.slice(0, LONGEST),
      region: city,
      region_fix: '1',
      location: `${point.lat.toFixed(6)},${point.lng.toFixed(6)}`,
      key,
    }).toString()
    const answer = understood(Answer, await get(address))
    if (!answer.ok) return answer
    const { status, data } = answer.value
    if (status !== 0) return trouble(isRefusal(status) ? 'refused' : 'not-understood', `status ${status}`)
    return { ok: true, value: data.map(({ title, address, location }) => ({ name: title, address, map: location })) }
  }
}
