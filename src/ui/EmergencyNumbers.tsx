import { View } from '@tarojs/components'
import { dial } from '@/client/device'
import { EMERGENCY } from '@/client/emergency'
import { banner, emergency } from './alertWords'
import './EmergencyNumbers.css'
import { Tap } from './Tap'
import { useSay } from './words'

/** What can be called even when nothing else can be shown. */
export function EmergencyNumbers() {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(banner.numbers)}</View>
      <View className='emergency'>
        {EMERGENCY.map((number) => (
          <Tap
            key={number}
            look='warn'
            className='emergency-number'
            label={`${number} ${say(emergency[number])}`}
            onTap={() => dial(number)}
          >
            <View className='title number'>{number}</View>
            <View>{say(emergency[number])}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
