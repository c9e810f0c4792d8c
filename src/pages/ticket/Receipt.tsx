import { View } from '@tarojs/components'
import type { TicketView } from '@/contract/tickets'
import { ticketWords } from '@/ui/ticketWords'
import { useSay } from '@/ui/words'
import './Receipt.css'

/** What the person keeps after filing: the number and the private code. */
export function Receipt({ ticket }: { ticket: TicketView }) {
  const say = useSay()
  return (
    <View className='card receipt'>
      <View className='title'>{`✓ ${say(ticketWords.filed)}`}</View>
      <View className='receipt-line'>
        <View className='small'>{say(ticketWords.number)}</View>
        <View className='receipt-number number'>{ticket.no}</View>
      </View>
      <View className='receipt-line'>
        <View className='small'>{say(ticketWords.code)}</View>
        <View className='receipt-number number'>{ticket.code ?? ''}</View>
      </View>
      <View className='small'>{say(ticketWords.filedHint)}</View>
    </View>
  )
}
