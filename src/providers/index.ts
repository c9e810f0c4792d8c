/** Which providers there are, chosen by what they need. */
import type { CongestionSource, FeedSource, WeatherSource } from '@/server/ports'
import { amapTraffic } from './amap'
import { feedSource } from './feeds'
import { type Get, getter } from './fetching'
import { openMeteo } from './openMeteo'
import { type QWeatherKey, qweather } from './qweather'
import { tencentTraffic } from './tencent'

export { readHtml } from './html'
export { privateKeyOf } from './qweather'

export type Providers = {
  weather?: { from: 'open-meteo'; origin?: string } | { from: 'qweather'; host: string; key: QWeatherKey }
  /** With both keys Tencent is asked. */
  tencentKey?: string
  amapKey?: string
}
export type OutsideSources = { weather?: WeatherSource; congestion?: CongestionSource; feeds: FeedSource }

export function openProviders({ weather, tencentKey, amapKey }: Providers, get: Get = getter()): OutsideSources {
  const congestion = congestionOf({ tencentKey, amapKey }, get)
  return {
    feeds: feedSource(get),
    ...(weather && {
      weather: weather.from === 'qweather' ? qweather({ get, ...weather }) : openMeteo({ get, ...weather }),
    }),
    ...(congestion && { congestion }),
  }
}

function congestionOf(
  { tencentKey, amapKey }: { tencentKey: string | undefined; amapKey: string | undefined },
  get: Get,
): CongestionSource | undefined {
  if (tencentKey) return tencentTraffic({ get, key: tencentKey })
  return amapKey ? amapTraffic({ get, key: amapKey }) : undefined
}
