import { View } from '@tarojs/components'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { useSay, words } from '@/ui/words'
import type { Form } from './useFiling'

const VISIBILITIES: Form['visibility'][] = ['shown', 'hidden', 'anonymous']
/** Of a tip no unit is told who gave it. */
const OF_TIP: Form['visibility'][] = ['hidden', 'anonymous']

type Props = {
  form: Form
  set: (change: Partial<Form>) => void
  wrong: (field: string) => string | undefined
  tip: boolean
}

/** Who is asking, as far as they want to say. */
export function About({ form, set, wrong, tip }: Props) {
  const say = useSay()
  return (
    <View className='card stack' id='name'>
      <View className='row wrap'>
        <View className='heading'>{say(words.report.who)}</View>
        <View className='quiet small'>{say(words.optional)}</View>
      </View>
      <Choice
        label={say(words.report.who)}
        options={(tip ? OF_TIP : VISIBILITIES).map((one) => [one, say(words.visibility[one])] as const)}
        value={form.visibility}
        onChoose={(visibility) => set({ visibility })}
      />
      <View className='quiet small'>{say(words.visibilityNote[form.visibility])}</View>
      {form.visibility === 'anonymous' ? null : (
        <View id='phone'>
          <Field
            label={say(words.report.name)}
            value={form.name ?? ''}
            onInput={(name) => set({ name })}
            most={40}
            wrong={wrong('name')}
          />
          <Field
            label={say(words.report.phone)}
            hint={say(words.report.phoneHint)}
            kind='number'
            value={form.phone ?? ''}
            onInput={(phone) => set({ phone })}
            most={20}
            wrong={wrong('phone')}
          />
        </View>
      )}
    </View>
  )
}
