import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { ReleaseView } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'

/** The chain of editions as the citizen sees it, and who did what at the desk. */
export function History({ release: { history, preview } }: { release: ReleaseView }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const editions = preview?.editions ?? []
  return (
    <View>
      {editions.length ? (
        <View className='card stack'>
          <View className='heading'>{say(publishWords.editions)}</View>
          {editions.map(({ edition, publishedAt, change }) => (
            <View key={edition}>
              <View>{`${say(publishWords.edition, { n: edition })}　${momentText(publishedAt, lang)}`}</View>
              {change ? <View className='quiet small'>{say(change)}</View> : null}
            </View>
          ))}
        </View>
      ) : null}
      <View className='card stack'>
        <View className='heading'>{say(publishWords.history)}</View>
        {history.slice(0, MOST).map(({ at, did, by, revision, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes its place from the end
          <View key={history.length - index}>
            <View>{`${by || say(publishWords.byTimer)} ${say(publishWords.did[did], { n: revision })}`}</View>
            <View className='quiet small'>{[momentText(at, lang), reason].filter(Boolean).join('　')}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
/** A screen may hold only so much. */
const MOST = 40
