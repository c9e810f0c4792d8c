import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { keepDuties } from '@/client/duties'
import { useSettings } from '@/client/settings'
import type { Output } from '@/contract'
import { Choice } from '@/ui/Choice'
import { deskWords } from '@/ui/deskWords'
import { focusOn } from '@/ui/focus'
import { publishWords } from '@/ui/publishWords'
import { queueWords } from '@/ui/queueWords'
import { Tap } from '@/ui/Tap'
import { dayText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { More } from '../parts/More'
import type { QueueName } from '.'
import type { Bells } from './useQueue'
import { MORE, REFRESH } from './useQueueKeys'

type Props = {
  page: Output<'desk.queue'>
  bells: Bells
  queue: QueueName
  choose: (queue: QueueName) => void
  refresh: () => Promise<void>
  showKeys?: (() => void) | undefined
}

/** Who sits here, what rings, and the queues this person has. The rest stands under one button. */
export function Head({ page, bells, queue, choose, refresh, showKeys }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [busy, setBusy] = useState(false)
  const [more, setMore] = useState(false)
  const { me, queues, overdue, calendarEnds } = page
  // A ticket that is opened from here asks who may write.
  useEffect(() => keepDuties(me.duties), [me.duties])
  const look = () => {
    setBusy(true)
    void refresh().finally(() => setBusy(false))
  }
  const close = () => {
    setMore(false)
    focusOn('#desk-more-tap')
  }
  return (
    <View className='card desk-head'>
      <View className='row'>
        <View className='desk-who'>
          <View className='strong'>{me.name}</View>
          <View className='quiet small'>{say(me.unit.name)}</View>
        </View>
        <Tap off={busy} shortcut={REFRESH} onTap={look}>
          {say(deskWords.refresh)}
        </Tap>
        <Tap id='desk-more-tap' look='line' open={more} shortcut={MORE} onTap={more ? close : () => setMore(true)}>
          {say(more ? queueWords.less : queueWords.more)}
        </Tap>
      </View>
      {more ? <More duties={me.duties} close={close} showKeys={showKeys} /> : null}
      {bells.ringing ? (
        <Tap look='warn' className='desk-line' onTap={() => choose('open')}>
          {say(queueWords.ringing, { n: bells.ringing })}
        </Tap>
      ) : null}
      {bells.unseen ? (
        <Tap className='desk-line' onTap={routes.reminders}>
          {say(queueWords.reminders, { n: bells.unseen })}
        </Tap>
      ) : null}
      {overdue ? (
        <Tap look='warn' className='desk-line' onTap={routes.releases}>
          {say(publishWords.overdue, { n: overdue })}
        </Tap>
      ) : null}
      {calendarEnds ? (
        <View className='note warn small desk-line'>
          {say(queueWords.calendarEnds, { t: dayText(calendarEnds, lang) })}
        </View>
      ) : null}
      {bells.away ? <View className='note warn small desk-line'>{say(queueWords.away)}</View> : null}
      <View className='desk-tabs'>
        <Choice
          label={say(deskWords.queue)}
          options={queues.map(
            ({ name, count }) => [name, `${say(deskWords.queues[name])} ${count ?? ''}`.trimEnd()] as const,
          )}
          value={queue}
          onChoose={choose}
        />
      </View>
    </View>
  )
}
