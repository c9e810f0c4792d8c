/** Where something is: by the phone itself, or chosen by the person on WeChat's own map. */
import Taro from '@tarojs/taro'

export type Pinned = { lat: number; lng: number; system: 'wgs84' | 'gcj02' }
export type ChosenPlace = { address: string; point: Pinned }

const isWeapp = process.env.TARO_ENV === 'weapp'
/** In which the map of this program is drawn, and where its taps are. */
export const MAP_SYSTEM: Pinned['system'] = isWeapp ? 'gcj02' : 'wgs84'
/** Whether WeChat's own map, with its search, can be opened. */
export const hasChooser = isWeapp

/** Where the phone is now, in the map's own system; asked for by the person only. Null when it may not or cannot say. */
export async function whereIAm(): Promise<Pinned | null> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: MAP_SYSTEM })
    return { lat: latitude, lng: longitude, system: MAP_SYSTEM }
  } catch {
    return null
  }
}

/** WeChat's own map with its search by address. Null when the person changed their mind, or it does not open. */
export async function choosePlace(near: { lat: number; lng: number }): Promise<ChosenPlace | null> {
  try {
    const { name, address, latitude, longitude } = await Taro.chooseLocation({
      latitude: near.lat,
      longitude: near.lng,
    })
    const point: Pinned = { lat: latitude, lng: longitude, system: 'gcj02' }
    // Where nothing has a name there WeChat gives none.
    return { address: [name, address].filter(Boolean).join('，'), point }
  } catch {
    return null
  }
}
