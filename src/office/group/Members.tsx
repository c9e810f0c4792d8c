import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { type Tried, useTries } from '@/client/useAct'
import { type GroupView, groups } from '@/contract/groups'
import { Composer } from '@/ui/Composer'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import { GroupTicket } from '../GroupTicket'

type Leaving = { no: string; text: string }
type Props = { group: GroupView; trail: string[]; go: (trail: string[]) => void; done: (group: GroupView) => void }

/** Those who ask. A case of its own after all is taken out, and answered alone. */
export function Members({ group, trail, go, done }: Props) {
  const say = useSay()
  const { id, edition, members, next } = group
  const [leaving, setLeaving] = useState<string>()
  const tries = useTries(
    (key, { no, text }: Leaving) => call(groups, 'groups.leave', { key, id, no, ...(text && { text }) }, 'desk'),
    (changed: GroupView) => {
      setLeaving(undefined)
      done(changed)
    },
  )
  const turn = (no: string | undefined) => {
    tries.forget()
    setLeaving(no)
  }
  return (
    <View>
      <View className='heading'>{say(groupWords.members)}</View>
      <View className='card'>
        {members.length ? null : <View className='quiet'>{say(groupWords.membersNone)}</View>}
        {members.map((ticket) => (
          <GroupTicket key={ticket.no} ticket={ticket}>
            <View className='row wrap between'>
              <View className={ticket.told === edition ? 'quiet small' : 'small strong'}>
                {ticket.told ? say(groupWords.toldEdition, { n: ticket.told }) : say(groupWords.toldNone)}
              </View>
              {group.may.includes('leave') && leaving !== ticket.no ? (
                <Tap look='line' label={`${say(groupWords.leave)} ${ticket.no}`} onTap={() => turn(ticket.no)}>
                  {say(groupWords.leave)}
                </Tap>
              ) : null}
            </View>
            {leaving === ticket.no ? <Leave no={ticket.no} tries={tries} back={() => turn(undefined)} /> : null}
          </GroupTicket>
        ))}
      </View>
      <TrailTurn trail={trail} next={next} go={go} />
    </View>
  )
}

function Leave({ no, tries, back }: { no: string; tries: Tried<Leaving>; back: () => void }) {
  const say = useSay()
  return (
    <Composer
      label={say(groupWords.leaveWhy)}
      note={say(groupWords.leaveAsk)}
      busy={tries.busy}
      error={tries.error}
      sendLabel={say(groupWords.leave)}
      onSend={(text) => tries.act({ no, text })}
      onCancel={back}
    />
  )
}
