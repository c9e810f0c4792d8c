import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { param } from '@/client/deskRoutes'
import { useAsk } from '@/client/useAsk'
import { type GroupView, groups } from '@/contract/groups'
import { role } from '@/ui/aria'
import { groupWords } from '@/ui/groupWords'
import { Tap } from '@/ui/Tap'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import { Frame } from '../Frame'
import { GroupFacts } from '../GroupFacts'
import '../group.css'
import { Answer } from './Answer'
import { Change } from './Change'
import { Editions } from './Editions'
import { Members } from './Members'
import { Near } from './Near'

/** One thing that many ask: who asks, the answer in force, and the next one. */
export default function Group() {
  const say = useSay()
  const { params } = useRouter()
  const id = param(params, 'id')
  const [trail, setTrail] = useState<string[]>([])
  const [doing, setDoing] = useState<'answer' | 'change'>()
  const [said, setSaid] = useState<Words>()
  const after = trail.at(-1)
  const asking = useAsk(groups, 'groups.open', { id, ...(after && { after }) }, 'desk')
  /** The first page comes with every change. */
  const done = (words: Words) => (group: GroupView) => {
    setSaid(words)
    setDoing(undefined)
    if (after) setTrail([])
    else asking.put(group)
  }
  const begin = (what: 'answer' | 'change') => {
    setSaid(undefined)
    setDoing(what)
  }
  return (
    <Frame title={groupWords.title} asking={asking}>
      {(group) => (
        <View>
          {said ? (
            <View className='note good' {...role('status')}>
              {say(said)}
            </View>
          ) : null}
          <View className='card stack'>
            <View className='strong'>{say(group.title)}</View>
            <View>{say(group.question)}</View>
            <GroupFacts group={group} />
            {doing ? null : <Buttons group={group} begin={begin} />}
          </View>
          {doing === 'change' ? (
            <Change group={group} done={done(groupWords.saved)} back={() => setDoing(undefined)} />
          ) : null}
          {doing === 'answer' ? (
            <Answer group={group} done={done(groupWords.sent)} latest={asking.again} back={() => setDoing(undefined)} />
          ) : null}
          <Editions group={group} />
          <Members group={group} trail={trail} go={setTrail} done={done(groupWords.left)} />
          <Near key={group.members.length} group={group} done={done(groupWords.joined)} />
        </View>
      )}
    </Frame>
  )
}

function Buttons({ group, begin }: { group: GroupView; begin: (what: 'answer' | 'change') => void }) {
  const say = useSay()
  return (
    <View className='row wrap'>
      {group.may.includes('answer') ? (
        <Tap look='main' onTap={() => begin('answer')}>
          {say(group.edition ? groupWords.correct : groupWords.answer)}
        </Tap>
      ) : null}
      {group.may.includes('change') ? (
        <Tap look='line' onTap={() => begin('change')}>
          {say(groupWords.change)}
        </Tap>
      ) : null}
    </View>
  )
}
