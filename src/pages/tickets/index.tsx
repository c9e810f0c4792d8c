import { View } from '@tarojs/components'
import { call } from '@/client/call'
import { routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { usePages } from '@/client/usePages'
import type { Output } from '@/contract'
import { ticketLines } from '@/contract/ticketLines'
import { Answered } from '@/ui/Answered'
import { Followed } from '@/ui/FollowCard'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TicketCard } from '@/ui/TicketCard'
import { useSay, words } from '@/ui/words'
import { Drafts } from './Drafts'

export default function Tickets() {
  const asking = useAsk(ticketLines, 'tickets.mine', {})
  return (
    <Screen title={words.tickets.title} tab>
      <Drafts />
      {/* In a place of its own: when they come, the drafts above them are not sent once more. */}
      <View>
        <Answered asking={asking}>{(page) => (page.items.length ? <List first={page} /> : <None />)}</Answered>
      </View>
      <Followed />
    </Screen>
  )
}

function List({ first }: { first: Output<'tickets.mine'> }) {
  const say = useSay()
  const { items, more, busy, grow } = usePages(first, async (after) => {
    const reply = await call(ticketLines, 'tickets.mine', { after })
    return reply.ok ? reply.data : null
  })
  return (
    <View>
      {items.map((line) => (
        <TicketCard key={line.no} line={line} onTap={() => routes.ticket(line.no)} />
      ))}
      {more ? (
        <Tap off={busy} onTap={() => void grow()}>
          {say(words.more)}
        </Tap>
      ) : null}
    </View>
  )
}

function None() {
  const say = useSay()
  return (
    <Empty title={say(words.tickets.none)}>
      <View className='quiet'>{say(words.tickets.noneHint)}</View>
      <Tap look='main' onTap={routes.report}>
        {say(words.home.report)}
      </Tap>
      <Tap onTap={routes.lookup}>{say(words.home.lookup)}</Tap>
    </Empty>
  )
}
