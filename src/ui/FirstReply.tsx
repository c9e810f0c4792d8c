import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useSettings } from '@/client/settings'
import type { TicketView } from '@/contract/tickets'
import { clockTexts } from './clockTexts'
import { liveWords } from './liveWords'
import { clockText } from './time'
import { useSay } from './words'

/** Further away than this nobody counts seconds. */
const NEAR = 60 * 60_000

type Props = { ticket: TicketView; ahead: number; alone?: boolean }

/**
 * How long until a person replies, to the second; outside duty hours when the desk opens. Nothing once somebody has replied.
 * `alone`: nothing else on this screen says when.
 */
export function FirstReply({ ticket, ahead, alone }: Props) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const { dueAt, opensAt, repliedAt, late } = ticket.firstReply
  const runs = !repliedAt && !late && !opensAt && dueAt !== 'beyond'
  const left = useLeft(runs ? dueAt : undefined, ahead)
  if (repliedAt || ticket.resolve.state === 'stopped') return null
  if (runs && left > 0 && left < NEAR)
    return (
      <View className='note first-reply'>
        <View className='strong number'>{say(liveWords.left, { at: clockText(dueAt), t: minutesText(left) })}</View>
      </View>
    )
  if (!alone) return null
  const { text, tone } = clockTexts(ticket, lang, undefined).first
  return <View className={`note ${tone}`}>{text}</View>
}

/** 8:05 */
const minutesText = (left: number): string => {
  const seconds = Math.ceil(left / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Milliseconds until then, drawn anew each second. */
function useLeft(until: string | undefined, ahead: number): number {
  const leftNow = () => (until ? Date.parse(until) - Date.now() - ahead : 0)
  const [, again] = useState(0)
  useEffect(() => {
    if (!until) return undefined
    const timer = setInterval(() => again((n) => n + 1), 1_000)
    return () => clearInterval(timer)
  }, [until])
  return leftNow()
}
