import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { Failure } from '@/contract'
import type { DeviceView } from '@/contract/account'
import { accountWords } from './accountWords'
import { officeWords } from './officeWords'
import { Wrong } from './States'
import { Tap } from './Tap'
import { momentText } from './time'
import { useSay } from './words'

type Props = {
  title: string
  devices: DeviceView[]
  busy: boolean
  error: Failure | undefined
  remove: (device: string) => void
  end: (session: string) => void
  letIn?: (device: string) => void
}

/** The phones and computers of one official, and what is open on each. */
export function Devices({ title, devices, error, ...acts }: Props) {
  return (
    <View className='card stack'>
      <View className='heading'>{title}</View>
      <Wrong error={error} />
      {devices.map((device) => (
        <Device key={device.id} device={device} {...acts} />
      ))}
    </View>
  )
}

type OneProps = Pick<Props, 'busy' | 'remove' | 'end' | 'letIn'> & { device: DeviceView }

function Device({ device, busy, remove, end, letIn }: OneProps) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { id, kind, label, mark, waits, here, seenAt, sessions } = device
  const name = kind === 'wechat' ? say(accountWords.wechat) : label || say(accountWords.unnamed)
  const facts = [
    here && say(accountWords.hereNow),
    waits && say(accountWords.waits),
    mark && say(accountWords.mark, { mark }),
    say(accountWords.seen, { at: momentText(seenAt, lang) }),
  ]
  return (
    <View className='stack'>
      <View className='row wrap'>
        <View className='grow'>
          <View className='strong'>{name}</View>
          <View className='quiet small'>{facts.filter(Boolean).join(' · ')}</View>
        </View>
        {waits && letIn ? (
          <Tap look='main' off={busy} onTap={() => letIn(id)}>
            {say(accountWords.letIn)}
          </Tap>
        ) : null}
        <Tap look='line' label={`${say(accountWords.remove)} ${name} ${mark}`} off={busy} onTap={() => remove(id)}>
          {say(accountWords.remove)}
        </Tap>
      </View>
      {sessions.map((session) => (
        <View key={session.id} className='row wrap'>
          <View className='grow small'>
            {say(officeWords.beside, {
              name: say(accountWords.since, { at: momentText(session.since, lang) }),
              what: say(accountWords.by[session.by]),
            })}
          </View>
          <Tap look='line' label={`${say(accountWords.end)} ${name}`} off={busy} onTap={() => end(session.id)}>
            {say(accountWords.end)}
          </Tap>
        </View>
      ))}
    </View>
  )
}
