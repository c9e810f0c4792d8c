import { View } from '@tarojs/components'
import { useState } from 'react'
import { currentPoint } from '@/client/device'
import { role } from '@/ui/aria'
import { Field } from '@/ui/Field'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import type { Form } from './useFiling'

type Props = { place: Form['place']; set: (change: Partial<Form>) => void; wrong: string | undefined }

/** The place in words, or where the phone is now; one is enough, and neither is needed to file. */
export function Where({ place, set, wrong }: Props) {
  const say = useSay()
  const [failed, setFailed] = useState(false)
  const { point, ...written } = place
  const locate = async () => {
    const found = await currentPoint()
    setFailed(!found.ok)
    if (found.ok) set({ place: { ...place, point: found.value } })
  }
  return (
    <View className='card stack' id='place'>
      <Field
        label={say(words.report.place)}
        hint={say(words.report.placeHint)}
        value={place.address ?? ''}
        onInput={(address) => set({ place: { ...place, address } })}
        wrong={wrong}
        most={-1}
      />
      {point ? (
        <View className='row wrap'>
          <View className='note good grow'>{`✓ ${say(words.report.placeKept)}`}</View>
          <Tap look='line' onTap={() => set({ place: written })}>
            {say(words.report.placeDrop)}
          </Tap>
        </View>
      ) : (
        <Tap onTap={() => void locate()}>{say(words.report.here)}</Tap>
      )}
      {failed ? (
        <View className='note warn' {...role('alert')}>
          {say(words.report.placeFailed)}
        </View>
      ) : null}
    </View>
  )
}
