import { Picker, View } from '@tarojs/components'
import { role } from '@/ui/aria'

type Props = {
  label: string
  /** The first is what is chosen where nothing is. */
  options: readonly (readonly [id: string, name: string])[]
  value: string
  onPick: (id: string) => void
}

/** One of many: the browser's own list on the web, WeChat's wheel on the phone. */
export function Pick({ label, options, value, onPick }: Props) {
  const chosen = Math.max(
    0,
    options.findIndex(([id]) => id === value),
  )
  if (process.env.TARO_ENV === 'h5') {
    return (
      <select className='pick' aria-label={label} value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )
  }
  const name = options[chosen]?.[1] ?? ''
  return (
    <Picker
      mode='selector'
      range={options.map(([, text]) => text)}
      value={chosen}
      onChange={(event) => onPick(options[Number(event.detail.value)]?.[0] ?? '')}
    >
      <View className='tap line' {...role('button')} aria-label={`${label} ${name}`}>
        {name}
      </View>
    </Picker>
  )
}
