import { Text, View } from '@tarojs/components'
import { Tap } from '@/ui/Tap'
import { ticked } from '@/ui/Tick'

type Props = {
  label: string
  options: readonly (readonly [string, string])[]
  chosen: readonly string[]
  choose: (chosen: string[]) => void
}

/** As many as are wanted, all in sight; none chosen means that it does not matter. */
export function Several({ label, options, chosen, choose }: Props) {
  const turn = (id: string) => choose(ticked(chosen, id))
  return (
    <View className='stack'>
      <View className='strong'>{label}</View>
      <View className='row wrap'>
        {options.map(([id, name]) => (
          <Tap key={id} role='switch' look='line' label={name} on={chosen.includes(id)} onTap={() => turn(id)}>
            <Text>{`${chosen.includes(id) ? '✓ ' : ''}${name}`}</Text>
          </Tap>
        ))}
      </View>
    </View>
  )
}
