import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dial } from '@/client/device'
import { param, routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { Field } from '@/ui/Field'
import { HOTLINE, readWords } from '@/ui/readWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { Result } from './Result'

const MOST = 30
const LONGEST = 60

/** Over everything published. It asks when the person is done writing, not at each letter. */
export default function Search() {
  const say = useSay()
  const { params } = useRouter()
  const [words, setWords] = useState(param(params, 'words'))
  const [asked, setAsked] = useState(words.trim())
  const find = () => setAsked(words.trim())
  return (
    <Screen title={readWords.search.title}>
      <View className='card stack'>
        <Field
          label={say(readWords.search.label)}
          hint={say(readWords.search.hint)}
          value={words}
          onInput={setWords}
          onDone={find}
          most={LONGEST}
        />
        <Tap look='main' off={!words.trim()} onTap={find}>
          {say(readWords.search.find)}
        </Tap>
      </View>
      {asked ? <Results words={asked} /> : <View className='quiet'>{say(readWords.search.intro)}</View>}
    </Screen>
  )
}

function Results({ words }: { words: string }) {
  const asking = useAsk(reading, 'search.find', { words })
  return (
    <Answered asking={asking}>
      {(found) => (found.items.length ? <Found found={found} /> : <Nothing words={words} />)}
    </Answered>
  )
}

function Found({ found: { loose, items } }: { found: Output<'search.find'> }) {
  const say = useSay()
  return (
    <View>
      <View className={loose ? 'note warn read-tabs' : 'quiet small read-tabs'} aria-live='polite'>
        {say(loose ? readWords.search.loose : readWords.search.count, { n: items.length })}
      </View>
      {items.slice(0, MOST).map((item) => (
        <Result key={`${item.kind} ${item.id}`} item={item} />
      ))}
    </View>
  )
}

/** A search never ends nowhere. */
function Nothing({ words }: { words: string }) {
  const say = useSay()
  return (
    <Empty title={say(readWords.search.none, { words })}>
      <View>{say(readWords.search.noneHint)}</View>
      <Tap look='main' onTap={() => routes.ask(words)}>
        {say(readWords.search.ask)}
      </Tap>
      <Tap onTap={() => dial(HOTLINE)}>{say(readWords.search.hotline)}</Tap>
    </Empty>
  )
}
