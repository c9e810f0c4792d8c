import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import type { Written } from '@/client/useRelease'
import { Tap } from '@/ui/Tap'
import { useSay, type Words, words } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'

const PARTS: Record<string, Words> = writeWords.parts

/** It is kept, but not all that was pasted: the person looks before they go on. */
export function Saved({ written: { id, removed }, isNew }: { written: Written; isNew: boolean }) {
  const say = useSay()
  const parts = removed.map(({ what, times }) =>
    say(writeWords.times, { what: say(PARTS[what] ?? writeWords.parts.other), n: times }),
  )
  return (
    <View className='card stack'>
      <View className='title'>{say(writeWords.saved)}</View>
      <View className='note warn'>{say(writeWords.removed, { list: parts.join(say(words.and)) })}</View>
      <View>{say(writeWords.look)}</View>
      <Tap look='main' onTap={() => (isNew ? routes.written(id) : routes.backOrReleases())}>
        {say(writeWords.go)}
      </Tap>
    </View>
  )
}
