import { Text, View } from '@tarojs/components'
import { Tap } from '@/ui/Tap'

/** Yes or no, with words; the mark only repeats it. */
export function Check({ label, on, onTurn }: { label: string; on: boolean; onTurn: (on: boolean) => void }) {
  return (
    <View className='row'>
      <Tap role='switch' look='line' label={label} on={on} onTap={() => onTurn(!on)}>
        <Text className='desk-mark'>{on ? '✓' : '　'}</Text>
        <Text>{label}</Text>
      </Tap>
    </View>
  )
}
