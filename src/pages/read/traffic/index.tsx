import { View } from '@tarojs/components'
import { dial } from '@/client/device'
import { routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { outside } from '@/contract/outside'
import { Answered } from '@/ui/Answered'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { trafficWords } from '@/ui/skyWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import './index.css'
import { Congestion } from './Congestion'
import { RoadEvent } from './RoadEvent'

/** The number of the traffic police in an accident. */
const ACCIDENT = '122'

export default function Traffic() {
  const say = useSay()
  const asking = useAsk(outside, 'traffic.open', {})
  return (
    <Screen title={trafficWords.title}>
      <Answered asking={asking}>
        {({ events, congestion }) => (
          <View>
            {events.length ? (
              <View className='heading road-heading'>{say(trafficWords.events)}</View>
            ) : (
              <Empty title={say(trafficWords.none)}>
                <View>{say(trafficWords.noneHint)}</View>
              </Empty>
            )}
            {events.map((event) => (
              <RoadEvent key={event.id} event={event} now={Date.now()} />
            ))}
            {congestion ? <Congestion congestion={congestion} /> : null}
          </View>
        )}
      </Answered>
      <View className='quiet small road-heading'>{say(trafficWords.callHint)}</View>
      <View className='foot row'>
        <Tap look='main' className='grow' onTap={routes.report}>
          {say(trafficWords.report)}
        </Tap>
        <Tap look='warn' label={say(trafficWords.callName)} onTap={() => dial(ACCIDENT)}>
          {say(trafficWords.call)}
        </Tap>
      </View>
    </Screen>
  )
}
