import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { scrollTo } from '@/client/device'
import { useLiveTicket } from '@/client/liveTicket'
import { param } from '@/client/routes'
import { staying } from '@/client/stay'
import { type Asking, useAsk } from '@/client/useAsk'
import { type TicketView, tickets } from '@/contract/tickets'
import { Answered } from '@/ui/Answered'
import { FirstReply } from '@/ui/FirstReply'
import { Screen } from '@/ui/Screen'
import { TicketBody } from '@/ui/TicketBody'
import { ticketWords } from '@/ui/ticketWords'
import { Actions } from './Actions'
import { type Came, cameOf, News } from './News'
import { Receipt } from './Receipt'
import { Word, wordIn } from './Word'

export default function Ticket() {
  const { params } = useRouter()
  const asking = useAsk(tickets, 'tickets.open', { no: param(params, 'no') })
  const filed = param(params, 'filed') === '1'
  return (
    <Screen title={ticketWords.title}>
      <Answered asking={asking}>{(ticket) => <Shown ticket={ticket} filed={filed} asking={asking} />}</Answered>
    </Screen>
  )
}

/** The ticket, following what happens. What comes in above what is being read or written does not move it. */
function Shown({ ticket, filed, asking }: { ticket: TicketView; filed: boolean; asking: Asking<TicketView> }) {
  const [came, setCame] = useState<Came>()
  const { ahead } = useLiveTicket(ticket, (next) => {
    void staying('#ticket-below', () => {
      asking.put(next)
      setCame((before) => cameOf(ticket, next) ?? before)
    })
  })
  const talks = ticket.kind === 'consult'
  const see = () => {
    setCame(undefined)
    scrollTo(wordIn(ticket) && !talks ? '#ticket-word' : '#ticket-end')
  }
  return (
    <View>
      {filed ? <Receipt ticket={ticket} /> : null}
      {ticket.stamp && !ticket.firstReply.repliedAt ? <FirstReply ticket={ticket} ahead={ahead} /> : null}
      <Word ticket={ticket} />
      <View id='ticket-below' className={talks ? 'ticket-talk' : ''}>
        <View className='ticket-acts'>
          <Actions ticket={ticket} put={asking.put} again={asking.again} />
        </View>
        <TicketBody ticket={ticket} />
      </View>
      <View id='ticket-end' />
      <News came={came} onSee={see} />
    </View>
  )
}
