import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import type { Output } from '@/contract'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import { Unsent } from '@/ui/Trouble'
import { useSay } from '@/ui/words'
import { Gather } from './Gather'

/** Open cases that are alike and that nobody has put together yet. The program only suggests. */
export function Heaps({ asked }: { asked: Asked<Output<'groups.suggest'>> }) {
  const say = useSay()
  const known = useKnown(asked)
  const [open, setOpen] = useState<string>()
  return (
    <View>
      <View className='heading'>{say(groupWords.suggested)}</View>
      {asked.state === 'failed' ? <Unsent error={asked.error} /> : null}
      {known?.heaps.length === 0 ? <View className='card quiet'>{say(groupWords.suggestedNone)}</View> : null}
      {known?.heaps.map(({ id, title, tickets }) => (
        <View key={id} className='card stack'>
          <Tap
            look='bare'
            className='row between group-heap'
            open={open === id}
            onTap={() => setOpen(open === id ? undefined : id)}
          >
            <View className='strong grow'>{title}</View>
            <View className='tag'>{say(groupWords.count, { n: tickets.length })}</View>
          </Tap>
          {open === id ? <Gather tickets={tickets} back={() => setOpen(undefined)} /> : null}
        </View>
      ))}
    </View>
  )
}
