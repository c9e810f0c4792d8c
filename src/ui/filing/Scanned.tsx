import { View } from '@tarojs/components'
import { reportWords } from '../reportWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import type { Fill, Form } from './form'

/** The thing whose code was scanned, and the way back from it. */
export function Scanned({ spot, fill }: { spot: NonNullable<Form['spot']>; fill: Fill }) {
  const say = useSay()
  return (
    <View className='row'>
      <View className='note good grow'>{`✓ ${say(reportWords.spot, { name: say(spot.name) })}`}</View>
      <Tap look='line' onTap={() => fill({ spot: undefined, place: {} })}>
        {say(reportWords.spotDrop)}
      </Tap>
    </View>
  )
}
