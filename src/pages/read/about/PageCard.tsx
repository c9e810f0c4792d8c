import { Text, View } from '@tarojs/components'
import { routes } from '@/client/routes'
import { addressOf } from '@/client/server'
import { useSettings } from '@/client/settings'
import type { PageLine } from '@/contract/reading'
import { Picture } from '@/ui/Picture'
import { beginning } from '@/ui/read/told'
import { Whereabouts } from '@/ui/read/Whereabouts'
import { readWords } from '@/ui/readWords'
import { Tap } from '@/ui/Tap'
import { dayText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import './index.css'

/** A place, an office or a topic: what it is, when and where, and the two things most come for: calling and going there. */
export function PageCard({ line }: { line: PageLine }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { id, title, summary, thumb, sample, expiresAt } = line
  return (
    <View className='card about-card'>
      <Tap look='bare' role='link' className='about-open' onTap={() => routes.read(id)}>
        {thumb ? <Picture className='about-image' fill lazy src={addressOf(thumb)} /> : null}
        <View className='row wrap'>
          <Text className='strong about-name'>{say(title)}</Text>
          {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        <View>{beginning(say(summary))}</View>
        {expiresAt ? (
          <View className='quiet small'>{say(readWords.about.until, { day: dayText(expiresAt, lang) })}</View>
        ) : null}
      </Tap>
      <Whereabouts {...line} name={title} />
    </View>
  )
}
