import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { TicketView } from '@/contract/tickets'
import './Clocks.css'
import { clockTexts, type DeskClock, type Tone } from './clockTexts'
import { ticketWords } from './ticketWords'
import { dayText } from './time'
import { useSay, words } from './words'

type Clocked = Pick<TicketView, 'firstReply' | 'resolve' | 'status'> & { disputeUntil?: string; expectedOn?: string }

/** Both clocks in plain words: when a person answers, and when it is done. */
export function Clocks({ ticket, desk }: { ticket: Clocked; desk?: DeskClock | undefined }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const { first, resolve } = clockTexts(ticket, lang, desk)
  const { expectedOn } = ticket
  const expected = expectedOn && say(ticketWords.expected, { day: dayText(expectedOn, lang) })
  return (
    <View className='clocks'>
      <Clock name={say(words.clock.first)} {...first} />
      <Clock name={say(words.clock.resolve)} {...resolve} more={expected} />
    </View>
  )
}

type ClockProps = { name: string; text: string; tone: Tone; more?: string | undefined }

function Clock({ name, text, tone, more }: ClockProps) {
  return (
    <View className={`clock note ${tone}`}>
      <View className='small'>{name}</View>
      <View className='strong'>{text}</View>
      {more ? <View className='strong'>{more}</View> : null}
    </View>
  )
}
