import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/useAsk'
import { HOTLINE_GROUPS } from '@/contract/kinds'
import { type HotlineLine, reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { Choice } from '@/ui/Choice'
import { EmergencyNumbers } from '@/ui/EmergencyNumbers'
import { Field } from '@/ui/Field'
import { hotlineWords } from '@/ui/hotlineWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import './index.css'
import { findHotlines } from './find'
import { HotlineCard } from './HotlineCard'

/** So many cards are drawn at a time: a page of the mini program must stay small. */
const AT_ONCE = 8

/** The emergency numbers stand here whether or not there is an answer, or a network. */
export default function Hotlines() {
  const asking = useAsk(reading, 'hotlines.open', {})
  return (
    <Screen title={hotlineWords.title}>
      <EmergencyNumbers />
      <Answered asking={asking}>{({ items }) => <Ready items={items} />}</Answered>
    </Screen>
  )
}

function Ready({ items }: { items: HotlineLine[] }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const groups = HOTLINE_GROUPS.filter((group) => items.some((line) => line.group === group))
  const [chosen, setChosen] = useState(groups.find((group) => group !== 'emergency') ?? groups[0])
  const found = typed.trim() ? findHotlines(items, typed) : items.filter(({ group }) => group === chosen)
  if (!items.length) return <Empty title={say(hotlineWords.empty)} />
  return (
    <View>
      <Field
        label={say(hotlineWords.search)}
        hint={say(hotlineWords.searchHint)}
        value={typed}
        onInput={setTyped}
        most={30}
      />
      {typed.trim() ? null : (
        <View className='hotline-groups'>
          <Choice
            label={say(hotlineWords.groups)}
            options={groups.map((group) => [group, say(hotlineWords.group[group])])}
            value={chosen}
            onChoose={setChosen}
          />
        </View>
      )}
      <Cards key={typed.trim() || chosen} lines={found} />
    </View>
  )
}

function Cards({ lines }: { lines: HotlineLine[] }) {
  const say = useSay()
  const [drawn, setDrawn] = useState(AT_ONCE)
  if (!lines.length) {
    return (
      <Empty title={say(hotlineWords.none)}>
        <View>{say(hotlineWords.noneHint)}</View>
      </Empty>
    )
  }
  return (
    <View>
      {lines.slice(0, drawn).map((line) => (
        <HotlineCard key={line.id} line={line} />
      ))}
      {lines.length > drawn ? (
        <Tap onTap={() => setDrawn(drawn + AT_ONCE)}>{say(hotlineWords.more, { n: lines.length - drawn })}</Tap>
      ) : null}
    </View>
  )
}
