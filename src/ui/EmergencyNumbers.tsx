import { View } from '@tarojs/components'
import { dial } from '@/client/device'
import { alertWords, emergencyNumbers } from './alertWords'
import './EmergencyNumbers.css'
import { Tap } from './Tap'
import { useSay } from './words'

/** What can be called even when nothing else can be shown. */
export function EmergencyNumbers() {
  const say = useSay()
  return (
    <View className='card'>
      <View className='heading'>{say(alertWords.numbers)}</View>
      <View className='emergency'>
        {emergencyNumbers.map(([number, purpose]) => (
          <Tap
            key={number}
            look='warn'
            className='emergency-number'
            label={`${number} ${say(purpose)}`}
            onTap={() => dial(number)}
          >
            <View className='title number'>{number}</View>
            <View className='small'>{say(purpose)}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
