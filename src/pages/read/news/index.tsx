import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { scrollTo } from '@/client/device'
import { param, routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { Choice } from '@/ui/Choice'
import { NewsCard } from '@/ui/read/NewsCard'
import { readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import { Appeals } from './Appeals'

type Page = Output<'news.list'>
/** Which channel, and the cursors of the pages passed on the way: one page is shown at a time. */
type Spot = { channel: string; trail: string[] }

/** News of the district, the newest first, by channel. */
export default function News() {
  const { params } = useRouter()
  const [spot, setSpot] = useState<Spot>({ channel: param(params, 'channel'), trail: [] })
  const after = spot.trail[spot.trail.length - 1]
  const asking = useAsk(reading, 'news.list', {
    ...(spot.channel && { channel: spot.channel }),
    ...(after && { after }),
  })
  const go = (next: Spot) => {
    setSpot(next)
    scrollTo('.screen')
  }
  return (
    <Screen title={readWords.news.title}>
      <Answered asking={asking}>{(page) => <List page={page} spot={spot} go={go} />}</Answered>
    </Screen>
  )
}

function List({ page, spot, go }: { page: Page; spot: Spot; go: (spot: Spot) => void }) {
  const say = useSay()
  const { items, next, appeals } = page
  const { channel, trail } = spot
  return (
    <View>
      <Channels page={page} spot={spot} go={go} />
      {/* A place that is always there: what follows it is not drawn anew when it goes. */}
      <View>{trail.length ? null : <Appeals lines={appeals} />}</View>
      {items.length ? null : <Empty title={say(readWords.news.none)} />}
      <View className='read-cards'>
        {items.map((line) => (
          <NewsCard key={line.id} line={line} onTap={() => routes.read(line.id)} />
        ))}
      </View>
      <TrailTurn trail={trail} next={next} go={(to) => go({ channel, trail: to })} />
    </View>
  )
}

function Channels({ page, spot, go }: { page: Page; spot: Spot; go: (spot: Spot) => void }) {
  const say = useSay()
  const all = ['', say(readWords.all)] as const
  return (
    <View className='read-tabs'>
      <Choice
        label={say(readWords.news.channels)}
        options={[all, ...page.channels.map(({ id, name }) => [id, say(name)] as const)]}
        value={spot.channel}
        onChoose={(channel) => go({ channel, trail: [] })}
      />
      <Tap className='read-search' onTap={() => routes.search()}>
        {say(readWords.news.search)}
      </Tap>
    </View>
  )
}
