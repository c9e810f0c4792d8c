/** Numbers of the weather, as they are written and read aloud. */
import { spokenWeather } from '@/ui/skyWords'
import type { Say } from '@/ui/words'

/** 21°, as it is written. Never -0°. */
export const degrees = (temperature: number): string => `${Math.round(temperature)}°`

/** 零下 3 度, as it is read aloud. */
export function spokenDegrees(temperature: number, say: Say): string {
  const whole = Math.round(temperature)
  return say(whole < 0 ? spokenWeather.below : spokenWeather.above, { n: Math.abs(whole) })
}

/** The lowest and the highest of some temperatures: the common scale of a chart. */
export const rangeOf = (temperatures: number[]): [number, number] => [
  Math.min(...temperatures),
  Math.max(...temperatures),
]

/** From this chance on the rain is worth a second look. */
export const isLikely = (rainChance = 0): boolean => rainChance >= 30
