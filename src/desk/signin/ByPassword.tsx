import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { deviceLabel } from '@/client/device'
import type { Failure, Output } from '@/contract'
import { signIn } from '@/contract/signIn'
import { accountWords } from '@/ui/accountWords'
import { CodeKey } from '@/ui/CodeKey'
import { deskWords } from '@/ui/deskWords'
import { Field } from '@/ui/Field'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import type { Given } from '.'

/** What is asked for beside the password. */
type Asked = Extract<Output<'desk.signIn'>, { is: 'code' | 'set-up' }>

/** Account and password, and the code where one is needed; the first time, what the codes come from. */
export function ByPassword({ given }: { given: (answer: Given) => void }) {
  const say = useSay()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()

  const enter = async () => {
    if (busy || (asked && !code)) return
    setBusy(true)
    setError(undefined)
    const input = { account, password, ...(asked && { code }), label: deviceLabel() }
    const reply = await call(signIn, 'desk.signIn', input, 'desk')
    setBusy(false)
    setCode('')
    if (!reply.ok) return setError(reply.error)
    const { data } = reply
    if (data.is === 'code' || data.is === 'set-up') return setAsked(data)
    setAsked(undefined)
    return given(data)
  }
  const done = () => void enter()
  return (
    <View className='stack'>
      {asked ? null : (
        <View className='stack'>
          <Field label={say(deskWords.account)} value={account} onInput={setAccount} most={60} />
          <Field label={say(deskWords.password)} value={password} onInput={setPassword} kind='password' onDone={done} />
        </View>
      )}
      {asked?.is === 'set-up' ? <CodeKey given={asked} /> : null}
      {asked ? (
        <Field
          label={say(accountWords.code)}
          hint={say(accountWords.codeHint)}
          value={code}
          onInput={setCode}
          kind='number'
          most={7}
          focus
          onDone={done}
        />
      ) : null}
      {asked?.is === 'code' ? <View className='quiet small'>{say(accountWords.codeNote)}</View> : null}
      <Wrong error={error} />
      <View className='row wrap'>
        <Tap look='main' off={busy} onTap={done}>
          {say(busy ? words.sending : deskWords.enter)}
        </Tap>
        {asked ? (
          <Tap look='line' onTap={() => setAsked(undefined)}>
            {say(words.back)}
          </Tap>
        ) : null}
      </View>
      {asked ? null : <View className='quiet small'>{say(deskWords.signInNote)}</View>}
    </View>
  )
}
