import { View } from '@tarojs/components'
import { Tap } from '@/ui/Tap'
import { wishWords } from '@/ui/wishWords'
import { useSay } from '@/ui/words'

/** One thing that is on or off. */
export function Switch({ name, on, turn }: { name: string; on: boolean; turn: () => void }) {
  const say = useSay()
  return (
    <View className='row between'>
      <View className='grow'>{name}</View>
      <Tap role='switch' look='line' on={on} label={name} onTap={turn}>
        {say(on ? wishWords.on : wishWords.off)}
      </Tap>
    </View>
  )
}
