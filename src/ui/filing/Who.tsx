import { View } from '@tarojs/components'
import { memo } from 'react'
import { Choice } from '../Choice'
import { Field } from '../Field'
import './Who.css'
import { visibilityWords } from '../reportWords'
import type { Words } from '../word'
import { useSay } from '../words'
import type { Fill, Form } from './form'

const VISIBILITIES: Form['visibility'][] = ['shown', 'hidden', 'anonymous']
/** Of a tip no unit is told who gave it. */
const OF_TIP: Form['visibility'][] = ['hidden', 'anonymous']

/** How it is asked: the person themselves, or an official in somebody's place. */
export type WhoWords = {
  title: Words
  choose: Words
  notes: Record<Form['visibility'], Words>
  name: Words
  phone: Words
  phoneHint?: Words
}

type Props = {
  told: WhoWords
  visibility: Form['visibility']
  name: string
  phone: string
  fill: Fill
  wrong: (field: string) => string | undefined
  tip?: boolean
}

/** Who is asking, as far as they want to say. */
export const Who = memo(({ told, visibility, name, phone, fill, wrong, tip }: Props) => {
  const say = useSay()
  return (
    <View className='stack'>
      <View className='heading'>{say(told.title)}</View>
      <Choice
        label={say(told.choose)}
        options={(tip ? OF_TIP : VISIBILITIES).map((one) => [one, say(visibilityWords[one])] as const)}
        value={visibility}
        onChoose={(next) => fill({ visibility: next })}
      />
      <View className='quiet small'>{say(told.notes[visibility])}</View>
      {visibility === 'anonymous' ? null : (
        <View className='who-pair'>
          <View id='name'>
            <Field
              label={say(told.name)}
              value={name}
              onInput={(next) => fill({ name: next })}
              most={40}
              wrong={wrong('name')}
            />
          </View>
          <View id='phone'>
            <Field
              label={say(told.phone)}
              {...(told.phoneHint && { hint: say(told.phoneHint) })}
              kind='number'
              value={phone}
              onInput={(next) => fill({ phone: next })}
              most={20}
              wrong={wrong('phone')}
            />
          </View>
        </View>
      )}
    </View>
  )
})
