/** Places from Amap's input tips. https://lbs.amap.com/api/webservice/guide/api-advanced/inputtips */
import * as v from 'valibot'
import type { FoundPlace, PlaceSource } from '@/server/ports'
import { codeOf, isRefusal, OK } from './amap'
import { type Get, trouble, understood } from './fetching'

/** Where there is none an empty array stands: for a bus line, or a brand with many shops. */
const Tip = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  district: v.fallback(v.string(), ''),
  address: v.fallback(v.string(), ''),
  location: v.fallback(v.string(), ''),
})
const Answer = v.object({ infocode: v.string(), tips: v.optional(v.array(Tip), []) })

export function amapPlaces({
  get,
  key,
  origin = 'https://restapi.amap.com',
}: {
  get: Get
  key: string
  origin?: string
}): PlaceSource {
  return async (words, { point, code }) => {
    const address = new URL('/v3/assistant/inputtips', origin)
    address.search = new URLSearchParams({
      keywords: words,
      city: code,
      citylimit: 'true',
      location: `${point.lng.toFixed(6)},${point.lat.toFixed(6)}`,
      datatype: 'poi',
      key,
    }).toString()
    const answer = understood(Answer, await get(address))
    if (!answer.ok) return answer
    const { infocode, tips } = answer.value
    if (infocode !== OK) return trouble(isRefusal(infocode) ? 'refused' : 'not-understood', codeOf(infocode))
    return { ok: true, value: tips.flatMap(placeOf) }
  }
}

/** A tip without a point leads nowhere. */
function placeOf({ name, district, address, location }: v.InferOutput<typeof Tip>): FoundPlace[] {
  const [lng, lat] = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(location) ? location.split(',').map(Number) : []
  if (lat === undefined || lng === undefined || Math.abs(lat) > 90 || Math.abs(lng) > 180) return []
  return [{ name, address: `${district}${address}`, map: { lat, lng } }]
}
