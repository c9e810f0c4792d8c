import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { worksOnTickets } from '@/client/duties'
import { useWide } from '@/client/useWide'
import type { Output } from '@/contract'
import { Kind } from '@/contract/content'
import { RELEASE_LISTS } from '@/contract/publishing'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { deskWords } from '@/ui/deskWords'
import { publishWords } from '@/ui/publishWords'
import { queueWords } from '@/ui/queueWords'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { More } from '../parts/More'
import type { Spot } from '.'
import { Feeds } from './Feeds'
import { Start } from './Start'

type Props = { page: Output<'releases.list'>; spot: Spot; go: (spot: Spot) => void; refresh: () => Promise<void> }
type Opened = 'start' | 'kinds' | 'more' | undefined

/** What may be begun, which list, and of which kind. */
export function Head({ page: { counts, writes, me }, spot, go, refresh }: Props) {
  const say = useSay()
  const wide = useWide()
  const [opened, setOpened] = useState<Opened>()
  const turn = (what: Opened) => setOpened(opened === what ? undefined : what)
  const named = {
    mine: say(publishWords.lists.mine),
    sign: `${say(publishWords.lists.sign)} ${counts.sign}`,
    published: say(publishWords.lists.published),
    stale: `${say(publishWords.lists.stale)} ${counts.stale}`,
    ended: say(publishWords.lists.ended),
  }
  return (
    <View className='card stack'>
      {counts.overdue ? (
        <View className='note bad strong' {...role('alert')}>
          {say(publishWords.overdue, { n: counts.overdue })}
        </View>
      ) : null}
      <View className='row wrap'>
        {writes.length ? (
          <Tap look='main' className='grow' onTap={() => turn('start')}>
            {say(publishWords.start)}
          </Tap>
        ) : null}
        <Tap onTap={() => void refresh()}>{say(deskWords.refresh)}</Tap>
        {worksOnTickets(me.duties) ? (
          <Tap look='line' onTap={routes.backOrQueue}>
            {say(publishWords.tickets)}
          </Tap>
        ) : (
          <Tap look='line' open={opened === 'more'} onTap={() => turn('more')}>
            {say(opened === 'more' ? queueWords.less : queueWords.more)}
          </Tap>
        )}
      </View>
      {opened === 'more' ? (
        <More duties={me.duties} close={() => setOpened(undefined)} here={publishWords.title} />
      ) : null}
      {opened === 'start' ? <Start writes={writes} /> : null}
      <Choice
        label={say(publishWords.list)}
        options={RELEASE_LISTS.map((one) => [one, named[one]] as const)}
        value={spot.list}
        onChoose={(list) => go({ ...spot, list, trail: [] })}
      />
      {wide || opened === 'kinds' ? (
        <Choice
          label={say(publishWords.kind)}
          options={[
            ['', say(publishWords.all)],
            ...Kind.options.map((one) => [one, say(publishWords.kinds[one])] as const),
          ]}
          value={spot.kind ?? ''}
          onChoose={(kind) => go({ list: spot.list, trail: [], ...(kind && { kind }) })}
        />
      ) : (
        <View className='row'>
          <Tap look='line' onTap={() => turn('kinds')}>
            {`${say(words.named, { name: say(publishWords.kind), text: say(spot.kind ? publishWords.kinds[spot.kind] : publishWords.all) })} ▾`}
          </Tap>
        </View>
      )}
      {writes.includes('article') ? <Feeds read={refresh} /> : null}
    </View>
  )
}
