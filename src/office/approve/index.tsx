import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/client/call'
import { param, routes } from '@/client/deskRoutes'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Failure, Output } from '@/contract'
import { offers } from '@/contract/offers'
import { accountWords } from '@/ui/accountWords'
import { role } from '@/ui/aria'
import { DeskScreen } from '@/ui/DeskScreen'
import { Field } from '@/ui/Field'
import { officeWords } from '@/ui/officeWords'
import { Loading, Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { SignInAgain, Trouble } from '@/ui/Trouble'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'

/** A computer asks to be signed in as whoever holds this phone. WeChat's own camera gives the whole address as `q`. */
export default function Approve() {
  const { params } = useRouter()
  const say = useSay()
  const offer = param(params, 'offer') || (/[?&]offer=([\w-]+)/.exec(param(params, 'q'))?.[1] ?? '')
  const { asked, again } = useAsk(offers, 'desk.offered', { offer }, 'desk')
  const [said, setSaid] = useState<'approved' | 'refused'>()
  return (
    <DeskScreen title={officeWords.approve}>
      {said ? (
        <View className='card stack'>
          <View className='strong' {...role('status')}>
            {say(accountWords[said])}
          </View>
          <Tap onTap={routes.backOrQueue}>{say(officeWords.toDesk)}</Tap>
        </View>
      ) : null}
      {!said && asked.state === 'ready' ? <Question offer={offer} from={asked.data} done={setSaid} /> : null}
      {!said && asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {asked.state === 'loading' ? <Loading /> : null}
    </DeskScreen>
  )
}

type Props = { offer: string; from: Output<'desk.offered'>; done: (said: 'approved' | 'refused') => void }

function Question({ offer, from: { label, at, near }, done }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [digits, setDigits] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const answer = async (yes: boolean) => {
    setBusy(true)
    setError(undefined)
    const reply = await call(offers, 'desk.approve', { offer, digits, yes }, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    return done(yes ? 'approved' : 'refused')
  }
  return (
    <View className='card stack'>
      <View className='heading'>{say(accountWords.offered)}</View>
      <View>{say(accountWords.offeredFrom, { from: label || say(accountWords.unknownFrom) })}</View>
      <View>{say(accountWords.offeredAt, { at: momentText(at, lang) })}</View>
      <View className='quiet'>{say(near ? accountWords.near : accountWords.far)}</View>
      <Field label={say(accountWords.digits)} value={digits} onInput={setDigits} kind='number' most={2} />
      <View className='quiet small'>{say(accountWords.careful)}</View>
      <Wrong error={error} />
      <SignInAgain error={error} />
      <View className='row wrap'>
        <Tap look='main' off={busy || digits.length < 2} onTap={() => void answer(true)}>
          {say(accountWords.approve)}
        </Tap>
        <Tap look='line' off={busy} onTap={() => void answer(false)}>
          {say(accountWords.refuse)}
        </Tap>
      </View>
    </View>
  )
}
