import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useEffect } from 'react'
import { routes } from '@/client/deskRoutes'
import { stopPulling } from '@/client/device'
import { hasDuty } from '@/client/duties'
import type { Changes } from '@/client/live'
import { useAsk } from '@/client/useAsk'
import { desk } from '@/contract/desk'
import type { TicketView } from '@/contract/tickets'
import { reachWords } from '@/ui/reachWords'
import { Loading } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TicketBody } from '@/ui/TicketBody'
import { useSay } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { Actions } from './Actions'
import { Among } from './Among'
import { Asker } from './Asker'
import { Held } from './Held'
import './parts.css'
import { useKnown } from '@/client/useKnown'
import { Stale, Trouble } from '@/ui/Trouble'
import { Offered } from './Phrases'
import { Reached } from './Reached'

/**
 * A ticket to read and to work on. `moved` is told when it has changed; `changes` tells when somebody else changed it. Once there, it stays in sight whatever
 * fails later: somebody may be writing below it.
 */
export function DeskTicket({ no, moved, changes }: { no: string; moved?: () => void; changes?: Changes | undefined }) {
  const { asked, again, put } = useAsk(desk, 'desk.open', { no }, 'desk')
  const known = useKnown(asked)
  const say = useSay()
  const stamp = known?.stamp
  const stays = !known?.ticket.may.length
  // Somebody else did something to it, or took it out of sight. What is being written below stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what was heard that matters
  useEffect(() => {
    if (!changes || !stamp || changes.ticket === stamp) return
    if (changes.ticket || !stays) void again()
  }, [changes])
  usePullDownRefresh(() => void again().finally(stopPulling))
  const trouble = asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null
  if (!known) return trouble ?? <Loading />

  const look = () => {
    void again()
    moved?.()
  }
  const acted = (ticket: TicketView) => {
    put({ ...known, ticket })
    // Where something is still to be done, the units to choose from may be others now. Where not, the ticket may be out
    // of this official's sight already: asking for it would only say that it cannot be found.
    if (ticket.may.length) look()
    else moved?.()
  }
  return (
    <View className='desk-ticket'>
      <View className='desk-read'>
        {trouble}
        <Stale asked={asked} />
        <Held ticket={known.ticket} acted={acted} look={look} />
        <TicketBody ticket={known.ticket} forDesk />
        <Asker {...known.ticket} />
        <Reached {...known.ticket} />
        <Among ticket={known.ticket} />
        {known.otherCategory ? (
          <View className='note small'>{say(reachWords.likely, { name: say(known.otherCategory.name) })}</View>
        ) : null}
        {hasDuty('author') ? (
          <Tap look='line' onTap={() => routes.writeRoad(no)}>
            {say(writeWords.publishRoad)}
          </Tap>
        ) : null}
      </View>
      <Offered.Provider value={known}>
        <Actions {...known} acted={acted} look={look} />
      </Offered.Provider>
    </View>
  )
}
