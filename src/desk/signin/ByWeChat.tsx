import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { deviceLabel } from '@/client/device'
import { wechatCode } from '@/client/session'
import type { Failure } from '@/contract'
import { signIn } from '@/contract/signIn'
import { accountWords } from '@/ui/accountWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import type { Given } from '.'

/** By the WeChat that is open, where its owner has bound it. */
export function ByWeChat({ given }: { given: (answer: Given) => void }) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const enter = async () => {
    setBusy(true)
    setError(undefined)
    const code = await wechatCode()
    const reply = await call(signIn, 'desk.signInWeChat', { ...(code && { code }), label: deviceLabel() }, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    return given(reply.data)
  }
  return (
    <View className='stack'>
      <Wrong error={error} />
      <Tap off={busy} onTap={() => void enter()}>
        {say(busy ? words.sending : accountWords.byWeChat)}
      </Tap>
    </View>
  )
}
