import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { TicketView } from '@/contract/tickets'
import './Clocks.css'
import { clockTexts, type Tone } from './clockTexts'
import { useSay, words } from './words'

type Clocked = Pick<TicketView, 'firstReply' | 'resolve' | 'status'> & { disputeUntil?: string }

/** Both clocks in plain words: when a person answers, and when it is done. */
export function Clocks({ ticket, forDesk = false }: { ticket: Clocked; forDesk?: boolean }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const { first, resolve } = clockTexts(ticket, lang, forDesk)
  return (
    <View className='clocks'>
      <Clock name={say(words.clock.first)} {...first} />
      <Clock name={say(words.clock.resolve)} {...resolve} />
    </View>
  )
}

function Clock({ name, text, tone }: { name: string; text: string; tone: Tone }) {
  return (
    <View className={`clock note ${tone}`}>
      <View className='small'>{name}</View>
      <View className='strong'>{text}</View>
    </View>
  )
}
