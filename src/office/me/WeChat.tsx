import { View } from '@tarojs/components'
import { wechatCode } from '@/client/session'
import { accountWords } from '@/ui/accountWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { type Put, useOwn } from './useOwn'

/** The WeChat in hand: bound, it signs its owner in. It is unbound from the list of devices. */
export function WeChat({ put, on, may }: { put: Put; on: boolean; may: boolean }) {
  const say = useSay()
  const own = useOwn(put)
  if (on || !may) return null
  const bind = async () => {
    const code = await wechatCode()
    await own.ask('account.bind', code ? { code } : {})
  }
  return (
    <View className='card stack'>
      <View className='quiet'>{say(accountWords.bindNote)}</View>
      <Tap off={own.busy} onTap={() => void bind()}>
        {say(accountWords.bind)}
      </Tap>
    </View>
  )
}
