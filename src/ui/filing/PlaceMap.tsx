import { View } from '@tarojs/components'
import { useState } from 'react'
import { choosePlace, hasChooser, type Pinned, whereIAm } from '@/client/place'
import type { Output } from '@/contract'
import { role } from '../aria'
import { placeWords } from '../placeWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import { PhoneMap } from './PhoneMap'
import type { Where } from './PlaceSearch'
import { WebMap } from './WebMap'
import './PlaceMap.css'
import { useChosen } from './useChosen'

export type District = Output<'filing.open'>['map']
type Props = { map: District; place: Where; onPlace: (place: Where) => void }

/**
 * A place pointed at. Nobody needs it to file, and it weighs: it is there from the tap on, and gone with another. Where the
 * phone is is asked only when the person says so.
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
  const [failed, setFailed] = useState(false)
  const choose = useChosen(place, onPlace)
  const { point } = place
  const put = (pinned: Pinned) => onPlace({ ...place, point: pinned })
  const locate = async () => {
    const found = await whereIAm()
    setFailed(!found)
    if (found) put(found)
  }
  const find = async () => {
    const found = await choosePlace(map.map)
    if (found) choose(found)
  }
  const unmark = () => {
    const { point: _, ...rest } = place
    onPlace(rest)
  }
  return (
    <View className='stack'>
      {process.env.TARO_ENV === 'h5' ? (
        <WebMap map={map} point={point} onPin={put} />
      ) : (
        <PhoneMap map={map} point={point} onPin={put} />
      )}
      <View className='row wrap'>
        <Tap look='line' onTap={() => void locate()}>
          {say(placeWords.here)}
        </Tap>
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
      {failed ? (
        <View className='note warn' {...role('alert')}>
          {say(placeWords.hereFailed)}
        </View>
      ) : null}
    </View>
  )
}
