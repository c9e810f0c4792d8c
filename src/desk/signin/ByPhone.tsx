import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { call } from '@/client/call'
import { deviceLabel } from '@/client/device'
import { qrCodeOf } from '@/client/qrCode'
import type { Failure, Output } from '@/contract'
import { offers } from '@/contract/offers'
import { accountWords } from '@/ui/accountWords'
import { role } from '@/ui/aria'
import { Picture } from '@/ui/Picture'
import { Loading, Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { Given } from '.'

type Shown = Output<'desk.offer'> & { picture: string | undefined }

/** A code for a phone that is signed in. It is good once, for two minutes. */
export function ByPhone({ given }: { given: (answer: Given) => void }) {
  const say = useSay()
  const { shown, ended, error, show } = useOffer(given)
  if (error || ended) {
    return (
      <View className='stack'>
        <Wrong error={error} />
        {ended ? (
          <View {...role('alert')}>{say(ended === 'refused' ? accountWords.scanRefused : accountWords.scanOver)}</View>
        ) : null}
        <Tap look='main' onTap={() => void show()}>
          {say(accountWords.scanAgain)}
        </Tap>
      </View>
    )
  }
  if (!shown) return <Loading />
  return (
    <View className='stack'>
      <View>{say(accountWords.scanNote)}</View>
      <View className='sign-digits'>{shown.digits}</View>
      {shown.picture ? <Picture className='code-key' src={shown.picture} name={say(accountWords.scanName)} /> : null}
    </View>
  )
}

const LOOK_EVERY = 2000

/** Shows one, and looks every two seconds what has become of it. */
function useOffer(given: (answer: Given) => void) {
  const [shown, setShown] = useState<Shown>()
  const [ended, setEnded] = useState<'refused' | 'over'>()
  const [error, setError] = useState<Failure>()
  const show = useCallback(async () => {
    setEnded(undefined)
    setError(undefined)
    setShown(undefined)
    const reply = await call(offers, 'desk.offer', { label: deviceLabel() }, 'desk')
    if (!reply.ok) return setError(reply.error)
    const picture = await qrCodeOf(`/#/office/approve/index?offer=${reply.data.offer}`)
    return setShown({ ...reply.data, picture })
  }, [])
  useEffect(() => void show(), [show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done with the answer does not begin it anew
  useEffect(() => {
    if (!shown) return undefined
    let timer: ReturnType<typeof setTimeout>
    let stopped = false
    const look = async () => {
      const { offer, secret } = shown
      const reply = await call(offers, 'desk.collect', { offer, secret }, 'desk')
      if (stopped) return
      if (!reply.ok || reply.data.is === 'waiting') timer = setTimeout(look, LOOK_EVERY)
      else if (reply.data.is === 'in' || reply.data.is === 'device') given(reply.data)
      else setEnded(reply.data.is)
    }
    timer = setTimeout(look, LOOK_EVERY)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [shown])
  return { shown, ended, error, show }
}
