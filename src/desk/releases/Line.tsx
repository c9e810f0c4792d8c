import { Text, View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import { useSettings } from '@/client/settings'
import type { ReleaseLine } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { Tags } from '../parts/Tags'

/** A release in a list: what it is, how far it has come, whose it is. */
export function Line({ line }: { line: ReleaseLine }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { title, unit, author, publishedAt, expiresAt, reviewBy, movedAt, unhelpful } = line
  const at = (moment: string) => momentText(moment, lang)
  const times = [
    publishedAt
      ? say(publishWords.times.published, { at: at(publishedAt) })
      : say(publishWords.times.moved, { at: at(movedAt) }),
    ...(expiresAt ? [say(publishWords.times.until, { at: at(expiresAt) })] : []),
    ...(unhelpful ? [say(publishWords.times.unhelpful, { n: unhelpful })] : []),
    ...(reviewBy ? [say(publishWords.times.review, { day: reviewBy })] : []),
  ]
  return (
    <Tap look='bare' role='link' className='card release-line' onTap={() => routes.release(line.id)}>
      <Tags line={line} />
      <View className='heading release-title'>
        <Text>{say(title) || title.zh}</Text>
      </View>
      <View className='quiet small'>{[say(unit.name), author, ...times].filter(Boolean).join('　')}</View>
    </Tap>
  )
}
