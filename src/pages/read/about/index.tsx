import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { param } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { SECTIONS } from '@/contract/kinds'
import { type PageLine, reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { Choice } from '@/ui/Choice'
import { Paged } from '@/ui/read/Paged'
import { readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { useSay } from '@/ui/words'
import { PageCard } from './PageCard'

type Section = PageLine['section']
/** Cards on the screen at a time: twelve of them took 19 of the 20 KB with which a screen may open. */
const MOST = 10

/** The district, for who lives here and who comes here: a section at a time. */
export default function About() {
  const asking = useAsk(reading, 'about.open', {})
  const { asked } = asking
  const name = asked.state === 'ready' ? asked.data.district.name : undefined
  const title = name
    ? {
        zh: readWords.about.title.zh.replace('{district}', name.zh),
        en: readWords.about.title.en.replace('{district}', name.en),
      }
    : readWords.about.bare
  return (
    <Screen title={title}>
      <Answered asking={asking}>{(opened) => <Sections opened={opened} />}</Answered>
    </Screen>
  )
}

function Sections({ opened: { items } }: { opened: Output<'about.open'> }) {
  const say = useSay()
  const { params } = useRouter()
  const there = SECTIONS.filter((section) => items.some((line) => line.section === section))
  const asked = there.find((section) => section === param(params, 'section'))
  const [chosen, setChosen] = useState<Section | undefined>(asked)
  const section = chosen && there.includes(chosen) ? chosen : there[0]
  if (!section) return <Empty title={say(readWords.about.none)} />
  const lines = items.filter((line) => line.section === section)
  return (
    <View>
      <View className='read-tabs'>
        <Choice
          label={say(readWords.about.sections)}
          options={there.map((one) => [one, say(readWords.about.section[one])] as const)}
          value={section}
          onChoose={setChosen}
        />
      </View>
      <Paged key={section} lines={lines} most={MOST}>
        {(line) => <PageCard key={line.id} line={line} />}
      </Paged>
    </View>
  )
}
