import { useEffect, useRef, useState } from 'react'
import { useBadge, useRinging } from '@/client/bell'
import { keepQueue, keptQueue } from '@/client/deskSpot'
import { useLive } from '@/client/live'
import { useAsk } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import { desk } from '@/contract/desk'
import { deskWords } from '@/ui/deskWords'
import { useSay } from '@/ui/words'
import type { Spot } from '.'

/** What is heard between two looks at the page: see `desk.changes`. `away`: nothing is, the server is not reached. */
export type Bells = { ringing: number; unseen: number; away: boolean }

/** Counts beside the other queues, and clocks that ran out, are looked at anew at least so often. Milliseconds. */
const OLDEST = 300_000

/** The queue that this official looked at last, its page, and what happens to it meanwhile. `no`: the ticket beside it. */
export function useQueue(no: string | undefined) {
  const say = useSay()
  const [spot, setSpot] = useState<Spot>(() => ({ queue: keptQueue() ?? 'open', trail: [] }))
  const after = spot.trail[spot.trail.length - 1]
  const place = { queue: spot.queue, ...(after && { after }) }
  const { asked, again } = useAsk(desk, 'desk.queue', place, 'desk')
  const known = useKnown(asked)
  const shown = asked.state === 'ready' ? asked.data.stamp : undefined
  const lastAsked = useRef(Date.now())
  const { changes, away } = useLive({ ...place, ...(no && { no }) }, ({ stamp }) => {
    if (!shown || (stamp === shown && Date.now() - lastAsked.current < OLDEST)) return
    lastAsked.current = Date.now()
    void again()
  })
  const bells = {
    ringing: changes?.ringing ?? known?.ringing ?? 0,
    unseen: changes?.unseen ?? known?.unseen ?? 0,
    away,
  }
  useRinging(changes?.ringing ?? known?.ringing)
  useBadge(bells.ringing || bells.unseen, say(deskWords.queue))

  const go = (next: Spot) => {
    setSpot(next)
    keepQueue(next.queue)
  }
  // Somebody else signed in on this screen: their own queue. One that this official had and has no more: what they have.
  const me = known?.me.id
  const first = useRef(me)
  useEffect(() => {
    if (first.current && me && me !== first.current) setSpot({ queue: keptQueue() ?? 'open', trail: [] })
    first.current = me
  }, [me])
  const refused = asked.state === 'failed' && asked.error.reason === 'not-allowed'
  useEffect(() => {
    if (refused) setSpot((now) => (now.queue === 'open' ? now : { queue: 'open', trail: [] }))
  }, [refused])

  return { asked, again, known, spot, go, bells, changes }
}
