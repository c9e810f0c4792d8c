/** The two keys this phone may hold: a citizen's own, and an official's. They are kept apart. */
import Taro from '@tarojs/taro'

export type Side = 'citizen' | 'desk'
const keyOf = (side: Side) => `minhu.token.${side}`

export function tokenOf(side: Side): string | undefined {
  const kept: unknown = Taro.getStorageSync(keyOf(side))
  return typeof kept === 'string' && kept ? kept : undefined
}

export const keepToken = (side: Side, token: string): void => Taro.setStorageSync(keyOf(side), token)
export const dropToken = (side: Side): void => Taro.removeStorageSync(keyOf(side))
