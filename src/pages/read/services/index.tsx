import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/useAsk'
import { SITUATIONS } from '@/contract/kinds'
import { reading, type ServiceLine } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { Choice } from '@/ui/Choice'
import { Paged } from '@/ui/read/Paged'
import { readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { useSay } from '@/ui/words'
import { ServiceCard } from './ServiceCard'

type Situation = ServiceLine['situation']
const MOST = 20

/** Where to have things done, by what happens in life. */
export default function Services() {
  const say = useSay()
  const asking = useAsk(reading, 'services.open', {})
  return (
    <Screen title={readWords.services.title}>
      <View className='note small read-tabs'>{say(readWords.services.money)}</View>
      <Answered asking={asking}>{({ items }) => <Situations items={items} />}</Answered>
    </Screen>
  )
}

function Situations({ items }: { items: ServiceLine[] }) {
  const say = useSay()
  const [chosen, setChosen] = useState<Situation | 'all'>('all')
  const { situation } = readWords.services
  const there = SITUATIONS.filter((one) => items.some((line) => line.situation === one))
  // In the order of life, whatever the order they came in.
  const ordered = there.flatMap((one) => items.filter((line) => line.situation === one))
  const lines = chosen === 'all' ? ordered : ordered.filter((line) => line.situation === chosen)
  if (!items.length) return <Empty title={say(readWords.services.none)} />
  return (
    <View>
      <View className='read-tabs'>
        <Choice
          label={say(readWords.services.situations)}
          options={[['all', say(readWords.all)], ...there.map((one) => [one, say(situation[one])] as const)]}
          value={chosen}
          onChoose={setChosen}
        />
      </View>
      <Paged key={chosen} lines={lines} most={MOST}>
        {(line) => <ServiceCard key={line.id} line={line} />}
      </Paged>
    </View>
  )
}
