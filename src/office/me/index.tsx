import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { scanned } from '@/client/device'
import { useAsk } from '@/client/useAsk'
import { account } from '@/contract/account'
import { accountWords } from '@/ui/accountWords'
import { DeskScreen } from '@/ui/DeskScreen'
import { Devices } from '@/ui/Devices'
import { officeWords } from '@/ui/officeWords'
import { Failed, Loading } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { Codes } from './Codes'
import { Password } from './Password'
import { useOwn } from './useOwn'
import { WeChat } from './WeChat'

const isWeb = process.env.TARO_ENV === 'h5'

/** One's own account: password, codes, WeChat, devices; and from a phone, signing in on a computer. */
export default function Me() {
  const say = useSay()
  const { asked, again, put } = useAsk(account, 'account.open', {}, 'desk')
  const own = useOwn(put)
  const [strange, setStrange] = useState(false)
  if (asked.state !== 'ready') {
    return (
      <DeskScreen title={officeWords.me}>
        {asked.state === 'failed' ? <Failed error={asked.error} again={() => void again()} /> : <Loading />}
      </DeskScreen>
    )
  }
  const { me, account: name, given, codes, binds, devices } = asked.data
  const scan = async () => {
    const text = await scanned()
    const offer = text && /[?&]offer=([\w-]+)/.exec(text)?.[1]
    setStrange(text !== undefined && !offer)
    if (offer) routes.approve(offer)
  }
  return (
    <DeskScreen title={officeWords.me}>
      <View className='card stack'>
        <View className='heading'>{me.name}</View>
        <View className='quiet'>{say(me.unit.name)}</View>
        <View className='quiet'>{say(accountWords.account, { account: name })}</View>
        {isWeb ? null : (
          <Tap look='main' onTap={() => void scan()}>
            {say(accountWords.scan)}
          </Tap>
        )}
        {strange ? <View className='note bad'>{say(accountWords.noOffer)}</View> : null}
      </View>
      <Password put={put} given={given} />
      <Codes put={put} on={codes} />
      {isWeb ? null : <WeChat put={put} on={devices.some(({ kind }) => kind === 'wechat')} may={binds} />}
      <Devices
        title={say(accountWords.devices)}
        devices={devices}
        busy={own.busy}
        error={own.error}
        remove={(device) => void own.ask('account.removeDevice', { device })}
        end={(session) => void own.ask('account.endSession', { session })}
      />
    </DeskScreen>
  )
}
