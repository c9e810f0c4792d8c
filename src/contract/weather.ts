/** The weather as it was read, whoever the provider. */
import * as v from 'valibot'
import { COLOURS } from './kinds'
import * as s from './shapes'

/** What the sky does, whoever says it. */
export const SKIES = [
  'clear',
  'cloudy',
  'overcast',
  'fog',
  'drizzle',
  'rain',
  'heavy-rain',
  'sleet',
  'snow',
  'thunder',
  'dust',
  'unknown',
] as const
export const Sky = v.picklist(SKIES)

/** Degrees Celsius, metres a second, per cent, degrees of the compass. Absent: the provider did not say. */
export const Now = v.object({
  at: s.Moment,
  temperature: v.number(),
  feelsLike: v.exactOptional(v.number()),
  humidity: v.exactOptional(v.number()),
  sky: Sky,
  wind: v.exactOptional(v.object({ speed: v.number(), direction: v.number(), gusts: v.exactOptional(v.number()) })),
  rain: v.exactOptional(v.number()),
})
export const Hour = v.object({
  at: s.Moment,
  temperature: v.number(),
  sky: Sky,
  rainChance: v.exactOptional(v.number()),
})
export const DayForecast = v.object({
  day: v.string(),
  high: v.number(),
  low: v.number(),
  sky: Sky,
  rainChance: v.exactOptional(v.number()),
  sunrise: v.exactOptional(s.Moment),
  sunset: v.exactOptional(s.Moment),
  wind: v.exactOptional(v.number()),
  uv: v.exactOptional(v.number()),
})
/** An official warning, as its issuer worded it. */
export const Warning = v.object({
  id: v.string(),
  colour: v.picklist([...COLOURS, 'unknown']),
  type: v.string(),
  headline: v.string(),
  text: v.string(),
  issuer: v.string(),
  issuedAt: s.Moment,
  expiresAt: v.exactOptional(s.Moment),
})
/** `warnings` absent: this provider has none to give, which does not mean that there are none. */
export const Forecast = v.object({
  now: Now,
  hours: v.array(Hour),
  days: v.array(DayForecast),
  warnings: v.exactOptional(v.array(Warning)),
  source: v.object({ name: v.string(), url: v.string() }),
})
export type Forecast = v.InferOutput<typeof Forecast>

/** `at`: when it was read. `old`: too long ago to go by. */
export const kept = { at: s.Moment, old: v.boolean() }
export const WeatherStrip = v.object({ ...kept, now: Now, today: v.exactOptional(DayForecast), warnings: v.number() })
