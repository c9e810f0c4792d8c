import { View } from '@tarojs/components'
import { type KeyboardEvent, useState } from 'react'
import { scrollTo } from '@/client/device'
import { useOnline } from '@/client/network'
import { MAX_QUESTION } from '@/contract/ask'
import { role } from '@/ui/aria'
import { askWords } from '@/ui/askWords'
import { DeskHours } from '@/ui/DeskHours'
import { Field } from '@/ui/Field'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { Opened } from './Greeting'

type Props = {
  opened: Opened | undefined
  /** What is written goes to a person. */
  toPerson: boolean
  /** The phone has no room to keep it. */
  full: boolean
  /** False where it was not taken: then the words stay. */
  onSend: (text: string) => boolean
  onPerson: () => void
  onCancel: () => void
}

/** The box to write in, always in reach, and the way to a person beside it. */
export function Foot({ opened, toPerson, full, onSend, onPerson, onCancel }: Props) {
  const say = useSay()
  const online = useOnline()
  const [text, setText] = useState('')
  const [short, setShort] = useState(false)
  const hotline = opened?.hotline ?? '12345'
  const send = () => {
    const words = text.trim()
    if (!words) return
    const taken = onSend(words)
    setShort(!taken)
    if (taken) setText('')
  }
  const label = say(toPerson ? askWords.personLabel : askWords.label)
  return (
    <View className='foot stack ask-foot' {...enterSends(send)}>
      {online ? null : <View className='note warn small'>{say(askWords.offline, { hotline })}</View>}
      {full ? (
        <View className='note bad' {...role('alert')}>
          {say(askWords.full, { hotline })}
        </View>
      ) : null}
      {toPerson ? (
        <View className={short ? 'note warn' : 'note'} {...role('status')}>
          <View>{say(askWords.tell)}</View>
          {opened ? <DeskHours {...opened} /> : null}
        </View>
      ) : null}
      <View className='row ask-box'>
        <View className='grow'>
          <Field
            label={label}
            hint={label}
            hideLabel
            lines
            value={text}
            onInput={setText}
            most={MAX_QUESTION}
            focus={toPerson}
          />
        </View>
        <Tap look='main' off={!text.trim()} onTap={send}>
          {say(toPerson ? askWords.sendPerson : askWords.send)}
        </Tap>
      </View>
      <View className='row ask-ways'>
        <Tap look='line' className='grow' onTap={() => scrollTo('#ask-menu')}>
          {say(askWords.menu)}
        </Tap>
        <Tap look={toPerson ? 'line' : 'plain'} className='grow' onTap={toPerson ? onCancel : onPerson}>
          {say(toPerson ? askWords.cancelPerson : askWords.person)}
        </Tap>
      </View>
    </View>
  )
}

/** At a computer Enter sends, as it does wherever people talk; with Shift, and while characters are being chosen, it does not. */
function enterSends(send: () => void) {
  if (process.env.TARO_ENV !== 'h5') return {}
  const onKeyDown = (event: KeyboardEvent) => {
    const isWriting = event.target instanceof HTMLTextAreaElement
    if (!isWriting || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return { onKeyDown }
}
