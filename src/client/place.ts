/** Where something is: by the phone itself, or chosen by the person on WeChat's own map. */
import Taro from '@tarojs/taro'
import { type Got, got } from './whyNot'

export type Pinned = { lat: number; lng: number; system: 'wgs84' | 'gcj02' }
export type ChosenPlace = { address: string; point: Pinned }

const isWeapp = process.env.TARO_ENV === 'weapp'
/** In which the map of this program is drawn, and where its taps are. */
export const MAP_SYSTEM: Pinned['system'] = isWeapp ? 'gcj02' : 'wgs84'
/** Whether WeChat's own map, with its search, can be opened. */
export const hasChooser = isWeapp

/** Where the phone is now; asked for by the person only. */
export async function whereIAm(system: Pinned['system'] = MAP_SYSTEM): Promise<Got<Pinned>> {
  const place = await got(Taro.getLocation({ type: system }))
  return place.ok ? { ok: true, value: { lat: place.value.latitude, lng: place.value.longitude, system } } : place
}

/** WeChat's own map with its search by address. */
export async function choosePlace(near: { lat: number; lng: number }): Promise<Got<ChosenPlace>> {
  const chosen = await got(Taro.chooseLocation({ latitude: near.lat, longitude: near.lng }))
  if (!chosen.ok) return chosen
  const { name, address, latitude, longitude } = chosen.value
  const point: Pinned = { lat: latitude, lng: longitude, system: 'gcj02' }
  // Where nothing has a name there WeChat gives none.
  return { ok: true, value: { address: [name, address].filter(Boolean).join('，'), point } }
}
