import { Text, View } from '@tarojs/components'
import { dial } from '@/client/device'
import { openMap } from '@/client/open'
import { readWords } from '../readWords'
import { Tap } from '../Tap'
import type { Words } from '../word'
import { useSay } from '../words'
import { Opening } from './Opening'
import './ReadingBody.css'

type Props = {
  name: Words
  hours?: Words
  address?: Words
  phone?: string
  map?: { lat: number; lng: number }
}

/** When it is open and where it is; one tap calls, one leads there. */
export function Whereabouts({ name, hours, address, phone, map }: Props) {
  const say = useSay()
  const facts = [
    [say(readWords.reading.hours), hours && say(hours)],
    [say(readWords.reading.address), address && say(address)],
  ] as const
  const place = { name: say(name), address: address ? say(address) : '' }
  if (!facts.some(([, value]) => value) && !phone && !map) return null
  return (
    <View className='whereabouts'>
      {facts.map(([label, value]) =>
        value ? (
          <View key={label} className='row fact'>
            <Text className='quiet fact-name'>{label}</Text>
            <Text className='grow'>{value}</Text>
          </View>
        ) : null,
      )}
      {phone || map ? (
        <View className='row whereabouts-do'>
          {phone ? (
            <Tap className='whereabouts-call' onTap={() => dial(phone)}>
              {say(readWords.call, { number: phone })}
            </Tap>
          ) : null}
          {map ? (
            <Opening className='whereabouts-way' name={say(readWords.way)} open={() => openMap({ ...place, map })} />
          ) : null}
        </View>
      ) : null}
    </View>
  )
}
