/** What is read from outside, as the environment says. */
import { type OutsideSources, openProviders, type Providers, privateKeyOf } from '@/providers'
import type { OutsideEnvironment } from './env'

export function openOutside(env: OutsideEnvironment): OutsideSources {
  const weather = weatherOf(env)
  return openProviders({
    ...(weather && { weather }),
    ...(env.MINHU_TENCENT_MAP_KEY && { tencentKey: env.MINHU_TENCENT_MAP_KEY }),
    ...(env.MINHU_AMAP_KEY && { amapKey: env.MINHU_AMAP_KEY }),
  })
}

function weatherOf(env: OutsideEnvironment): Providers['weather'] {
  const { MINHU_WEATHER: from, MINHU_OPEN_METEO_URL: origin, MINHU_QWEATHER_HOST: host = '' } = env
  if (from === 'none') return undefined
  if (from === 'open-meteo') return { from, ...(origin && { origin }) }
  const key = keyOf(env)
  return key && { from, host: `https://${host}`, key }
}

/** The environment was checked when it was read: one of the two is there. */
function keyOf(env: OutsideEnvironment) {
  const { MINHU_QWEATHER_KEY: apiKey, MINHU_QWEATHER_PROJECT: project, MINHU_QWEATHER_KEY_ID: keyId } = env
  const privateKey = privateKeyOf(env.MINHU_QWEATHER_PRIVATE_KEY ?? '')
  if (project && keyId && privateKey) return { project, keyId, privateKey }
  return apiKey ? { apiKey } : undefined
}
