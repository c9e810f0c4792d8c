import { View } from '@tarojs/components'
import { opensPages, openWeb } from '@/client/open'
import { useSettings } from '@/client/settings'
import { Opening } from './read/Opening'
import { readingWords } from './skyWords'
import { momentText } from './time'
import { useSay } from './words'

type Props = { source: { name: string; url: string }; at: string }

/** Whose numbers these are, when they were read, and the way to their page. */
export function ReadingSource({ source, at }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <View className='card stack'>
      <View>{say(readingWords.source, { name: source.name })}</View>
      <View className='quiet small'>{say(readingWords.readAt, { t: momentText(at, lang) })}</View>
      <Opening name={say(opensPages ? readingWords.open : readingWords.copy)} open={() => openWeb(source.url)} />
    </View>
  )
}
