import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { stopPulling } from '@/client/device'
import { useWide } from '@/client/useWide'
import type { Ask } from '@/contract'
import { DeskScreen } from '@/ui/DeskScreen'
import { deskWords } from '@/ui/deskWords'
import { useSay } from '@/ui/words'
import { DeskTicket } from '../parts/DeskTicket'
import './index.css'
import { KeySheet } from './KeySheet'
import { List } from './List'
import { useQueue } from './useQueue'
import { useQueueKeys } from './useQueueKeys'

export type QueueName = Ask<'desk.queue'>['queue']
/** Which queue, and the cursors of the pages passed on the way: one page is shown at a time, however long the queue. */
export type Spot = { queue: QueueName; trail: string[] }

/** What is to be done, the clock that runs out next first. Beside it, where there is room, the chosen ticket. */
export default function Queue() {
  const wide = useWide()
  const say = useSay()
  const [chosen, setChosen] = useState<string>()
  const [sheet, setSheet] = useState(false)
  const { asked, again, known, spot, go, bells, changes } = useQueue(wide ? chosen : undefined)
  const showKeys = () => setSheet(true)
  useQueueKeys({ page: asked.state === 'ready' ? asked.data : undefined, spot, go, showKeys })
  usePullDownRefresh(() => void again().finally(stopPulling))
  const list = (
    <List
      asked={asked}
      known={known}
      bells={bells}
      again={again}
      spot={spot}
      go={go}
      open={wide ? setChosen : routes.deskTicket}
      {...(wide && { showKeys })}
      {...(wide && chosen && { chosen })}
    />
  )
  if (!wide || !known) return <DeskScreen title={deskWords.queue}>{list}</DeskScreen>
  return (
    <DeskScreen title={deskWords.queue} wide className='desk-panes'>
      <View className='desk-list'>{list}</View>
      <View className='desk-pane'>
        {sheet ? <KeySheet close={() => setSheet(false)} /> : null}
        {chosen ? (
          <DeskTicket key={chosen} no={chosen} moved={() => void again()} changes={changes} />
        ) : (
          <View className='desk-nothing quiet'>{say(deskWords.choose)}</View>
        )}
      </View>
    </DeskScreen>
  )
}
