import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useSharing } from '@/client/open'
import { param, routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { type Reading, reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { ReadingBody } from '@/ui/read/ReadingBody'
import { readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { Sharing } from './Sharing'

/** An article, a page about the district, an appeal or an emergency notice, whole. */
export default function ReadOne() {
  const say = useSay()
  const { params } = useRouter()
  const id = param(params, 'id')
  const asking = useAsk(reading, 'release.read', { id })
  const shown = asking.asked.state === 'ready' ? asking.asked.data : undefined
  useSharing(shown ? say(shown.title) : '', `/pages/read/reading/index?id=${encodeURIComponent(id)}`)
  return (
    <Screen title={readWords.kind[shown?.kind ?? 'article']}>
      <Answered asking={asking}>
        {(one) => (
          <View>
            <ReadingBody reading={one} />
            {one.status === 'published' ? <Further reading={one} /> : null}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

/** What a reader may do next. A notice is to be followed and passed on: a question about it would only hold up both. */
function Further({ reading: { id, kind, title } }: { reading: Reading }) {
  const say = useSay()
  const { ask, askHint, tip, tipHint } = readWords.reading
  return (
    <View className='card stack'>
      {kind === 'alert' ? null : (
        <View className='stack'>
          <Tap look={kind === 'appeal' ? 'main' : 'plain'} onTap={() => routes.reportAbout(id)}>
            {say(kind === 'appeal' ? tip : ask)}
          </Tap>
          <View className='quiet small'>{say(kind === 'appeal' ? tipHint : askHint)}</View>
          {kind === 'page' || kind === 'faq' ? (
            <Tap look='line' role='link' onTap={() => routes.ask()}>
              {say(readWords.notHelped)}
            </Tap>
          ) : null}
        </View>
      )}
      <Sharing title={say(title)} />
    </View>
  )
}
