import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { routes } from '@/client/deskRoutes'
import { useTries } from '@/client/useAct'
import { groups, type GroupTicket as Ticket } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import { ticked } from '@/ui/Tick'
import { useSay } from '@/ui/words'
import { GroupForm, type GroupTexts } from '../GroupForm'
import { GroupChoice } from '../GroupTicket'

type Props = { tickets: Ticket[]; always?: string[]; back?: () => void }

/** Cases that are alike, of which a person takes those that belong together. `always`: the case they came from. */
export function Gather({ tickets, always = [], back }: Props) {
  const say = useSay()
  const [left, setLeft] = useState<string[]>([])
  const [named, setNamed] = useState(false)
  const chosen = tickets.map(({ no }) => no).filter((no) => !left.includes(no))
  const together = [...always, ...chosen]
  const tries = useTries(
    (key, form: GroupTexts) => call(groups, 'groups.make', { key, ...form, tickets: together }, 'desk'),
    ({ id }) => routes.group(id),
  )
  return (
    <View className='stack'>
      {tickets.map((ticket) => (
        <GroupChoice key={ticket.no} ticket={ticket} chosen={chosen} onTap={() => setLeft(ticked(left, ticket.no))} />
      ))}
      {named ? (
        <GroupForm
          save={groupWords.make}
          tries={tries}
          off={!together.length}
          back={() => (back ? back() : setNamed(false))}
        />
      ) : (
        <Tap look='main' off={!together.length} onTap={() => setNamed(true)}>
          {say(groupWords.makeCount, { n: together.length })}
        </Tap>
      )}
    </View>
  )
}
