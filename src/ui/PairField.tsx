import { View } from '@tarojs/components'
import { Field } from './Field'
import './PairField.css'
import { officeWords } from './officeWords'
import type { Words } from './word'
import { useSay } from './words'

type Props = {
  label: string
  /** What the English one is called after, where the label says more than its name. */
  name?: string
  value: Words
  onInput: (value: Words) => void
  hint?: string
  lines?: boolean
  most?: number
  mostEn?: number
  /** The sentence that says what is wrong with one of them. */
  wrong?: (part: keyof Words) => string | undefined
}

/** Chinese, which is needed, and English, which is not: then the Chinese is shown. Side by side where there is room. */
export function PairField({
  label,
  name = label,
  value,
  onInput,
  hint = '',
  most = -1,
  mostEn = most,
  ...more
}: Props) {
  const say = useSay()
  const { lines = false, wrong } = more
  return (
    <View className='pair-field'>
      <Field
        label={label}
        hint={hint}
        value={value.zh}
        onInput={(zh) => onInput({ ...value, zh })}
        lines={lines}
        most={most}
        wrong={wrong?.('zh')}
      />
      <Field
        label={say(officeWords.english, { label: name })}
        value={value.en}
        onInput={(en) => onInput({ ...value, en })}
        lines={lines}
        most={mostEn}
        wrong={wrong?.('en')}
      />
    </View>
  )
}
