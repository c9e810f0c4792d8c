import { View } from '@tarojs/components'
import { Tap } from './Tap'
import type { Words } from './word'
import { useSay, words } from './words'

type Props = { save: Words; busy: boolean; off?: boolean; onSave: () => void; back: () => void }

/** The end of every form of the desk: keep it, or leave it. */
export function FormFoot({ save, busy, off = false, onSave, back }: Props) {
  const say = useSay()
  return (
    <View className='row wrap'>
      <Tap look='main' off={busy || off} onTap={onSave}>
        {say(busy ? words.sending : save)}
      </Tap>
      <Tap look='line' onTap={back}>
        {say(words.cancel)}
      </Tap>
    </View>
  )
}
