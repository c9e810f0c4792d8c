import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { prints } from '@/client/printing'
import { qrCodeOf, webAddressOf } from '@/client/qrCode'
import { useSettings } from '@/client/settings'
import type { TicketView } from '@/contract/tickets'
import { Picture } from '@/ui/Picture'
import { takingWords } from '@/ui/takingWords'
import { clockText, dayText } from '@/ui/time'
import type { Words } from '@/ui/word'
import { useSay, words } from '@/ui/words'

export const SLIP = 'taking-slip'
/** How much of what was said stands on it: enough to know it again. */
const SHOWN = 60
/** Paper is read on another day: never "today". */
const NO_DAY = 0

type Props = {
  ticket: TicketView
  code: string
  hotline: string
  /** Whose slip it is; absent while that is not known. */
  district: Words | undefined
  narrow: boolean
}

/** The slip, as it comes out of the printer. The code in its picture is the ticket's number alone, never the query code. */
export function SlipPaper({ ticket, code, hotline, district, narrow }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const qr = useCode(`/#/pages/lookup/index?no=${ticket.no}`)
  const { slip } = takingWords
  const day = (at: string) => dayText(at, lang, NO_DAY)
  const moment = (at: string) => `${day(at)} ${clockText(at)}`
  const facts: [Words, string][] = [
    [slip.what, say(words.named, { name: say(ticket.category.name), text: shortened(ticket.text) })],
    [slip.at, moment(ticket.filedAt)],
    [slip.unit, say(ticket.unit.name)],
    [slip.reply, replyText(ticket, say, moment)],
    [
      slip.due,
      ticket.resolve.dueAt === 'beyond' ? say(slip.dueUnknown) : say(slip.dueBy, { t: day(ticket.resolve.dueAt) }),
    ],
  ]
  return (
    <View id={SLIP} className={`taking-slip${narrow ? ' narrow' : ''}`}>
      <View className='taking-head'>
        <View>{[district && say(district), say(slip.title)].filter(Boolean).join(' ')}</View>
        {ticket.sample ? <View className='small'>{say(words.sample)}</View> : null}
      </View>
      <Large name={say(slip.number)} value={ticket.no} />
      <Large name={say(slip.code)} value={code} />
      {facts.map(([name, value]) => (
        <View key={name.en} className='taking-fact'>
          <View className='taking-name'>{say(name)}</View>
          <View className='taking-value'>{value}</View>
        </View>
      ))}
      <View className='taking-how'>
        <View className='taking-ways'>
          <View className='strong'>{say(slip.how)}</View>
          {qr ? <View>{say(slip.scan)}</View> : null}
          {prints ? <View>{say(slip.web, { url: webAddressOf('/#/pages/lookup/index') })}</View> : null}
          <View>{say(slip.wechat)}</View>
          <View>{say(slip.call, { hotline })}</View>
          <View className='strong'>{say(slip.keep)}</View>
        </View>
        {qr ? <Picture className='taking-qr' src={qr} name={say(slip.qr)} /> : null}
      </View>
    </View>
  )
}

function Large({ name, value }: { name: string; value: string }) {
  return (
    <View className='taking-large'>
      <View>{name}</View>
      <View className='taking-number'>{value}</View>
    </View>
  )
}

type Say = ReturnType<typeof useSay>

function replyText({ firstReply }: TicketView, say: Say, moment: (at: string) => string): string {
  const { repliedAt, dueAt } = firstReply
  if (repliedAt) return say(takingWords.slip.replied)
  return dueAt === 'beyond' ? say(takingWords.slip.replyUnknown) : say(takingWords.slip.replyBy, { t: moment(dueAt) })
}

/** By whole characters: half an emoji prints as a box. */
const shortened = (text: string): string => {
  const signs = [...text]
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN).join('')}…` : text
}

function useCode(path: string): string | undefined {
  const [code, setCode] = useState<string>()
  useEffect(() => {
    void qrCodeOf(path).then(setCode)
  }, [path])
  return code
}
