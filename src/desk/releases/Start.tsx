import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import type { ReleaseLine } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** What this official may write. What cannot wait stands first. */
export function Start({ writes }: { writes: ReleaseLine['kind'][] }) {
  const say = useSay()
  const kinds = [...writes.filter((kind) => kind === 'alert'), ...writes.filter((kind) => kind !== 'alert')]
  return (
    <View className='stack'>
      <View className='strong'>{say(publishWords.what)}</View>
      <View className='release-kinds'>
        {kinds.map((kind) => (
          <Tap
            key={kind}
            look={kind === 'alert' ? 'warn' : 'plain'}
            className='release-kind'
            label={say(publishWords.kinds[kind])}
            onTap={() => routes.write(kind)}
          >
            <View className='strong'>{say(publishWords.kinds[kind])}</View>
            <View className='small'>{say(publishWords.about[kind])}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
