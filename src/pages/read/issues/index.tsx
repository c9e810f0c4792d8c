import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { scrollTo } from '@/client/device'
import { routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import type { IssueLine } from '@/contract/lines'
import { reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { useSay, words } from '@/ui/words'

/** What many asked, the most asked first. */
export default function Issues() {
  const say = useSay()
  const [trail, setTrail] = useState<string[]>([])
  const after = trail[trail.length - 1]
  const asking = useAsk(reading, 'issues.list', after ? { after } : {})
  const go = (next: string[]) => {
    setTrail(next)
    scrollTo('.screen')
  }
  return (
    <Screen title={readWords.issues.title}>
      <View className='quiet read-tabs'>{say(readWords.issues.intro)}</View>
      <Answered asking={asking}>
        {({ items, next }) => (
          <View>
            {items.length ? null : <Empty title={say(readWords.issues.none)} />}
            {items.map((line) => (
              <IssueCard key={line.id} line={line} />
            ))}
            <TrailTurn trail={trail} next={next} go={go} />
          </View>
        )}
      </Answered>
    </Screen>
  )
}

function IssueCard({ line: { id, title, askers, followers, answered, sample } }: { line: IssueLine }) {
  const say = useSay()
  const { heat, answered: done, answering } = readWords.issues
  return (
    <Tap look='bare' role='link' className='card stack read-card' onTap={() => routes.issue(id)}>
      <View className='strong'>{say(title)}</View>
      <View className='row wrap'>
        <Text className={answered ? 'tag good' : 'tag warn'}>{say(answered ? done : answering)}</Text>
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        <Text className='quiet small'>{say(heat, { n: askers, m: followers })}</Text>
      </View>
    </Tap>
  )
}
