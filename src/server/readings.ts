/** The last good reading of each thing outside, kept in the store and refreshed by the timer. */
import type { InferOutput } from 'valibot'
import type { WeatherStrip } from '@/contract/weather'
import { dayOf } from '@/core/deadline'
import { onMaps } from '@/core/gcj02'
import type { Context } from './context'
import type { Congestion, Forecast, Outside, Trouble } from './ports'
import type { Round } from './timer'

const HOUR = 3_600_000
/** How long each may be gone by (afterwards it is shown as old), and how long it is shown at all. */
const AGES = {
  weather: { goodFor: 6 * HOUR, shownFor: 48 * HOUR },
  congestion: { goodFor: HOUR, shownFor: 6 * HOUR },
} as const
type Readings = { weather: Forecast; congestion: Congestion }

/** `at` and `value` are of the last time that it went well; `trouble` is of the last time, when that did not. */
type ReadingRecord = { at?: string; value?: unknown; trouble?: Trouble & { at: string } }

export async function readWeather(ctx: Context): Promise<Round> {
  const read = ctx.outside?.weather
  if (!read) return NOTHING
  return keep('weather', await read(ctx.district.weather.point, ctx.now), ctx)
}

export async function readCongestion(ctx: Context): Promise<Round> {
  const read = ctx.outside?.congestion
  if (!read || !ctx.district.routes.length) return NOTHING
  return keep('congestion', await read(ctx.district.routes.map(onMaps), ctx.now), ctx)
}
const NOTHING: Round = { did: 0, more: false }

/** What did not go well changes nothing about what was read before. */
async function keep<K extends keyof Readings>(id: K, answer: Outside<Readings[K]>, ctx: Context): Promise<Round> {
  const at = ctx.now.toISOString()
  if (!answer.ok) noteTrouble(id, answer.trouble, ctx)
  const set: ReadingRecord = answer.ok ? { at, value: answer.value } : { trouble: { ...answer.trouble, at } }
  const last = await ctx.store.get<ReadingRecord>('readings', id)
  if (!last) await ctx.store.insert('readings', id, set)
  else await ctx.store.update('readings', id, last.version, { set, ...(answer.ok && { unset: ['trouble'] }) })
  return { did: answer.ok ? 1 : 0, more: false }
}

/** For whoever runs the host: what could not be read, and why. */
export const noteTrouble = (what: string, { why, detail }: Trouble, { log }: Context): void =>
  log.info('not read', { what, why, detail })

/** What was read last, with its age; undefined when there is none that still means anything. */
export async function lastReading<K extends keyof Readings>(
  id: K,
  { store, now }: Context,
): Promise<{ at: string; old: boolean; value: Readings[K] } | undefined> {
  const last = await store.get<{ at?: string; value?: Readings[K] }>('readings', id)
  if (!last?.at || !last.value) return undefined
  const age = now.getTime() - Date.parse(last.at)
  if (age > AGES[id].shownFor) return undefined
  return { at: last.at, old: age > AGES[id].goodFor, value: last.value }
}

/** The weather as it was read, without what is over by now. */
export async function weatherNow(ctx: Context): Promise<({ at: string; old: boolean } & Forecast) | undefined> {
  const reading = await lastReading('weather', ctx)
  if (!reading) return undefined
  const { at, old, value } = reading
  const moment = ctx.now.toISOString()
  const hourAgo = new Date(ctx.now.getTime() - HOUR).toISOString()
  const today = dayOf(ctx.now.toISOString())
  return {
    ...{ at, old },
    ...value,
    hours: value.hours.filter((hour) => hour.at > hourAgo).slice(0, HOURS_SHOWN),
    days: value.days.filter(({ day }) => day >= today),
    ...(value.warnings && { warnings: value.warnings.filter(({ expiresAt }) => !expiresAt || expiresAt > moment) }),
  }
}
const HOURS_SHOWN = 24

/** The weather for the first screen: none rather than an old one. */
export async function weatherStrip(ctx: Context): Promise<InferOutput<typeof WeatherStrip> | undefined> {
  const reading = await weatherNow(ctx)
  if (!reading || reading.old) return undefined
  const { at, old, now, days, warnings = [] } = reading
  const today = days.find(({ day }) => day === dayOf(ctx.now.toISOString()))
  return { at, old, now, ...(today && { today }), warnings: warnings.length }
}
