import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { useTries } from '@/client/useAct'
import { type GroupView, groups } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import { ticked } from '@/ui/Tick'
import { Unsent } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'
import { GroupChoice } from '../GroupTicket'

/** Open cases that may be about this too, the likeliest first, each with its reason. A person decides. */
export function Near({ group, done }: { group: GroupView; done: (group: GroupView) => void }) {
  const say = useSay()
  const [chosen, setChosen] = useState<string[]>([])
  const { id, near } = group
  const tries = useTries((key, tickets: string[]) => call(groups, 'groups.join', { key, id, tickets }, 'desk'), done)
  if (!near.length || !group.may.includes('join')) return null
  return (
    <View>
      <View className='heading'>{say(groupWords.near)}</View>
      <View className='card'>
        {near.map((ticket) => (
          <GroupChoice
            key={ticket.no}
            ticket={ticket}
            chosen={chosen}
            onTap={() => setChosen(ticked(chosen, ticket.no))}
          />
        ))}
        <Unsent error={tries.error} />
        <Tap look='main' off={!chosen.length || tries.busy} onTap={() => void tries.act(chosen)}>
          {say(tries.busy ? words.sending : groupWords.join, { n: chosen.length })}
        </Tap>
      </View>
    </View>
  )
}
