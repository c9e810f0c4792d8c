import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { Given } from '@/contract/action'
import type { outside } from '@/contract/outside'
import { role } from '@/ui/aria'
import { Picture } from '@/ui/Picture'
import { coastWind, skyWords, uvLevel, windForce, windName } from '@/ui/sky'
import { spokenWeather, weatherWords } from '@/ui/skyWords'
import { clockText, momentText } from '@/ui/time'
import { type Say, useSay, type Words } from '@/ui/words'
import { degrees, spokenDegrees } from './degrees'
import { skyIcon } from './skyIcons'
import { daysAhead, isNight } from './skyTimes'

type Opened = Given<(typeof outside)['weather.open']>
type Props = Pick<Opened, 'place'> & { reading: NonNullable<Opened['reading']>; now: number }

/** How it is now: the temperature large, then all that was measured beside it. */
export function NowCard({ place, reading, now }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { at, sky, temperature, wind } = reading.now
  const t = momentText(at, lang, now)
  // It speaks of now, which an old reading knows nothing of.
  const coast = wind && !reading.old ? coastWind(wind) : undefined
  const spoken = { place: say(place), t, sky: say(skyWords[sky]), degrees: spokenDegrees(temperature, say) }
  return (
    <View className='card stack sky-now'>
      <View className='heading'>{say(place)}</View>
      <View className='sky-large' {...role('img')} aria-label={say(spokenWeather.now, spoken)}>
        <Picture className='sky-picture' src={skyIcon(sky, isNight(at, reading.days))} />
        <View className='sky-degrees number'>{degrees(temperature)}</View>
        <View className='title grow'>{say(skyWords[sky])}</View>
      </View>
      <View className='quiet small'>{say(weatherWords.at, { t })}</View>
      {coast ? (
        <View className='note warn'>
          {say(coast.gusts ? weatherWords.coastGusts : weatherWords.coastWind, { n: coast.force })}
        </View>
      ) : null}
      <View className='sky-facts'>
        {factsOf(reading, now, say).map(([name, value]) => (
          <View key={name.en} className='sky-fact'>
            <View className='quiet small'>{say(name)}</View>
            <View className='pre'>{value}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

/** Only what the provider said. */
function factsOf({ now: measured, days }: Props['reading'], now: number, say: Say): [Words, string][] {
  const { feelsLike, humidity, wind, rain } = measured
  const { sunrise, sunset, uv } = daysAhead(days, now)[0] ?? {}
  const facts: [Words, string | false | undefined | 0][] = [
    [weatherWords.feelsLike, feelsLike !== undefined && degrees(feelsLike)],
    [weatherWords.humidity, humidity !== undefined && `${Math.round(humidity)}%`],
    [weatherWords.wind, wind && windText(wind, say)],
    [weatherWords.gusts, wind?.gusts !== undefined && forceText(wind.gusts, say)],
    [weatherWords.rain, rain && say(weatherWords.millimetres, { n: Math.round(rain * 10) / 10 })],
    [weatherWords.uv, uv !== undefined && say(weatherWords.uvLevels[uvLevel(uv)], { n: Math.round(uv) })],
    [weatherWords.sunrise, sunrise && clockText(sunrise)],
    [weatherWords.sunset, sunset && clockText(sunset)],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as [Words, string]] : []))
}

const forceText = (speed: number, say: Say) =>
  say(weatherWords.force, { n: windForce(speed), speed: Math.round(speed * 10) / 10 })

function windText(wind: { speed: number; direction: number }, say: Say): string {
  if (windForce(wind.speed) === 0) return say(weatherWords.calm)
  return `${say(windName(wind.direction))} ${forceText(wind.speed, say)}`
}
