import { useRouter } from '@tarojs/taro'
import { param } from '@/client/routes'
import { Screen } from '@/ui/Screen'
import { ticketWords } from '@/ui/ticketWords'
import { DeskTicket } from '../parts/DeskTicket'

/** One ticket to work on, on a phone; on a desktop the same stands beside the queue. */
export default function Ticket() {
  const { params } = useRouter()
  return (
    <Screen title={ticketWords.title}>
      <DeskTicket no={param(params, 'no')} />
    </Screen>
  )
}
