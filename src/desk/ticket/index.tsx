import { useRouter } from '@tarojs/taro'
import { useRinging } from '@/client/bell'
import { param } from '@/client/deskRoutes'
import { useLive } from '@/client/live'
import { DeskScreen } from '@/ui/DeskScreen'
import { ticketWords } from '@/ui/ticketWords'
import { DeskTicket } from '../parts/DeskTicket'

/** One ticket to work on, on a phone; on a desktop the same stands beside the queue. */
export default function Ticket() {
  const { params } = useRouter()
  const no = param(params, 'no')
  const { changes } = useLive({ no })
  useRinging(changes?.ringing)
  return (
    <DeskScreen title={ticketWords.title}>
      <DeskTicket no={no} changes={changes} />
    </DeskScreen>
  )
}
