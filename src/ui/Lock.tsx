import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { routes } from '@/client/deskRoutes'
import { seenNow } from '@/client/idle'
import { letOn } from '@/client/lock'
import { dropToken } from '@/client/session'
import type { Failure } from '@/contract'
import { signIn } from '@/contract/signIn'
import { accountWords } from './accountWords'
import { role } from './aria'
import { deskWords } from './deskWords'
import { Field } from './Field'
import { Wrong } from './States'
import { Tap } from './Tap'
import { useSay, words } from './words'

/** Over a screen of the desk that nobody sat at. What was on it is underneath, as it was. */
export function Lock() {
  const say = useSay()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()

  const open = async () => {
    if (busy || !password) return
    setBusy(true)
    setError(undefined)
    const reply = await call(signIn, 'desk.unlock', { password }, 'desk')
    setBusy(false)
    setPassword('')
    if (!reply.ok && reply.error.reason !== 'signed-out') return setError(reply.error)
    seenNow()
    // Where that was one wrong password too many, whoever waits is told that they are signed out.
    letOn()
    return undefined
  }
  const leave = async () => {
    setBusy(true)
    await call(signIn, 'desk.signOut', {}, 'desk')
    dropToken('desk')
    routes.signedOut()
    letOn()
  }
  return (
    <View className='card stack desk-lock' {...role('dialog')} aria-label={say(accountWords.locked)}>
      <View className='heading'>{say(accountWords.locked)}</View>
      <View className='quiet'>{say(accountWords.lockNote)}</View>
      <Field
        label={say(deskWords.password)}
        value={password}
        onInput={setPassword}
        kind='password'
        focus
        onDone={() => void open()}
      />
      <Wrong error={error} />
      <View className='row wrap'>
        <Tap look='main' off={busy} onTap={() => void open()}>
          {say(busy ? words.sending : accountWords.unlock)}
        </Tap>
        <Tap look='line' off={busy} onTap={() => void leave()}>
          {say(accountWords.leave)}
        </Tap>
      </View>
    </View>
  )
}
