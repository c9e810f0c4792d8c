import { View } from '@tarojs/components'
import { Tap } from './Tap'
import './Turn.css'
import { turnWords } from './turnWords'
import { useSay } from './words'

type Props = { before?: (() => void) | false; after?: (() => void) | false }

/** Page by page and not ever longer: a screen of a mini program may hold 600 nodes at most. */
export function Turn({ before, after }: Props) {
  const say = useSay()
  if (!before && !after) return null
  return (
    <View className='row turn'>
      {before ? (
        <Tap className='grow' onTap={before}>
          {say(turnWords.before)}
        </Tap>
      ) : null}
      {after ? (
        <Tap className='grow' onTap={after}>
          {say(turnWords.after)}
        </Tap>
      ) : null}
    </View>
  )
}

/** Where the server gives the pages. `trail`: the cursors of those passed on the way; `next`: that of the one after this. */
export function TrailTurn({
  trail,
  next,
  go,
}: {
  trail: string[]
  next: string | undefined
  go: (trail: string[]) => void
}) {
  return (
    <Turn
      before={trail.length > 0 && (() => go(trail.slice(0, -1)))}
      after={next !== undefined && (() => go([...trail, next]))}
    />
  )
}
