/** The two keys this phone may hold, a citizen's own and an official's, kept apart; and how WeChat vouches for its owner. */
import Taro from '@tarojs/taro'
import { forgetOwn } from './kept'

export type Side = 'citizen' | 'desk'
const keyOf = (side: Side) => `minhu.token.${side}`

export function tokenOf(side: Side): string | undefined {
  const kept: unknown = Taro.getStorageSync(keyOf(side))
  return typeof kept === 'string' && kept ? kept : undefined
}

export function keepToken(side: Side, token: string): void {
  if (side === 'citizen') forgetOwn()
  Taro.setStorageSync(keyOf(side), token)
}

export function dropToken(side: Side): void {
  if (side === 'citizen') forgetOwn()
  if (side === 'desk') Taro.removeStorageSync(OFFICIAL)
  Taro.removeStorageSync(keyOf(side))
}

/** Who signed in at this desk: several share one computer, and none may find what another was writing. */
const OFFICIAL = 'minhu.official'
export const keepOfficial = (id: string): void => Taro.setStorageSync(OFFICIAL, id)
export function officialHere(): string | undefined {
  const kept: unknown = Taro.getStorageSync(OFFICIAL)
  return typeof kept === 'string' && kept ? kept : undefined
}

/** A code by which WeChat tells the server who is there, good once and for five minutes. Undefined on the web. Throws when WeChat gives none. */
export async function loginCode(): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') return undefined
  return (await Taro.login()).code
}
