import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { param, routes } from '@/client/deskRoutes'
import { worksOnTickets } from '@/client/duties'
import { keepLockMinutes, seenNow } from '@/client/idle'
import { letOn } from '@/client/lock'
import { keepOfficial, keepToken } from '@/client/session'
import type { Output } from '@/contract'
import { accountWords } from '@/ui/accountWords'
import { Choice } from '@/ui/Choice'
import { deskWords } from '@/ui/deskWords'
import { Screen } from '@/ui/Screen'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { ByPassword } from './ByPassword'
import { ByPhone } from './ByPhone'
import { ByWeChat } from './ByWeChat'

/** How every way of signing in ends. */
export type Given = Output<'desk.signInWeChat'>

const isWeb = process.env.TARO_ENV === 'h5'

/** By password, or with the phone in hand. Afterwards the queue, or the screen on which the person found themselves signed out. */
export default function SignIn() {
  const { params } = useRouter()
  const say = useSay()
  const [by, setBy] = useState<'password' | 'phone'>('password')
  const [mark, setMark] = useState<string>()

  const given = (answer: Given) => {
    if (answer.is === 'device') return setMark(answer.mark)
    keepToken('desk', answer.token)
    keepOfficial(answer.official.id)
    keepLockMinutes(answer.lockMinutes)
    seenNow()
    letOn()
    if (param(params, 'back')) return routes.backOrQueue()
    if (worksOnTickets(answer.official.duties)) return routes.queue()
    return routes.releasesFirst()
  }
  return (
    <Screen title={deskWords.signIn}>
      {mark ? (
        <View className='card stack'>
          <View className='heading'>{say(accountWords.deviceWaits)}</View>
          <View>{say(accountWords.deviceNote, { mark })}</View>
          <Tap look='main' onTap={() => setMark(undefined)}>
            {say(accountWords.startOver)}
          </Tap>
        </View>
      ) : (
        <View className='card stack'>
          {isWeb ? (
            <Choice
              label={say(accountWords.how)}
              options={[
                ['password', say(accountWords.byPassword)],
                ['phone', say(accountWords.byPhone)],
              ]}
              value={by}
              onChoose={setBy}
            />
          ) : null}
          {by === 'password' ? <ByPassword given={given} /> : <ByPhone given={given} />}
          {isWeb ? null : <ByWeChat given={given} />}
        </View>
      )}
    </Screen>
  )
}
