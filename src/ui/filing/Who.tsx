import { View } from '@tarojs/components'
import { memo } from 'react'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { reportWords, visibilityNotes, visibilityWords } from '../reportWords'
import { useSay } from '../words'
import type { Fill, Form } from './form'

const VISIBILITIES: Form['visibility'][] = ['shown', 'hidden', 'anonymous']
/** Of a tip no unit is told who gave it. */
const OF_TIP: Form['visibility'][] = ['hidden', 'anonymous']

type Props = {
  visibility: Form['visibility']
  name: string
  phone: string
  fill: Fill
  wrong: (field: string) => string | undefined
  tip?: boolean
}

/** Who is asking, as far as they want to say. */
export const Who = memo(({ visibility, name, phone, fill, wrong, tip }: Props) => {
  const say = useSay()
  return (
    <View className='stack'>
      <View className='heading'>{say(reportWords.who)}</View>
      <Choice
        label={say(reportWords.who)}
        options={(tip ? OF_TIP : VISIBILITIES).map((one) => [one, say(visibilityWords[one])] as const)}
        value={visibility}
        onChoose={(next) => fill({ visibility: next })}
      />
      <View className='quiet small'>{say(visibilityNotes[visibility])}</View>
      {visibility === 'anonymous' ? null : (
        <View className='stack'>
          <View id='name'>
            <Field
              label={say(reportWords.name)}
              value={name}
              onInput={(next) => fill({ name: next })}
              most={40}
              wrong={wrong('name')}
            />
          </View>
          <View id='phone'>
            <Field
              label={say(reportWords.phone)}
              hint={say(reportWords.phoneHint)}
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
