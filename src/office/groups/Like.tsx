import { View } from '@tarojs/components'
import { call } from '@/client/call'
import { routes } from '@/client/deskRoutes'
import { useTries } from '@/client/useAct'
import type { Output } from '@/contract'
import { groups } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import { Unsent } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'
import { GroupFacts } from '../GroupFacts'
import { Gather } from './Gather'

/** Of one case: where it may belong, and which others are like it. */
export function Like({ no, near }: { no: string; near: Output<'groups.near'> }) {
  const say = useSay()
  const tries = useTries(
    (key, id: string) => call(groups, 'groups.join', { key, id, tickets: [no] }, 'desk'),
    ({ id }) => routes.group(id),
  )
  return (
    <View>
      {near.groups.length ? <View className='heading'>{say(groupWords.mayBelong)}</View> : null}
      {near.groups.map((group) => (
        <View key={group.id} className='card stack'>
          <View className='strong'>{say(group.title)}</View>
          <GroupFacts group={group} />
          <Tap
            off={tries.busy}
            label={`${say(groupWords.into)} ${say(group.title)}`}
            onTap={() => void tries.act(group.id)}
          >
            {say(tries.busy ? words.sending : groupWords.into)}
          </Tap>
        </View>
      ))}
      <Unsent error={tries.error} />
      <View className='heading'>{say(groupWords.alike)}</View>
      {near.tickets.length ? (
        <View className='card'>
          <Gather tickets={near.tickets} always={[no]} />
        </View>
      ) : (
        <View className='card quiet'>{say(groupWords.alikeNone)}</View>
      )}
    </View>
  )
}
