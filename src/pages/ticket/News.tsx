import { View } from '@tarojs/components'
import type { TicketView } from '@/contract/tickets'
import { role } from '@/ui/aria'
import { liveWords } from '@/ui/liveWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import './News.css'

/** reply: somebody at the desk has spoken. moved: anything else that the asker sees. */
export type Came = 'reply' | 'moved'

/** What came between two looks, if the asker sees anything of it. */
export function cameOf(before: TicketView, after: TicketView): Came | undefined {
  const known = before.history.map(({ id }) => id)
  const fresh = after.history.filter(({ id }) => !known.includes(id))
  if (fresh.some(({ by, text }) => by.role === 'official' && text)) return 'reply'
  return fresh.length || after.status !== before.status ? 'moved' : undefined
}

/** Said where it disturbs nobody: what is being read or written stays where it is. It is always there, so that screen readers hear it filled. */
export function News({ came, onSee }: { came: Came | undefined; onSee: () => void }) {
  const say = useSay()
  return (
    <View className='ticket-news' {...role('status')} aria-live='polite'>
      {came ? (
        <Tap look='main' onTap={onSee}>
          {say(came === 'reply' ? liveWords.came : liveWords.moved)}
        </Tap>
      ) : null}
    </View>
  )
}
