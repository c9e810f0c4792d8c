import { View } from '@tarojs/components'
import type { Forecast } from '@/contract/weather'
import { Picture } from '@/ui/Picture'
import { skyWords } from '@/ui/sky'
import { weatherWords } from '@/ui/skyWords'
import { useSay } from '@/ui/words'
import { degrees, isLikely, rangeOf } from './degrees'
import { skyIcon } from './skyIcons'
import { clockHour, dayAt, dayName, hoursAhead, isNight } from './skyTimes'

/** On the web what scrolls must also take the keyboard. */
const scrolls = process.env.TARO_ENV === 'h5' ? { tabIndex: 0, role: 'region' } : {}
/** The height of the lowest column and what the highest has more, per cent of all that stands above each other. */
const COLUMN = { least: 22, more: 32 }

/** The next 24 hours, a column each: as high as it is warm. Few nodes and no sentence for each: whatever stands in a column crosses to the mini program 24 times. */
export function Hours({ reading, now }: { reading: Pick<Forecast, 'hours' | 'days'>; now: number }) {
  const say = useSay()
  const hours = hoursAhead(reading.hours, now)
  if (!hours.length) return null
  const [least, most] = rangeOf(hours.map(({ temperature }) => temperature))
  const height = (temperature: number) =>
    Math.round(COLUMN.least + (COLUMN.more * (temperature - least)) / Math.max(most - least, 1))
  return (
    <View className='card sky-hours'>
      <View className='heading'>{say(weatherWords.hours)}</View>
      <View className='quiet small'>{say(weatherWords.hoursHint)}</View>
      <View className='sky-scroll' {...scrolls} aria-label={say(weatherWords.hours)}>
        {hours.map(({ at, temperature, sky, rainChance }) => {
          const hour = clockHour(at)
          const name = hour === 0 ? dayName(dayAt(at), say, now) : say(weatherWords.hour, { n: hour })
          return (
            <View key={at} className={`sky-hour${hour === 0 ? ' midnight' : ''}${isLikely(rainChance) ? ' wet' : ''}`}>
              <View className='sky-column' style={{ height: `${height(temperature)}%` }}>
                {degrees(temperature)}
              </View>
              <Picture className='icon' name={say(skyWords[sky])} src={skyIcon(sky, isNight(at, reading.days))} />
              {`${rainChance === undefined ? '' : `${Math.round(rainChance)}%`}\n${name}`}
            </View>
          )
        })}
      </View>
    </View>
  )
}
