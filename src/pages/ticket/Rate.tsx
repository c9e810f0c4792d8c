import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Acting } from '@/client/useAct'
import { actWords } from '@/ui/actWords'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

const STARS = ['5', '4', '3', '2', '1'] as const

/** One to five, and a word if they like. Nothing is chosen beforehand: a rating that was not given is no rating. */
export function Rate({ acting }: { acting: Acting }) {
  const say = useSay()
  const [stars, setStars] = useState<(typeof STARS)[number]>()
  const [text, setText] = useState('')
  return (
    <View className='stack'>
      <View className='heading'>{say(actWords.rate)}</View>
      <Choice
        label={say(actWords.rate)}
        options={STARS.map((n) => [n, say(actWords.stars, { n })] as const)}
        value={stars}
        onChoose={setStars}
      />
      {stars ? (
        <View className='stack'>
          <Field label={say(actWords.hint.rate)} value={text} onInput={setText} most={500} />
          <Tap look='main' off={acting.busy} onTap={() => void acting.act({ do: 'rate', stars: Number(stars), text })}>
            {say(words.send)}
          </Tap>
        </View>
      ) : null}
    </View>
  )
}
