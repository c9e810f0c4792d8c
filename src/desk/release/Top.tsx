import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { ReleaseView } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { Tags } from '../parts/Tags'

/** What it is and where it stands; why it was sent back, or how it ended. */
export function Top({ release }: { release: ReleaseView }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { title, unit, author, expiresAt, reviewBy, draft, ending } = release
  const facts = [
    say(unit.name),
    author,
    expiresAt && say(publishWords.times.until, { at: momentText(expiresAt, lang) }),
    reviewBy && say(publishWords.times.review, { day: reviewBy }),
  ]
  return (
    <View className='card stack'>
      <Tags line={release} />
      <View className='title'>{say(title) || title.zh}</View>
      <View className='quiet small'>{facts.filter(Boolean).join('　')}</View>
      {draft?.returned ? (
        <View className='note warn'>
          {say(publishWords.signatures.returned, { name: draft.returned.by.name, reason: draft.returned.reason })}
        </View>
      ) : null}
      {ending ? <View className='note'>{say(publishWords.ending, { text: ending })}</View> : null}
    </View>
  )
}
