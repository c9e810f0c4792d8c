import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { routes } from '@/client/routes'
import type { Asked } from '@/client/useAsk'
import type { Given } from '@/contract/action'
import type { ask } from '@/contract/ask'
import type { Entry } from '@/contract/lines'
import { askWords } from '@/ui/askWords'
import { Failed, Loading } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { Chat } from './Chat'

export type Opened = Given<(typeof ask)['ask.open']>
type Props = { asked: Asked<Opened>; onNumber: (number: string) => void; onPerson: () => void }

/** What may be asked, by the numbers that people know. */
export const Greeting = memo(({ asked, onNumber, onPerson }: Props) => {
  const say = useSay()
  return (
    <View className='card stack' id='ask-menu'>
      <View className='title'>{say(askWords.hello)}</View>
      <View className='quiet'>{say(askWords.how)}</View>
      {asked.state === 'loading' ? <Loading /> : null}
      {asked.state === 'failed' ? <Failed error={asked.error} /> : null}
      {asked.state === 'ready' ? <Ready opened={asked.data} onNumber={onNumber} onPerson={onPerson} /> : null}
    </View>
  )
})

/** How many popular issues stand here: the others are behind their number. */
const MOST_ASKED = 3

function Ready({ opened: { menu, asked, chat }, onNumber, onPerson }: Omit<Props, 'asked'> & { opened: Opened }) {
  const say = useSay()
  const tap = ({ opens, number, page }: Entry) => {
    if (page) return routes.read(page)
    if (opens === 'person') return onPerson()
    if (opens === 'report') return routes.report()
    if (opens === 'tickets') return routes.tickets()
    onNumber(String(number))
  }
  return (
    <View className='stack'>
      <View className='ask-menu'>
        {menu
          .filter(({ parent }) => parent === undefined)
          .map((entry) => (
            <Tap key={entry.id} className='ask-chip' onTap={() => tap(entry)}>
              <Text className='ask-number number'>{String(entry.number)}</Text>
              <Text>{say(entry.name)}</Text>
            </Tap>
          ))}
      </View>
      {asked.length ? <View className='heading'>{say(askWords.asked)}</View> : null}
      {asked.slice(0, MOST_ASKED).map(({ id, title }) => (
        <Tap key={id} look='line' role='link' className='ask-row' onTap={() => routes.issue(id)}>
          {say(title)}
        </Tap>
      ))}
      {process.env.TARO_ENV === 'weapp' && chat ? <Chat /> : null}
    </View>
  )
}
