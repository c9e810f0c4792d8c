import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import type { TicketView } from '@/contract/tickets'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** Whether others ask the same: the group it is in, or the way to look for them. */
export function Among({ ticket: { no, group, may } }: { ticket: TicketView }) {
  const say = useSay()
  if (group) {
    const { id, title, askers } = group
    return (
      <Tap look='line' role='link' onTap={() => routes.group(id)}>
        {say(groupWords.ofIn, { title: say(title), n: askers })}
      </Tap>
    )
  }
  if (!may.includes('join-group')) return null
  return (
    <View>
      <Tap look='line' role='link' onTap={() => routes.groupsLike(no)}>
        {say(groupWords.look)}
      </Tap>
    </View>
  )
}
