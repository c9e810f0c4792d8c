import { Text, View } from '@tarojs/components'
import type { TicketView } from '@/contract/tickets'
import { PhotoRow } from '@/ui/PhotoRow'
import { ResultTag } from '@/ui/StatusTag'
import { ticketWords } from '@/ui/ticketWords'
import { useSay, words } from '@/ui/words'

/** Which line of the history that is. */
export function wordIn({ may, history }: TicketView): TicketView['history'][number] | undefined {
  // An answer that was given to another ticket, with which this one was merged, is as good as one of its own.
  const answers: TicketView['history'][number]['did'][] = ['answer', 'share', 'tell']
  const dids = may.includes('confirm') ? answers : may.includes('supply') ? ['ask-back'] : []
  return history.filter((one) => dids.includes(one.did)).pop()
}

/** What the person has to decide on: the answer they may confirm, or the question they are asked. It stands before the buttons. */
export function Word({ ticket }: { ticket: TicketView }) {
  const say = useSay()
  const entry = wordIn(ticket)
  if (!entry) return null
  const author = [entry.by.unit && say(entry.by.unit), entry.by.name].filter(Boolean).join(' ')
  return (
    <View className='card stack' id='ticket-word'>
      <View className='row wrap'>
        <Text className='title'>{say(entry.did === 'ask-back' ? ticketWords.question : ticketWords.answer)}</Text>
        {entry.result ? <ResultTag result={entry.result} /> : null}
      </View>
      <View className='pre'>{entry.text ?? ''}</View>
      {entry.reason ? (
        <View className='pre'>{say(words.named, { name: say(ticketWords.reason), text: entry.reason })}</View>
      ) : null}
      <PhotoRow photos={entry.photos} />
      <View className='quiet small'>{author}</View>
    </View>
  )
}
