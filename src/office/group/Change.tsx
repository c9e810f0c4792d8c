import { View } from '@tarojs/components'
import { call } from '@/client/call'
import { useTries } from '@/client/useAct'
import { type GroupView, groups } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { useSay } from '@/ui/words'
import { GroupForm, type GroupTexts } from '../GroupForm'

type Props = { group: GroupView; done: (group: GroupView) => void; back: () => void }

/** Its name and question, and whether everybody may read it. */
export function Change({ group, done, back }: Props) {
  const say = useSay()
  const { id, title, question } = group
  const tries = useTries((key, form: GroupTexts) => call(groups, 'groups.change', { key, id, ...form }, 'desk'), done)
  return (
    <View className='card stack'>
      <View className='heading'>{say(groupWords.change)}</View>
      <GroupForm save={groupWords.save} tries={tries} start={{ title, question, public: group.public }} back={back} />
    </View>
  )
}
