import { View } from '@tarojs/components'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** Out of a box in which nothing can be sent yet. */
export function Cancel({ close }: { close: () => void }) {
  const say = useSay()
  return (
    <View className='row'>
      <Tap look='line' onTap={close}>
        {say(words.cancel)}
      </Tap>
    </View>
  )
}
