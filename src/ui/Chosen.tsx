/** A day or a clock time: the browser's own field on the web, WeChat's wheels on the phone. */
import { Picker, View } from '@tarojs/components'
import { role } from './aria'
import './Chosen.css'

type Choosing = {
  mode: 'date' | 'time'
  label: string
  empty: string
  value: string
  onChange: (value: string) => void
}

/** With a mouse Taro's wheels are no good: a browser has better. */
export function Chosen({ mode, label, empty, value, onChange }: Choosing) {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <input
        className='when-input'
        type={mode}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Picker mode={mode} value={value} onChange={(event) => onChange(event.detail.value)}>
      <View className='tap line' {...role('button')} aria-label={`${label} ${value || empty}`}>
        {value || empty}
      </View>
    </Picker>
  )
}
