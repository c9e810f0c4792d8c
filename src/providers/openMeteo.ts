/** The weather from Open-Meteo: no key, no official warnings. https://open-meteo.com/en/docs */
import * as v from 'valibot'
import type { Forecast, Outside, WeatherSource } from '@/server/ports'
import { type Get, perhaps, plausible, trouble, understood } from './fetching'

type Sky = Forecast['now']['sky']

const CURRENT = [
  'temperature_2m',
  'relative_humidity_2m',
  'apparent_temperature',
  'precipitation',
  'weather_code',
  'wind_speed_10m',
  'wind_direction_10m',
  'wind_gusts_10m',
]
const HOURLY = ['temperature_2m', 'precipitation_probability', 'weather_code']
const DAILY = [
  'weather_code',
  'temperature_2m_max',
  'temperature_2m_min',
  'sunrise',
  'sunset',
  'uv_index_max',
  'precipitation_probability_max',
  'wind_speed_10m_max',
]
const HOURS_KEPT = 48
const HOUR = 3_600_000
/** Its licence wants it named. */
const SOURCE = { name: 'Weather data by Open-Meteo.com (CC BY 4.0)', url: 'https://open-meteo.com/' }

/** WMO code 4677, as far as it is given. 56, 57, 66 and 67 freeze on the ground. */
const SKY_OF: Record<number, Sky> = {
  ...{ 0: 'clear', 1: 'cloudy', 2: 'cloudy', 3: 'overcast', 45: 'fog', 48: 'fog' },
  ...{ 51: 'drizzle', 53: 'drizzle', 55: 'drizzle', 56: 'sleet', 57: 'sleet', 66: 'sleet', 67: 'sleet' },
  ...{ 61: 'rain', 63: 'rain', 65: 'heavy-rain', 80: 'rain', 81: 'rain', 82: 'heavy-rain' },
  ...{ 71: 'snow', 73: 'snow', 75: 'snow', 77: 'snow', 85: 'snow', 86: 'snow' },
  ...{ 95: 'thunder', 96: 'thunder', 99: 'thunder' },
}
const skyOf = (code: number | undefined): Sky => (code === undefined ? 'unknown' : (SKY_OF[code] ?? 'unknown'))

const Degrees = plausible(-80, 60)
const WallClock = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
const Day = v.pipe(v.string(), v.isoDate())
/** A column: what stands in it counts only where it makes sense. */
const column = (least: number, most: number) => v.fallback(v.array(perhaps(least, most)), [])
const clocks = v.fallback(v.array(v.fallback(v.optional(WallClock), undefined)), [])

const Answer = v.object({
  utc_offset_seconds: v.pipe(v.number(), v.integer(), v.minValue(-14 * 3600), v.maxValue(14 * 3600)),
  current_units: v.object({ temperature_2m: v.literal('°C'), wind_speed_10m: v.optional(v.literal('m/s')) }),
  current: v.object({
    time: WallClock,
    temperature_2m: Degrees,
    relative_humidity_2m: perhaps(0, 100),
    apparent_temperature: perhaps(-100, 80),
    precipitation: perhaps(0, 500),
    weather_code: perhaps(0, 99),
    wind_speed_10m: perhaps(0, 120),
    wind_direction_10m: perhaps(0, 360),
    wind_gusts_10m: perhaps(0, 150),
  }),
  hourly: v.object({
    time: v.array(WallClock),
    temperature_2m: column(-80, 60),
    precipitation_probability: column(0, 100),
    weather_code: column(0, 99),
  }),
  daily: v.object({
    time: v.array(Day),
    weather_code: column(0, 99),
    temperature_2m_max: column(-80, 60),
    temperature_2m_min: column(-80, 60),
    sunrise: clocks,
    sunset: clocks,
    uv_index_max: column(0, 30),
    precipitation_probability_max: column(0, 100),
    wind_speed_10m_max: column(0, 120),
  }),
})
type Answer = v.InferOutput<typeof Answer>

/** `origin`: theirs, or that of a copy that the district runs itself. */
export function openMeteo({
  get,
  origin = 'https://api.open-meteo.com',
}: {
  get: Get
  origin?: string
}): WeatherSource {
  return async ({ lat, lng }, now) => {
    const address = new URL('/v1/forecast', origin)
    address.search = new URLSearchParams({
      latitude: String(lat),
      longitude: String(lng),
      current: CURRENT.join(),
      hourly: HOURLY.join(),
      daily: DAILY.join(),
      wind_speed_unit: 'ms',
      timezone: 'Asia/Shanghai',
      forecast_days: '7',
    }).toString()
    const answer = understood(Answer, await get(address))
    return answer.ok ? forecastOf(answer.value, now) : answer
  }
}

function forecastOf(
  { utc_offset_seconds, current, current_units, hourly, daily }: Answer,
  asked: Date,
): Outside<Forecast> {
  /** Its times are those of clocks on the spot, and do not say so. */
  const momentOf = (clock: string) => new Date(Date.parse(`${clock}:00Z`) - utc_offset_seconds * 1000).toISOString()
  const from = new Date(asked.getTime() - HOUR).toISOString()
  const now = {
    at: momentOf(current.time),
    temperature: current.temperature_2m,
    sky: skyOf(current.weather_code),
    ...(current.apparent_temperature !== undefined && { feelsLike: current.apparent_temperature }),
    ...(current.relative_humidity_2m !== undefined && { humidity: current.relative_humidity_2m }),
    ...(current.precipitation !== undefined && { rain: current.precipitation }),
    ...(current_units.wind_speed_10m && windOf(current)),
  }
  const hours = hourly.time
    .flatMap((time, at) => hourOf(momentOf(time), at, hourly))
    .filter((hour) => hour.at > from)
    .slice(0, HOURS_KEPT)
  const days = daily.time.flatMap((day, at) => dayOf(day, at, daily, momentOf))
  if (!days.length) return trouble('not-understood', 'daily')
  return { ok: true, value: { now, hours, days, source: SOURCE } }
}

function windOf({ wind_speed_10m: speed, wind_direction_10m: direction, wind_gusts_10m: gusts }: Answer['current']) {
  if (speed === undefined || direction === undefined) return {}
  return { wind: { speed, direction, ...(gusts !== undefined && { gusts }) } }
}

/** Nothing where its temperature is missing: an hour without one says nothing. */
function hourOf(at: string, row: number, hourly: Answer['hourly']): Forecast['hours'] {
  const temperature = hourly.temperature_2m[row]
  const rainChance = hourly.precipitation_probability[row]
  if (temperature === undefined) return []
  const sky = skyOf(hourly.weather_code[row])
  return [{ at, temperature, sky, ...(rainChance !== undefined && { rainChance }) }]
}

function dayOf(
  day: string,
  row: number,
  daily: Answer['daily'],
  momentOf: (clock: string) => string,
): Forecast['days'] {
  const high = daily.temperature_2m_max[row]
  const low = daily.temperature_2m_min[row]
  const rainChance = daily.precipitation_probability_max[row]
  const sunrise = daily.sunrise[row]
  const sunset = daily.sunset[row]
  const wind = daily.wind_speed_10m_max[row]
  const uv = daily.uv_index_max[row]
  if (high === undefined || low === undefined || low > high) return []
  return [
    {
      ...{ day, high, low, sky: skyOf(daily.weather_code[row]) },
      ...(rainChance !== undefined && { rainChance }),
      ...(sunrise !== undefined && { sunrise: momentOf(sunrise) }),
      ...(sunset !== undefined && { sunset: momentOf(sunset) }),
      ...(wind !== undefined && { wind }),
      ...(uv !== undefined && { uv }),
    },
  ]
}
