import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import { readWords } from '../readWords'
import { momentText } from '../time'
import type { Words } from '../word'
import { useSay } from '../words'

type Props = { edition: number; editions: { edition: number; publishedAt: string; change?: Words }[] }

/** That it was corrected, and each correction with its time, the newest first. */
export function Editions({ edition, editions }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const corrections = editions.filter((one) => one.edition > 1)
  if (!corrections.length) return null
  return (
    <View className='note warn'>
      <View className='strong'>{say(readWords.reading.correctedNote, { n: edition })}</View>
      {corrections.map(({ edition: n, publishedAt, change }) => (
        <View key={n} className='small'>
          {say(change ? readWords.reading.corrected : readWords.reading.correctedPlain, {
            day: momentText(publishedAt, lang),
            change: change ? say(change) : '',
          })}
        </View>
      ))}
    </View>
  )
}
