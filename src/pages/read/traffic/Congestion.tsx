import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { Given } from '@/contract/action'
import type { outside } from '@/contract/outside'
import { ReadingSource } from '@/ui/ReadingSource'
import { trafficWords, weatherWords } from '@/ui/skyWords'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'

type Watched = NonNullable<Given<(typeof outside)['traffic.open']>['congestion']>

const TONES = { clear: 'good', slow: 'warn', jammed: 'bad', blocked: 'bad road-blocked', unknown: 'still' } as const

/** How the fixed routes of the district run, and when that was looked at. */
export function Congestion({ congestion }: { congestion: Watched }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { at, old, routes, source } = congestion
  if (!routes.length) return null
  return (
    <View>
      <View className='heading road-heading'>{say(trafficWords.routes)}</View>
      <View className='card'>
        {old ? <View className='note warn'>{say(weatherWords.old, { t: momentText(at, lang) })}</View> : null}
        {routes.map(({ id, name, state, minutes, kilometres, worst }) => (
          <View key={id} className='road-route'>
            <View className='row between'>
              <View className='strong grow'>{say(name)}</View>
              <View className={`tag ${TONES[state]}`}>{say(trafficWords.state[state])}</View>
            </View>
            <View className='number'>
              {say(trafficWords.route, { minutes: Math.round(minutes), kilometres: Math.round(kilometres * 10) / 10 })}
            </View>
            {worst ? <View className='quiet small'>{say(trafficWords.worst, { road: worst })}</View> : null}
          </View>
        ))}
      </View>
      <ReadingSource source={source} at={at} />
    </View>
  )
}
