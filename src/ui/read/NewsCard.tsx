import { Text, View } from '@tarojs/components'
import { addressOf } from '@/client/server'
import { useSettings } from '@/client/settings'
import type { NewsLine } from '@/contract/lines'
import { Picture } from '../Picture'
import { readWords } from '../readWords'
import { Tap } from '../Tap'
import { dayText } from '../time'
import { useSay, words } from '../words'
import './NewsCard.css'
import { beginning } from './told'

/** News in a list: as few parts as can be, for there are many of them. */
export function NewsCard({ line, onTap }: { line: NewsLine; onTap: () => void }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  // Rather no summary than one in another language than its title.
  const summary = line.title[lang] ? line.summary[lang] : say(line.summary)
  const corrected = line.correctedAt && say(readWords.reading.correctedPlain, { day: dayText(line.correctedAt, lang) })
  return (
    <Tap look='bare' role='link' className='card news-card' onTap={onTap}>
      <View className='grow'>
        <View className='strong'>{say(line.title)}</View>
        {summary ? <View className='small'>{beginning(summary, line.thumb ? 'few' : 'some')}</View> : null}
        <View className='quiet small'>
          {line.sample ? <Text className='tag still news-sample'>{say(words.sample)}</Text> : null}
          {[dayText(line.publishedAt, lang), line.source, corrected].filter(Boolean).join(' · ')}
        </View>
      </View>
      {line.thumb ? <Picture className='news-thumb' fill lazy src={addressOf(line.thumb)} /> : null}
    </Tap>
  )
}
