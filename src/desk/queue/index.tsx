import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { stopPulling } from '@/client/device'
import { routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { useWide } from '@/client/useWide'
import type { Ask } from '@/contract'
import { desk } from '@/contract/desk'
import { deskWords } from '@/ui/deskWords'
import { Screen } from '@/ui/Screen'
import { useSay } from '@/ui/words'
import { DeskTicket } from '../parts/DeskTicket'
import { useKnown } from '../parts/useKnown'
import './index.css'
import { List } from './List'

export type QueueName = Ask<'desk.queue'>['queue']
/** Which queue, and the cursors of the pages passed on the way: one page is shown at a time, however long the queue. */
export type Spot = { queue: QueueName; trail: string[] }

/** What is to be done, the clock that runs out next first. Beside it, where there is room, the chosen ticket. */
export default function Queue() {
  const wide = useWide()
  const say = useSay()
  const [spot, setSpot] = useState<Spot>({ queue: 'open', trail: [] })
  const [chosen, setChosen] = useState<string>()
  const after = spot.trail[spot.trail.length - 1]
  const { asked, again } = useAsk(desk, 'desk.queue', { queue: spot.queue, ...(after && { after }) }, 'desk')
  const known = useKnown(asked)
  usePullDownRefresh(() => void again().finally(stopPulling))
  const list = (
    <List
      asked={asked}
      known={known}
      again={again}
      spot={spot}
      go={setSpot}
      open={wide ? setChosen : routes.deskTicket}
      {...(wide && chosen && { chosen })}
    />
  )
  if (!wide || !known) return <Screen title={deskWords.queue}>{list}</Screen>
  return (
    <Screen title={deskWords.queue} wide className='desk-panes'>
      <View className='desk-list'>{list}</View>
      <View className='desk-pane'>
        {chosen ? (
          <DeskTicket key={chosen} no={chosen} moved={() => void again()} />
        ) : (
          <View className='desk-nothing quiet'>{say(deskWords.choose)}</View>
        )}
      </View>
    </Screen>
  )
}
