/** Which providers there are, chosen by what they need. */
import type { CongestionSource, FeedSource, PlaceSource, WeatherSource } from '@/server/ports'
import { amapTraffic } from './amap'
import { amapPlaces } from './amapPlaces'
import { feedSource } from './feeds'
import { type Get, getter } from './fetching'
import { openMeteo } from './openMeteo'
import { type QWeatherKey, qweather } from './qweather'
import { tencentTraffic } from './tencent'
import { tencentPlaces } from './tencentPlaces'

export { readHtml } from './html'
export { privateKeyOf } from './qweather'

export type Providers = {
  weather?: { from: 'open-meteo'; origin?: string } | { from: 'qweather'; host: string; key: QWeatherKey }
  /** With both keys Tencent is asked. */
  tencentKey?: string
  amapKey?: string
}
export type OutsideSources = {
  weather?: WeatherSource
  congestion?: CongestionSource
  places?: Places
  feeds: FeedSource
}
type Places = { from: 'tencent' | 'amap'; search: PlaceSource }

/** Milliseconds: somebody waits for it, and can do without. */
const HURRY = 2000

export function openProviders(
  { weather, tencentKey, amapKey }: Providers,
  get: Get = getter(),
  hurried: Get = getter(HURRY),
): OutsideSources {
  const congestion = congestionOf({ tencentKey, amapKey }, get)
  const places = placesOf({ tencentKey, amapKey }, hurried)
  return {
    feeds: feedSource(get),
    ...(weather && {
      weather: weather.from === 'qweather' ? qweather({ get, ...weather }) : openMeteo({ get, ...weather }),
    }),
    ...(congestion && { congestion }),
    ...(places && { places }),
  }
}

type MapKeys = { tencentKey: string | undefined; amapKey: string | undefined }

function congestionOf({ tencentKey, amapKey }: MapKeys, get: Get): CongestionSource | undefined {
  if (tencentKey) return tencentTraffic({ get, key: tencentKey })
  return amapKey ? amapTraffic({ get, key: amapKey }) : undefined
}

function placesOf({ tencentKey, amapKey }: MapKeys, get: Get): Places | undefined {
  if (tencentKey) return { from: 'tencent', search: tencentPlaces({ get, key: tencentKey }) }
  return amapKey ? { from: 'amap', search: amapPlaces({ get, key: amapKey }) } : undefined
}
