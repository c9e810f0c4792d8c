import { View } from '@tarojs/components'
import { deskWords } from '@/ui/deskWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

type Props = { next: string | undefined; trail: string[]; go: (trail: string[]) => void }

/** One page at a time, however long the list. */
export function Turn({ next, trail, go }: Props) {
  const say = useSay()
  return (
    <View className='row'>
      {trail.length ? (
        <Tap className='grow' onTap={() => go(trail.slice(0, -1))}>
          {say(deskWords.before)}
        </Tap>
      ) : null}
      {next ? (
        <Tap className='grow' onTap={() => go([...trail, next])}>
          {say(deskWords.after)}
        </Tap>
      ) : null}
    </View>
  )
}
