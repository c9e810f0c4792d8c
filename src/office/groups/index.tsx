import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { param, routes } from '@/client/deskRoutes'
import { useAsk } from '@/client/useAsk'
import { groups } from '@/contract/groups'
import { Choice } from '@/ui/Choice'
import { groupWords } from '@/ui/groupWords'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import { Frame } from '../Frame'
import '../group.css'
import { Heaps } from './Heaps'
import { Like } from './Like'
import { Line } from './Line'

type Which = 'waiting' | 'all'

/** What many ask about: what is put together already, and what could be; or, with a ticket's number (`?no=`), what is like that. */
export default function Groups() {
  const { params } = useRouter()
  const no = param(params, 'no')
  return no ? <ForTicket no={no} /> : <All />
}

function ForTicket({ no }: { no: string }) {
  const say = useSay()
  const asking = useAsk(groups, 'groups.near', { no }, 'desk')
  return (
    <Frame title={groupWords.title} asking={asking}>
      {(near) => (
        <View>
          <View className='card quiet'>{say(groupWords.intro)}</View>
          <Like no={no} near={near} />
          <Tap look='line' role='link' onTap={routes.groups}>
            {say(groupWords.toAll)}
          </Tap>
        </View>
      )}
    </Frame>
  )
}

function All() {
  const say = useSay()
  const [which, setWhich] = useState<Which>('all')
  const [trail, setTrail] = useState<string[]>([])
  const after = trail.at(-1)
  const heaps = useAsk(groups, 'groups.suggest', {}, 'desk')
  const asking = useAsk(groups, 'groups.list', { waiting: which === 'waiting', ...(after && { after }) }, 'desk')
  const show = (next: Which) => {
    setWhich(next)
    setTrail([])
  }
  // Both are drawn at once: what comes a moment later would push the list away from under a finger.
  const both = heaps.asked.state === 'loading' ? { ...asking, asked: heaps.asked } : asking
  return (
    <Frame title={groupWords.title} asking={both}>
      {(page) => (
        <View>
          <View className='card quiet'>{say(groupWords.intro)}</View>
          <Heaps asked={heaps.asked} />
          <View className='heading'>{say(groupWords.existing)}</View>
          <View className='card'>
            <Choice
              label={say(groupWords.existing)}
              options={[['all', say(groupWords.all)] as const, ['waiting', say(groupWords.onlyWaiting)] as const]}
              value={which}
              onChoose={show}
            />
          </View>
          {page.items.length ? null : <Empty title={say(groupWords.existingNone)} />}
          {page.items.map((group) => (
            <Line key={group.id} group={group} open={() => routes.group(group.id)} />
          ))}
          <TrailTurn trail={trail} next={page.next} go={setTrail} />
        </View>
      )}
    </Frame>
  )
}
