import { Text, View } from '@tarojs/components'
import type { GroupLine } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { useSay, words } from '@/ui/words'

/** How many ask, how far the answer has come, and whether everybody may read it. */
export function GroupFacts({ group }: { group: GroupLine }) {
  const { edition, waiting, askers, followers, unit, sample } = group
  const say = useSay()
  return (
    <View className='stack'>
      <View className='row wrap'>
        <Text className={edition ? 'tag good' : 'tag warn'}>
          {edition ? say(groupWords.edition, { n: edition }) : say(groupWords.noAnswer)}
        </Text>
        {edition ? (
          <Text className={waiting ? 'tag warn' : 'tag'}>
            {waiting ? say(groupWords.waiting, { n: waiting }) : say(groupWords.reached)}
          </Text>
        ) : null}
        <Text className='tag'>{say(group.public ? groupWords.public : groupWords.hidden)}</Text>
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      <View className='quiet small'>
        {[
          say(groupWords.askers, { n: askers }),
          followers ? say(groupWords.followers, { n: followers }) : '',
          say(unit.name),
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
  )
}
