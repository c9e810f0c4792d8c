import { Text, View } from '@tarojs/components'
import type { TicketView } from '@/contract/tickets'
import { PhotoRow } from '@/ui/PhotoRow'
import { ResultTag } from '@/ui/StatusTag'
import { ticketWords } from '@/ui/ticketWords'
import { useSay } from '@/ui/words'

/** What the person has to decide on: the answer they may confirm, or the question they are asked. It stands before the buttons. */
export function Word({ ticket }: { ticket: TicketView }) {
  const say = useSay()
  const { may, history } = ticket
  const did = may.includes('confirm') ? 'answer' : may.includes('supply') ? 'ask-back' : undefined
  const [entry] = history.filter((one) => one.did === did).slice(-1)
  if (!entry) return null
  const author = [entry.by.unit && say(entry.by.unit), entry.by.name].filter(Boolean).join(' ')
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='title'>{say(did === 'answer' ? ticketWords.answer : ticketWords.question)}</Text>
        {entry.result ? <ResultTag result={entry.result} /> : null}
      </View>
      <View className='pre'>{entry.text ?? ''}</View>
      {entry.reason ? <View className='pre'>{`${say(ticketWords.reason)}：${entry.reason}`}</View> : null}
      <PhotoRow photos={entry.photos} />
      <View className='quiet small'>{author}</View>
    </View>
  )
}
