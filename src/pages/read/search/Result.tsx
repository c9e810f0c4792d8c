import { Text, View } from '@tarojs/components'
import { dial } from '@/client/device'
import { routes } from '@/client/routes'
import type { Output } from '@/contract'
import { beginning } from '@/ui/read/told'
import { readWords } from '@/ui/readWords'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import '@/ui/read/NewsCard.css'

type Item = Output<'search.find'>['items'][number]

/** Where each kind of thing is read. */
const OPENS: Record<Item['kind'], (id: string) => void> = {
  article: routes.read,
  page: routes.read,
  faq: routes.read,
  appeal: routes.read,
  alert: routes.read,
  issue: routes.issue,
  road: () => routes.traffic(),
  hotline: () => routes.hotlines(),
  service: () => routes.services(),
  menu: () => routes.home(),
}

/** Something found. A number can be called from here. */
export function Result({ item }: { item: Item }) {
  const say = useSay()
  const { id, kind, title, excerpt, sample, number } = item
  const text = say(excerpt)
  return (
    <View className='card stack'>
      <Tap look='bare' role='link' className='stack read-card search-open' onTap={() => OPENS[kind](id)}>
        <View className='row wrap'>
          <Text className='tag'>{say(readWords.search.kind[kind])}</Text>
          <Text className='strong'>{say(title)}</Text>
          {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        {text ? <View className='small'>{beginning(text)}</View> : null}
      </Tap>
      {number ? (
        <Tap look='main' label={`${say(readWords.call, { number })} ${say(title)}`} onTap={() => dial(number)}>
          {say(readWords.call, { number })}
        </Tap>
      ) : null}
    </View>
  )
}
