import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { role } from '@/ui/aria'
import { groupWords } from '@/ui/groupWords'
import { ticketWords } from '@/ui/ticketWords'
import { useSay, words } from '@/ui/words'

/** How the answer stands in the talk of the first of them, and what has to be changed before it may go out. */
export function Talks({ seen }: { seen: Output<'groups.preview'> }) {
  const say = useSay()
  return (
    <View className='stack' {...role('status')}>
      {seen.trouble.map(({ why, no = '' }) => (
        <View key={`${why}/${no}`} className='note bad'>
          {say(groupWords.trouble[why], { no })}
        </View>
      ))}
      <View className='strong'>{say(groupWords.previewTitle)}</View>
      {seen.talks.map(({ no, asked, told, reason, change }) => (
        <View key={no} className='stack group-ticket'>
          <View className='quiet small'>{say(groupWords.previewOne, { no })}</View>
          <View className='group-words'>{asked}</View>
          <View className='group-talk stack'>
            {change ? (
              <View className='strong'>{say(words.named, { name: say(ticketWords.change), text: change })}</View>
            ) : null}
            <View>{told}</View>
            {reason ? <View>{say(words.named, { name: say(ticketWords.reason), text: reason })}</View> : null}
          </View>
        </View>
      ))}
    </View>
  )
}
