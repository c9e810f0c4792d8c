import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { reportWords } from '@/ui/reportWords'
import { useSay } from '@/ui/words'

/** How to write so that it is solved quickly. */
export function Guide({ guide }: Pick<Output<'filing.open'>, 'guide'>) {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(reportWords.guide)}</View>
      {guide.map((tip, index) => (
        <View key={tip.en} className='quiet'>{`${index + 1}. ${say(tip)}`}</View>
      ))}
    </View>
  )
}
