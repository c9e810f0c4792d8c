import { View } from '@tarojs/components'
import { useNotices } from '@/client/notices'
import { Tap } from '@/ui/Tap'
import { noticeNames, wishWords } from '@/ui/wishWords'
import { useSay, words } from '@/ui/words'
import type { Opened } from './index'

/** What WeChat may still send, and more of it by one tap. */
export function Leave({ opened: { leave, notices, hotline }, again }: { opened: Opened; again: () => void }) {
  const say = useSay()
  const ask = useNotices(notices)
  return (
    <View className='card stack'>
      <View className='heading'>{say(wishWords.leave)}</View>
      {leave.map(({ kinds, left, lasting }) => (
        <View key={kinds.join()} className='row between'>
          <View className='grow'>{kinds.map((kind) => say(noticeNames[kind])).join(say(words.and))}</View>
          <View className='quiet'>{lasting ? say(wishWords.lasting) : say(wishWords.left, { n: left })}</View>
        </View>
      ))}
      {notices.length ? <Tap onTap={() => void ask().then(again)}>{say(wishWords.allow)}</Tap> : null}
      <View className='quiet small'>{say(leave.length ? wishWords.fallback : wishWords.web, { phone: hotline })}</View>
    </View>
  )
}
