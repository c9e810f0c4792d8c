import { Text, View } from '@tarojs/components'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import type { Output } from '@/contract'
import { readWords } from '@/ui/readWords'
import { Tap } from '@/ui/Tap'
import { dayText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

/** More would push the news off the screen; the others are found by searching. */
const MOST = 5

/** Where help is asked for, above everything else as long as it holds. */
export function Appeals({ lines }: { lines: Output<'news.list'>['appeals'] }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <View>
      {lines.slice(0, MOST).map(({ id, title, sample, publishedAt }) => (
        <Tap key={id} look='bare' role='link' className='card stack read-card' onTap={() => routes.read(id)}>
          <View className='row wrap'>
            <Text className='tag warn'>{say(readWords.news.appeal)}</Text>
            {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
            <Text className='quiet small'>{dayText(publishedAt, lang)}</Text>
          </View>
          <View className='strong'>{say(title)}</View>
          <View className='small quiet'>{say(readWords.news.appealHint)}</View>
        </Tap>
      ))}
    </View>
  )
}
