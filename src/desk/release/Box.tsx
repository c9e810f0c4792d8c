import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { scrollTo } from '@/client/device'
import type { Failure } from '@/contract'
import type { ReleaseCommand, ReleaseView } from '@/contract/publishing'
import { Composer } from '@/ui/Composer'
import { publishWords } from '@/ui/publishWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { daysLater, hoursLater } from '../forms/beijing'
import { Day, Moment } from '../parts/Moments'

export type BoxName = 'return' | 'withdraw' | 'close' | 'override' | 'at' | 'renew'
type Props = {
  name: BoxName
  release: ReleaseView
  act: (command: ReleaseCommand) => Promise<boolean>
  /** Somebody has looked at the private details. */
  confirmed: { checked?: boolean }
  busy: boolean
  error: Failure | undefined
  close: () => void
}

/** What one command needs to be told, and who will read it. */
export function Box(props: Props) {
  const say = useSay()
  useEffect(() => scrollTo('#release-box'), [])
  return (
    <View className='stack'>
      <View className='heading'>{say(publishWords.act[props.name])}</View>
      {props.name === 'at' ? <Later {...props} /> : null}
      {props.name === 'renew' ? <Renewal {...props} /> : null}
      {props.name === 'at' || props.name === 'renew' ? null : <Reason {...props} name={props.name} />}
    </View>
  )
}

type Reasoned = Exclude<BoxName, 'at' | 'renew'>

function Reason({ name, act, confirmed, busy, error, close }: Props & { name: Reasoned }) {
  const say = useSay()
  const command = (reason: string): ReleaseCommand =>
    name === 'override' ? { do: name, reason, ...confirmed } : { do: name, reason }
  return (
    <Composer
      focus
      label={say(publishWords.reasons[name])}
      note={say(publishWords.readers[name])}
      busy={busy}
      error={error}
      sendLabel={say(publishWords.act[name])}
      onSend={(reason) => act(command(reason))}
      onCancel={close}
    />
  )
}

function Later({ act, busy, error, close }: Props) {
  const say = useSay()
  const [at, setAt] = useState(() => hoursLater(Date.now(), 1))
  const label = say(publishWords.schedule)
  return (
    <View className='stack'>
      <View className='strong'>{label}</View>
      <Moment label={label} value={at} onMoment={setAt} />
      <Wrong error={error} />
      <Send
        label={say(publishWords.act.at)}
        off={busy || !at}
        send={() => void act({ do: 'publish', at })}
        close={close}
      />
    </View>
  )
}

/** Half a year, unless another day is chosen. */
const RENEWED_DAYS = 180

function Renewal({ act, busy, error, close }: Props) {
  const say = useSay()
  const [day, setDay] = useState(() => daysLater(Date.now(), RENEWED_DAYS))
  const label = say(publishWords.renewBy)
  return (
    <View className='stack'>
      <View className='strong'>{label}</View>
      <Day label={label} value={day} onDay={setDay} />
      <Wrong error={error} />
      <Send
        label={say(publishWords.act.renew)}
        off={busy || !day}
        send={() => void act({ do: 'renew', reviewBy: day })}
        close={close}
      />
    </View>
  )
}

function Send({ label, off, send, close }: { label: string; off: boolean; send: () => void; close: () => void }) {
  const say = useSay()
  return (
    <View className='row'>
      <Tap look='line' onTap={close}>
        {say(words.cancel)}
      </Tap>
      <Tap look='main' className='grow' off={off} onTap={send}>
        {label}
      </Tap>
    </View>
  )
}
