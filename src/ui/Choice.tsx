import { View } from '@tarojs/components'
import { Tap } from './Tap'

type Props<T extends string> = {
  label: string
  options: readonly (readonly [T, string])[]
  value: T | undefined
  onChoose: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, options, value, onChoose }: Props<T>) {
  return (
    <View className='row wrap' {...(process.env.TARO_ENV === 'h5' && { role: 'radiogroup', 'aria-label': label })}>
      {options.map(([option, name]) => (
        <Tap key={option} role='radio' look='line' on={option === value} onTap={() => onChoose(option)}>
          {name}
        </Tap>
      ))}
    </View>
  )
}
