import { View } from '@tarojs/components'
import { dial } from '@/client/device'
import { emergencyNumbers, hotlineWords } from '@/ui/hotlineWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** What must work without an answer from anybody: the numbers for an emergency. */
export function EmergencyBlock() {
  const say = useSay()
  return (
    <View className='card hotline-emergency'>
      <View className='heading'>{say(hotlineWords.emergency)}</View>
      <View className='hotline-grid'>
        {emergencyNumbers.map(([number, purpose]) => (
          <Tap
            key={number}
            look='warn'
            className='hotline-urgent'
            label={say(hotlineWords.callName, { name: say(purpose), number })}
            onTap={() => dial(number)}
          >
            <View className='hotline-number number'>{number}</View>
            <View className='small'>{say(purpose)}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
