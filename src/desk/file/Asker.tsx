import { View } from '@tarojs/components'
import type { Form } from '@/client/drafts/draft'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import type { Fill } from '@/ui/filing/form'
import { visibilityWords } from '@/ui/reportWords'
import { takingWords } from '@/ui/takingWords'
import { useSay } from '@/ui/words'

const VISIBILITIES = ['shown', 'hidden', 'anonymous'] as const

type Props = { form: Form; fill: Fill; wrong: (field: string) => string | undefined }

/** Who stands at the window or is on the phone, as far as they want to say. */
export function Asker({ form: { visibility, name, phone }, fill, wrong }: Props) {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(takingWords.asker)}</View>
      <Choice
        label={say(takingWords.visibility)}
        options={VISIBILITIES.map((one) => [one, say(visibilityWords[one])] as const)}
        value={visibility}
        onChoose={(next) => fill({ visibility: next })}
      />
      <View className='quiet small'>{say(takingWords.visibilityNotes[visibility])}</View>
      {visibility === 'anonymous' ? null : (
        <View className='taking-pair'>
          <View id='name'>
            <Field
              label={say(takingWords.name)}
              value={name}
              onInput={(next) => fill({ name: next })}
              most={40}
              wrong={wrong('name')}
            />
          </View>
          <View id='phone'>
            <Field
              label={say(takingWords.phone)}
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
}
