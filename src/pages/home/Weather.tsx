import { View } from '@tarojs/components'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import type { Output } from '@/contract'
import { sky } from '@/ui/homeWords'
import { iconOf } from '@/ui/icons'
import { Picture } from '@/ui/Picture'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

type Props = { weather: NonNullable<Output<'home.open'>['weather']> }

/** The weather in a line; when it was read long ago, it says so. */
export function Weather({ weather: { at, old, now, today, warnings } }: Props) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const degrees = (celsius: number) => String(Math.round(celsius))
  const also = [
    today && say(words.home.highLow, { low: degrees(today.low), high: degrees(today.high) }),
    old && say(words.home.old, { t: momentText(at, lang) }),
  ].filter(Boolean)
  return (
    <Tap look='bare' role='link' className='card row wrap home-weather' onTap={routes.weather}>
      <View className='home-icon'>
        <Picture className='icon' src={iconOf('weather')} />
      </View>
      <View className='title'>{`${degrees(now.temperature)}°`}</View>
      <View>{[say(sky[now.sky]), ...also].filter(Boolean).join('　')}</View>
      {warnings ? <View className='tag warn'>{say(words.home.warnings, { n: warnings })}</View> : null}
    </Tap>
  )
}
