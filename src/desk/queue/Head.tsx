import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { keepDuties } from '@/client/duties'
import { routes } from '@/client/routes'
import type { Output } from '@/contract'
import { Choice } from '@/ui/Choice'
import { deskWords } from '@/ui/deskWords'
import { publishWords } from '@/ui/publishWords'
import { spotWords } from '@/ui/spotWords'
import { Tap } from '@/ui/Tap'
import { takingWords } from '@/ui/takingWords'
import { useSay } from '@/ui/words'
import { leave } from '../parts/leave'
import type { QueueName } from '.'

type Props = {
  page: Output<'desk.queue'>
  queue: QueueName
  choose: (queue: QueueName) => void
  refresh: () => Promise<void>
}

/** Who sits here, the way out, and the queues this person has. */
export function Head({ page: { me, queues, overdue }, queue, choose, refresh }: Props) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  // A ticket that is opened from here asks who may write.
  useEffect(() => keepDuties(me.duties), [me.duties])
  const look = () => {
    setBusy(true)
    void refresh().finally(() => setBusy(false))
  }
  return (
    <View className='card desk-head'>
      <View className='row wrap'>
        <View className='desk-who'>
          <View className='strong'>{me.name}</View>
          <View className='quiet small'>{say(me.unit.name)}</View>
        </View>
        <Tap onTap={routes.takeFiling}>{say(takingWords.title)}</Tap>
        <Tap onTap={routes.spots}>{say(spotWords.title)}</Tap>
        {publishes(me.duties) ? <Tap onTap={routes.releases}>{say(publishWords.title)}</Tap> : null}
        <Tap off={busy} onTap={look}>
          {say(deskWords.refresh)}
        </Tap>
        <Tap look='line' onTap={() => void leave()}>
          {say(deskWords.leave)}
        </Tap>
      </View>
      {overdue ? (
        <Tap look='warn' className='desk-tabs' onTap={routes.releases}>
          {say(publishWords.overdue, { n: overdue })}
        </Tap>
      ) : null}
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

/** Whoever writes, reviews or signs. */
const publishes = (duties: Props['page']['me']['duties']): boolean =>
  (['author', 'review', 'sign', 'admin'] as const).some((duty) => duties.includes(duty))
