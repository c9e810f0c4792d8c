import { View } from '@tarojs/components'
import type { Forecast } from '@/contract/weather'
import { role } from '@/ui/aria'
import { Picture } from '@/ui/Picture'
import { skyWords, windForce } from '@/ui/sky'
import { spokenWeather, weatherWords } from '@/ui/skyWords'
import { useSay } from '@/ui/words'
import { degrees, isLikely, rangeOf, spokenDegrees } from './degrees'
import { skyIcon } from './skyIcons'
import { dateOf, dayName, daysAhead } from './skyTimes'

type DayForecast = Forecast['days'][number]

/** From this force on the wind of a day is told. */
const WINDY = 6

/** Seven days, a row each: a bar from low to high on a scale that all share. */
export function Days({ days, now }: { days: DayForecast[]; now: number }) {
  const say = useSay()
  const ahead = daysAhead(days, now)
  if (!ahead.length) return null
  const scale = rangeOf(ahead.flatMap(({ high, low }) => [high, low]))
  return (
    <View className='card sky-days'>
      <View className='heading'>{say(weatherWords.days)}</View>
      <View className='quiet small'>{say(weatherWords.daysHint)}</View>
      {ahead.map((day) => (
        <Day key={day.day} day={day} name={dayName(day.day, say, now)} scale={scale} />
      ))}
    </View>
  )
}

function Day({ day, name, scale: [least, most] }: { day: DayForecast; name: string; scale: [number, number] }) {
  const say = useSay()
  const { sky, low, high, rainChance, wind = 0 } = day
  const share = (apart: number) => Math.round((100 * apart) / Math.max(most - least, 1))
  const force = windForce(wind)
  const spoken = { t: name, sky: say(skyWords[sky]), low: spokenDegrees(low, say), high: spokenDegrees(high, say) }
  const rain = rainChance === undefined ? '' : say(spokenWeather.rain, { n: Math.round(rainChance) })
  const windy = force >= WINDY ? say(spokenWeather.wind, { n: force }) : ''
  return (
    <View className='sky-day' {...role('img')} aria-label={say(spokenWeather.day, spoken) + rain + windy}>
      <View className='sky-day-name'>{name}</View>
      <Picture className='icon' src={skyIcon(sky)} />
      <View className={isLikely(rainChance) ? 'sky-rain' : 'sky-rain quiet'}>
        {rainChance === undefined ? '' : `${Math.round(rainChance)}%`}
      </View>
      <View className='sky-end quiet'>{degrees(low)}</View>
      <View className='sky-scale'>
        <View className='sky-bar' style={{ left: `${share(low - least)}%`, width: `${share(high - low)}%` }} />
      </View>
      <View className='sky-end'>{degrees(high)}</View>
      <View className='sky-day-words quiet small'>
        <View className='sky-day-name'>{dateOf(day.day)}</View>
        {say(skyWords[sky]) + (force >= WINDY ? `　${say(weatherWords.dayForce, { n: force })}` : '')}
      </View>
    </View>
  )
}
