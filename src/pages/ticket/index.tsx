import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { param } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { tickets } from '@/contract/tickets'
import { Answered } from '@/ui/Answered'
import { Screen } from '@/ui/Screen'
import { TicketBody } from '@/ui/TicketBody'
import { ticketWords } from '@/ui/ticketWords'
import { Actions } from './Actions'
import { Receipt } from './Receipt'
import { Word } from './Word'

export default function Ticket() {
  const { params } = useRouter()
  const asking = useAsk(tickets, 'tickets.open', { no: param(params, 'no') })
  const filed = param(params, 'filed') === '1'
  return (
    <Screen title={ticketWords.title}>
      <Answered asking={asking}>
        {(ticket) => (
          <View>
            {filed ? <Receipt ticket={ticket} /> : null}
            <Word ticket={ticket} />
            <Actions ticket={ticket} put={asking.put} again={asking.again} />
            <TicketBody ticket={ticket} />
          </View>
        )}
      </Answered>
    </Screen>
  )
}
