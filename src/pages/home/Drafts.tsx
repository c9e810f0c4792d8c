import { View } from '@tarojs/components'
import { useDraftList } from '@/client/drafts/useDrafts'
import { routes } from '@/client/routes'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** One line about what was begun and has not been sent; a tap opens the newest, waiting ones first. */
export function Drafts() {
  const { writing, waiting } = useDraftList()
  const say = useSay()
  const [first] = [...waiting, ...writing]
  if (!first) return null
  const parts = [
    ...(waiting.length ? [say(words.home.waiting, { n: waiting.length })] : []),
    ...(writing.length ? [say(words.home.unfinished, { n: writing.length })] : []),
  ]
  return (
    <Tap
      look='bare'
      role='link'
      className={`note${waiting.length ? ' warn' : ''} row home-drafts`}
      onTap={() => routes.draft(first.id)}
    >
      <View className='grow'>{say(words.home.youHave, { what: parts.join(say(words.comma)) })}</View>
      <View>›</View>
    </Tap>
  )
}
