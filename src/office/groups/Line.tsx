import { View } from '@tarojs/components'
import type { GroupLine } from '@/contract/groups'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { GroupFacts } from '../GroupFacts'

/** One of those that are put together. */
export function Line({ group, open }: { group: GroupLine; open: () => void }) {
  const say = useSay()
  return (
    <Tap look='bare' role='link' className='card stack' onTap={open}>
      <View className='strong'>{say(group.title)}</View>
      <GroupFacts group={group} />
    </Tap>
  )
}
