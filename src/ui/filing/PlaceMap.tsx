import { View } from '@tarojs/components'
import { useState } from 'react'
import { choosePlace, hasChooser, type Pinned } from '@/client/place'
import type { WhyNot } from '@/client/whyNot'
import type { Output } from '@/contract'
import { NotGiven } from '../NotGiven'
import { placeWords } from '../placeWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import { PhoneMap } from './PhoneMap'
import { PlaceSearch, type Where } from './PlaceSearch'
import { WebMap } from './WebMap'
import './PlaceMap.css'
import { useChosen } from './useChosen'

export type District = Output<'filing.open'>['map']
type Props = { map: District; place: Where; onPlace: (place: Where) => void }

/**
 * A place pointed at. Nobody needs it to file, and it weighs: it is there from the tap on, and gone with another.
 */
export function PlaceMap(props: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <View className='stack'>
      {isOpen ? <Open {...props} /> : null}
      <Tap look='line' onTap={() => setOpen(!isOpen)}>
        {say(isOpen ? placeWords.close : placeWords.open)}
      </Tap>
    </View>
  )
}

function Open({ map, place, onPlace }: Props) {
  const say = useSay()
  const [none, setNone] = useState<WhyNot>()
  const choose = useChosen(place, onPlace)
  const { point } = place
  const put = (pinned: Pinned) => onPlace({ ...place, point: pinned })
  const find = async () => {
    const found = await choosePlace(map.map)
    setNone(found.ok ? undefined : found.why)
    if (found.ok) choose(found.value)
  }
  const unmark = () => {
    const { point: _, ...rest } = place
    onPlace(rest)
  }
  return (
    <View className='stack'>
      <PlaceSearch place={place} onPlace={onPlace} />
      {process.env.TARO_ENV === 'h5' ? (
        <WebMap map={map} point={point} onPin={put} />
      ) : (
        <PhoneMap map={map} point={point} onPin={put} />
      )}
      <View className='row wrap'>
        {hasChooser ? (
          <Tap look='line' onTap={() => void find()}>
            {say(placeWords.chooser)}
          </Tap>
        ) : null}
        {point ? (
          <Tap look='line' onTap={unmark}>
            {say(placeWords.unmark)}
          </Tap>
        ) : null}
      </View>
      <NotGiven what='place' why={none} />
    </View>
  )
}
