import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { GroupView } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'

/** Every answer that was ever in force, the newest first: nothing that people were told disappears. */
export function Editions({ group }: { group: GroupView }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  if (!group.editions.length) return null
  return (
    <View>
      <View className='heading'>{say(groupWords.history)}</View>
      <View className='card'>
        {group.editions.map(({ edition, at, by, unit, text, reason, change }) => (
          <View key={edition} className='stack group-ticket'>
            <View className='row wrap between'>
              <View className='strong'>{say(groupWords.edition, { n: edition })}</View>
              <View className='quiet small'>{momentText(at, lang)}</View>
            </View>
            {change ? <View className='note'>{say(change)}</View> : null}
            <View className='group-talk'>{say(text)}</View>
            {reason ? <View className='quiet'>{say(reason)}</View> : null}
            <View className='quiet small'>{say(groupWords.by, { name: by, unit: say(unit.name) })}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
