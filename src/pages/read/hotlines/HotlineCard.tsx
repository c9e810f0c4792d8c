import { Text, View } from '@tarojs/components'
import { dial } from '@/client/device'
import type { HotlineLine } from '@/contract/reading'
import { hotlineWords } from '@/ui/hotlineWords'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** A number to call: what for, when somebody answers, and how it is known. */
export function HotlineCard({ line }: { line: HotlineLine }) {
  const say = useSay()
  const { number, source, checkedAt, sample } = line
  const [title, summary, hours] = [say(line.title), say(line.summary), say(line.hours)]
  return (
    <View className='card'>
      <View className='row between'>
        <View className='grow'>
          <View className='hotline-number number'>{number}</View>
          <View className='strong'>{title}</View>
          {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        <Tap look='main' label={say(hotlineWords.callName, { name: title, number })} onTap={() => dial(number)}>
          {say(hotlineWords.call)}
        </Tap>
      </View>
      {summary ? <View>{summary}</View> : null}
      {hours ? <View className='hotline-hours'>{say(hotlineWords.hours, { hours })}</View> : null}
      <View className='quiet small pre'>{say(hotlineWords.checked, { source, day: checkedAt })}</View>
    </View>
  )
}
