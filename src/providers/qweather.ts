/** Weather and official warnings from QWeather (和风天气), version 1. https://dev.qweather.com/docs/api/ */
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import * as v from 'valibot'
import type { Forecast, Outside, WeatherSource } from '@/server/ports'
import { type Get, perhaps, plausible, trouble, understood } from './fetching'

type Sky = Forecast['now']['sky']
/** Either a key for everything, or a key of ours that signs a pass for each hour; they recommend the second. */
export type QWeatherKey = { apiKey: string } | { project: string; keyId: string; privateKey: KeyObject }

const SOURCE = { name: '天气服务由和风天气驱动', url: 'https://www.qweather.com/' }
const PASS_SECONDS = 900
const HOURS = '48'
const DAYS = '7'

/** https://dev.qweather.com/docs/resource/icons/ . 502 and 511 to 513 are haze: no word of ours fits, and none is made up. */
const SKIES: [codes: RegExp, sky: Sky][] = [
  [/^1[05]0$/, 'clear'],
  [/^1[05][1-3]$/, 'cloudy'],
  [/^104$/, 'overcast'],
  [/^30[234]$/, 'thunder'],
  [/^309$/, 'drizzle'],
  [/^313$/, 'sleet'],
  [/^(301|351|307|308|31[0-2]|31[5-8])$/, 'heavy-rain'],
  [/^3\d\d$/, 'rain'],
  [/^(40[456]|456)$/, 'sleet'],
  [/^4\d\d$/, 'snow'],
  [/^(50[01]|509|51[045])$/, 'fog'],
  [/^50[3478]$/, 'dust'],
]
const skyOf = (code: string | undefined): Sky => SKIES.find(([codes]) => codes.test(code ?? ''))?.[1] ?? 'unknown'

const Moment = v.pipe(
  v.string(),
  v.check((text) => /(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))),
  v.transform((text) => new Date(text).toISOString()),
)
const moment = v.fallback(v.optional(Moment), undefined)
const Temperature = v.object({ value: plausible(-80, 60), unit: v.literal('°C') })
const measured = (unit: string, least: number, most: number) =>
  v.fallback(v.optional(v.object({ value: plausible(least, most), unit: v.literal(unit) })), undefined)
const Condition = v.fallback(v.optional(v.object({ code: v.string() })), undefined)
const Chance = v.fallback(v.optional(v.object({ probability: perhaps(0, 1) })), undefined)
const Wind = v.fallback(
  v.optional(
    v.object({
      speed: v.object({ value: plausible(0, 120), unit: v.literal('m/s') }),
      direction: v.fallback(v.optional(v.object({ degree: perhaps(0, 360) })), undefined),
    }),
  ),
  undefined,
)

const Current = v.object({
  condition: Condition,
  temperature: Temperature,
  feelsLike: measured('°C', -100, 80),
  humidity: perhaps(0, 1),
  wind: Wind,
  windGust: v.fallback(v.optional(v.object({ speed: measured('m/s', 0, 150) })), undefined),
  precipitation: v.fallback(v.optional(v.object({ amount: measured('mm', 0, 500) })), undefined),
})
const Hourly = v.object({
  hours: v.array(
    v.object({ forecastTime: Moment, condition: Condition, temperature: Temperature, precipitation: Chance }),
  ),
})
const Daily = v.object({
  days: v.pipe(
    v.array(
      v.object({
        forecastStartTime: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT/)),
        temperatureMax: Temperature,
        temperatureMin: Temperature,
        uvIndexMax: perhaps(0, 30),
        astro: v.fallback(v.optional(v.object({ sunrise: moment, sunset: moment })), undefined),
        daytime: v.fallback(
          v.optional(v.object({ condition: Condition, wind: Wind, precipitation: Chance })),
          undefined,
        ),
      }),
    ),
    v.minLength(1),
  ),
})
const text = v.nullish(v.string(), '')
const Alerts = v.object({
  // Nothing else says that an empty answer is meant.
  metadata: v.object({ zeroResult: v.optional(v.boolean()) }),
  alerts: v.optional(
    v.array(
      v.object({
        id: v.string(),
        senderName: text,
        issuedTime: Moment,
        expireTime: moment,
        messageType: v.optional(v.object({ code: v.string() })),
        eventType: v.object({ name: v.string() }),
        color: v.fallback(v.optional(v.object({ code: v.string() })), undefined),
        headline: text,
        description: text,
        instruction: text,
      }),
    ),
  ),
})

/** `host` is the account's own. All four answers or none: a reading without its warnings would hide them. */
export function qweather({ get, host, key }: { get: Get; host: string; key: QWeatherKey }): WeatherSource {
  return async ({ lat, lng }, now) => {
    const headers = headersOf(key, now)
    const ask = async <S extends v.GenericSchema>(schema: S, path: string, query: Record<string, string> = {}) => {
      const address = new URL(`${path}/${lat.toFixed(2)}/${lng.toFixed(2)}`, host)
      address.search = new URLSearchParams({ lang: 'zh', localTime: 'true', ...query }).toString()
      return understood(schema, await get(address, { headers }))
    }
    const [current, hourly, daily, alerts] = await Promise.all([
      ask(Current, '/weather/v1/current'),
      ask(Hourly, '/weather/v1/hourly', { hours: HOURS }),
      ask(Daily, '/weather/v1/daily', { days: DAYS }),
      ask(Alerts, '/weatheralert/v1/current'),
    ])
    if (!current.ok) return current
    if (!hourly.ok) return hourly
    if (!daily.ok) return daily
    const warnings = warningsOf(alerts)
    if (!warnings.ok) return warnings
    return {
      ok: true,
      value: {
        now: nowOf(current.value, now),
        hours: hourly.value.hours.map(hourOf),
        days: daily.value.days.map(dayOf),
        warnings: warnings.value,
        source: SOURCE,
      },
    }
  }
}

function nowOf(current: v.InferOutput<typeof Current>, now: Date): Forecast['now'] {
  const { condition, temperature, feelsLike, humidity, wind, windGust, precipitation } = current
  const gusts = windGust?.speed?.value
  const direction = wind?.direction?.degree
  const rain = precipitation?.amount?.value
  return {
    // It does not say when it was measured: it is what it says now.
    at: now.toISOString(),
    temperature: temperature.value,
    sky: skyOf(condition?.code),
    ...(feelsLike && { feelsLike: feelsLike.value }),
    ...(humidity !== undefined && { humidity: Math.round(humidity * 100) }),
    ...(rain !== undefined && { rain }),
    ...(wind &&
      direction !== undefined && {
        wind: { speed: wind.speed.value, direction, ...(gusts !== undefined && { gusts }) },
      }),
  }
}

function hourOf(hour: v.InferOutput<typeof Hourly>['hours'][number]): Forecast['hours'][number] {
  const { forecastTime, condition, temperature, precipitation } = hour
  const sky = skyOf(condition?.code)
  return { at: forecastTime, temperature: temperature.value, sky, ...chanceOf(precipitation) }
}

function dayOf(forecast: v.InferOutput<typeof Daily>['days'][number]): Forecast['days'][number] {
  const { forecastStartTime, temperatureMax, temperatureMin, uvIndexMax, astro, daytime } = forecast
  return {
    // In local time, as it was asked for.
    day: forecastStartTime.slice(0, 10),
    high: temperatureMax.value,
    low: temperatureMin.value,
    sky: skyOf(daytime?.condition?.code),
    ...chanceOf(daytime?.precipitation),
    ...(astro?.sunrise && { sunrise: astro.sunrise }),
    ...(astro?.sunset && { sunset: astro.sunset }),
    ...(daytime?.wind && { wind: daytime.wind.speed.value }),
    ...(uvIndexMax !== undefined && { uv: uvIndexMax }),
  }
}

const chanceOf = (rain: v.InferOutput<typeof Chance>): { rainChance?: number } =>
  rain?.probability === undefined ? {} : { rainChance: Math.round(rain.probability * 100) }

/** Their words as they are: nobody but the issuer may word a warning. */
function warningsOf(answer: Outside<v.InferOutput<typeof Alerts>>): Outside<NonNullable<Forecast['warnings']>> {
  if (!answer.ok) return answer
  const { metadata, alerts } = answer.value
  if (!alerts && !metadata.zeroResult) return trouble('not-understood', 'alerts')
  const warnings = (alerts ?? [])
    .filter(({ messageType }) => messageType?.code !== 'cancel')
    .map(({ id, senderName, issuedTime, expireTime, eventType, color, headline, description, instruction }) => ({
      id,
      colour: COLOURS.find((colour) => colour === color?.code) ?? ('unknown' as const),
      type: eventType.name,
      headline,
      text: [description, instruction].filter(Boolean).join('\n\n'),
      issuer: senderName,
      issuedAt: issuedTime,
      ...(expireTime && { expiresAt: expireTime }),
    }))
  return { ok: true, value: warnings }
}
const COLOURS = ['blue', 'yellow', 'orange', 'red'] as const

function headersOf(key: QWeatherKey, now: Date): Record<string, string> {
  if ('apiKey' in key) return { 'x-qw-api-key': key.apiKey }
  const from = Math.floor(now.getTime() / 1000) - 30
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { sub: key.project, iat: from, exp: from + PASS_SECONDS }
  const signed = `${part({ alg: 'EdDSA', kid: key.keyId })}.${part(claims)}`
  const signature = sign(null, Buffer.from(signed), key.privateKey).toString('base64url')
  return { authorization: `Bearer ${signed}.${signature}` }
}

/** An Ed25519 key as one line: what stands between the first and the last line of its PEM file. Null when it is none. */
export function privateKeyOf(line: string): KeyObject | null {
  try {
    const key = createPrivateKey({ key: Buffer.from(line, 'base64'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
