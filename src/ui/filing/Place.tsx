import { View } from '@tarojs/components'
import { memo, useRef, useState } from 'react'
import { type Pinned, whereIAm } from '@/client/place'
import type { WhyNot } from '@/client/whyNot'
import { Field } from '../Field'
import { NotGiven } from '../NotGiven'
import { reportWords } from '../reportWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import type { Fill, Form } from './form'
import { Scanned } from './Scanned'

type Props = {
  place: Form['place']
  spot?: Form['spot']
  fill: Fill
  wrong?: string | undefined
  /** Where somebody sits at a desk, their own position says nothing. */
  here?: boolean
  /** Whether what was scanned is named here; the form that a scan opens has it on top. */
  named?: boolean
}

/** The place in words, where the phone is now, or what was scanned; one is enough, and none is needed to file. */
export const Place = memo(({ place, spot, fill, wrong, here = true, named = true }: Props) => {
  const say = useSay()
  const { point, ...written } = place
  /** The person may write on while the phone looks for where it is. */
  const latest = useRef(place)
  latest.current = place
  return (
    <View className='stack' id='place'>
      {spot && named ? <Scanned spot={spot} fill={fill} /> : null}
      <Field
        label={say(reportWords.place)}
        hint={say(reportWords.placeHint)}
        value={place.address ?? ''}
        onInput={(address) => fill({ place: { ...place, address } })}
        wrong={wrong}
        most={-1}
      />
      {point && !spot ? (
        <View className='row wrap'>
          <View className='note good grow'>{`✓ ${say(reportWords.placeKept)}`}</View>
          <Tap look='line' onTap={() => fill({ place: written })}>
            {say(reportWords.placeDrop)}
          </Tap>
        </View>
      ) : null}
      {!point && here ? <Here onFound={(found) => fill({ place: { ...latest.current, point: found } })} /> : null}
    </View>
  )
})

/** Asked for only here, by the person. */
function Here({ onFound }: { onFound: (point: Pinned) => void }) {
  const say = useSay()
  const [none, setNone] = useState<WhyNot>()
  const locate = async () => {
    const found = await whereIAm()
    setNone(found.ok ? undefined : found.why)
    if (found.ok) onFound(found.value)
  }
  return (
    <View className='stack'>
      <Tap onTap={() => void locate()}>{say(reportWords.here)}</Tap>
      <NotGiven what='here' why={none} />
    </View>
  )
}
