import { View } from '@tarojs/components'
import { dial } from '@/client/device'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Given } from '@/contract/action'
import { outside } from '@/contract/outside'
import { Answered } from '@/ui/Answered'
import { ReadingSource } from '@/ui/ReadingSource'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { weatherWords } from '@/ui/skyWords'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import './index.css'
import { Days } from './Days'
import { Hours } from './Hours'
import { NowCard } from './NowCard'
import { OtherWarnings, Warnings } from './Warnings'

type Opened = Given<(typeof outside)['weather.open']>
export type Reading = NonNullable<Opened['reading']>

export default function Weather() {
  const asking = useAsk(outside, 'weather.open', {})
  return (
    <Screen title={weatherWords.title} wide>
      <Answered asking={asking}>
        {({ place, reading }) =>
          reading ? (
            <Forecast place={place} reading={reading} now={Date.now()} />
          ) : (
            <Nothing again={() => void asking.again()} />
          )
        }
      </Answered>
    </Screen>
  )
}

/** No number is made up where none was read. */
function Nothing({ again }: { again: () => void }) {
  const say = useSay()
  return (
    <Empty title={say(weatherWords.none)}>
      <View>{say(weatherWords.noneHint)}</View>
      <Tap look='main' onTap={again}>
        {say(words.again)}
      </Tap>
      <Tap onTap={() => dial('12345')}>{say(weatherWords.call)}</Tap>
    </Empty>
  )
}

function Forecast({ place, reading, now }: Pick<Opened, 'place'> & { reading: Reading; now: number }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <View>
      {reading.old ? (
        <View className='note warn sky-note'>
          {say(weatherWords.old, { t: momentText(reading.now.at, lang, now) })}
        </View>
      ) : null}
      <Warnings reading={reading} now={now} />
      <View className='sky-parts'>
        <NowCard place={place} reading={reading} now={now} />
        <Hours reading={reading} now={now} />
        <Days days={reading.days} now={now} />
      </View>
      <View className='sky-foot'>
        <OtherWarnings reading={reading} now={now} />
        <ReadingSource source={reading.source} at={reading.at} />
      </View>
    </View>
  )
}
