import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/client/call'
import { worksOnTickets } from '@/client/duties'
import { param, routes } from '@/client/routes'
import { keepOfficial, keepToken } from '@/client/session'
import type { Failure } from '@/contract'
import { signIn } from '@/contract/signIn'
import { deskWords } from '@/ui/deskWords'
import { Field } from '@/ui/Field'
import { Screen } from '@/ui/Screen'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** Account and password. Afterwards the queue, or the screen on which the person found themselves signed out. */
export default function SignIn() {
  const { params } = useRouter()
  const say = useSay()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()

  const enter = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const reply = await call(signIn, 'desk.signIn', { account, password }, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    keepToken('desk', reply.data.token)
    keepOfficial(reply.data.official.id)
    if (param(params, 'back')) return routes.backOrQueue()
    if (worksOnTickets(reply.data.official.duties)) return routes.queue()
    routes.releasesFirst()
  }
  return (
    <Screen title={deskWords.signIn}>
      <View className='card stack'>
        <Field label={say(deskWords.account)} value={account} onInput={setAccount} most={60} />
        <Field
          label={say(deskWords.password)}
          value={password}
          onInput={setPassword}
          kind='password'
          onDone={() => void enter()}
        />
        <Wrong error={error} />
        <Tap look='main' off={busy} onTap={() => void enter()}>
          {say(busy ? words.sending : deskWords.enter)}
        </Tap>
        <View className='quiet small'>{say(deskWords.signInNote)}</View>
      </View>
    </Screen>
  )
}
