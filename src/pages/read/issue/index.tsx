import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { param, routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { Editions } from '@/ui/read/Editions'
import { Prose } from '@/ui/read/Prose'
import { readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Tap } from '@/ui/Tap'
import { dayText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import { Follow } from './Follow'

export type Opened = Output<'issues.open'>

/** A popular issue: what is asked, and the answer that is in force. */
export default function Issue() {
  const { params } = useRouter()
  const asking = useAsk(reading, 'issues.open', { id: param(params, 'id') })
  return (
    <Screen title={readWords.issues.title}>
      <Answered asking={asking}>{(issue) => <Ready issue={issue} put={asking.put} />}</Answered>
    </Screen>
  )
}

function Ready({ issue, put }: { issue: Opened; put: (issue: Opened) => void }) {
  const say = useSay()
  const { id, title, question, askers, followers, sample, answer, editions } = issue
  return (
    <View>
      <View className='card stack'>
        <View className='title'>{say(title)}</View>
        <View className='row wrap'>
          {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
          <Text className='quiet small'>{say(readWords.issues.heat, { n: askers, m: followers })}</Text>
        </View>
        <View className='heading'>{say(readWords.issues.question)}</View>
        <View className='pre'>{say(question)}</View>
      </View>
      <View className='card stack'>
        <View className='heading'>{say(readWords.issues.answer)}</View>
        {answer ? (
          <Editions
            edition={answer.edition}
            editions={editions.map(({ at, ...one }) => ({ ...one, publishedAt: at }))}
          />
        ) : null}
        {answer ? <Answer answer={answer} /> : <View className='note'>{say(readWords.issues.waiting)}</View>}
      </View>
      <View className='card stack'>
        <Follow issue={issue} put={put} />
        <Tap look='main' onTap={() => routes.reportAbout(`issue:${id}`)}>
          {say(readWords.issues.too)}
        </Tap>
        <View className='quiet small'>{say(readWords.issues.tooHint)}</View>
        <Tap look='line' role='link' onTap={() => routes.ask()}>
          {say(readWords.notHelped)}
        </Tap>
      </View>
    </View>
  )
}

function Answer({ answer: { unit, at, edition, blocks } }: { answer: NonNullable<Opened['answer']> }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <View>
      <View className='row wrap quiet small read-tabs'>
        <Text>{say(readWords.issues.by, { unit: say(unit.name), day: dayText(at, lang) })}</Text>
        {edition > 1 ? <Text className='tag'>{say(readWords.issues.edition, { n: edition })}</Text> : null}
      </View>
      <Prose blocks={blocks} />
    </View>
  )
}
