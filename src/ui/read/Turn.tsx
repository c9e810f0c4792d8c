import { View } from '@tarojs/components'
import { readWords } from '../readWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import './NewsCard.css'

type Props = { before?: (() => void) | false; after?: (() => void) | false }

/** Page by page and not ever longer: a screen of a mini program may hold 600 nodes at most. */
export function Turn({ before, after }: Props) {
  const say = useSay()
  if (!before && !after) return null
  return (
    <View className='row read-turn'>
      {before ? (
        <Tap className='grow' onTap={before}>
          {say(readWords.before)}
        </Tap>
      ) : null}
      {after ? (
        <Tap className='grow' onTap={after}>
          {say(readWords.after)}
        </Tap>
      ) : null}
    </View>
  )
}
