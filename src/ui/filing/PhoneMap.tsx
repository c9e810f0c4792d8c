import { Map as Ground, View } from '@tarojs/components'
import pin from '@/assets/pin.png'
import type { Pinned } from '@/client/place'
import { toGcj02 } from '@/contract/maps'
import { placeWords } from '../placeWords'
import { useSay } from '../words'
import type { District } from './PlaceMap'

type Props = { map: District; point: Pinned | undefined; onPin: (point: Pinned) => void }

const PIN = { width: 30, height: 40 }
/** Near enough to see which side of the street. */
const STREET = 16

/** WeChat's own map, with a pin. It draws in GCJ-02, and says its taps so. */
export function PhoneMap({ map, point, onPin }: Props) {
  const say = useSay()
  const drawn = point && (point.system === 'gcj02' ? point : toGcj02(point))
  const middle = drawn ?? map.map
  return (
    <View className='stack'>
      <View aria-label={say(placeWords.map)}>
        <Ground
          className='place-map'
          latitude={middle.lat}
          longitude={middle.lng}
          scale={drawn ? STREET : map.zoom}
          markers={drawn ? [{ id: 1, latitude: drawn.lat, longitude: drawn.lng, iconPath: pin, ...PIN }] : []}
          onTap={({ detail }) => onPin({ ...placeIn(detail), system: 'gcj02' })}
          onError={() => undefined}
        />
      </View>
      <View className='quiet small' aria-live='polite'>
        {say(drawn ? placeWords.marked : placeWords.hintPhone)}
      </View>
    </View>
  )
}

/** Taro's types lack the place of a tap. */
const placeIn = (detail: object): { lat: number; lng: number } => ({
  lat: Number(Reflect.get(detail, 'latitude')),
  lng: Number(Reflect.get(detail, 'longitude')),
})
