/** Skies and winds as people name them: for the weather page and for the strip on the first screen. */
import type { SKIES } from '@/contract/weather'
import { type Words, w } from './word'

export type SkyName = (typeof SKIES)[number]

export const skyWords: Record<SkyName, Words> = {
  clear: w('晴', 'Clear'),
  cloudy: w('多云', 'Partly cloudy'),
  overcast: w('阴', 'Overcast'),
  fog: w('有雾', 'Fog'),
  drizzle: w('毛毛雨', 'Drizzle'),
  rain: w('下雨', 'Rain'),
  'heavy-rain': w('大雨', 'Heavy rain'),
  sleet: w('雨夹雪', 'Sleet'),
  snow: w('下雪', 'Snow'),
  thunder: w('雷雨', 'Thunderstorm'),
  dust: w('沙尘', 'Dust'),
  unknown: w('天况不明', 'Sky not reported'),
}

/** Where each force of the national scale (GB/T 28591) begins, in metres a second: force 1 first. */
const FORCES = [0.3, 1.6, 3.4, 5.5, 8, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37, 41.5, 46.2, 51, 56.1]

/** 风力: 0 to 17. The speed counts to one decimal, as the scale is written. */
export function windForce(speed: number): number {
  const tenths = Math.round(speed * 10)
  return FORCES.filter((from) => tenths >= Math.round(from * 10)).length
}

const WINDS = [
  w('北风', 'North wind'),
  w('东北风', 'Northeast wind'),
  w('东风', 'East wind'),
  w('东南风', 'Southeast wind'),
  w('南风', 'South wind'),
  w('西南风', 'Southwest wind'),
  w('西风', 'West wind'),
  w('西北风', 'Northwest wind'),
] as const

/** The name of a wind by where it comes from, in degrees of the compass. */
export function windName(direction: number): Words {
  const eighth = ((Math.round(direction / 45) % 8) + 8) % 8
  return WINDS[eighth] ?? WINDS[0]
}

/** From these forces on people at the coast should know: those at which the blue gale warning is given. */
const STRONG = { wind: 6, gusts: 7 }

/** The force that people at the coast are told of, if any: of the wind, or else of its gusts. */
export function coastWind(wind: { speed: number; gusts?: number }): { force: number; gusts: boolean } | undefined {
  const force = windForce(wind.speed)
  if (force >= STRONG.wind) return { force, gusts: false }
  const gusts = windForce(wind.gusts ?? 0)
  return gusts >= STRONG.gusts ? { force: gusts, gusts: true } : undefined
}

/** The level of ultraviolet light (GB/T 36744), from 0 to 4. */
export function uvLevel(index: number): 0 | 1 | 2 | 3 | 4 {
  const whole = Math.round(index)
  if (whole <= 2) return 0
  if (whole <= 4) return 1
  if (whole <= 6) return 2
  return whole <= 9 ? 3 : 4
}
