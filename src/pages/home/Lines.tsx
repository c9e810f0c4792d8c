import { Text, View } from '@tarojs/components'
import { routes } from '@/client/routes'
import { addressOf } from '@/client/server'
import { useSettings } from '@/client/settings'
import type { IssueLine, NewsLine } from '@/contract/lines'
import { Picture } from '@/ui/Picture'
import { Tap } from '@/ui/Tap'
import { dayText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

export function News({ lines }: { lines: NewsLine[] }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  if (!lines.length) return null
  return (
    <View className='card'>
      <More name={say(words.home.news)} all={say(words.home.more)} onTap={() => routes.news()} />
      {lines.map(({ id, title, thumb, publishedAt, sample }) => (
        <Tap key={id} look='bare' role='link' className='row home-line' onTap={() => routes.read(id)}>
          <View className='grow'>
            <View className='home-title'>{say(title)}</View>
            <View className='quiet small'>{`${sample ? `${say(words.sample)}　` : ''}${dayText(publishedAt, lang)}`}</View>
          </View>
          {thumb ? <Picture className='home-thumb' fill lazy src={addressOf(thumb)} /> : null}
        </Tap>
      ))}
    </View>
  )
}

/** What many ask, and whether it is answered. */
export function Issues({ lines }: { lines: IssueLine[] }) {
  const say = useSay()
  if (!lines.length) return null
  return (
    <View className='card'>
      <More name={say(words.home.issues)} all={say(words.home.more)} onTap={routes.issues} />
      {lines.map(({ id, title, askers, answered, sample }) => (
        <Tap key={id} look='bare' role='link' className='row home-line' onTap={() => routes.issue(id)}>
          <View className='grow'>
            <View className='home-title'>{say(title)}</View>
            <View className='quiet small'>
              {`${sample ? `${say(words.sample)}　` : ''}${say(words.home.asked, { n: askers })}`}
            </View>
          </View>
          {answered ? <Text className='tag good'>{say(words.home.answered)}</Text> : null}
        </Tap>
      ))}
    </View>
  )
}

/** A heading with the way to all of it. */
export function More({ name, all, onTap }: { name: string; all: string; onTap: () => void }) {
  return (
    <View className='row between'>
      <View className='heading'>{name}</View>
      <Tap look='bare' className='home-all' role='link' label={`${name} ${all}`} onTap={onTap}>
        {all}
      </Tap>
    </View>
  )
}
