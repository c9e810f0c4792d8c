import type { SkyName } from '@/ui/sky'
import clear from './sky/clear.svg'
import clearNight from './sky/clear-night.svg'
import cloudy from './sky/cloudy.svg'
import cloudyNight from './sky/cloudy-night.svg'
import drizzle from './sky/drizzle.svg'
import dust from './sky/dust.svg'
import fog from './sky/fog.svg'
import heavyRain from './sky/heavy-rain.svg'
import overcast from './sky/overcast.svg'
import rain from './sky/rain.svg'
import sleet from './sky/sleet.svg'
import snow from './sky/snow.svg'
import thunder from './sky/thunder.svg'
import unknown from './sky/unknown.svg'

const byDay: Record<SkyName, string> = {
  clear,
  cloudy,
  overcast,
  fog,
  drizzle,
  rain,
  'heavy-rain': heavyRain,
  sleet,
  snow,
  thunder,
  dust,
  unknown,
}
const byNight: Partial<Record<SkyName, string>> = { clear: clearNight, cloudy: cloudyNight }

/** The picture of a sky. The files lie here and not in src/assets, so that they travel with this package only. */
export const skyIcon = (sky: SkyName, night = false): string => (night && byNight[sky]) || byDay[sky]
